import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBesides, sumOf } from '../../../src/renderer/comparison/comparedFigures.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { arbitraryFloorModel } from '../../fixtures/arbitraryFloors.ts';

describe('a row of the comparison', () => {
  it('adds up: projected + top-up − deduction + outside − locked = final', () => {
    fc.assert(
      fc.property(arbitraryFloorModel(), (model) => {
        const { results } = new Calculation(model, 1);
        const { outside, locked } = readBesides(results);
        for (let school = 0; school < results.schoolCount; school++) {
          const [compared = 0, topUp = 0, deduction = 0, final] = [
            results.comparison[school],
            results.topUp[school],
            results.deduction[school],
            results.total[school],
          ];
          expect(compared + topUp - deduction + (outside[school] ?? 0) - (locked[school] ?? 0)).toBe(final);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sums over the schools that have a figure, and has no sum where none has', () => {
    expect(sumOf(Float64Array.of(100, Number.NaN, 250))).toBe(350);
    expect(sumOf(Float64Array.of(Number.NaN, Number.NaN))).toBeNull();
    expect(sumOf(Float64Array.of(0))).toBe(0);
  });
});
