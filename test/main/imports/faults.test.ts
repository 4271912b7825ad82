import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { smallDistrict } from '../smallDistrict.ts';
import { emptyModel, faultsOf, importInto, sheetsOf } from './workbooks.ts';

/** A small workbook without faults; each case replaces or adds sheets. */
const GOOD = {
  levels: 'code,name\nES,Elementary\nHS,High\n',
  needs: 'code,name\nALL,All students\nPOV,Poverty\n',
  schools: 'code,name,level,region,need_index\n001,Lincoln,ES,North,0.57\n002,Roosevelt,HS,South,\n',
  enrollment: 'school,level,ALL,POV\n001,,420,310\n002,HS,1480,702.5\n',
  revenues:
    'code,name,amount,origin,restriction,status,central_percent,central_amount,method,weight_set,formula,eligibility,rounding,compare\nGEN,General,"$1,000,000.00",state,unrestricted,unlock,45,,weights,District,,,,\nT1,Title I,5000,federal,restricted,grant,,,table,,,,,\n',
  weights: 'weight_set,level,need,weight\nDistrict,ES,ALL,1\nDistrict,HS,ALL,1.2\nDistrict,ES,POV,.25\n',
  table: 'source,school,amount\nT1,001,(5.00)\n',
};
const HEADER = GOOD.revenues.split('\n')[0];
const revenue = (cells: string) => ({ revenues: `${HEADER}\n${cells}\n`, table: 'source,school,amount\n' });

const CASES: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'an unknown column',
    { levels: 'code,name,colour\nES,E,red\nHS,H,\n' },
    ['levels, row 1, column colour: this sheet has no such column; its columns are code, name.'],
  ],
  [
    'a header twice',
    { schools: 'code,name,level,Need Index,need_index\n001,L,ES,1,2\n002,R,HS,,\n' },
    ['schools, row 1, column need_index: it is the same name as "Need Index".'],
  ],
  [
    'a missing column',
    { schools: 'code,name\n001,L\n002,R\n' },
    ['schools, row 1, column level: this column is missing.'],
  ],
  [
    'an empty required cell',
    { schools: 'code,name,level\n001,L,ES\n,R,HS\n002,R,HS\n' },
    ['schools, row 3, column code: this cell is empty.'],
  ],
  [
    'a code twice',
    { schools: 'code,name,level\n001,L,ES\n002,R,HS\n001,M,ES\n' },
    ['schools, row 4, column code: "001" stands in row 2 already.'],
  ],
  [
    'an unknown level',
    { schools: 'code,name,level\n001,L,Primary\n002,R,HS\n' },
    ['schools, row 2, column level: "Primary" is not a level of this district; its levels are ES, HS.'],
  ],
  [
    'a column of hostile name',
    { schools: 'code,name,level,__proto__\n001,L,ES,x\n002,R,HS,y\n' },
    ['schools, column __proto__: this name cannot be used for a column.'],
  ],
  [
    'a value without a header',
    { current: 'school,amount\n001,5,6\n' },
    ['current, row 2, column C: there is a value in a column without a header.'],
  ],
  [
    'a school that is not there',
    { current: 'school,amount,pupils\n1,5,\n' },
    ['current, row 2, column school: "1" is not the code of a school in the sheet schools.'],
  ],
  [
    'a decimal comma',
    { current: 'school,amount,pupils\n001,"13,75",\n' },
    [
      'current, row 2, column amount: "13,75" has a comma where the decimal point belongs. Type dollars with at most two decimals, such as 1,234.50.',
    ],
  ],
  [
    'a third decimal',
    { current: 'school,amount,pupils\n001,1.234,\n' },
    [
      'current, row 2, column amount: "1.234" has too many decimals. Type dollars with at most two decimals, such as 1,234.50.',
    ],
  ],
  [
    'an amount beyond the limit',
    { current: 'school,amount,pupils\n001,900000000000.01,\n' },
    [
      'current, row 2, column amount: "900000000000.01" is more than 900,000,000,000.00. Type dollars with at most two decimals, such as 1,234.50.',
    ],
  ],
  [
    'pupils below zero',
    { enrollment: 'school,ALL,POV\n001,-1,0\n' },
    [
      'enrollment, row 2, column ALL: "-1" is below zero. Type a number of pupils with at most two decimals, such as 412 or 12.5.',
    ],
  ],
  [
    'a need that is not there',
    { enrollment: 'school,ALL,POV,EL\n001,1,0,0\n' },
    ['enrollment, row 1, column EL: "EL" is not a need of this district; its needs are ALL, POV.'],
  ],
  [
    'a need without a column',
    { enrollment: 'school,ALL\n001,1\n' },
    ['enrollment, row 1, column POV: the column of this need is missing.'],
  ],
  [
    'a need under code and name',
    { enrollment: 'school,ALL,POV,Poverty\n001,1,1,1\n' },
    ['enrollment, row 1, column Poverty: there are two columns for the need POV.'],
  ],
  [
    'a school and level twice, once by default',
    { enrollment: 'school,level,ALL,POV\n001,,1,1\n001,ES,2,2\n' },
    ['enrollment, row 3: "001" at level ES stands in row 2 already.'],
  ],
  [
    'an unknown status',
    revenue('GEN,General,1,,,open,,,,,,,,'),
    ['revenues, row 2, column status: "open" is not one of lock, unlock, grant.'],
  ],
  ['an empty amount', revenue('GEN,General,,,,lock,,,,,,,,'), ['revenues, row 2, column amount: this cell is empty.']],
  [
    'a method that does not fit',
    revenue('GEN,General,1,,,lock,,,weights,District,,,,'),
    ['revenues, row 2, column method: a source with status lock takes none, table, not weights.'],
  ],
  [
    'weights without a set',
    revenue('GEN,General,1,,,unlock,,,weights,,,,,'),
    ['revenues, row 2, column weight_set: the method weights needs the name of a weight set.'],
  ],
  [
    'a set that is not there',
    revenue('GEN,General,1,,,unlock,,,weights,Other,,,,'),
    ['revenues, row 2, column weight_set: "Other" is not a weight set of the sheet weights.'],
  ],
  [
    'two central shares',
    revenue('GEN,General,1,,,unlock,10,5,weights,District,,,,'),
    ['revenues, row 2, column central_amount: there is a central_percent as well; leave one of the two empty.'],
  ],
  [
    'a percentage above 100',
    revenue('GEN,General,1,,,unlock,100.0001,,weights,District,,,,'),
    [
      'revenues, row 2, column central_percent: "100.0001" is more than 100%. Type a percentage with at most four decimals, such as 45 or 12.5%.',
    ],
  ],
  [
    'points without a formula',
    revenue('GEN,General,1,,,unlock,,,proportional,,,,,'),
    ['revenues, row 2, column formula: the method proportional needs a formula for the points.'],
  ],
  [
    'a negative revenue',
    revenue('GEN,General,(1),,,lock,,,,,,,,'),
    ['revenues, row 2, column amount: "(1)" is below zero. Type dollars with at most two decimals, such as 1,234.50.'],
  ],
  [
    'a weight of an unknown need',
    { weights: 'weight_set,level,need,weight\nDistrict,ES,EL,1\n' },
    ['weights, row 2, column need: "EL" is not a need of this district; its needs are ALL, POV.'],
  ],
  [
    'a weight twice',
    { weights: 'weight_set,level,need,weight\nDistrict,ES,ALL,1\nDistrict,Elementary,ALL,2\n' },
    ['weights, row 3: the weight of "District", ES, ALL stands in row 2 already.'],
  ],
  [
    'a share of an unknown source',
    { shares: 'source,level,need,percent\nX,ES,,100\n' },
    ['shares, row 2, column source: "X" is not the code of a revenue source.'],
  ],
  [
    'a share without percent',
    { shares: 'source,level,need,percent\nGEN,ES,,\n' },
    ['shares, row 2, column percent: this cell is empty.'],
  ],
  [
    'a rate with seven decimals',
    { rates: 'source,level,need,rate\nGEN,ES,ALL,1.0000001\n' },
    [
      'rates, row 2, column rate: "1.0000001" has too many decimals. Type dollars per pupil with at most six decimals, such as 3,741.00.',
    ],
  ],
  [
    'an amount of a table twice',
    { table: 'source,school,amount\nT1,001,1\nT1,001,2\n' },
    ['table, row 3: the amount of T1 for 001 stands in row 2 already.'],
  ],
  [
    'an unknown key of the district',
    { district: 'key,value\nmotto,Forward\n' },
    ['district, row 2, column key: "motto" is not one of name, fiscal_year.'],
  ],
  [
    'minimums that name both, neither or two numbers',
    { minimums: 'level,school,per_pupil,amount\nES,001,1,\n,,1,\nES,,1,2\nES,,,\nHS,,x,\n' },
    [
      'minimums, row 2, column school: there is a level as well; leave one of the two empty.',
      'minimums, row 3, column school: this cell is empty.',
      'minimums, row 4, column amount: there is a per_pupil as well; leave one of the two empty.',
      'minimums, row 5: there is neither a per_pupil nor an amount.',
      'minimums, row 5: the minimum of "ES" stands in row 4 already.',
      'minimums, row 6, column per_pupil: "x" is not a number. Type dollars per pupil with at most six decimals, such as 3,741.00.',
    ],
  ],
  [
    'minimums of nothing known, and without the columns they need',
    { minimums: 'school,amount\n9,-1\n' },
    [
      'minimums, row 2, column amount: "-1" is below zero. Type dollars with at most two decimals, such as 1,234.50.',
      'minimums, row 2, column school: "9" is not the code of a school in the sheet schools.',
    ],
  ],
  [
    'minimums without a number',
    { minimums: 'level\nES\n' },
    ['minimums, column per_pupil: a column per_pupil or amount is missing.'],
  ],
  [
    'floors of unknown keys, twice, and with values that are none of theirs',
    {
      floors:
        'key,value\nfloor,98\npayer,parents\npayer,gainers\nscaling,1.474\ncap_percent,-1\nreserve_source,X\nexempt,9\nuse_minimums,perhaps\n',
    },
    [
      'floors, row 2, column key: "floor" is not one of hold_harmless_percent, basis, use_minimums, payer, reserve_source, cap_percent, scaling, solve, central_source, exempt.',
      'floors, row 3, column value: "parents" is not one of reserve, central, gainers, above_floor, formula.',
      'floors, row 4, column key: payer stands in row 3 already.',
      'floors, row 5, column value: "1.474" is more than 1. Type a part of 1 with at most six decimals, such as 0.722007, or a percentage, such as 72.2007%.',
      'floors, row 6, column value: "-1" is below zero. Type a percentage with at most four decimals, such as 45 or 12.5%.',
      'floors, row 7, column value: "X" is not the code of a revenue source.',
      'floors, row 8, column value: "9" is not the code of a school in the sheet schools.',
      'floors, row 9, column value: "perhaps" is not one of yes, no, true, false, 1, 0.',
    ],
  ],
];

describe('faults of a workbook', () => {
  it.each(CASES)('names sheet, row, column and reason of %s', (_, sheets, expected) => {
    expect(faultsOf(sheetsOf({ ...GOOD, ...sheets }))).toEqual(expected);
  });

  it('has none in the workbook the cases start from', () => {
    expect(faultsOf(sheetsOf(GOOD))).toEqual([]);
  });

  it('refuses a formula and a rule that cannot be read, with their own sentences', () => {
    const faults = faultsOf(
      sheetsOf({ ...GOOD, ...revenue('GEN,G,1,,,unlock,,,proportional,,import(1),enrollment >,,') }),
    );
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(/^revenues, row 2, column formula: .+/);
    expect(faults[1]).toMatch(/^revenues, row 2, column eligibility: .+/);
  });

  it('refuses a sheet it does not know, and lets an empty one be', () => {
    const faults = faultsOf([...sheetsOf({ ...GOOD, Budget: 'a,b\n1,2\n' }), { name: 'Sheet4', rows: [] }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^Budget: "Budget" is not a sheet of the district workbook; its sheets are district, /);
  });

  it('refuses a workbook without schools or without enrollment', () => {
    const { schools, enrollment, ...rest } = GOOD;
    expect(faultsOf(sheetsOf({ ...rest, enrollment }))).toContain(
      'schools: this sheet is missing; every district workbook has it.',
    );
    expect(faultsOf(sheetsOf({ ...rest, schools }))).toContain(
      'enrollment: this sheet is missing; every district workbook has it.',
    );
  });

  it('lists all faults of all sheets at once and changes nothing', () => {
    const model = emptyModel();
    const before = JSON.stringify(model.toRows());
    const wrong = { current: 'school,amount\n9,x\n', rates: 'source,level,need,rate\nX,YS,Z,\n' };
    expect(faultsOf(sheetsOf({ ...GOOD, ...wrong }), model)).toHaveLength(6);
    expect(JSON.stringify(model.toRows())).toBe(before);
  });

  it('counts rows as a spreadsheet shows them, blank ones and line breaks in cells included', () => {
    const schools = 'code,name,level\n\n001,"Lin\ncoln",ES\n,,\n002,R,XX\n';
    expect(faultsOf(sheetsOf({ ...GOOD, schools }))).toEqual([
      'schools, row 5, column level: "XX" is not a level of this district; its levels are ES, HS.',
    ]);
  });
});

describe('what a workbook may leave to defaults', () => {
  it('reads headers in any case, order and spacing, and words in any case', () => {
    const revenues =
      'AMOUNT,Weight Set,Central_Percent,code,NAME,Status,method\n100,District,45%,GEN,General,Unlock,WEIGHTS\n';
    const model = importInto(emptyModel(), sheetsOf({ ...GOOD, revenues, table: 'source,school,amount\n' }));
    expect(model.get('decision', 1, 'GEN')).toMatchObject({
      status: 'unlock',
      method: 'weights',
      centralValue: 450_000,
    });
  });

  it('locks a source without a status, and commits its table where it has one', () => {
    const revenues = 'code,name,amount\nA,,100\nB,Beta,50\n';
    const model = importInto(emptyModel(), sheetsOf({ ...GOOD, revenues, table: 'source,school,amount\nB,001,20\n' }));
    expect(model.get('source', 'A')).toMatchObject({ name: 'A', origin: 'local', restriction: 'unrestricted' });
    expect(model.get('decision', 1, 'A')).toMatchObject({
      status: 'lock',
      method: 'none',
      centralValue: 0,
      eligibility: '',
    });
    expect(model.get('decision', 1, 'B')).toMatchObject({
      status: 'lock',
      method: 'table',
      rounding: null,
      compare: null,
    });
    expect(new Calculation(model, 1).results.totals.locked).toBe(2000);
  });

  it('keeps leading zeros of codes, and takes digits with leading zeros for a tag', () => {
    const schools = 'code,name,level,zip,ward,blank\n001,L,ES,02101,4,\n002,R,HS,60601,5,\n';
    const model = importInto(emptyModel(), sheetsOf({ ...GOOD, schools }));
    expect([...model.table('school').keys()]).toEqual(['001', '002']);
    const kinds = model.ordered('schoolColumn').map(({ name, kind }) => [name, kind]);
    expect(kinds).toEqual([
      ['zip', 'tag'],
      ['ward', 'measure'],
      ['blank', 'measure'],
    ]);
    expect(model.get('tag', '001', 'zip')?.value).toBe('02101');
  });

  it('takes the needs from the columns of enrollment where a new model has no sheet for them', () => {
    const { schools } = GOOD;
    const model = importInto(emptyModel(), sheetsOf({ schools, enrollment: 'school,ALL,POV\n001,10,4\n002,20,5\n' }));
    expect(model.ordered('need').map(({ code, name }) => [code, name])).toEqual([
      ['ALL', 'All students'],
      ['POV', 'POV'],
    ]);
    expect(model.ordered('level').map(({ code }) => code)).toEqual(['ES', 'MS', 'HS']);
    expect(new Calculation(model, 1).results.totals.pupils).toBe(3000);
  });
});

describe('importing into a model that has data', () => {
  const workbookOf = (extra: Readonly<Record<string, string>>) =>
    sheetsOf({
      schools: 'code,name,level,region,need_index\n0042,Lincoln,ES,North,0.6\n7,Roosevelt,HS,,\n',
      enrollment: 'school,ALL,POV\n0042,400,300\n7,1500,100\n',
      ...extra,
    });

  it('leaves alone what absent sheets hold, and keeps earlier input versions', () => {
    const model = importInto(new Model(smallDistrict()), workbookOf({}));
    expect(model.get('revenue', 2, 'GEN')?.amountCents).toBe(1_000_000_000);
    expect(model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(2_300);
    const scenario = model.get('scenario', 1);
    expect(scenario).toMatchObject({ revenuesVersion: 2, currentVersion: 3 });
    expect(model.get('enrollment', 1, '0042', 'ES', 'ALL')?.count).toBe(42_000);
    expect(model.get('enrollment', scenario?.enrollmentVersion ?? 0, '0042', 'ES', 'ALL')?.count).toBe(40_000);
    expect(model.get('inputVersion', scenario?.enrollmentVersion ?? 0)).toMatchObject({
      kind: 'enrollment',
      fileName: 'district.xlsx',
      fileSha256: 'a'.repeat(64),
      createdBy: 'Maria',
    });
  });

  it('refuses to lose what absent sheets say about a school, level or source that goes', () => {
    const schools = 'code,name,level,region,need_index\n7,Roosevelt,HS,,\n';
    const enrollment = 'school,ALL,POV\n7,1500,100\n';
    expect(faultsOf(workbookOf({ schools, enrollment }), new Model(smallDistrict()))).toEqual([
      'schools: 0042 is no longer in this sheet, but the model holds 1 row of the sheet current about it; import the sheet current as well, or keep 0042.',
      'schools: 0042 is no longer in this sheet, but the model holds 1 row of the sheet table about it; import the sheet table as well, or keep 0042.',
    ]);
    const levels = 'code,name\nES,Elementary\nHS,High\n';
    expect(faultsOf(workbookOf({ levels }), new Model(smallDistrict()))).toEqual([
      'levels: MS is no longer in this sheet, but the model holds 2 rows of the sheet weights about it; import the sheet weights as well, or keep MS.',
    ]);
  });

  it('removes a school with its rows in earlier versions when every sheet about it is there', () => {
    const model = importInto(
      new Model(smallDistrict()),
      workbookOf({
        schools: 'code,name,level,region\n7,Roosevelt,HS,East\n',
        enrollment: 'school,ALL,POV\n7,1500,100\n',
        current: 'school,amount\n7,5\n',
        table: 'source,school,amount\nT1,7,500000\n',
      }),
    );
    expect(model.get('school', '0042')).toBeUndefined();
    expect([...model.table('enrollment').values()].some((row) => row.school === '0042')).toBe(false);
    expect(new Calculation(model, 1).results.totals.grants).toBe(50_000_000);
  });

  it('turns a measure into a tag when its column has become text', () => {
    const schools = 'code,name,level,need_index\n0042,Lincoln,ES,high\n7,Roosevelt,HS,low\n';
    const model = importInto(new Model(smallDistrict()), workbookOf({ schools }));
    expect(model.get('schoolColumn', 'need_index')?.kind).toBe('tag');
    expect(model.get('tag', '7', 'need_index')?.value).toBe('low');
  });
});

describe('texts wrapped in their cells', () => {
  it('are read as one line, in names and in headers', () => {
    const sheets = sheetsOf({
      levels: GOOD.levels,
      schools: 'code,name,level,"need\nindex"\n001,"Lincoln\r\n  Elementary",ES,0.57\n',
      enrollment: 'school,"Level ","A\nLL"\n001,,420\n',
    });
    const model = importInto(emptyModel(), sheets);
    expect(model.get('school', '001')?.name).toBe('Lincoln Elementary');
    expect([...model.table('schoolColumn').values()].map((column) => column.name)).toEqual(['need index']);
    expect([...model.table('need').values()].map((need) => need.code)).toEqual(['A LL']);
  });

  it('are refused in codes', () => {
    const schools = 'code,name,level\n"00\n1",Lincoln,ES\n001,Lincoln,ES\n002,Roosevelt,HS\n';
    expect(faultsOf(sheetsOf({ ...GOOD, schools }))).toEqual([
      'schools, row 2, column code: "00 1" holds a control character.',
    ]);
  });
});

describe('schools that cannot be read', () => {
  it.each([
    ['no sheet of schools', undefined, 'schools: this sheet is missing; every district workbook has it.'],
    ['no schools in it', 'code,name,level\n', 'schools: the sheet has no schools.'],
    ['no column of codes', 'kode,name,level\n001,L,ES\n', 'schools, row 1, column code: this column is missing.'],
  ])('%s is one fault, not one more for every row that names a school', (_what, schools, fault) => {
    const { schools: _, ...others } = GOOD;
    const sheets = sheetsOf(schools === undefined ? others : { ...others, schools });
    expect(faultsOf(sheets)[0]).toBe(fault);
    expect(faultsOf(sheets).filter((sentence) => sentence.includes('is not the code of a school'))).toEqual([]);
  });
});
