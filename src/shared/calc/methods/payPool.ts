import { apportion, type Portions } from '../largestRemainder.ts';
import type { PublishedPay } from '../publishedRates.ts';
import type { Rational } from '../rational.ts';
import type { MethodInput } from './Method.ts';

/**
 * Uses a pool up to the cent, or in whole dollars with the pool's odd cents left central (I3).
 * Returns what the schools get and the rounding left, in cents.
 */
export function payToTheUnit(
  input: MethodInput,
  portions: Portions,
  next: Float64Array,
): { schoolsCents: number; roundingLeftCents: number } {
  const { poolCents, rounding } = input.decided;
  if (rounding !== 'dollar') {
    apportion(poolCents, portions, next);
    return { schoolsCents: poolCents, roundingLeftCents: 0 };
  }
  const dollars = Math.floor(poolCents / 100);
  apportion(dollars, portions, next);
  for (let school = 0; school < next.length; school++) next[school]! *= 100;
  return { schoolsCents: dollars * 100, roundingLeftCents: poolCents - dollars * 100 };
}

/**
 * Published rates: exact rates cut down to the cent. The lines themselves are paid later, together with those of
 * other sources that reach the same schools (see publishedRates.ts); the outcome carries what is to be paid.
 */
export function cutRates(
  input: MethodInput,
  exactRates: readonly Rational[],
  next: Float64Array,
): { rates: Rational[]; published: PublishedPay } {
  const rateCents = new Float64Array(exactRates.length);
  const rates: Rational[] = [];
  for (let cell = 0; cell < exactRates.length; cell++) {
    const { numerator, denominator } = exactRates[cell]!;
    const cut = numerator / denominator;
    rates.push({ numerator: cut, denominator: 1n });
    rateCents[cell] = Number(cut);
  }
  return { rates, published: { poolCents: input.decided.poolCents, rateCents, next, schoolsCents: 0 } };
}
