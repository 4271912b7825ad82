import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRow, checkValue } from '../../../src/shared/model/checkRow.ts';
import { TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

const MEASURE = TABLES.measure.columns.find((column) => column.name === 'value');
const CODE = TABLES.school.columns.find((column) => column.name === 'code');
const NOTE = TABLES.inputVersion.columns.find((column) => column.name === 'note');
if (!MEASURE || !CODE || !NOTE) throw new Error('columns have moved');

test('every row of a whole district passes', () => {
  const rows = smallDistrict();
  for (const table of TABLE_NAMES) for (const row of rows[table]) expect(checkRow(table, row)).toBeNull();
});

test.each(['0', '7', '-7', '0.5', '-0.5', '10.01', '100', '12345678901234567890.123'])(
  '%s is a canonical decimal',
  (text) => expect(checkValue(MEASURE, text)).toBeNull(),
);

test.each([
  '',
  '-0',
  '00',
  '07',
  '1.',
  '.5',
  '1.50',
  '0.0',
  '+1',
  '1e5',
  '1,000',
  ' 1',
  'NaN',
  'Infinity',
  '--1',
  '９',
  `1${'0'.repeat(60)}`,
])('“%s” is not a canonical decimal', (text) => expect(checkValue(MEASURE, text)).toMatch(/decimal/));

test('the canonical decimals are exactly what an exact number prints as', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.integer({ min: 0, max: 12 }),
      (units, places) => {
        const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
        const whole = digits.slice(0, digits.length - places);
        const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
        const text = `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
        expect(checkValue(MEASURE, text)).toBeNull();
        expect(checkValue(MEASURE, `${text}${fraction ? '' : '.'}0`)).not.toBeNull();
        expect(checkValue(MEASURE, `0${text}`)).not.toBeNull();
      },
    ),
  );
});

test('codes have a length, no margins and no hidden characters', () => {
  expect(checkValue(CODE, 'x'.repeat(LIMITS.codeLength))).toBeNull();
  expect(checkValue(CODE, 'x'.repeat(LIMITS.codeLength + 1))).toMatch(/longer than 60/);
  for (const bad of ['', ' 7', '7 ', '\t', '7\u001f8', '7\u0000', '7\n8', '\udc00', 7, true, {}, undefined]) {
    expect(checkValue(CODE, bad), JSON.stringify(bad)).not.toBeNull();
  }
});

test('notes may break lines but hide nothing', () => {
  expect(checkValue(NOTE, 'first line\r\n\tsecond line')).toBeNull();
  expect(checkValue(NOTE, '')).toBeNull();
  expect(checkValue(NOTE, 'a\u0000b')).toMatch(/control/);
  expect(checkValue(NOTE, 'x'.repeat(LIMITS.noteLength + 1))).toMatch(/longer/);
});

test('integers are held to both bounds of every column', () => {
  const rows = smallDistrict();
  for (const table of TABLE_NAMES) {
    const [row] = rows[table];
    for (const column of row ? TABLES[table].columns : []) {
      if (column.value.type !== 'integer') continue;
      const { min, max } = column.value;
      const at = (value: unknown): string | null => checkRow(table, { ...row, [column.name]: value });
      expect(at(min)).toBeNull();
      expect(at(max)).toBeNull();
      for (const bad of [min - 1, max + 1, min + 0.5, Number.NaN, Number.POSITIVE_INFINITY, String(min), 5n]) {
        expect(at(bad), `${table}.${column.name} ${String(bad)}`).toMatch(new RegExp(`${table}, ${column.name} `));
      }
    }
  }
});

test('what is no row of the table is refused in a sentence, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TABLE_NAMES),
      fc.anything({ withNullPrototype: true, withMap: true }),
      (table, value) => {
        expect(checkRow(table, value)).toMatch(/^(A|In a) row of .*\.$/s);
      },
    ),
  );
});

test('a row in the order of its columns is judged as the same row in any other order', () => {
  // Only rows in order take the quick way; the others are looked at value by value.
  const rows = smallDistrict();
  const edge = fc.constantFrom<unknown>(
    ...['', ' ', 'a', 'a ', ' a', 'a b', 'a\u0000', 'é', '\udc00', '~', '0', '-0', '07', '0.50', '1.5', '-3', '1e5'],
    ...['x'.repeat(60), 'x'.repeat(61), 'x'.repeat(200), 'x'.repeat(201), `1${'0'.repeat(59)}`, `1${'0'.repeat(60)}`],
    ...[0, 1, -1, 0.5, -0, 2 ** 31, 2 ** 31 + 1, LIMITS.moneyCents, LIMITS.moneyCents + 1, Number.NaN, 2 ** 60],
    ...[null, undefined, true, 5n, {}, []],
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...TABLE_NAMES),
      fc.array(fc.oneof(edge, fc.string({ unit: 'binary' }), fc.integer()), { minLength: 16, maxLength: 16 }),
      fc.nat(30),
      (table, values, changed) => {
        const [right] = rows[table];
        const { columns } = TABLES[table];
        const fields = columns.map(({ name }, at): [string, unknown] => {
          // Mostly a right row with one other value; without an example, other values throughout.
          return [name, right && at !== changed ? (right as unknown as Record<string, unknown>)[name] : values[at]];
        });
        const inOrder = Object.fromEntries(fields);
        const turned = Object.fromEntries([...fields].reverse());
        expect(checkRow(table, inOrder)).toBe(checkRow(table, turned));
        if (columns.length > 1) expect(checkRow(table, { ...inOrder, more: 1 })).not.toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});
