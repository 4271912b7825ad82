import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTextTable } from '../../../src/main/imports/table/readTextTable.ts';
import { TABLE_LIMITS } from '../../../src/main/imports/table/tableLimits.ts';
import { ReadRefusal } from '../../../src/main/imports/WorkbookUnreadable.ts';
import { roundToCents, shiftPoint } from '../../../src/shared/assistant/cellNumbers.ts';
import { isNumberText, roughNumber } from '../../../src/shared/assistant/numberText.ts';
import { editDistance } from '../../../src/shared/assistant/textDistance.ts';
import { formatMoney } from '../../../src/shared/text/formatNumber.ts';
import { parseMoney } from '../../../src/shared/text/parseNumber.ts';
import { readNumberText } from '../../../src/shared/text/readNumberText.ts';
import { fuzz } from '../../fuzz/fuzz.ts';
import { build, emptyModel, importInto, mappingOf, scenarioOf } from './tables.ts';

/** What once failed stands in `test/fuzz/cases` and is tried first. */
const RUNS = { numRuns: 300 };
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    "'=1",
    '=1+1',
    '-5',
    '0042',
    '1,234.50',
    '1.234,50',
    '1e5',
    '50%',
    '\u00a0',
    '\ufeff',
    'Total',
    '__proto__',
    'constructor',
    '9'.repeat(40),
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);
const lines = fc.array(fc.array(awkward, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

test('whatever the text, reading gives a table or a sentence', () => {
  fuzz(
    'whatever-the-text-reading-gives-a-table-or-a-sentence',
    fc.property(
      fc.oneof(
        lines.map((rows) => rows.map((row) => row.join(',')).join('\n')),
        fc.string({ unit: 'binary', maxLength: 300 }),
      ),
      (text) => {
        try {
          const { table } = readTextTable(text, 'fuzz', TABLE_LIMITS);
          for (const row of table.rows) expect(row.cells.at(-1)?.trim()).not.toBe('');
        } catch (error) {
          if (!(error instanceof ReadRefusal)) throw error;
          expect(error.message).toMatch(/[.]$/);
        }
      },
    ),
    RUNS,
  );
});

test.each([',', ';', '\t', '|'] as const)('a quoted table divided by %j comes back cell by cell', (delimiter) => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .filter((text) => !text.includes('\u0000') && !text.includes('\ufeff') && !text.startsWith("'"));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }));
  fuzz(
    `a-quoted-table-divided-by-comes-back-cell-by-cell-${delimiter.codePointAt(0)}`,
    fc.property(table, (rows) => {
      // A last column of letters keeps trailing cells from being empty and the delimiter in every line.
      const whole = rows.map((row) => [...row, 'x']);
      const text = whole
        .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n');
      const read = readTextTable(text, 'fuzz', TABLE_LIMITS);
      expect(read.delimiter).toBe(delimiter);
      expect(read.table.rows.map(({ cells }) => cells)).toEqual(whole);
    }),
    RUNS,
  );
});

test('whatever the table, suggesting and building end in faults or in a change that can be stored', () => {
  fuzz(
    'whatever-the-table-suggesting-and-building-end-in-faults-or',
    fc.property(lines, (cells) => {
      const table = { sheet: 'fuzz', rows: cells.map((row, at) => ({ number: at + 1, cells: row })) };
      const model = emptyModel();
      const built = build(table, model, mappingOf(table, model));
      if (built.change) importInto(model, built);
      else expect(built.faultCount).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('an amount in a file is in the document to the cent, or it is a fault: never another number', () => {
  fuzz(
    'an-amount-in-a-file-is-in-the-document-to-the-cent-or-it-is',
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }).map(formatMoney), awkward), {
        minLength: 1,
        maxLength: 20,
      }),
      (texts) => {
        const rows = [
          ['code', 'name', 'level', 'budget'],
          ...texts.map((text, at) => [`S${at}`, `School ${at}`, 'ES', text]),
        ];
        const table = { sheet: 'fuzz', rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
        const model = emptyModel();
        const mapping = mappingOf(table, model);
        const columns = mapping.columns.map((column) =>
          column.header === 'budget' ? { ...column, target: { kind: 'currentAmount' } as const } : column,
        );
        const leftOut = texts.map((_, at) => at + 2);
        const built = build(table, model, { ...mapping, columns, keepRows: leftOut });
        const wrong = texts.filter((text) => text.trim() !== '' && !parseMoney(text.trim()).ok);
        expect(built.faultCount).toBe(wrong.length);
        if (!built.change) return;
        importInto(model, built);
        const { currentVersion } = scenarioOf(model);
        for (const [at, text] of texts.entries()) {
          const parsed = parseMoney(text.trim());
          expect(model.get('currentBudget', currentVersion, `S${at}`)?.amountCents ?? null).toBe(
            parsed.ok ? parsed.value : null,
          );
        }
      },
    ),
    RUNS,
  );
});

test('rounding to cents is exact and half away from zero', () => {
  fuzz(
    'rounding-to-cents-is-exact-and-half-away-from-zero',
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 3, max: 12 }), (size, places) => {
      const scale = 10n ** BigInt(places);
      const sign = size < 0n ? '-' : '';
      const absolute = size < 0n ? -size : size;
      const text = `${sign}${absolute / scale}.${(absolute % scale).toString().padStart(places, '0')}`;
      const unit = scale / 100n;
      const cents = (absolute + unit / 2n) / unit;
      const expected = parseMoney(
        `${cents === 0n ? '' : sign}${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`,
      );
      expect(parseMoney(roundToCents(text))).toEqual(expected);
    }),
    RUNS,
  );
});

test('moving the point and back gives the same number', () => {
  fuzz(
    'moving-the-point-and-back-gives-the-same-number',
    fc.property(fc.nat(), fc.integer({ min: 0, max: 99_999 }), (whole, part) => {
      const text = `${whole}.${String(part).padStart(5, '0')}`;
      const back = readNumberText(shiftPoint(shiftPoint(text, 2), -2));
      expect(back).toEqual(readNumberText(text));
    }),
    RUNS,
  );
});

test('a text counts as a number exactly where the reader of numbers reads one', () => {
  fuzz(
    'a-text-counts-as-a-number-exactly-where-the-reader-of-number',
    fc.property(
      fc.oneof(
        awkward,
        fc.constantFrom(
          '$1,234',
          '(5)',
          '5-',
          '1.2m',
          '3bn',
          '12 k',
          '−7',
          '5 pupils',
          'k5',
          '1 000'.replace(' ', '\u00a0'),
        ),
      ),
      (text) => {
        expect(isNumberText(text)).toBe('whole' in readNumberText(text));
        if (isNumberText(text)) expect(Number.isFinite(roughNumber(text))).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('distances are symmetric, zero only for equal texts, and cut where asked', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fuzz(
    'distances-are-symmetric-zero-only-for-equal-texts-and-cut-wh',
    fc.property(word, word, fc.integer({ min: 0, max: 10 }), (left, right, most) => {
      const distance = editDistance(left, right, 20);
      expect(editDistance(right, left, 20)).toBe(distance);
      expect(distance === 0).toBe(left === right);
      expect(editDistance(left, right, most)).toBe(Math.min(distance, most + 1));
    }),
    RUNS,
  );
});
