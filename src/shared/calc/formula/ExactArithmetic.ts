import { floor, roundHalfUp } from '../rational.ts';
import { bigParts, Exact, exact, fromLowestTerms, gcdBig } from './Exact.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';

const SAFE = Number.MAX_SAFE_INTEGER;
const TOO_LARGE = 10n ** BigInt(FORMULA_LIMITS.resultDigits);
/** Below this a fraction costs next to nothing. */
const LONG = 2n ** 256n;
const HEX_DIGITS_PER_WORD = 16;

/** Why there is no exact result: it, or the work on the way to it, outgrows the stated limits. */
export type Outgrown = null;

/**
 * Arithmetic on exact fractions for one evaluation of one formula. It counts the work spent on long fractions and
 * gives null when a number or the whole work outgrows FORMULA_LIMITS, so that no formula can hang the program; the
 * count is of digits, never of time, so that every machine decides alike.
 */
export class ExactArithmetic {
  #work = 0;

  #reduce(numerator: bigint, denominator: bigint): Exact | Outgrown {
    const top = denominator < 0n ? -numerator : numerator;
    const bottom = denominator < 0n ? -denominator : denominator;
    if (top >= LONG || -top >= LONG || bottom >= LONG) {
      const digits = Math.max(top.toString(16).length, bottom.toString(16).length);
      this.#work += (digits / HEX_DIGITS_PER_WORD) ** 2;
      if (this.#work > FORMULA_LIMITS.longFractionWork) return null;
    }
    const divisor = gcdBig(top, bottom);
    const n = divisor === 1n ? top : top / divisor;
    const d = divisor === 1n ? bottom : bottom / divisor;
    return n >= TOO_LARGE || -n >= TOO_LARGE || d >= TOO_LARGE ? null : fromLowestTerms(n, d);
  }

  add(a: Exact, b: Exact): Exact | Outgrown {
    if (!a.big && !b.big) {
      if (a.d === b.d) {
        const n = a.n + b.n;
        if (n <= SAFE && n >= -SAFE) return new Exact(n, a.d, null);
      } else {
        const left = a.n * b.d;
        const right = b.n * a.d;
        const n = left + right;
        const d = a.d * b.d;
        if (isSafe(left) && isSafe(right) && isSafe(n) && d <= SAFE) return new Exact(n, d, null);
      }
    }
    const x = bigParts(a);
    const y = bigParts(b);
    return this.#reduce(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
  }

  multiply(a: Exact, b: Exact): Exact | Outgrown {
    if (!a.big && !b.big) {
      const n = a.n * b.n;
      const d = a.d * b.d;
      if (isSafe(n) && d <= SAFE) return new Exact(n, d, null);
    }
    const x = bigParts(a);
    const y = bigParts(b);
    return this.#reduce(x.numerator * y.numerator, x.denominator * y.denominator);
  }

  /** The caller has seen that `b` is not zero. */
  divide(a: Exact, b: Exact): Exact | Outgrown {
    if (!a.big && !b.big) {
      const n = a.n * b.d;
      const d = a.d * b.n;
      if (isSafe(n) && isSafe(d)) return d < 0 ? new Exact(-n, -d, null) : new Exact(n, d, null);
    }
    const x = bigParts(a);
    const y = bigParts(b);
    return this.#reduce(x.numerator * y.denominator, x.denominator * y.numerator);
  }

  /** `a` to a whole power; the caller has seen to its limits, and that zero is not raised to a negative one. */
  power(a: Exact, exponent: number): Exact | Outgrown {
    let result: Exact | Outgrown = exact(1);
    let base: Exact | Outgrown = a;
    for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
      if (!result || !base) return null;
      if (rest % 2 === 1) result = this.multiply(result, base);
      if (rest > 1) base = this.multiply(base, base);
    }
    return result && exponent < 0 ? this.divide(exact(1), result) : result;
  }

  /** Half away from zero at so many decimals: −2.5 at 0 is −3, 1,250 at −2 is 1,300. */
  round(a: Exact, places: number): Exact | Outgrown {
    if (places === 0 && !a.big && a.d === 1) return a;
    const { numerator, denominator } = bigParts(a);
    const scale = 10n ** BigInt(Math.abs(places));
    if (places >= 0) {
      return this.#reduce(roundHalfUp({ numerator: numerator * scale, denominator }), scale);
    }
    return this.#reduce(roundHalfUp({ numerator, denominator: denominator * scale }) * scale, 1n);
  }

  floor(a: Exact): Exact | Outgrown {
    if (!a.big && a.d === 1) return a;
    return this.#reduce(floor(bigParts(a)), 1n);
  }

  ceil(a: Exact): Exact | Outgrown {
    if (!a.big && a.d === 1) return a;
    const { numerator, denominator } = bigParts(a);
    return this.#reduce(-floor({ numerator: -numerator, denominator }), 1n);
  }

  /**
   * The sum of many. Fractions of the same denominator are added first and the rest in pairs, so that a thousand
   * different denominators (shares of a thousand enrollments) are brought together once and not a thousand times.
   */
  sum(values: readonly Exact[]): Exact | Outgrown {
    const byDenominator = new Map<number, Exact>();
    let layer: Exact[] = [];
    for (const value of values) {
      const held = value.big ? undefined : byDenominator.get(value.d);
      const together = held ? this.add(held, value) : value;
      if (!together) return null;
      if (value.big || together.big || together.d !== value.d) {
        layer.push(together);
        if (held) byDenominator.delete(value.d);
      } else byDenominator.set(value.d, together);
    }
    layer.push(...byDenominator.values());
    while (layer.length > 1) {
      const next: Exact[] = [];
      for (let at = 0; at < layer.length; at += 2) {
        const left = layer[at] as Exact;
        const right = layer[at + 1];
        const together = right ? this.add(left, right) : left;
        if (!together) return null;
        next.push(together);
      }
      layer = next;
    }
    return layer[0] ?? exact(0);
  }
}

const isSafe = (value: number): boolean => value <= SAFE && value >= -SAFE;

/** The whole number a fraction is, or null. */
export function wholeNumber(a: Exact): number | null {
  if (a.big) return null;
  const n = a.n / a.d;
  return Number.isInteger(n) && a.n % a.d === 0 ? n : null;
}
