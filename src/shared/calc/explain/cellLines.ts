import { formatCount, formatMoney } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import { add, floor, multiply, type Rational, roundHalfUp } from '../rational.ts';
import { writeDollars } from './writeExact.ts';

/** One school × level × need cell: pupils in hundredths, the rate in cents per pupil, and how to call it. */
export interface CellLine {
  readonly cell: number;
  readonly count: number;
  readonly rate: Rational;
  readonly label: string;
}

/** What a line comes to: cut down (published rates), half-up (typed rates), or not rounded at all. */
export type LineRounding = 'cut' | 'half-up' | 'none';

/** The lines of a school that have pupils and a rate. The level is named only where the school has several. */
export function cellLines(calculation: Calculation, school: number, rates: readonly Rational[]): CellLine[] {
  const { levels, needs, plan } = calculation;
  const { start, cell, count } = plan.counts;
  const lines: CellLine[] = [];
  const levelsSeen = new Set<number>();
  for (let line = start[school]!; line < start[school + 1]!; line++) {
    if (count[line]! > 0) levelsSeen.add(Math.floor(cell[line]! / needs.length));
  }
  for (let line = start[school]!; line < start[school + 1]!; line++) {
    const at = cell[line]!;
    const rate = rates[at];
    if (count[line] === 0 || !rate || rate.numerator === 0n) continue;
    const level = levels[Math.floor(at / needs.length)]!;
    const need = needs[at % needs.length]!;
    lines.push({
      cell: at,
      count: count[line]!,
      rate,
      label: levelsSeen.size > 1 ? `${need.name}, ${level.name}` : need.name,
    });
  }
  return lines;
}

/** Exact cents of a line before rounding. */
export function lineCents(line: CellLine): Rational {
  return multiply(line.rate, { numerator: BigInt(line.count), denominator: 100n });
}

/** Exact cents of several lines. */
export function sumLines(lines: readonly CellLine[]): Rational {
  return lines.map(lineCents).reduce(add, { numerator: 0n, denominator: 1n });
}

/**
 * `1,480 × 4,683.12 All students + 12.5 × 33.33 → 416.62 Poverty`: where a line is rounded, the rounded dollars stand
 * after the arrow, and the sum is of those. `unitCents` is 100 where lines are rounded to the dollar.
 */
export function writeLines(lines: readonly CellLine[], rounding: LineRounding, unitCents = 1): string {
  if (lines.length === 0) return '0.00';
  return lines
    .map((line) => {
      const product = `${formatCount(line.count)} × ${writeDollars(line.rate)}`;
      if (rounding === 'none') return `${product} ${line.label}`;
      const exact = lineCents(line);
      const rounded =
        rounding === 'cut'
          ? floor(exact)
          : roundHalfUp(multiply(exact, { numerator: 1n, denominator: BigInt(unitCents) })) * BigInt(unitCents);
      const isWhole = rounded * exact.denominator === exact.numerator;
      return `${product}${isWhole ? '' : ` → ${formatMoney(Number(rounded))}`} ${line.label}`;
    })
    .join(' + ');
}

/** `Poverty, High` of a cell. */
export function cellName(calculation: Calculation, cell: number): string {
  const { levels, needs } = calculation;
  return `${needs[cell % needs.length]?.name ?? ''}, ${levels[Math.floor(cell / needs.length)]?.name ?? ''}`;
}
