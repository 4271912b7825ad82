import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import type { Results } from '../../src/shared/calc/results.ts';
import { applyOps, findConflict, invertOps } from '../../src/shared/changes/Change.ts';
import { enrollmentShock, setShock } from '../../src/shared/changes/shocks.ts';
import { Model, type RowOp } from '../../src/shared/model/Model.ts';
import { randomEdit } from '../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../fixtures/arbitraryModel.ts';
import { Random } from '../fixtures/random.ts';

/** Everything that can be compared: typed arrays as lists, exact fractions as they stand. */
function comparable(results: Results): unknown {
  return JSON.parse(
    JSON.stringify(results, (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      if (value instanceof Float64Array || value instanceof Uint8Array) return Array.from(value, String);
      return Object.is(value, -0) ? 'negative zero' : value;
    }),
  );
}

describe('I12: recalculating one edit gives what recalculating everything gives', () => {
  it('over long runs of edits of every kind, and back again', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 25 }), fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const calculation = new Calculation(model, 1);
        const first = calculation.digest();
        const undo = [];
        for (let edit = 0; edit < 25; edit++) {
          // A paste is several edits in one change.
          const ops: RowOp[] = [];
          for (let part = random.chance(0.2) ? random.whole(2, 5) : 1; part > 0; part--) {
            const more = randomEdit(model, random);
            expect(findConflict(model, more)).toBeNull();
            applyOps(model, more);
            ops.push(...more);
          }
          calculation.apply(ops);
          undo.push(invertOps(ops));
          const fresh = new Calculation(model, 1);
          expect(calculation.digest()).toBe(fresh.digest());
          expect(comparable(calculation.results)).toEqual(comparable(fresh.results));
        }
        for (const ops of undo.reverse()) {
          applyOps(model, ops);
          calculation.apply(ops);
        }
        expect(calculation.digest()).toBe(first);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('through enrollment shocks that come, move and go among edits of the counts they shock', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 15 }), fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const calculation = new Calculation(model, 1);
        const at = (table: 'level' | 'need') => random.pick(['', ...model.table(table).keys()]);
        // Ten times as many pupils may be more than a document holds; a third of one needs rounding.
        const percent = () => random.pick([null, 0, -1_000_000, 9_000_000, -333_333, random.whole(-100_000, 100_000)]);
        for (let edit = 0; edit < 20; edit++) {
          const ops: RowOp[] = [];
          for (let part = random.whole(1, 3); part > 0; part--) {
            const shock = random.chance(0.7);
            const more = shock
              ? setShock(model, 1, enrollmentShock(at('level'), at('need')), percent()).ops
              : randomEdit(model, random);
            applyOps(model, more);
            ops.push(...more);
          }
          calculation.apply(ops);
          const fresh = new Calculation(model, 1);
          expect(calculation.digest()).toBe(fresh.digest());
          expect(comparable(calculation.results)).toEqual(comparable(fresh.results));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
