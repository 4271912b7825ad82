import { describe, expect, test } from 'vitest';
import { decodeText, decodeTextAs } from '../../../../src/main/imports/table/decodeText.ts';
import { detectDelimiter } from '../../../../src/main/imports/table/detectDelimiter.ts';
import { readTextTable } from '../../../../src/main/imports/table/readTextTable.ts';
import { TABLE_LIMITS } from '../../../../src/main/imports/table/tableLimits.ts';
import { ReadRefusal } from '../../../../src/main/imports/WorkbookUnreadable.ts';

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ReadRefusal) return error.message;
    throw error;
  }
  throw new Error('it was read');
};

const utf16 = (text: string, order: 'LE' | 'BE', mark: boolean): Buffer => {
  const little = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'LE' ? little : little.swap16();
};

describe('encodings', () => {
  const text = 'code,name\r\n1,École Ñandú – “Größe” €\r\n';

  test.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-16 LE', utf16(text, 'LE', true)],
    ['UTF-16 BE', utf16(text, 'BE', true)],
    ['UTF-16 LE', utf16(text, 'LE', false)],
    ['UTF-16 BE', utf16(text, 'BE', false)],
  ] as const)('%s is recognised and read letter by letter', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('UTF-8 with its mark is read without it', () => {
    const { text: decoded, encoding } = decodeText(Buffer.from(`\ufeff${text}`, 'utf8'));
    expect(encoding).toBe('UTF-8');
    expect(readTextTable(decoded, 'a', TABLE_LIMITS).table.rows[0]?.cells[0]).toBe('code');
  });

  test('Windows-1252 is read with its own quotes, dashes and euro', () => {
    const bytes = Buffer.from([
      0x31, 0x2c, 0xc9, 0x63, 0x20, 0x96, 0x20, 0x93, 0x47, 0xf6, 0x94, 0x20, 0x80, 0x92, 0x9f,
    ]);
    expect(decodeText(bytes)).toEqual({ text: '1,Éc – “Gö” €’Ÿ', encoding: 'Windows-1252' });
  });

  test.each([
    ['UTF-8', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-16 LE', utf16(text, 'LE', true)],
    ['UTF-16 BE', utf16(text, 'BE', false)],
  ] as const)('%s is read so when it was chosen', (encoding, bytes) => {
    expect(decodeTextAs(bytes, encoding)).toEqual({ text, encoding });
  });

  test('a chosen encoding is taken at its word, and refused with its line where it cannot be', () => {
    const mixed = Buffer.concat([Buffer.from('1,É\n2,'), Buffer.from([0xc9, 0x63])]);
    expect(decodeTextAs(mixed, 'Windows-1252').text).toBe('1,Ã‰\n2,Éc');
    expect(refusalOf(() => decodeTextAs(mixed, 'UTF-8'))).toContain('line 2 holds a character that is no UTF-8');
    expect(refusalOf(() => decodeTextAs(utf16('a\nb', 'LE', true), 'UTF-8'))).toContain('line 1 holds a character');
    expect(refusalOf(() => decodeTextAs(Buffer.from('abc'), 'UTF-16 LE'))).toContain('cut off');
  });

  test('mixed and unknown encodings are refused with their lines', () => {
    const mixed = Buffer.concat([Buffer.from('code,name\n1,École\n2,'), Buffer.from([0xc9, 0x63]), Buffer.from('\n')]);
    expect(refusalOf(() => decodeText(mixed))).toContain('line 2 is UTF-8, line 3 is not');
    expect(refusalOf(() => decodeText(Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0x81, 0x0a])))).toContain(
      'line 3 holds a character',
    );
    expect(refusalOf(() => decodeText(Buffer.from('a,b\n1,\u0000\n')))).toContain('not a text file (line 2)');
    expect(refusalOf(() => decodeText(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x00, 0xd8])))).toContain(
      'line 2 holds half',
    );
    expect(refusalOf(() => decodeText(Buffer.from([0xff, 0xfe, 0x61])))).toContain('cut off');
  });
});

describe('delimiters', () => {
  test.each([
    [',', 'code,name\n1,Oak\n'],
    [';', 'code;amount\n1;1.234,50\n2;2.345,60\n'],
    ['\t', 'code\tname\n1\tOak, North; upper\n'],
    ['|', 'code|name\n1|Oak\n'],
    [',', 'Enrollment; by school\n\ncode,name\n1,Oak\n2,Elm\n'],
    [';', '"a, b";"c, d, e"\n"1, 2";"3"\n'],
    [',', '"a;b;c",x\n"d;e;f\n;;;",y\n'],
    [',', 'code\n1\n2\n'],
  ])('%j is found in %j', (delimiter, text) => expect(detectDelimiter(text)).toBe(delimiter));

  test('a spreadsheet’s own note of the delimiter counts, and its line too', () => {
    const { table, delimiter } = readTextTable('sep=;\r\na;b,c\r\n1;2,3\r\n', 's', TABLE_LIMITS);
    expect(delimiter).toBe(';');
    expect(table.rows).toEqual([
      { number: 2, cells: ['a', 'b,c'] },
      { number: 3, cells: ['1', '2,3'] },
    ]);
  });
});

describe('rows', () => {
  test('keep their true numbers and columns over blank lines and line breaks in cells', () => {
    const { table } = readTextTable('Title\r\n\r\ncode,,name,,\r\n"a\r\nb",,c\r\n,,\r\n1,,d', 's', TABLE_LIMITS);
    expect(table.rows).toEqual([
      { number: 1, cells: ['Title'] },
      { number: 3, cells: ['code', '', 'name'] },
      { number: 4, cells: ['a\r\nb', '', 'c'] },
      { number: 6, cells: ['1', '', 'd'] },
    ]);
  });

  test('numbers and codes are the text that stands in the file', () => {
    const { table } = readTextTable('0042,1234567890123456789.10,1e5,"1,234.50",53011.0', 's', TABLE_LIMITS);
    expect(table.rows[0]?.cells).toEqual(['0042', '1234567890123456789.10', '1e5', '1,234.50', '53011.0']);
  });

  test('what this program guards against formulas comes back without its guard', () => {
    expect(readTextTable("a,b\n'=1+1,'-5\n", 's', TABLE_LIMITS).table.rows[1]?.cells).toEqual(['=1+1', '-5']);
  });

  test('limits hold on both sides', () => {
    const limits = { ...TABLE_LIMITS, lineCharacters: 10, rows: 3, columns: 3, cells: 9, cellCharacters: 5 };
    expect(readTextTable('a,b,c\n12345,1,2\n1,2,3', 's', limits).table.rows).toHaveLength(3);
    expect(refusalOf(() => readTextTable('a,b\n1,234567890', 's', limits))).toContain(
      'line 2 is longer than 10 characters',
    );
    expect(refusalOf(() => readTextTable('a\nb\nc\nd', 's', limits))).toContain('more than 3 lines');
    expect(refusalOf(() => readTextTable('a,b,c,d', 's', limits))).toContain('row 1 has 4 columns');
    expect(refusalOf(() => readTextTable('a\n123456', 's', limits))).toContain('row 2 holds a text of 6 characters');
    expect(refusalOf(() => readTextTable('a,b,c\na,b,c\na,b,c,', 's', limits))).toContain('more than 9 cells');
    expect(refusalOf(() => readTextTable('a,"b\nc', 's', limits))).toContain('never closed');
  });
});
