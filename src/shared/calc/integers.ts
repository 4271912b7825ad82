/**
 * Whole-number arithmetic in doubles, exact under the stated bounds, with BigInt where a bound fails.
 * Every bound is checked by the caller or here; none is assumed of the data.
 */
export const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * ⌊x ÷ 100⌋ for a whole x from 0 to 9,007,199,254,740,991.
 *
 * Why the plain double division is exact: let x = 100·k + r with 0 ≤ r ≤ 99. The true quotient lies in
 * [k, k + 0.99]; k is representable and rounding is monotone, so the computed quotient is at least k. It could only
 * reach k + 1 if k + 0.99 rounded up to it, that is if half the spacing of doubles there were 0.01 or more. But
 * x ÷ 100 < 2^47, where the spacing is at most 2^−6 = 0.0156 and half of it 0.0078.
 */
export function cutToHundred(x: number): number {
  return Math.floor(x / 100);
}

/** ⌊a ÷ b⌋ for whole a from 0 to 2^53 − 1 and whole b ≥ 1: the estimate is off by at most one and is put right. */
export function floorDivide(a: number, b: number): number {
  let quotient = Math.floor(a / b);
  if (quotient * b > a) quotient--;
  return quotient;
}

/**
 * a·scale ÷ b half-up (half away from zero) for whole a, b ≥ 1 and scale ≥ 1.
 * `divideHalfUp(894_007_576, 100, 148_000)` is 604,059: $8,940,075.76 over 1,480.00 pupils is $6,040.59.
 */
export function divideHalfUp(a: number, scale: number, b: number): number {
  const size = Math.abs(a);
  const scaled = size * scale;
  let rounded: number;
  if (scaled <= EXACT) {
    const quotient = floorDivide(scaled, b);
    rounded = 2 * (scaled - quotient * b) >= b ? quotient + 1 : quotient;
  } else {
    const top = BigInt(size) * BigInt(scale);
    rounded = Number((2n * top + BigInt(b)) / (2n * BigInt(b)));
  }
  return a < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Least common multiple of positive whole numbers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y) [x, y] = [y, x % y];
  return (a / x) * b;
}
