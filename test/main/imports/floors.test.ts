import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/main/imports/Sheet.ts';
import { defaultFloorDecision } from '../../../src/shared/changes/floors.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import { FLOOR_KEYS, FLOOR_RULES, type FloorKey, floorText } from '../../../src/shared/scenarios/floorKeys.ts';
import { emptyModel, faultsOf, importInto, sheetsOf } from './workbooks.ts';

const BASE = {
  schools: 'code,name,level\n001,Lincoln,ES\n002,Roosevelt,HS\n',
  enrollment: 'school,ALL\n001,420\n002,1480\n',
  revenues: 'code,name,amount,status\nR,Reserve,1000000,lock\nB,Buses,500,lock\n',
};
const imported = (sheets: Readonly<Record<string, string>>): Model =>
  importInto(emptyModel(), sheetsOf({ ...BASE, ...sheets }));
const decision = (sheets: Readonly<Record<string, string>>) => imported(sheets).get('floorDecision', 1);

describe('the sheets minimums and floors', () => {
  it('reads every key as people type it', () => {
    const floors = [
      'KEY,Value',
      'Hold Harmless Percent,98.5%',
      'basis,per pupil',
      'use_minimums,TRUE',
      'payer,above_floor',
      'reserve_source,R',
      'cap_percent,2.5',
      'scaling,1.474 %',
      'solve,',
      'central_source,R',
      'central_source,B',
      'exempt,001',
    ].join('\n');
    const model = imported({ floors });
    expect(model.get('floorDecision', 1)).toEqual({
      scenario: 1,
      holdHarmlessPercent: 985_000,
      basis: 'per_pupil',
      useMinimums: 'yes',
      payer: 'above_floor',
      reserveSource: 'R',
      capPercent: 25_000,
      scaling: 14_740,
      solve: null,
    });
    expect([...model.table('payingSource').values()].map((row) => row.source)).toEqual(['R', 'B']);
    expect([...model.table('exemption').values()]).toEqual([{ scenario: 1, school: '001', reason: '' }]);
  });

  it('takes what is left out as not decided', () => {
    expect(decision({ floors: 'key,value\nhold_harmless_percent,100\n' })).toMatchObject({
      holdHarmlessPercent: 1_000_000,
      basis: 'total',
      useMinimums: 'no',
      payer: null,
      scaling: null,
      solve: null,
    });
    expect(decision({})).toBeUndefined();
  });

  it('reads a scaling as a part of 1, and cells in percent as a spreadsheet stores them', () => {
    expect(decision({ floors: 'key,value\nscaling,0.722007\n' })?.scaling).toBe(722_007);
    const marks = new Map([[1, 'percent' as const]]);
    const floors: Sheet = {
      name: 'floors',
      rows: [
        { number: 1, cells: ['key', 'value'] },
        { number: 2, cells: ['hold_harmless_percent', '0.985'], marks },
        { number: 3, cells: ['scaling', '0.01474'], marks },
      ],
    };
    const model = importInto(emptyModel(), [...sheetsOf(BASE), floors]);
    expect(model.get('floorDecision', 1)).toMatchObject({ holdHarmlessPercent: 985_000, scaling: 14_740 });
  });

  it('reads minimums by level and by school, per pupil and as amounts, whatever columns are there', () => {
    const all = imported({ minimums: 'level,school,per_pupil,amount\nES,,"$4,000.125",\n,002,,2.5m\n' });
    expect([...all.table('levelMinimum').values()]).toEqual([
      { scenario: 1, level: 'ES', kind: 'per_pupil', value: 4_000_125_000 },
    ]);
    expect([...all.table('schoolMinimum').values()]).toEqual([
      { scenario: 1, school: '002', kind: 'amount', value: 250_000_000 },
    ]);
    expect(imported({ minimums: 'level,per_pupil\nHigh,4500\n' }).get('levelMinimum', 1, 'HS')?.value).toBe(
      4_500_000_000,
    );
    expect(imported({ minimums: 'school,amount\n001,9\n' }).get('schoolMinimum', 1, '001')?.value).toBe(900);
  });

  it('replaces what stood there, and keeps it where the sheets are absent', () => {
    const model = imported({
      minimums: 'level,per_pupil\nES,1\nHS,2\n',
      floors: 'key,value\npayer,formula\nexempt,001\n',
    });
    importInto(model, sheetsOf(BASE));
    expect(model.table('levelMinimum').size).toBe(2);
    expect(model.get('floorDecision', 1)?.payer).toBe('formula');
    importInto(model, sheetsOf({ ...BASE, minimums: 'level,per_pupil\nES,3\n', floors: 'key,value\n' }));
    expect([...model.table('levelMinimum').values()]).toMatchObject([{ level: 'ES', value: 3_000_000 }]);
    expect(model.get('floorDecision', 1)?.payer).toBeNull();
    expect(model.table('exemption').size).toBe(0);
  });

  it('does not lose what floors say about a source or school that leaves', () => {
    const model = imported({ floors: 'key,value\nreserve_source,R\nexempt,002\n' });
    const fewer = {
      schools: 'code,name,level\n001,Lincoln,ES\n',
      enrollment: 'school,ALL\n001,420\n',
      revenues: 'code,name,amount\nB,Buses,500\n',
    };
    expect(faultsOf(sheetsOf(fewer), model)).toEqual([
      'revenues: R is no longer in this sheet, but the model holds 1 row of the sheet floors about it; import the sheet floors as well, or keep R.',
      'schools: 002 is no longer in this sheet, but the model holds 1 row of the sheet floors about it; import the sheet floors as well, or keep 002.',
    ]);
  });
});

const HEADER = 'scenario,based_on,sheet,key,column,value\nCurrent plan,,,,,\nB,Current plan,,,,\n';
/** One key, said in the sheet `floors` of one scenario and in the sheet `scenarios` of another. */
const WORDS: readonly (readonly [FloorKey, readonly string[]])[] = [
  ['hold_harmless_percent', ['98.5', '98.5%', '100', '']],
  ['basis', ['total', 'Per Pupil', 'PER_PUPIL', '']],
  ['use_minimums', ['yes', 'No', 'TRUE', 'false', '1', '0', '']],
  ['payer', ['reserve', 'central', 'gainers', 'above floor', 'formula', '']],
  ['reserve_source', ['R', '']],
  ['cap_percent', ['2.5', '0', '']],
  ['scaling', ['0.722007', '1.474 %', '']],
  ['solve', ['scaling', 'Cap', 'nothing', '']],
];

describe('a key of floors', () => {
  it('has a rule, and words to try it with', () => {
    expect(WORDS.map(([key]) => key)).toEqual(FLOOR_KEYS);
  });

  it.each(WORDS.flatMap(([key, values]) => values.map((value) => [key, value] as const)))(
    '%s “%s” means the same in both sheets, and is written as it is read',
    (key, value) => {
      const field = FLOOR_RULES[key].field;
      const model = imported({ scenarios: `${HEADER}B,Current plan,floors,${key},value,${value}\n` });
      const id = [...model.table('scenario').values()].find(({ name }) => name === 'B')!.id;
      const other = model.get('floorDecision', id) ?? defaultFloorDecision(id);
      const first = decision({ floors: `key,value\n${key},${value}\n` })!;
      expect(other[field]).toBe(first[field]);
      const written = floorText(first, key);
      const again = decision({ floors: `key,value\n${key},${written ?? ''}\n` })!;
      expect(again).toEqual(first);
    },
  );

  it('refuses the same words in both sheets', () => {
    const sentence = '"perhaps" is not one of yes, no, true, false, 1, 0.';
    for (const sheets of [
      { floors: 'key,value\nuse_minimums,perhaps\n' },
      { scenarios: `${HEADER}B,Current plan,floors,use_minimums,value,perhaps\n` },
      { scenarios: `${HEADER}B,Current plan,floors,exempt/001,value,perhaps\n` },
    ]) {
      expect(faultsOf(sheetsOf({ ...BASE, ...(sheets as Record<string, string>) })).join()).toContain(sentence);
    }
  });
});
