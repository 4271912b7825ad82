import { floor, type Rational, roundHalfUp } from '../rational.ts';
import { bigParts, Exact, exact, fromLowestTerms, gcdBig, toRational } from './Exact.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';

const SAFE = Number.MAX_SAFE_INTEGER;
const TOO_LARGE = 10n ** BigInt(FORMULA_LIMITS.resultDigits);
/** Below this a greatest common divisor costs next to nothing. */
const LONG = 2n ** 128n;
const BITS_PER_WORD = 64;
const HEX_DIGITS_PER_WORD = 16;
/** What making, storing and dividing a long number costs besides, in the same measure as a multiplication of words. */
const WORK_PER_WORD = 16;

const isLong = (value: bigint): boolean => value >= LONG || -value >= LONG;
const wordsOf = (value: bigint): number => value.toString(16).length / HEX_DIGITS_PER_WORD;

/** Why there is no exact result: it, or the work on the way to it, outgrows the stated limits. */
export type Outgrown = null;

/**
 * Arithmetic on exact fractions for one evaluation of one formula. It counts the work spent on long fractions and
 * gives null when a number or the whole work outgrows FORMULA_LIMITS, so that no formula can hang the program; the
 * count is of digits, never of time, so that every machine decides alike.
 */
export class ExactArithmetic {
  #work = 0;

  /**
   * Greatest common divisor of a number and a positive one, counting the work where both are long: Euclid takes a step
   * for about every other bit, and each step costs by the word. Null when the work is used up.
   */
  #gcd(a: bigint, b: bigint): bigint | Outgrown {
    if (isLong(a) && isLong(b)) {
      const words = Math.min(wordsOf(a), wordsOf(b));
      if (!this.#spend(words * BITS_PER_WORD * (words + 4))) return null;
    }
    return gcdBig(a, b);
  }

  /** Counts work; false when it is used up. */
  #spend(work: number): boolean {
    this.#work += work;
    return this.#work <= FORMULA_LIMITS.longFractionWork;
  }

  #accept(numerator: bigint, denominator: bigint): Exact | Outgrown {
    const isLarge = numerator >= TOO_LARGE || -numerator >= TOO_LARGE || denominator >= TOO_LARGE;
    if (isLarge) return null;
    const isShort = !isLong(numerator) && !isLong(denominator);
    if (!isShort && !this.#spend((wordsOf(numerator) + wordsOf(denominator)) * WORK_PER_WORD)) return null;
    return fromLowestTerms(numerator, denominator);
  }

  /** The sum of two fractions in lowest terms; with one short denominator every divisor sought is short too. */
  #addLong(x: Rational, y: Rational): Exact | Outgrown {
    const shared = x.denominator === y.denominator ? x.denominator : this.#gcd(x.denominator, y.denominator);
    if (shared === null) return null;
    const factor = y.denominator / shared;
    const top = x.numerator * factor + y.numerator * (x.denominator / shared);
    const divisor = this.#gcd(top, shared);
    return divisor === null ? null : this.#accept(top / divisor, (x.denominator / divisor) * factor);
  }

  /** The product of two fractions in lowest terms, divided crosswise before it is multiplied out. */
  #multiplyLong(x: Rational, y: Rational): Exact | Outgrown {
    const first = this.#gcd(x.numerator, y.denominator);
    const second = this.#gcd(y.numerator, x.denominator);
    if (first === null || second === null) return null;
    const isHeavy = isLong(x.numerator) && isLong(y.numerator);
    if (isHeavy && !this.#spend(wordsOf(x.numerator) * wordsOf(y.numerator))) return null;
    return this.#accept(
      (x.numerator / first) * (y.numerator / second),
      (x.denominator / second) * (y.denominator / first),
    );
  }

  #reduce(numerator: bigint, denominator: bigint): Exact | Outgrown {
    const divisor = this.#gcd(numerator, denominator);
    return divisor === null ? null : this.#accept(numerator / divisor, denominator / divisor);
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
    return this.#addLong(toRational(a), toRational(b));
  }

  multiply(a: Exact, b: Exact): Exact | Outgrown {
    if (!a.big && !b.big) {
      const n = a.n * b.n;
      const d = a.d * b.d;
      if (isSafe(n) && d <= SAFE) return new Exact(n, d, null);
    }
    return this.#multiplyLong(toRational(a), toRational(b));
  }

  /** The caller has seen that `b` is not zero. */
  divide(a: Exact, b: Exact): Exact | Outgrown {
    if (!a.big && !b.big) {
      const n = a.n * b.d;
      const d = a.d * b.n;
      if (isSafe(n) && isSafe(d)) return d < 0 ? new Exact(-n, -d, null) : new Exact(n, d, null);
    }
    const { numerator, denominator } = toRational(b);
    const inverse =
      numerator < 0n
        ? { numerator: -denominator, denominator: -numerator }
        : { numerator: denominator, denominator: numerator };
    return this.#multiplyLong(toRational(a), inverse);
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
