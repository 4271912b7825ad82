import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOps, applyUnlessConflict, findConflict } from '../../../src/shared/changes/Change.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { byKey, smallDistrict } from '../../main/smallDistrict.ts';

const rows = smallDistrict();
/** Three keys and three values, so that rows are touched twice and held rows are often, and often not, as stated. */
const need = fc
  .record({ code: fc.constantFrom('POV', 'NEW', 'ALL'), name: fc.constantFrom('A', 'B', 'C') })
  .map((row) => ({ ...row, position: 1 }));
const current = fc
  .record({ school: fc.constantFrom('0042', '7', 'X'), amountCents: fc.constantFrom(0, 1), pupils: fc.constant(null) })
  .map((row) => ({ version: 3, ...row }));
const op: fc.Arbitrary<RowOp> = fc.oneof(
  fc.tuple(fc.option(need), fc.option(need)).map(([before, after]) => ({
    table: 'need' as const,
    before: before && after ? { ...before, code: after.code } : before,
    after,
  })),
  fc.tuple(fc.option(current), fc.option(current)).map(([before, after]) => ({
    table: 'currentBudget' as const,
    before: before && after ? { ...before, school: after.school } : before,
    after,
  })),
);
/** Ops that go on from one another most of the time; a few are left as drawn. */
const ops = fc.array(fc.tuple(op, fc.boolean()), { maxLength: 12 }).map((drawn) => {
  const model = new Model(rows);
  return drawn.map(([one, isLoose]) => {
    const row = one.after ?? one.before;
    if (isLoose || !row) return one;
    const key =
      'code' in row ? row.code : `${(row as { version: number }).version}\u001f${(row as { school: string }).school}`;
    const fitting = { ...one, before: model.table(one.table).get(key) ?? null } as RowOp;
    model.put(fitting);
    return fitting;
  });
});

test('putting ops in place finds the conflict that looking first finds, and otherwise does the same', () => {
  let found = 0;
  fc.assert(
    fc.property(ops, (drawn) => {
      const looked = new Model(rows);
      const conflict = findConflict(looked, drawn);
      const put = new Model(rows);
      expect(applyUnlessConflict(put, drawn)).toEqual(conflict);
      if (conflict) found++;
      else applyOps(looked, drawn);
      expect(byKey(put.toRows())).toEqual(byKey(looked.toRows()));
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(20);
  expect(found).toBeLessThan(480);
});
