import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowsDigest } from '../../../src/main/store/RowsDigest.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { Model, type ModelRows, type RowOp } from '../../../src/shared/model/Model.ts';
import { TABLE_NAMES } from '../../../src/shared/model/tables.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { byKey, smallDistrict } from '../smallDistrict.ts';

const digestOf = (rows: ModelRows): string => RowsDigest.of(rows).toText();

test('kept with each edit it is what all rows give, in any order of rows; another content gives another', () => {
  fc.assert(
    fc.property(arbitraryRows({ maxSchools: 10 }), fc.integer(), (rows, seed) => {
      const model = new Model(rows);
      const random = new Random(seed);
      const kept = RowsDigest.fromText(digestOf(rows));
      const before = JSON.stringify(byKey(rows));
      for (let edit = 0; edit < 8; edit++) {
        const ops = randomEdit(model, random);
        applyOps(model, ops);
        kept.apply(ops);
      }
      const now = model.toRows();
      const shuffled = Object.fromEntries(
        TABLE_NAMES.map((table) => [table, random.shuffle<object>(now[table])]),
      ) as unknown as ModelRows;
      expect(kept.toText()).toBe(digestOf(shuffled));
      const isSame = sorted(before) === sorted(JSON.stringify(byKey(now)));
      expect(kept.toText() === digestOf(rows)).toBe(isSame);
    }),
    { numRuns: 100 },
  );
});

/** The same for the same rows, whatever the order of keys. */
function sorted(text: string): string {
  const order = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([left], [right]) => (left < right ? -1 : 1))
            .map(([key, inner]) => [key, order(inner)]),
        )
      : value;
  return JSON.stringify(order(JSON.parse(text)));
}

const cents = fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 });
const row = fc.record({
  version: fc.constant(3),
  school: fc.string({ minLength: 1 }),
  amountCents: cents,
  pupils: fc.option(cents),
});

test('no two different rows are taken for one another, however little they differ', () => {
  const fingerprint = (one: object): string => {
    const digest = new RowsDigest();
    digest.add('currentBudget', one);
    return digest.toText();
  };
  fc.assert(
    fc.property(row, row, fc.integer({ min: 1, max: 9 }), (left, right, step) => {
      expect(fingerprint(left) === fingerprint(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      expect(fingerprint({ ...left, amountCents: left.amountCents + step })).not.toBe(fingerprint(left));
      expect(fingerprint({ ...left, amountCents: String(left.amountCents) })).not.toBe(fingerprint(left));
      const exchanged = { ...left, amountCents: step, pupils: left.amountCents };
      const straight = { ...left, amountCents: left.amountCents, pupils: step };
      if (left.amountCents !== step) expect(fingerprint(exchanged)).not.toBe(fingerprint(straight));
    }),
    { numRuns: 300 },
  );
});

test('amounts exchanged between two schools, or moved from one to the other, do not cancel out', () => {
  const of = (one: number, other: number): string => {
    const digest = new RowsDigest();
    digest.add('currentBudget', { version: 3, school: 'A', amountCents: one, pupils: null });
    digest.add('currentBudget', { version: 3, school: 'B', amountCents: other, pupils: null });
    return digest.toText();
  };
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 1, max: 1_000 }), (one, other, moved) => {
      if (one !== other) expect(of(one, other)).not.toBe(of(other, one));
      expect(of(one - moved, other + moved)).not.toBe(of(one, other));
    }),
    { numRuns: 300 },
  );
});

test('what is taken away again leaves no trace, and a new empty column makes no difference', () => {
  const rows = smallDistrict();
  const digest = RowsDigest.of(rows);
  const op = { table: 'school', before: null, after: { code: '9', name: 'Nine', level: 'ES' } } as RowOp;
  digest.apply([op]);
  expect(digest.toText()).not.toBe(digestOf(rows));
  digest.apply([{ ...op, before: op.after, after: null } as RowOp]);
  expect(digest.toText()).toBe(digestOf(rows));
  expect(digestOf({ ...rows, school: rows.school.map((one) => ({ ...one, later: null })) })).toBe(digestOf(rows));
  expect(digest.toText()).toMatch(/^[0-9a-f]{32}$/);
});
