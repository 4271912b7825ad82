/** An exact fraction. `denominator` is positive. Not necessarily in lowest terms: reduce when numbers grow. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

function gcd(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b) [a, b] = [b, a % b];
  return a;
}

/** numerator ÷ denominator in lowest terms. Throws a RangeError for a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  let top = BigInt(numerator);
  let bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError('division by zero');
  if (bottom < 0n) {
    top = -top;
    bottom = -bottom;
  }
  const divisor = gcd(top, bottom);
  return divisor > 1n
    ? { numerator: top / divisor, denominator: bottom / divisor }
    : { numerator: top, denominator: bottom };
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
/** Throws a RangeError when `b` is zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole number at or below. `floor(−7/2)` is −4. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** Half away from zero, to a whole number. `roundHalfUp(5/2)` is 3, `roundHalfUp(−5/2)` is −3. */
export function roundHalfUp(a: Rational): bigint {
  const negative = a.numerator < 0n;
  const top = negative ? -a.numerator : a.numerator;
  const rounded = (2n * top + a.denominator) / (2n * a.denominator);
  return negative ? -rounded : rounded;
}

/** The nearest double; for display and for the first guess of a filtered computation. */
export function toNumber(a: Rational): number {
  const top = Number(a.numerator);
  const bottom = Number(a.denominator);
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  const whole = a.numerator / a.denominator;
  const rest = a.numerator - whole * a.denominator;
  const shift = 1n << 60n;
  return Number(whole) + Number((rest * shift) / a.denominator) / 2 ** 60;
}

/** A canonical decimal text (`-12.50`) as an exact fraction, or null where it is not one. */
export function parseDecimal(text: string): Rational | null {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return null;
  const digits = match[3] ?? '';
  const top = BigInt(`${match[2]}${digits}`);
  return rational(match[1] ? -top : top, 10n ** BigInt(digits.length));
}

/** Rounded half-up to `places` decimals, written with a point: `toDecimal(2/3, 4)` is `0.6667`. */
export function toDecimal(a: Rational, places: number): string {
  const scaled = roundHalfUp({ numerator: a.numerator * 10n ** BigInt(places), denominator: a.denominator });
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = places ? `.${digits.slice(digits.length - places)}` : '';
  return `${negative ? '-' : ''}${whole}${part}`;
}
