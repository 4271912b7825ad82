import type { Calculation } from '../Calculation.ts';
import { wholePoints } from '../methods/proportional.ts';
import { floor, multiply, type Rational, subtract } from '../rational.ts';
import type { SourceResult } from '../results.ts';
import { cellLines, sumLines } from './cellLines.ts';
import { counted, writeDollars, writeExact } from './writeExact.ts';

/** Exact share of a pool that is used up to the cent or dollar, in cents before rounding. */
export function exactShare(calculation: Calculation, source: SourceResult, school: number): Rational {
  if (source.rates) return sumLines(cellLines(calculation, school, source.rates));
  const pool = source.poolCents;
  const { total, perPoint } = wholePoints(source.points ?? []);
  const points = source.points?.[school];
  if (!points || total === 0n) return { numerator: 0n, denominator: 1n };
  return { numerator: BigInt(pool) * points.numerator * perPoint, denominator: points.denominator * total };
}

/**
 * Who gets the odd cent, and why: the exact share, what cutting down leaves of the pool, and whether this school's
 * remainder is among the largest.
 */
export function oddUnitNotes(calculation: Calculation, source: SourceResult, school: number): string[] {
  const inDollars = source.rounding === 'dollar';
  const unit = inDollars ? 'dollar' : 'cent';
  const unitCents = inDollars ? 100n : 1n;
  const pool = BigInt(source.poolCents);
  if (pool === 0n || source.eligible[school] === 0) return [];
  // Whole dollars are handed out of a pool without its odd cents.
  const scale: Rational = { numerator: pool / unitCents, denominator: pool };
  const units = multiply(exactShare(calculation, source, school), scale);
  const cut = floor(units);
  const remainder = subtract(units, { numerator: cut, denominator: 1n });
  const got = BigInt(source.amounts[school]!) / unitCents - cut;
  const exactText = inDollars ? writeExact(units) : writeDollars(units);
  if (remainder.numerator === 0n) return [`The exact share is ${exactText}; there is nothing to round.`];
  const reached = countOdd(calculation, source, scale, unitCents);
  const text = writeExact(remainder);
  const among = reached === 1 ? 'the largest' : `among the ${counted(reached, 'largest', 'largest')}`;
  return [
    `The exact share is ${exactText}. Cut down to the ${unit} for every school, ${counted(reached, unit)} of the pool ${reached === 1 ? 'remains and goes to the largest remainder' : 'remain and go to the largest remainders'}, ties to the lowest school code.`,
    got > 0n
      ? `This school's remainder of ${text} ${unit} is ${among}, so it gets one.`
      : `This school's remainder of ${text} ${unit} is not ${among}, so it is cut down.`,
  ];
}

const ODD_COUNTS = new WeakMap<SourceResult, { revision: number; count: number }>();

/** How many odd units the pool had, kept until the next recalculation. */
function countOdd(calculation: Calculation, source: SourceResult, scale: Rational, unitCents: bigint): number {
  const known = ODD_COUNTS.get(source);
  if (known?.revision === calculation.revision) return known.count;
  let count = 0n;
  const whole = source.points ? wholePoints(source.points) : null;
  const pool = BigInt(source.poolCents);
  for (let school = 0; school < source.amounts.length; school++) {
    if (source.amounts[school] === 0) continue;
    const units = whole
      ? (pool * whole.parts[school]! * scale.numerator) / (whole.total * scale.denominator)
      : floor(multiply(exactShare(calculation, source, school), scale));
    count += BigInt(source.amounts[school]!) / unitCents - units;
  }
  ODD_COUNTS.set(source, { revision: calculation.revision, count: Number(count) });
  return Number(count);
}
