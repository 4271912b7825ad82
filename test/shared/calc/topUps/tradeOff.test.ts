import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { LoweredTradeOff, tradeOffByCap, tradeOffByHoldHarmless } from '../../../../src/shared/calc/topUps/tradeOff.ts';
import { Model, type ModelRows } from '../../../../src/shared/model/Model.ts';
import type { FloorDecisionRow } from '../../../../src/shared/model/rows.ts';
import { arbitraryFloorRows } from '../../../fixtures/arbitraryFloors.ts';

const RANGE = { from: 900_000, to: 1_000_000, step: 30_000 };

/** The same district calculated for itself under another decision. */
function decided(rows: ModelRows, fields: Partial<FloorDecisionRow>): Calculation {
  return new Calculation(new Model({ ...rows, floorDecision: [{ ...rows.floorDecision[0]!, ...fields }] }), 1);
}

describe('the trade-off curve', () => {
  it('says at every percent what a calculation of its own says, and moves nothing', () => {
    fc.assert(
      fc.property(
        arbitraryFloorRows({ maxSchools: 25 }, ['reserve', 'central', 'gainers', 'above_floor', null]),
        (rows) => {
          const calculation = new Calculation(new Model(rows), 1);
          const before = calculation.digest();
          const points = tradeOffByHoldHarmless(calculation, RANGE);
          expect(points.map(({ percent }) => percent)).toEqual([900_000, 930_000, 960_000, 990_000, 1_000_000]);
          for (const point of points) {
            const { topUps, totals } = decided(rows, { holdHarmlessPercent: point.percent }).results;
            expect(point).toEqual({
              percent: point.percent,
              topUpCents: topUps.totalCents,
              toppedUpCount: topUps.toppedUpCount,
              deductionCents: totals.deduction,
              paidCents: topUps.paidCents,
              shortCents: topUps.shortCents,
              capPercent: topUps.capPercent,
              scaling: topUps.scaling,
              isEstimate: false,
            });
          }
          expect(calculation.digest()).toBe(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says what gainers would give as the cap runs', () => {
    fc.assert(
      fc.property(arbitraryFloorRows({ maxSchools: 25 }, ['gainers']), (rows) => {
        const points = tradeOffByCap(new Calculation(new Model(rows), 1), { from: 0, to: 50_000, step: 20_000 });
        const { solve, scaling } = rows.floorDecision[0]!;
        const fields = solve === 'cap' ? { solve: null, scaling: null } : { solve, scaling };
        for (const point of points) {
          const { topUps, totals } = decided(rows, { ...fields, capPercent: point.percent }).results;
          expect(point.deductionCents).toBe(totals.deduction);
          expect(point.shortCents).toBe(topUps.shortCents);
        }
        for (const [at, point] of points.entries()) {
          if (at > 0) expect(point.deductionCents).toBeLessThanOrEqual(points[at - 1]!.deductionCents);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('estimates the formula to within rounding', () => {
    let compared = 0;
    const options = {
      minSchools: 3,
      maxSchools: 20,
      valid: true,
      methods: ['weights', 'proportional'],
      formulas: false,
    } as const;
    fc.assert(
      fc.property(arbitraryFloorRows(options, ['formula']), (rows) => {
        const cent = { ...rows, decision: rows.decision.map((row) => ({ ...row, rounding: 'cent' as const })) };
        for (const point of tradeOffByHoldHarmless(new Calculation(new Model(cent), 1), RANGE)) {
          const { topUps } = decided(cent, { holdHarmlessPercent: point.percent }).results;
          expect(point.isEstimate).toBe(true);
          if (topUps.shortCents > 0 || point.shortCents > 0) continue;
          compared++;
          // Each school may be a cent off in each source, and the slope can magnify that.
          const tolerance = 100 + topUps.totalCents / 1e6;
          expect(Math.abs(point.topUpCents - topUps.totalCents)).toBeLessThanOrEqual(tolerance);
        }
      }),
      { numRuns: 80 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('says of the formula what a calculation of its own says, in any order of percents, and moves nothing', () => {
    fc.assert(
      fc.property(arbitraryFloorRows({ maxSchools: 15 }, ['formula']), fc.boolean(), (rows, isDown) => {
        const calculation = new Calculation(new Model(rows), 1);
        const before = calculation.digest();
        const lowered = new LoweredTradeOff(calculation);
        const percents = [900_000, 930_000, 960_000, 1_000_000];
        for (const percent of isDown ? percents.toReversed() : percents) {
          const { totalCents, toppedUpCount, paidCents, shortCents } = decided(rows, { holdHarmlessPercent: percent })
            .results.topUps;
          expect(lowered.pointAt(percent)).toMatchObject({
            ...{ percent, topUpCents: totalCents, toppedUpCount, paidCents, shortCents, isEstimate: false },
          });
        }
        expect(calculation.digest()).toBe(before);
        expect(new Calculation(new Model(rows), 1).digest()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});
