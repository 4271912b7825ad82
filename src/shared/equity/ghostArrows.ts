import type { AmountId, AxisId } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';

/** One school from where it was to where it is; dollars per pupil in `y`. */
export interface GhostArrow {
  /** Row in the data that is shown. */
  readonly row: number;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/**
 * Arrows from a baseline — current budgets, another scenario, an earlier year — to the schools as they are shown, by
 * school code. Schools without a value on either side have no arrow. Current budgets know no earlier need: their
 * arrows stand upright.
 */
export function ghostArrows(
  shown: EquityData,
  amount: AmountId,
  baseline: EquityData,
  baselineAmount: AmountId,
  against: AxisId,
): GhostArrow[] {
  const [toX, toY] = [shown.shownColumn(against), shown.column(amount)];
  const [fromX, fromY] = [baseline.shownColumn(against), baseline.column(baselineAmount)];
  const arrows: GhostArrow[] = [];
  for (let row = 0; row < shown.count; row++) {
    const before = shown.rowIn(baseline, row);
    if (before < 0) continue;
    const arrow = { row, fromX: fromX[before]!, fromY: fromY[before]!, toX: toX[row]!, toY: toY[row]! };
    const { fromX: x0, fromY: y0, toX: x1, toY: y1 } = arrow;
    // A sum is a number only where each of its parts is one.
    if (Number.isFinite(x0 + y0 + x1 + y1)) arrows.push(arrow);
  }
  return arrows;
}
