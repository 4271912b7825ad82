import type { Calculation } from '../calc/Calculation.ts';
import { cutToHundred, leastCommonMultiple } from '../calc/integers.ts';
import { type Rational, roundHalfUp } from '../calc/rational.ts';

/** A part of what a source pays a school: the cell (level × needs + need) it came by, and cents. */
export interface CellAmount {
  readonly cell: number;
  readonly cents: number;
}

/**
 * What a source pays a school, by level × need, in cents (I4). Published and typed rates have lines of whole cents:
 * they are taken as they are. Weights and shares that use the pool up to the cent have exact lines only; the school's
 * amount is divided by them, the odd cents going to the largest remainders, ties to the first level and need. Null
 * where the method has no lines (table, per school, proportional): nothing honest divides such an amount by need.
 *
 * $100.01 that came by lines of $66.673… and $33.336… is $66.67 and $33.34.
 */
export function splitAmount(calculation: Calculation, sourceAt: number, school: number): CellAmount[] | null {
  const source = calculation.results.sources[sourceAt]!;
  const { method, rounding, rates } = source;
  if (rates === null || (method !== 'weights' && method !== 'shares' && method !== 'rates')) return null;
  const { start, cell, count } = calculation.plan.counts;
  const amount = source.amounts[school]!;
  const lines: { cell: number; count: number; rate: Rational }[] = [];
  if (source.eligible[school] === 1) {
    for (let line = start[school]!; line < start[school + 1]!; line++) {
      const rate = rates[cell[line]!]!;
      if (count[line]! > 0) lines.push({ cell: cell[line]!, count: count[line]!, rate });
    }
  }
  const unit = rounding === 'dollar' ? 100 : 1;
  if (method === 'rates') {
    return lines.map((line) => ({ cell: line.cell, cents: halfUp(line.rate, line.count, unit) }));
  }
  if (rounding === 'rates') {
    return lines.map((line) => ({ cell: line.cell, cents: cutToHundred(Number(line.rate.numerator) * line.count) }));
  }
  return byLargestRemainder(lines, amount);
}

function halfUp(rate: Rational, hundredths: number, unit: number): number {
  const exact = { numerator: rate.numerator * BigInt(hundredths), denominator: rate.denominator * 100n * BigInt(unit) };
  return Number(roundHalfUp(exact)) * unit;
}

function byLargestRemainder(
  lines: readonly { readonly cell: number; readonly count: number; readonly rate: Rational }[],
  amount: number,
): CellAmount[] {
  const common = lines.reduce((multiple, { rate }) => leastCommonMultiple(multiple, rate.denominator), 1n);
  const parts = lines.map(({ rate, count }) => rate.numerator * (common / rate.denominator) * BigInt(count));
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) return lines.map(({ cell }) => ({ cell, cents: 0 }));
  const cents = parts.map((part) => (part * BigInt(amount)) / whole);
  let odd = amount - Number(cents.reduce((sum, one) => sum + one, 0n));
  const order = parts
    .map((part, at) => ({ at, remainder: (part * BigInt(amount)) % whole }))
    .sort((left, right) =>
      left.remainder === right.remainder ? left.at - right.at : left.remainder > right.remainder ? -1 : 1,
    );
  for (const { at } of order) {
    if (odd <= 0) break;
    cents[at]!++;
    odd--;
  }
  return lines.map(({ cell }, at) => ({ cell, cents: Number(cents[at]) }));
}

/**
 * An even split that sums exactly: every part gets the same whole cents, and the odd cents go to the first parts, one
 * each. $100.00 over twelve months is $8.34 four times and $8.33 eight times; negative amounts likewise.
 */
export function splitEvenly(cents: number, parts: number): number[] {
  const size = Math.abs(cents);
  const each = Math.floor(size / parts);
  const odd = size - each * parts;
  const sign = cents < 0 ? -1 : 1;
  return Array.from({ length: parts }, (_, at) => {
    const part = each + (at < odd ? 1 : 0);
    return part === 0 ? 0 : sign * part;
  });
}

/** One part of the even split, without the others: `evenPart(10_000, 12, 1)` is 834. `part` counts from 1. */
export function evenPart(cents: number, parts: number, part: number): number {
  const size = Math.abs(cents);
  const each = Math.floor(size / parts);
  const value = each + (part <= size - each * parts ? 1 : 0);
  return value === 0 ? 0 : cents < 0 ? -value : value;
}
