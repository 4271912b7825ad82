import { formatMoney } from '../../shared/text/formatNumber.ts';

/** A digit of the grid's bold figures, and what stands left and right of a number. */
const DIGIT_PX = 7.7;
const PADDING_PX = 19;

/** A column width in which amounts up to `cents` are never cut off: a number that ends in dots is no number. */
export function moneyWidth(cents: number): number {
  return Math.max(96, Math.ceil(formatMoney(Math.abs(cents)).length * DIGIT_PX + PADDING_PX));
}
