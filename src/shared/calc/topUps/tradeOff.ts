import { applyOps, setRow } from '../../changes/Change.ts';
import type { FloorDecisionRow } from '../../model/rows.ts';
import { Calculation } from '../Calculation.ts';
import type { Rational } from '../rational.ts';
import { type FloorPlan, withDecision } from './FloorPlan.ts';
import { estimate } from './lowerFormula.ts';
import { settleTopUps } from './settleTopUps.ts';
import { moneyOf } from './TopUps.ts';

/** One point of a trade-off curve: what the floor would cost, and what the payer would do. Money in cents. */
export interface TradeOffPoint {
  /** Percent units: the hold-harmless percent, or the cap on gains. */
  readonly percent: number;
  /** What the floor costs. */
  readonly topUpCents: number;
  readonly toppedUpCount: number;
  readonly deductionCents: number;
  readonly paidCents: number;
  readonly shortCents: number;
  readonly capPercent: Rational | null;
  readonly scaling: Rational | null;
  /** True under the payer *formula*, whose lowering is estimated to within rounding. */
  readonly isEstimate: boolean;
}

/** Percents from one to another, both included. Percent units. */
export interface PercentRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** 90 % to 100 % by half percents. */
export const HOLD_HARMLESS_RANGE: PercentRange = { from: 900_000, to: 1_000_000, step: 5_000 };
/** 0 % to 10 % by half percents. */
export const CAP_RANGE: PercentRange = { from: 0, to: 100_000, step: 5_000 };

/**
 * The cost of the floor as the hold-harmless percent runs (domain text, section 3), everything else as decided. The
 * live calculation is only read: what the sources pay is taken from it, and floors and payers are computed beside it.
 *
 * A school at $900.00 against a current budget of $1,000.00 costs nothing at 90 % and $100.00 at 100 %.
 */
export function tradeOffByHoldHarmless(
  calculation: Calculation,
  range: PercentRange = HOLD_HARMLESS_RANGE,
): TradeOffPoint[] {
  return percents(range).map((percent) => pointAt(calculation, percent, { holdHarmlessPercent: percent }));
}

/**
 * What gainers would give as the cap runs. The scaling stays as decided, typed or solved; where the cap itself is
 * solved, the scaling is 1, so that the curve crosses the cost of the floor at the solved cap.
 */
export function tradeOffByCap(calculation: Calculation, range: PercentRange = CAP_RANGE): TradeOffPoint[] {
  const { solve, scaling } = calculation.topUps.floors.decision;
  const fields: Partial<FloorDecisionRow> =
    solve === 'cap' ? { payer: 'gainers', solve: null, scaling: null } : { payer: 'gainers', solve, scaling };
  return percents(range).map((percent) => pointAt(calculation, percent, { ...fields, capPercent: percent }));
}

/**
 * The trade-off under the payer *formula*, exact: lowering its pools moves what every school gets, so each point is a
 * recalculation of the whole district, in a model of its own. Make one, then ask for its points whenever there is time.
 *
 * A school at $900.00 of $1,000.00 costs $100.00 at 100 %; lowering the pools takes $2.00 from it, which makes $102.00.
 */
export class LoweredTradeOff {
  readonly #calculation: Calculation;

  constructor({ model, scenarioId }: Calculation) {
    this.#calculation = new Calculation(model.derive({}), scenarioId);
  }

  pointAt(percent: number): TradeOffPoint {
    const { model, topUps } = this.#calculation;
    const ops = setRow(model, 'floorDecision', { ...topUps.floors.decision, holdHarmlessPercent: percent });
    applyOps(model, ops);
    this.#calculation.apply(ops);
    const { totalCents, toppedUpCount, deductionCents, paidCents, shortCents } = this.#calculation.results.topUps;
    return {
      ...{ percent, topUpCents: totalCents, toppedUpCount, deductionCents, paidCents, shortCents },
      ...{ capPercent: null, scaling: null, isEstimate: false },
    };
  }
}

function percents({ from, to, step }: PercentRange): number[] {
  const values: number[] = [];
  for (let percent = from; percent < to; percent += step) values.push(percent);
  return [...values, to];
}

function pointAt(calculation: Calculation, percent: number, fields: Partial<FloorDecisionRow>): TradeOffPoint {
  const { topUps, results } = calculation;
  const floors = withDecision(topUps.floors, { ...topUps.floors.decision, ...fields });
  if (floors.decision.payer === 'formula') return estimateLowered(calculation, percent, floors);
  const outcome = settleTopUps({
    floors,
    // Under another payer the formula would stand at its whole pools again.
    comparison: topUps.whole?.comparison ?? results.comparison,
    free: calculation.freeFormula,
    sources: calculation.sourceStates.map((state) => ({ ...moneyOf(state), loweredCents: 0 })),
  });
  return {
    percent,
    topUpCents: outcome.totalCents,
    toppedUpCount: countPositive(outcome.topUp),
    deductionCents: outcome.deductionCents,
    paidCents: outcome.paidCents,
    shortCents: outcome.shortCents,
    capPercent: outcome.capPercent,
    scaling: outcome.scaling,
    isEstimate: topUps.whole !== null,
  };
}

/** Under the payer *formula*: Newton's estimate of what the pools would be lowered by, which is what top-ups cost. */
function estimateLowered(calculation: Calculation, percent: number, floors: FloorPlan): TradeOffPoint {
  const { comparison, sources } = calculation.topUps.whole ?? {
    comparison: calculation.results.comparison,
    sources: [],
  };
  const most = sources.reduce((sum, source) => sum + source.poolCents, 0);
  const found = estimate({ floor: floors.floor, comparison, sources }, most);
  const lowered = Math.round(found?.cents ?? 0);
  let topUpCents = 0;
  let toppedUpCount = 0;
  for (let school = 0; school < comparison.length; school++) {
    let compared = comparison[school]!;
    for (const source of sources) if (source.compared) compared -= (source.compared[school]! * lowered) / most;
    const gap = floors.floor[school]! - compared;
    // Less than half a cent is what Newton's last step leaves.
    if (!(gap >= 0.5)) continue;
    topUpCents += gap;
    toppedUpCount++;
  }
  const total = Math.round(topUpCents);
  const shortCents = found && !found.isFeasible ? Math.max(0, total - lowered) : 0;
  return {
    percent,
    topUpCents: total,
    toppedUpCount,
    deductionCents: 0,
    paidCents: total - shortCents,
    shortCents,
    capPercent: null,
    scaling: null,
    isEstimate: true,
  };
}

function countPositive(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (value > 0) count++;
  return count;
}
