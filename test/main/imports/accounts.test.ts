import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSheets } from '../../../src/main/exports/allocationFile/accountSheets.ts';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { sheetText } from '../../../src/main/exports/writeCsvSheets.ts';
import { accountsToChange } from '../../../src/main/imports/accountsToChange.ts';
import { segmentHeaders, segmentOfHeader } from '../../../src/shared/allocationFile/segmentHeaders.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { faultSentence } from '../../../src/shared/contract/errors.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { emptyModel, faultsOf, importInto, META, sheetsOf } from './workbooks.ts';

const BASE = {
  schools: 'code,name,level\n001,Lincoln,ES\n002,Roosevelt,HS\n',
  enrollment: 'school,ALL\n001,420\n002,1480\n',
  revenues: 'code,name,amount,status\nR,Reserve,1000000,lock\nB,Buses,500,lock\n',
};
const ACCOUNTS = {
  account_segments: 'code,name,length\nfund,Fund,2\nsite,Site,\n',
  accounts:
    'source,school,level,need,fund,site\n,,,,01,000\nB,,,,05,\n,001,,,,0001\n,,high,All students,,9\ntop_up,central,,,07,\n',
};
const rulesOf = (model: Model): string[] =>
  [...model.table('accountRule').values()]
    .map(({ segment, source, school, level, need, value }) => [segment, source, school, level, need, value].join('|'))
    .sort();

describe('the sheets accounts and account_segments', () => {
  it('read rules cell by cell: an empty cell says nothing, zeros in front stay', () => {
    const model = importInto(emptyModel(), sheetsOf({ ...BASE, ...ACCOUNTS }));
    expect([...model.table('accountSegment').values()]).toEqual([
      { code: 'fund', name: 'Fund', length: 2, position: 0 },
      { code: 'site', name: 'Site', length: 0, position: 1 },
    ]);
    expect(rulesOf(model)).toEqual([
      'fund|B||||05',
      'fund|top_up|central|||07',
      'fund|||||01',
      'site||001|||0001',
      'site|||HS|ALL|9',
      'site|||||000',
    ]);
  });

  it('give the segments of their columns to a model that has none, and are of one model alone otherwise', () => {
    const accounts = 'source,Fund,OBJECT\n,01,4300\n';
    const model = importInto(emptyModel(), sheetsOf({ ...BASE, accounts }));
    expect([...model.table('accountSegment').values()].map(({ code, length }) => [code, length])).toEqual([
      ['Fund', 0],
      ['OBJECT', 0],
    ]);
    expect(faultsOf(sheetsOf({ ...BASE, accounts: 'source,goal\n,1\n' }), model)).toEqual([
      'accounts, column goal: "goal" is not the code of an account segment; they are Fund, OBJECT.',
    ]);
  });

  it('lists every fault by sheet, row and column', () => {
    const faults = faultsOf(
      sheetsOf({
        ...BASE,
        account_segments: 'code,length\nfund,two\nfund,2\n,3\nsite,61\n',
        accounts: `source,school,level,need,fund\nX,,,,1\n,009,,,1\n,,PRE,,1\n,,,,${'9'.repeat(61)}\n,,,,2\n`,
      }),
    );
    expect(faults).toEqual([
      'account_segments, row 2, column length: "two" is not a whole number up to 60.',
      'account_segments, row 4, column code: this cell is empty.',
      'account_segments, row 5, column length: "61" is not a whole number up to 60.',
      'accounts, row 2, column source: "X" is not the code of a revenue source.',
      'accounts, row 3, column school: "009" is not the code of a school.',
      'accounts, row 4, column level: "PRE" is not a level of this district; its levels are ES, MS, HS.',
      expect.stringMatching(/^accounts, row 5, column fund: "9{40}…" is longer than 60 characters\.$/),
      'accounts, row 6: what is said about every, every, every, every stands in row 5 already.',
    ]);
  });

  it('are replaced as a whole where they are present, and stay where they are absent', () => {
    const model = importInto(emptyModel(), sheetsOf({ ...BASE, ...ACCOUNTS }));
    const before = rulesOf(model);
    importInto(model, sheetsOf(BASE));
    expect(rulesOf(model)).toEqual(before);
    importInto(model, sheetsOf({ ...BASE, accounts: 'fund\n02\n' }));
    expect(rulesOf(model)).toEqual(['fund|||||02']);
  });

  it('block a workbook that leaves out what rules are about, instead of losing them', () => {
    const model = importInto(emptyModel(), sheetsOf({ ...BASE, ...ACCOUNTS }));
    const schools = 'code,name,level\n002,Roosevelt,HS\n';
    const enrollment = 'school,ALL\n002,1480\n';
    expect(faultsOf(sheetsOf({ ...BASE, schools, enrollment }), model)).toEqual([
      expect.stringMatching(
        /^schools: 001 is no longer in this sheet, but the model holds 1 row of the sheet accounts about it/,
      ),
    ]);
    const revenues = 'code,name,amount,status\nR,Reserve,1000000,lock\n';
    expect(faultsOf(sheetsOf({ ...BASE, revenues }), model)).toEqual([
      expect.stringContaining('revenues: B is no longer'),
    ]);
    expect(faultsOf(sheetsOf({ ...BASE, account_segments: 'code\nsite\n' }), model)).toEqual([
      expect.stringMatching(/^account_segments: fund is no longer in this sheet/),
    ]);
    const both = sheetsOf({ ...BASE, schools, enrollment, accounts: 'fund\n01\n' });
    expect(rulesOf(importInto(model, both))).toEqual(['fund|||||01']);
  });

  it('are written only where there are segments, and come back rule for rule', () => {
    expect(describeWorkbook(emptyModel(), 1).map(({ name }) => name)).not.toContain('accounts');
    const sample = new Model(sampleModelRows());
    const sheets = describeWorkbook(sample, 1);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['accounts', 'account_segments']));
    const texts = Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetText(sheet)]));
    const copy = importInto(emptyModel(), sheetsOf(texts));
    expect(rulesOf(copy)).toEqual(rulesOf(sample));
    expect([...copy.table('accountSegment').values()]).toEqual([...sample.table('accountSegment').values()]);
  });

  it('take any codes of segments and any values there and back', () => {
    const label = fc
      .array(
        fc.constantFrom('school', 'SCHOOL', 'fund', 'Fund', ' ', '_', ':', '2', '=', '-', '"', ',', '0', 'é', "'"),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((parts) => parts.join('').trim())
      .filter((text) => text !== '');
    const codes = fc.uniqueArray(label, { minLength: 1, maxLength: 5 });
    const place = fc.record({
      source: fc.constantFrom('', 'R', 'B', 'deduction'),
      school: fc.constantFrom('', '001', 'central'),
      level: fc.constantFrom('', 'ES'),
      need: fc.constantFrom('', 'ALL'),
    });
    const rules = fc.array(fc.record({ at: fc.nat(), place, value: label }), { maxLength: 12 });
    fc.assert(
      fc.property(codes, rules, (segments, drawn) => {
        const model = importInto(emptyModel(), sheetsOf(BASE));
        for (const [position, code] of segments.entries()) {
          model.put({ table: 'accountSegment', before: null, after: { code, name: code, length: position, position } });
        }
        for (const { at, place: of, value } of drawn) {
          const segment = segments[at % segments.length] as string;
          model.put({ table: 'accountRule', before: null, after: { segment, ...of, value } });
        }
        const texts = Object.fromEntries(accountSheets(model).map((sheet) => [sheet.name, sheetText(sheet)]));
        const copy = importInto(emptyModel(), sheetsOf({ ...BASE, ...texts }));
        expect(rulesOf(copy)).toEqual(rulesOf(model));
        expect([...copy.table('accountSegment').values()]).toEqual([...model.table('accountSegment').values()]);
        for (const [at, header] of segmentHeaders(segments).entries()) {
          expect(segmentOfHeader(header, segments)).toBe(segments[at]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('can be imported by themselves, changing nothing else', () => {
    const model = importInto(emptyModel(), sheetsOf(BASE));
    const others = JSON.stringify({ ...model.toRows(), accountRule: [], accountSegment: [] });
    const { change, summary } = accountsToChange(sheetsOf(ACCOUNTS), model, 1, META);
    expect(summary).toBe('2 account segments, 6 account rules');
    applyOps(model, change?.ops ?? []);
    expect(rulesOf(model)).toHaveLength(6);
    expect(JSON.stringify({ ...model.toRows(), accountRule: [], accountSegment: [] })).toBe(others);
    const wrong = accountsToChange(sheetsOf({ accounts: 'source,fund\nNO,1\n' }), model, 1, META);
    expect(wrong.faults.map(faultSentence)).toEqual([
      'accounts, row 2, column source: "NO" is not the code of a revenue source.',
    ]);
    expect(wrong.change).toBeNull();
  });
});
