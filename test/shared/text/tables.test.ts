import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, guardText, readCsv, unguardText, writeCsv } from '../../../src/shared/text/csv.ts';
import { readTsv, writeTsv } from '../../../src/shared/text/tsv.ts';
import { fuzz } from '../../fuzz/fuzz.ts';

const LIMITS = { cells: 10_000, characters: 100_000 };
const awkward = fc.string({
  unit: fc.constantFrom(...'ab0\'"",=+-@;\t\r\n \u00a0é\u{1f3eb}'.split(/(?:)/u)),
  maxLength: 8,
});
const tables = fc.array(fc.array(awkward, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

function rowsOf(reading: ReturnType<typeof readCsv>): readonly (readonly string[])[] {
  if (!reading.ok) throw new Error(reading.sentence);
  return reading.table.rows;
}
function sentenceOf(reading: ReturnType<typeof readCsv>): string {
  if (reading.ok) throw new Error('was read');
  return reading.sentence;
}

describe('CSV', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['', []],
    ['\n', [['']]],
    ['a,', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    [
      '\ufeffcode,name\n0042,X',
      [
        ['code', 'name'],
        ['0042', 'X'],
      ],
    ],
    ['"a ""b"" c","d,e"', [['a "b" c', 'd,e']]],
    ['"two\r\nlines",x', [['two\r\nlines', 'x']]],
    ['""', [['']]],
    ['a"b,c', [['a"b', 'c']]],
    ["'-01,'x,''=1", [['-01', "'x", "'=1"]]],
    ['"",""\r\n', [['', '']]],
  ])('reads %j', (text, rows) => expect(rowsOf(readCsv(text, LIMITS))).toEqual(rows));

  it('tells the line each row began on, past embedded line breaks', () => {
    const reading = readCsv('a\n"x\ny\r\nz"\nb', LIMITS);
    expect(reading.ok && reading.table.lines).toEqual([1, 2, 5]);
  });

  it('refuses unbalanced quotes with their line and column', () => {
    expect(sentenceOf(readCsv('a,b\n1,"2\n3,4\n', LIMITS))).toMatch(/^Line 2, column 2 .*never closed/);
    expect(sentenceOf(readCsv('a\n"b"c\n', LIMITS))).toMatch(/^Line 2, column 1 .*after its closing quotation mark/);
  });

  it('keeps its limits on both sides', () => {
    const ten = '1,2\n'.repeat(5);
    expect(readCsv(ten, { cells: 10, characters: 20 }).ok).toBe(true);
    expect(sentenceOf(readCsv(ten, { cells: 9, characters: 20 }))).toContain('more than 9 cells');
    expect(sentenceOf(readCsv(ten, { cells: 10, characters: 19 }))).toContain('more than 19 characters');
  });

  it('refuses what is not text', () => {
    expect(sentenceOf(readCsv('PK\u0003\u0004\u0000', LIMITS))).toContain('not plain text');
  });

  it('guards text and never numbers', () => {
    const rows: CsvCell[][] = [['=1+1', '+5', '-01', '@x', '\tx', '\rx', "'=x", 'Smith'], [{ number: '-12.50' }]];
    expect(writeCsv(rows)).toBe(`'=1+1,'+5,'-01,'@x,'\tx,"'\rx",''=x,Smith\r\n-12.50\r\n`);
  });

  it('leaves no cell that a spreadsheet would run', () => {
    fuzz(
      'leaves-no-cell-that-a-spreadsheet-would-run',
      fc.property(awkward, (text) => {
        expect(guardText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('gives back every text it guards', () => {
    fuzz(
      'gives-back-every-text-it-guards',
      fc.property(awkward, (text) => {
        expect(unguardText(guardText(text))).toBe(text);
      }),
    );
  });

  it('reads back what it writes', () => {
    fuzz(
      'reads-back-what-it-writes',
      fc.property(tables, (rows) => {
        expect(rowsOf(readCsv(writeCsv(rows), LIMITS))).toEqual(rows);
      }),
    );
  });

  it('never throws on any text', () => {
    fuzz(
      'never-throws-on-any-text',
      fc.property(fc.string({ maxLength: 40 }), awkward, (left, right) => {
        expect(typeof readCsv(left + right, LIMITS).ok).toBe('boolean');
      }),
    );
  });
});

describe('TSV', () => {
  it.each([
    [
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['5" pipe\t6', [['5" pipe', '6']]],
    ['"open\tx', [['"open', 'x']]],
    ['"two\nlines"\tx\r\n', [['two\nlines', 'x']]],
    ['\t\r\n', [['', '']]],
    ["'-01", [["'-01"]]],
  ])('reads %j', (text, rows) => expect(rowsOf(readTsv(text, LIMITS))).toEqual(rows));

  it('reads back what it writes', () => {
    fuzz(
      'reads-back-what-it-writes-2',
      fc.property(tables, (rows) => {
        expect(rowsOf(readTsv(writeTsv(rows), LIMITS))).toEqual(rows);
      }),
    );
  });
});
