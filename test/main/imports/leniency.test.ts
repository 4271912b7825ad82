import { describe, expect, it } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { emptyModel, importInto, sheetsOf } from './workbooks.ts';

const HEAD = 'code,name,amount,status,central_percent,central_amount,method,formula';
const workbook = (...revenues: string[]): Record<string, string> => ({
  schools: 'code,name,level\n1,Oak,ES\n',
  enrollment: 'school,ALL\n1,100\n',
  revenues: [HEAD, ...revenues].join('\n'),
});

describe('what an import takes without complaint', () => {
  it.each([
    ['GEN,General,1000,unlock,0,5,proportional,enrollment', 'amount', 500],
    ['GEN,General,1000,unlock,10,0,proportional,enrollment', 'percent', 100_000],
    ['GEN,General,1000,unlock,0,0,proportional,enrollment', 'amount', 0],
  ])('a zero beside the other central column: %s', (row, kind, value) => {
    const decision = importInto(emptyModel(), sheetsOf(workbook(row))).get('decision', 1, 'GEN');
    expect([decision?.centralKind, decision?.centralValue]).toEqual([kind, value]);
  });

  it('a lock that commits nothing, written with an empty method and with the word', () => {
    for (const method of ['', 'none']) {
      const model = importInto(emptyModel(), sheetsOf(workbook(`GEN,General,1000,lock,,,${method},`)));
      expect(model.get('decision', 1, 'GEN')?.method).toBe('none');
      const sheet = describeWorkbook(model, 1).find(({ name }) => name === 'revenues');
      const at = sheet?.columns.findIndex(({ header }) => header === 'method') ?? -1;
      expect(sheet?.rows[0]?.[at]).toBe('');
    }
  });

  it('amounts typed under a lock that does not use them come back as they were', () => {
    const typed = { ...workbook('GEN,General,1000,lock,,,none,'), table: 'source,school,amount\nGEN,1,5\n' };
    const model = importInto(emptyModel(), sheetsOf(typed));
    const sheet = describeWorkbook(model, 1).find(({ name }) => name === 'revenues');
    expect(sheet?.rows[0]).toContain('none');
  });

  it('a weight set without any weight, as its name alone, and writes it so', () => {
    const sheets = { ...workbook(`GEN,General,1000,lock,,,,`), weights: 'weight_set,level,need,weight\nEmpty,,,\n' };
    const model = importInto(emptyModel(), sheetsOf(sheets));
    expect([...model.table('weightSet').values()].map((row) => row.weightSet)).toEqual(['Empty']);
    expect(model.table('weight').size).toBe(0);
    expect(describeWorkbook(model, 1).find(({ name }) => name === 'weights')?.rows).toEqual([['Empty', '', '', '']]);
  });
});
