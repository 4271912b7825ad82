import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inequality, inequality } from '../../../src/shared/equity/inequality.ts';

const measure = (pairs: readonly (readonly [dollars: number, pupils: number])[]): Inequality =>
  inequality(
    Float64Array.from(pairs, ([dollars]) => dollars),
    Float64Array.from(pairs, ([, pupils]) => pupils * 100),
  );

const RATIOS = ['coefficientOfVariation', 'rangeRatio', 'mcLoone', 'verstegen', 'gini', 'theil'] as const;
const ratios = (of: Inequality): number[] => RATIOS.map((name) => of[name]);

const districts = fc.array(fc.tuple(fc.integer({ min: 2_000, max: 20_000 }), fc.integer({ min: 1, max: 3_000 })), {
  minLength: 1,
  maxLength: 40,
});

describe('measures of spread, by hand', () => {
  it('of two schools of the same size', () => {
    const found = measure([
      [4_000, 100],
      [6_000, 100],
    ]);
    // Deviations of 1,000 from 5,000; (6,000 − 4,000) ÷ 4,000; the median of both is 5,000.
    expect(found).toMatchObject({ mean: 5_000, median: 5_000, low: 4_000, high: 6_000 });
    expect(ratios(found)).toEqual(
      [0.2, 0.5, 0.8, 1.2, 0.1, 0.8 * 0.5 * Math.log(0.8) + 1.2 * 0.5 * Math.log(1.2)].map((value) =>
        expect.closeTo(value, 12),
      ),
    );
  });

  it('of three schools that differ in size: the largest holds the median pupil', () => {
    const found = measure([
      [5_000, 100],
      [6_000, 300],
      [9_000, 100],
    ]);
    expect(found).toMatchObject({ mean: 6_400, median: 6_000, low: 5_000, high: 9_000, rangeRatio: 0.8 });
    // At or below: 100 × 5,000 + 300 × 6,000 over 400 pupils is 5,750; at or above: 300 × 6,000 + 100 × 9,000 is 6,750.
    expect(found.mcLoone).toBeCloseTo(5_750 / 6_000, 12);
    expect(found.verstegen).toBeCloseTo(6_750 / 6_000, 12);
    // Pairs: 2 × (1·3·1,000 + 1·1·4,000 + 3·1·3,000) ÷ 25 is 1,280; half of it ÷ 6,400.
    expect(found.gini).toBeCloseTo(0.1, 12);
    // Squares: (1,400² + 3 × 400² + 2,600²) ÷ 5 = 1,840,000.
    expect(found.coefficientOfVariation).toBeCloseTo(Math.sqrt(1_840_000) / 6_400, 12);
  });

  it('of a percentile that falls exactly between two pupils', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => [1_000 * (at + 1), 1] as const);
    expect(measure(twenty)).toMatchObject({ low: 1_500, median: 10_500, high: 19_500 });
  });

  it('of one rich pupil among poor ones: Gini nears one', () => {
    const alone = measure([
      [0, 999],
      [1_000, 1],
    ]);
    expect(alone.gini).toBeCloseTo(0.999, 12);
    expect(alone.theil).toBeCloseTo(Math.log(1000), 12);
    // Half the pupils have nothing: nothing to divide by.
    expect([alone.mcLoone, alone.verstegen, alone.rangeRatio]).toEqual([NaN, NaN, NaN]);
  });

  it('of nothing, of less than nothing, and of nobody are not defined', () => {
    for (const found of [
      measure([
        [0, 5],
        [0, 7],
      ]),
      measure([
        [-10, 5],
        [1_000, 7],
      ]),
      measure([]),
    ]) {
      expect(ratios(found).every(Number.isNaN)).toBe(true);
    }
  });
});

describe('published values', () => {
  it('of Theil’s other measure do not pass for ours', () => {
    // R's package REAT prints 0.2326302 for these, after Stoermann (2009); that is the mean logarithm of μ ÷ x.
    const incomes = [10, 10, 10, 20, 50];
    const found = measure(incomes.map((income) => [income, 1] as const));
    const other = incomes.reduce((sum, income) => sum + Math.log(found.mean / income), 0) / incomes.length;
    expect(other).toBeCloseTo(0.2326302, 7);
    expect(found.theil).toBeCloseTo((3 * 0.5 * Math.log(0.5) + 2.5 * Math.log(2.5)) / 5, 12);
    // 2 × (1·10 + 2·10 + 3·10 + 4·20 + 5·50) ÷ (5 × 100) − 6 ÷ 5.
    expect(found.gini).toBeCloseTo(0.36, 12);
  });
});

describe('measures of spread always', () => {
  it('are the same in cents and dollars', () => {
    fc.assert(
      fc.property(districts, fc.integer({ min: 2, max: 1_000 }), (pairs, factor) => {
        const scaled = measure(pairs.map(([dollars, pupils]) => [dollars * factor, pupils] as const));
        expect(ratios(scaled)).toEqual(ratios(measure(pairs)).map((value) => expect.closeTo(value, 9)));
      }),
    );
  });

  it('do not depend on the order of schools', () => {
    fc.assert(
      fc.property(districts, (pairs) => {
        expect(ratios(measure(pairs.toReversed()))).toEqual(
          ratios(measure(pairs)).map((value) => expect.closeTo(value, 9)),
        );
      }),
    );
  });

  it('are the same when a school is split in two', () => {
    fc.assert(
      fc.property(districts, (pairs) => {
        const split = pairs.flatMap(
          ([dollars, pupils]) =>
            [
              [dollars, pupils / 2],
              [dollars, pupils / 2],
            ] as const,
        );
        expect(ratios(measure(split))).toEqual(ratios(measure(pairs)).map((value) => expect.closeTo(value, 9)));
      }),
    );
  });

  it('stay in their bounds, and are at them exactly where every pupil has the same', () => {
    fc.assert(
      fc.property(districts, fc.integer({ min: 1, max: 30_000 }), (pairs, same) => {
        const found = measure(pairs);
        expect(found.gini).toBeGreaterThanOrEqual(0);
        expect(found.gini).toBeLessThan(1);
        expect(found.theil).toBeGreaterThanOrEqual(0);
        expect(found.mcLoone).toBeGreaterThan(0);
        expect(found.mcLoone).toBeLessThanOrEqual(1);
        expect(found.verstegen).toBeGreaterThanOrEqual(1);
        expect(found.rangeRatio).toBeGreaterThanOrEqual(0);
        expect(ratios(measure(pairs.map(([, pupils]) => [same / 7, pupils] as const)))).toEqual([0, 0, 1, 1, 0, 0]);
      }),
    );
  });

  it('fall when a richer school gives to a poorer one of the same size and stays richer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 5_000 }), fc.integer({ min: 100, max: 4_000 }), (low, gap) => {
        const rest = [
          [7_000, 50],
          [3_000, 20],
        ] as const;
        const before = measure([[low, 10], [low + gap, 10], ...rest]);
        const after = measure([[low + gap / 4, 10], [low + (gap * 3) / 4, 10], ...rest]);
        for (const name of ['coefficientOfVariation', 'gini', 'theil'] as const)
          expect(after[name]).toBeLessThan(before[name]);
      }),
    );
  });
});
