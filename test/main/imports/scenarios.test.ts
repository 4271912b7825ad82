import { describe, expect, it } from 'vitest';
import { workbookToChange } from '../../../src/main/imports/workbookToChange.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { scenariosInOrder } from '../../../src/shared/changes/scenarios.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import { addScenario, rowsOf } from '../../fixtures/scenarios.ts';
import { emptyModel, faultsOf, importInto, META, sheetsOf } from './workbooks.ts';

const GOOD = {
  levels: 'code,name\nES,Elementary\nHS,High\n',
  needs: 'code,name\nALL,All students\nPOV,Poverty\n',
  schools: 'code,name,level,region,need_index\n001,Lincoln,ES,North,0.57\n002,Roosevelt,HS,South,0.5\n',
  enrollment: 'school,level,ALL,POV\n001,,420,310\n002,HS,1480,702.5\n',
  current: 'school,amount,pupils\n001,1000,10\n',
  revenues:
    'code,name,amount,origin,restriction,status,central_percent,method,weight_set\nGEN,General,1000000,state,unrestricted,unlock,45,weights,District\nT1,Title I,5000,federal,restricted,grant,,table,\n',
  weights: 'weight_set,level,need,weight\nDistrict,ES,ALL,1\nDistrict,HS,ALL,1.2\nDistrict,ES,POV,.25\n',
  table: 'source,school,amount\nT1,001,5000\n',
};
const HEADER = 'scenario,based_on,sheet,key,column,value\n';
const withScenarios = (...rows: string[]) => sheetsOf({ ...GOOD, scenarios: `${HEADER}${rows.join('\n')}\n` });
const named = (model: Model, name: string) => scenariosInOrder(model).find((row) => row.name === name)!;

const FAULTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a scenario without a name', [',Current plan,,,,'], ['row 2, column scenario: this cell is empty.']],
  [
    'two that are based on nothing',
    ['A,,,,,', 'B,,,,,'],
    ['row 3, column based_on: this cell is empty, but only one scenario is based on nothing: "A".'],
  ],
  ['one based on two', ['A,,,,,', 'B,A,,,,', 'B,,,,,'], ['row 4, column based_on: "B" is based on "A" in row 3.']],
  [
    'a base that is not there, though the model had it before the first was renamed',
    ['A,,,,,', 'B,Current plan,,,,'],
    ['row 3, column based_on: there is no scenario "Current plan" in this sheet or in the model.'],
  ],
  [
    'scenarios that lead to each other',
    ['B,C,,,,', 'C,B,,,,'],
    [
      'row 2, column based_on: "B" leads back to itself, or is based on one that does.',
      'row 3, column based_on: "C" leads back to itself, or is based on one that does.',
    ],
  ],
  [
    'the scenario of the other sheets based on another',
    ['Current plan,B,,,,'],
    ['row 2, column scenario: "Current plan" is what the other sheets say; it cannot be based on another scenario.'],
  ],
  [
    'a decision of the first that has its own sheet',
    ['A,,weights,District/ES/POV,weight,0.3'],
    ['row 2, column sheet: "A" is what the sheet weights itself says; put the value there.'],
  ],
  [
    'sheets, keys and columns that are none',
    [
      'B,Current plan,budget,GEN,amount,1',
      'B,Current plan,weights,District/ES,weight,1',
      'B,Current plan,weights,Other/ES/POV,weight,1',
      'B,Current plan,weights,District/ES/POV,percent,1',
      'B,Current plan,rates,GEN\\x/ES/POV,rate,1',
      'B,Current plan,rates,X/YS/Z,rate,1',
      'B,Current plan,table,T1/9,amount,1',
      'B,Current plan,shocks,pupils/ES,percent,1',
      'B,Current plan,schools,001,region,South',
      'B,Current plan,minimums,ES,per_pupil,1',
      'B,Current plan,path,31,share,1',
      'B,Current plan,floors,kindness,value,1',
      'B,Current plan,,GEN,status,lock',
    ],
    [
      'row 2, column sheet: "budget" is not a sheet here; it is one of scenario, enrollment, current, schools, revenues, weights, shares, rates, table, minimums, floors, shocks, goal_weights, path, growth.',
      'row 6, column key: a backslash stands only before a slash or another backslash.',
      'row 14, column sheet: this cell is empty.',
      'row 3, column key: "District/ES" is not a key of the form weight_set/level/need.',
      'row 4, column key: "Other" is not a weight set of this scenario.',
      'row 5, column column: "percent" is not a column here; it is weight.',
      'row 7, column key: "X" is not the code of a revenue source.',
      'row 7, column key: "YS" is not a level of this district; its levels are ES, HS.',
      'row 7, column key: "Z" is not a need of this district; its needs are ALL, POV.',
      'row 8, column key: "9" is not the code of a school.',
      'row 9, column key: the key begins with enrollment or revenue.',
      'row 10, column column: "region" is not a measure of the sheet schools.',
      'row 11, column key: "ES" is not a key of the form level/code.',
      'row 12, column key: "31" is neither revenue_trigger nor a year from 0 to 30.',
      'row 13, column key: "kindness" is not one of hold_harmless_percent, basis, use_minimums, payer, reserve_source, cap_percent, scaling, solve.',
    ],
  ],
  [
    'values that cannot be taken',
    [
      'B,Current plan,revenues,GEN,status,open',
      'B,Current plan,revenues,GEN,weight_set,None',
      'B,Current plan,revenues,GEN,formula,1 +',
      'B,Current plan,revenues,GEN,amount,-5',
      'B,Current plan,weights,District,position,first',
      'B,Current plan,shocks,enrollment/HS,percent,-101',
      'B,Current plan,enrollment,001/ES/POV,count,many',
      'B,Current plan,current,002,pupils,10',
      'B,Current plan,floors,exempt/001,reason,closing',
      'B,Current plan,weights,District/ES/POV,weight,1',
      'B,Current plan,weights,District/ES/POV,weight,2',
    ],
    [
      'row 12: this cell of "B" stands in row 11 already.',
      'row 2, column value: "open" is not one of lock, unlock, grant.',
      'row 3, column value: "None" is not a weight set of this scenario.',
      'row 4, column value: ',
      'row 5, column value: "-5" is below zero.',
      'row 6, column value: "first" is not a place; it is a whole number from 1 to 50.',
      'row 7, column value: "-101" is below −100%.',
      'row 8, column value: "many" is not a number.',
      'row 9, column key: only a school with a current amount has pupils it was for.',
      'row 10, column key: only an exempt school has a reason.',
    ],
  ],
  [
    'a weight set removed that a source still uses',
    ['B,Current plan,weights,District,position,'],
    ['row 2, column key: "District" cannot be removed, because the source GEN uses it.'],
  ],
];

describe('faults of the sheet scenarios', () => {
  it.each(FAULTS)('names row, column and reason of %s', (_, rows, expected) => {
    const faults = faultsOf(withScenarios(...rows)).sort();
    const wanted = expected.map((each) => `scenarios, ${each}`).sort();
    // What may be typed instead is told as in the cell’s own sheet; here only the fault matters.
    expect(faults.map((fault, at) => fault.slice(0, wanted[at]?.length))).toEqual(wanted);
  });
});

describe('importing the sheet scenarios', () => {
  it('makes each scenario from its base, whatever the order of rows, and leaves the base as it is', () => {
    const model = importInto(
      emptyModel(),
      withScenarios(
        'C,B,revenues,T1,status,lock',
        'C,B,revenues,T1,method,none',
        'B,Current plan,weights,New,position,2',
        'B,Current plan,weights,New/elementary/Poverty,weight,0.34',
        'B,Current plan,revenues,GEN,weight_set,New',
        'B,Current plan,shocks,enrollment/HS,percent,-3',
        'B,Current plan,enrollment,001/ES/ALL,count,400',
      ),
    );
    const plain = importInto(emptyModel(), sheetsOf(GOOD));
    expect(new Calculation(model, 1).digest()).toBe(new Calculation(plain, 1).digest());
    const [b, c] = [named(model, 'B'), named(model, 'C')];
    expect(c.basedOn).toBe(b.id);
    expect(b.basedOn).toBe(1);
    expect(c.enrollmentVersion).toBe(b.enrollmentVersion);
    expect(b.enrollmentVersion).not.toBe(named(model, 'Current plan').enrollmentVersion);
    expect(b.revenuesVersion).toBe(named(model, 'Current plan').revenuesVersion);
    const { results } = new Calculation(model, c.id);
    expect(Array.from(results.pupils)).toEqual([40_000, 143_560]);
    expect(results.sources[1]?.status).toBe('lock');
    // Only poverty at the elementary level has a weight there: 550,000.00 ÷ 310 is published as 1,774.19.
    expect(results.sources[0]!.amounts[0]).toBe(54_999_890);
  });

  it('makes a scenario of the same name anew, leaves others, and refuses to replace an adopted one', () => {
    const model = importInto(emptyModel(), withScenarios('B,Current plan,shocks,revenue/GEN,percent,10'));
    const { id } = named(model, 'B');
    const other = addScenario(model, id, 'Mine');
    const mine = rowsOf(model.toRows(), other);
    importInto(model, withScenarios('b,current PLAN,shocks,revenue/T1,percent,-10'));
    expect(scenariosInOrder(model).map(({ id, name }) => [id, name])).toEqual([
      [1, 'Current plan'],
      [id, 'b'],
      [other, 'Mine'],
    ]);
    expect(rowsOf(model.toRows(), id).shock).toEqual([
      { scenario: 0, kind: 'revenue', level: '', need: '', source: 'T1', percent: -100_000 },
    ]);
    expect(rowsOf(model.toRows(), other)).toEqual(mine);
    const held = model.get('scenario', id)!;
    applyOps(model, [{ table: 'scenario', before: held, after: { ...held, status: 'adopted' } }]);
    expect(faultsOf(withScenarios('B,Current plan,,,,'), model)).toEqual([
      'scenarios, row 2, column scenario: "b" is adopted in the model and cannot be replaced; give this one another name.',
    ]);
  });

  it('gives the scenario imported into the name and shocks of the one that is based on nothing', () => {
    const model = importInto(
      emptyModel(),
      withScenarios('Board,,shocks,enrollment,percent,5', 'Board,,scenario,,description,As of May', 'B,Board,,,,'),
    );
    expect(model.get('scenario', 1)).toMatchObject({ name: 'Board', description: 'As of May' });
    expect(new Calculation(model, 1).results.totals.pupils).toBe(199_500);
    expect(new Calculation(model, named(model, 'B').id).digest()).toBe(new Calculation(model, 1).digest());
    // Once more, without the shock: the sheet says all of what no other sheet says.
    importInto(model, withScenarios('Board,,,,,'));
    expect(new Calculation(model, 1).results.totals.pupils).toBe(190_000);
    expect(new Calculation(model, named(model, 'B').id).results.totals.pupils).toBe(199_500);
  });

  it('is one change that one undo takes back', () => {
    const model = emptyModel();
    const { change } = workbookToChange(withScenarios('B,Current plan,,,,'), model, 1, META);
    expect(change?.kind).toBe('import');
    expect(change?.ops.filter(({ table }) => table === 'scenario').map(({ before }) => before !== null)).toEqual([
      true,
      false,
    ]);
  });
});
