import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import {
  setGoalWeight,
  setGrowth,
  setPathShare,
  setRevenueTrigger,
  takeYear,
} from '../../../src/shared/changes/gradual.ts';
import { grown, growthFactor } from '../../../src/shared/gradual/growth.ts';
import { multiYear, shadowStatement } from '../../../src/shared/gradual/multiYear.ts';
import { pathOf } from '../../../src/shared/gradual/path.ts';
import { weightOnPath } from '../../../src/shared/gradual/weightOnPath.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

/** Half away from zero in whole numbers. */
function halfUp(top: bigint, bottom: bigint): number {
  const whole = top / bottom;
  return Number((top - whole * bottom) * 2n >= bottom ? whole + 1n : whole);
}

describe('a weight on its way', () => {
  it('is now + share × (goal − now), half-up to ten-thousandths, for any weights', () => {
    const weight = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: 0, max: 1_000_000 }), (now, goal, share) => {
        const exact = BigInt(now) * 1_000_000n + BigInt(share) * (BigInt(goal) - BigInt(now));
        expect(weightOnPath(now, goal, share)).toBe(halfUp(exact, 1_000_000n));
      }),
    );
  });

  it.each([
    [2_300, 3_400, 500_000, 2_850],
    [2_300, 3_400, 333_333, 2_667],
    [3_400, 2_300, 333_333, 3_033],
    [0, 1, 500_000, 1],
    [1, 0, 500_000, 1],
    [2_300, 3_400, 0, 2_300],
    [2_300, 3_400, 1_000_000, 3_400],
  ])('from %i to %i with %i of the way gone is %i', (now, goal, share, expected) => {
    expect(weightOnPath(now, goal, share)).toBe(expected);
  });
});

/** The small district on a path of shares, with goal weights for poverty. */
function onPath(shares: Readonly<Record<number, number>>, more: Partial<ModelRows> = {}): Model {
  const model = new Model({ ...smallDistrict(), ...more });
  for (const level of ['ES', 'HS']) {
    applyOps(model, setGoalWeight(model, 1, 'District weights', level, 'POV', 5_000).ops);
  }
  for (const [year, share] of Object.entries(shares)) applyOps(model, setPathShare(model, 1, Number(year), share).ops);
  return model;
}

describe('the path', () => {
  it('carries a share on until the next one, and begins at 0', () => {
    const model = onPath({ 1: 250_000, 3: 1_000_000 });
    expect(pathOf(model, 1, 4).map(({ share }) => share)).toEqual([0, 250_000, 250_000, 1_000_000, 1_000_000]);
  });

  it('waits for unrestricted revenue, and goes on once it has been there', () => {
    const model = onPath({ 0: 0, 1: 500_000, 2: 1_000_000 });
    applyOps(model, setRevenueTrigger(model, 1, 1_010_000_000).ops);
    expect(pathOf(model, 1, 2).map(({ share }) => share)).toEqual([0, 0, 0]);
    // General fund: $10,000,000.00 and 1 % more each year reaches the trigger of $10,100,000.00 next year.
    applyOps(model, setGrowth(model, 1, 'revenue', 'GEN', 10_000).ops);
    expect(pathOf(model, 1, 2).map(({ share, unrestrictedCents }) => [share, unrestrictedCents])).toEqual([
      [0, 1_000_000_000],
      [500_000, 1_010_000_000],
      [1_000_000, 1_020_100_000],
    ]);
    // Restricted revenue counts for nothing here.
    applyOps(model, setGrowth(model, 1, 'revenue', 'GEN', 9_999).ops);
    applyOps(model, setGrowth(model, 1, 'revenue', 'T1', 1_000_000).ops);
    expect(pathOf(model, 1, 1).map(({ isTriggered }) => isTriggered)).toEqual([false, false]);
  });
});

describe('growth', () => {
  it('is exact over the years and rounded once', () => {
    const percent = fc.integer({ min: -1_000_000, max: 200_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000 }),
        percent,
        fc.integer({ min: 0, max: 12 }),
        (value, rate, years) => {
          const exact = BigInt(value) * BigInt(1_000_000 + rate) ** BigInt(years);
          const expected = halfUp(exact, 1_000_000n ** BigInt(years));
          expect(grown(value, growthFactor(rate, years), 'moneyCents')).toBe(expected);
        },
      ),
    );
  });

  it('of a level or source of its own takes the place of the one for all', () => {
    const model = onPath({});
    applyOps(model, setGrowth(model, 1, 'enrollment', '', 100_000).ops);
    applyOps(model, setGrowth(model, 1, 'enrollment', 'HS', -50_000).ops);
    const [now, next, later] = multiYear(model, 1, 2);
    expect(Array.from(now!.calculation.results.pupils)).toEqual([42_000, 148_000]);
    expect(Array.from(next!.calculation.results.pupils)).toEqual([46_200, 140_600]);
    expect(Array.from(later!.calculation.results.pupils)).toEqual([50_820, 133_570]);
  });

  it('beyond what can be calculated is refused in a sentence', () => {
    const model = onPath({});
    applyOps(model, setGrowth(model, 1, 'revenue', 'GEN', 10_000_000).ops);
    expect(() => multiYear(model, 1, 30)).toThrow(/lower the growth or look at fewer years/);
  });
});

describe('years along the path', () => {
  it('are this year’s budgets while nothing moves, and those of the goal weights at the end of the way', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 12 }), fc.integer(), (rows, seed) => {
        const random = new Random(seed);
        const goalWeight = rows.weight
          .filter(() => random.chance(0.6))
          .map((row) => ({ ...row, weight: random.whole(0, 30_000) }));
        const model = new Model({ ...rows, goalWeight, pathShare: [{ scenario: 1, year: 1, share: 1_000_000 }] });
        const [now, end] = multiYear(model, 1, 1);
        const key = (row: { weightSet: string; level: string; need: string }) =>
          `${row.weightSet}|${row.level}|${row.need}`;
        const goals = new Map(goalWeight.map((row) => [key(row), row]));
        const arrived = new Model({ ...rows, weight: rows.weight.map((row) => goals.get(key(row)) ?? row) });
        expect(now!.calculation.digest()).toBe(new Calculation(new Model(rows), 1).digest());
        expect(end!.calculation.digest()).toBe(new Calculation(arrived, 1).digest());
        const { shadow, actual, differences, gainedCents, lostCents } = shadowStatement(model, 1);
        expect(shadow.digest()).toBe(end!.calculation.digest());
        expect(actual.digest()).toBe(now!.calculation.digest());
        expect([...differences]).toEqual([...end!.changes]);
        expect(gainedCents + lostCents).toBe(shadow.results.totals.total - actual.results.totals.total);
        expect(Array.from(now!.changes).every(Number.isNaN)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('are what a scenario becomes that takes the weights of that year', () => {
    const model = onPath({ 1: 333_333 });
    const next = multiYear(model, 1, 1)[1]!;
    const { ops, label } = takeYear(model, 1, 1);
    expect(label).toBe('Weights in 1 year: 33.3333% of the way');
    applyOps(model, ops);
    expect(model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(3_200);
    expect(model.get('weight', 1, 'District weights', 'MS', 'POV')?.weight).toBe(2_300);
    expect(new Calculation(model, 1).digest()).toBe(next.calculation.digest());
  });

  it('leave the model and its other scenarios as they are', () => {
    const model = onPath({ 1: 500_000 });
    const before = JSON.stringify(model.toRows());
    multiYear(model, 1, 3);
    shadowStatement(model, 1);
    expect(JSON.stringify(model.toRows())).toBe(before);
  });
});
