import type { Rational } from '../rational.ts';

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * An exact fraction that is two ordinary whole numbers as long as both are small enough to be exact in a double, and
 * two BigInts otherwise. Nearly every number of a budget formula stays small, which is what makes thousands of
 * schools take milliseconds. `d` and `big.denominator` are positive.
 */
export class Exact {
  readonly n: number;
  readonly d: number;
  readonly big: Rational | null;

  constructor(n: number, d: number, big: Rational | null) {
    this.n = n;
    this.d = d;
    this.big = big;
  }
}

/** A whole number or fraction of safe integers. */
export const exact = (n: number, d = 1): Exact => new Exact(n, d, null);

function gcdNumber(left: number, right: number): number {
  let a = Math.abs(left);
  let b = right;
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

export function gcdBig(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right;
  while (b !== 0n) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/** Brings a fraction in lowest terms into the smaller form where it fits. */
export function fromLowestTerms(numerator: bigint, denominator: bigint): Exact {
  const n = Number(numerator);
  const d = Number(denominator);
  if (n <= SAFE && n >= -SAFE && d <= SAFE) return new Exact(n, d, null);
  return new Exact(0, 1, { numerator, denominator });
}

/** Reads a fraction in lowest terms, as `rational` makes them. */
export const fromRational = (value: Rational): Exact => fromLowestTerms(value.numerator, value.denominator);

/** The same number in lowest terms, for the rest of the calculation. */
export function toRational(value: Exact): Rational {
  if (value.big) return value.big;
  const divisor = gcdNumber(value.n, value.d);
  return divisor === 1
    ? { numerator: BigInt(value.n), denominator: BigInt(value.d) }
    : { numerator: BigInt(value.n / divisor), denominator: BigInt(value.d / divisor) };
}

/** Numerator and denominator as BigInts, not necessarily in lowest terms. */
export const bigParts = (value: Exact): Rational =>
  value.big ?? { numerator: BigInt(value.n), denominator: BigInt(value.d) };

/** Negative, zero or positive. */
export function signOf(value: Exact): number {
  if (!value.big) return value.n;
  return value.big.numerator < 0n ? -1 : 1;
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareExact(a: Exact, b: Exact): number {
  if (!a.big && !b.big) {
    if (a.d === b.d) return a.n - b.n;
    const left = a.n * b.d;
    const right = b.n * a.d;
    if (left <= SAFE && left >= -SAFE && right <= SAFE && right >= -SAFE) return left - right;
  }
  const x = bigParts(a);
  const y = bigParts(b);
  const left = x.numerator * y.denominator;
  const right = y.numerator * x.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const negate = (a: Exact): Exact =>
  a.big
    ? new Exact(0, 1, { numerator: -a.big.numerator, denominator: a.big.denominator })
    : new Exact(a.n === 0 ? 0 : -a.n, a.d, null);
