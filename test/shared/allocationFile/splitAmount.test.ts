import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenPart, splitAmount, splitEvenly } from '../../../src/shared/allocationFile/splitAmount.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { arbitraryModel } from '../../fixtures/arbitraryModel.ts';
import { buildDistrict } from '../../fixtures/district.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the parts of what a source pays a school', () => {
  it('add up to it exactly, cell by cell, for every method that has lines', () => {
    let split = 0;
    fc.assert(
      fc.property(arbitraryModel({ maxSchools: 25, valid: true }), (model) => {
        const calculation = new Calculation(model, 1);
        for (const [at, source] of calculation.results.sources.entries()) {
          for (const school of calculation.schools.keys()) {
            const cells = splitAmount(calculation, at, school);
            const hasLines = source.rates !== null && ['weights', 'shares', 'rates'].includes(source.method);
            expect(cells !== null).toBe(hasLines);
            if (!cells || !Number.isSafeInteger(source.amountCents * 100)) continue;
            if (cells.length === 0) expect(source.amounts[school]).toBe(0);
            expect(sum(cells.map(({ cents }) => cents))).toBe(source.amounts[school]);
            if (cells.length > 0) split++;
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(split).toBeGreaterThan(500);
  });

  it('are the published lines, and otherwise lie within a cent of the exact ones', () => {
    const district = (rounding: 'rates' | 'cent') =>
      buildDistrict({
        levels: ['ES', 'MS'],
        needs: ['ALL', 'POV'],
        schools: [{ code: 'A', level: 'ES' }],
        counts: [
          ['A', 'ES', 'ALL', 300],
          ['A', 'MS', 'ALL', 300],
          ['A', 'MS', 'POV', 100],
        ],
        sources: [{ code: 'G', amountCents: 100_01, status: 'unlock', method: 'weights', weightSet: 'W', rounding }],
        weights: [
          ['W', 'ES', 'ALL', 10_000],
          ['W', 'MS', 'ALL', 10_000],
          ['W', 'MS', 'POV', 10_000],
        ],
      });
    const cents = (rounding: 'rates' | 'cent') =>
      splitAmount(new Calculation(district(rounding), 1), 0, 0)?.map((cell) => cell.cents);
    // 100.01 ÷ 7 = 14.2871…: published 14.28 a pupil, 42.84 + 42.84 + 14.28, and five cents stay central.
    expect(cents('rates')).toEqual([42_84, 42_84, 14_28]);
    // Exact 42.8614…, 42.8614…, 14.2871…; the odd cent goes to the largest remainder.
    expect(cents('cent')).toEqual([42_86, 42_86, 14_29]);
  });
});

describe('an even split over months', () => {
  it('gives the odd cents to the first months', () => {
    expect(splitEvenly(10_000, 12)).toEqual([834, 834, 834, 834, 833, 833, 833, 833, 833, 833, 833, 833]);
    expect(splitEvenly(-5, 3)).toEqual([-2, -2, -1]);
    expect(splitEvenly(2, 3)).toEqual([1, 1, 0]);
  });

  it('sums exactly, differs by a cent at most, and is the same part by part', () => {
    const amount = fc.maxSafeInteger();
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 12 }), (cents, months) => {
        const parts = splitEvenly(cents, months);
        expect(sum(parts)).toBe(cents);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(parts.some((part) => Object.is(part, -0))).toBe(false);
        expect(parts.map((_, at) => evenPart(cents, months, at + 1))).toEqual(parts);
      }),
    );
  });
});
