/**
 * amount × factor ÷ scale × now ÷ then, for whole amounts ≥ 0, factors ≥ 0, scales ≥ 1, pupils now ≥ 0 and then ≥ 1.
 * A double is certain of the rounded result unless it lies near the point where rounding turns; there BigInt decides.
 */

/** Four roundings, each of at most 2^−53 of the value; 2^−50 covers them with room. */
const RELATIVE_ERROR = 2 ** -50;

/**
 * Half-up to a whole number: 98.5 % of $3,729,668.00 for 766 pupils, at 729 pupils now, is $3,496,271.61
 * (349,627,160.9 cents).
 */
export function scaleHalfUp(amount: number, factor: number, scale: number, now: number, then: number): number {
  const value = amount * (factor / scale) * (now / then);
  const error = value * RELATIVE_ERROR;
  const low = Math.floor(value - error + 0.5);
  if (low === Math.floor(value + error + 0.5) && error < 0.25) return low;
  const top = BigInt(amount) * BigInt(factor) * BigInt(now);
  const bottom = BigInt(scale) * BigInt(then);
  return Number((2n * top + bottom) / (2n * bottom));
}

/** Rounded up to a whole number: what must be left so that no part of a cent is missing. */
export function scaleUp(amount: number, factor: number, scale: number, now: number, then: number): number {
  const value = amount * (factor / scale) * (now / then);
  const error = value * RELATIVE_ERROR;
  const low = Math.ceil(value - error);
  if (low === Math.ceil(value + error) && error < 0.25) return low;
  const top = BigInt(amount) * BigInt(factor) * BigInt(now);
  const bottom = BigInt(scale) * BigInt(then);
  return Number((top + bottom - 1n) / bottom);
}
