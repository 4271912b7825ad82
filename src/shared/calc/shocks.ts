import type { Model } from '../model/Model.ts';
import type { ShockRow } from '../model/rows.ts';
import { LIMITS, WHOLE_PERCENT } from '../model/units.ts';
import type { Counts } from './counts.ts';
import { divideHalfUp, EXACT, floorDivide } from './integers.ts';
import { ONE, type Rational, rational } from './rational.ts';

/**
 * What a scenario supposes about its inputs: enrollment by percent at a level, of a need or both, revenue by percent
 * of a source. Every shock that names a cell counts, one on top of the other, and the product is rounded once: with
 * −3 % at High and +5 % of Poverty, 310 poverty pupils of a high school are 310 × 0.97 × 1.05 = 315.735 → 315.74.
 * Counts are half-up to hundredths, revenue half-up to the cent.
 */
export interface Shocks {
  /** Factor of each level × need cell; null where it is 1. */
  readonly factors: readonly (Rational | null)[];
  /** The rows behind each cell's factor, for the explanation. */
  readonly rows: readonly ShockRow[];
}

/** The enrollment shocks of a scenario over its cells; null where there are none, so that nobody pays for them. */
export function readShocks(
  model: Model,
  scenario: number,
  levels: readonly { readonly code: string }[],
  needs: readonly { readonly code: string }[],
): Shocks | null {
  const table = model.table('shock');
  if (table.size === 0) return null;
  const rows = [...table.values()].filter((row) => row.scenario === scenario && row.kind === 'enrollment');
  if (rows.length === 0) return null;
  const factors = levels.flatMap(({ code: level }) =>
    needs.map(({ code: need }) => {
      const factor = factorOf(rows.filter((row) => namesCell(row, level, need)));
      return factor.numerator === factor.denominator ? null : factor;
    }),
  );
  return { factors, rows };
}

export function namesCell(row: ShockRow, level: string, need: string): boolean {
  return (row.level === '' || row.level === level) && (row.need === '' || row.need === need);
}

function factorOf(rows: readonly { readonly percent: number }[]): Rational {
  let factor = ONE;
  for (const { percent } of rows) {
    factor = rational(factor.numerator * BigInt(WHOLE_PERCENT + percent), factor.denominator * BigInt(WHOLE_PERCENT));
  }
  return factor;
}

/** value × factor, half-up to a whole unit, for whole values from 0 up. */
export function scaleByFactor(value: number, { numerator, denominator }: Rational): number {
  if (numerator === 0n || value === 0) return 0;
  const top = Number(numerator);
  const bottom = Number(denominator);
  if (top <= EXACT && bottom <= EXACT) return divideHalfUp(value, top, bottom);
  return Number((2n * BigInt(value) * numerator + denominator) / (2n * denominator));
}

/**
 * A count of a cell after the shocks. The arrays of counts hold what a document may hold, so what would come to more
 * is held at that limit; `capped` tells, and the plan says so in a finding.
 */
export function shockCount(shocks: Shocks, cell: number, count: number): { count: number; isCapped: boolean } {
  const factor = shocks.factors[cell];
  if (!factor) return { count, isCapped: false };
  const shocked = scaleByFactor(count, factor);
  return { count: Math.min(shocked, LIMITS.countHundredths), isCapped: shocked > LIMITS.countHundredths };
}

/**
 * Writes every count after the shocks into `counts`; `given` holds each line's count as the input has it. How many had
 * to be held at the limit. The caller reads whole pupils again. Without shocks every line is what is given.
 */
export function shockLines(counts: Counts, given: Int32Array, shocks: Shocks | null): number {
  const { cell, count } = counts;
  count.set(given);
  if (!shocks) return 0;
  // Factors as plain numbers where both parts are exact; the others, and zero, go the long way.
  const top = new Float64Array(counts.cellCount);
  const bottom = new Float64Array(counts.cellCount);
  for (const [at, factor] of shocks.factors.entries()) {
    if (factor === null || factor.numerator > EXACT || factor.denominator > EXACT) continue;
    top[at] = Number(factor.numerator);
    bottom[at] = Number(factor.denominator);
  }
  let capped = 0;
  for (let line = 0; line < count.length; line++) {
    const at = cell[line]!;
    if (!shocks.factors[at]) continue;
    const value = given[line]!;
    const product = value * top[at]!;
    if (top[at]! > 0 && product <= EXACT) {
      const quotient = floorDivide(product, bottom[at]!);
      const shocked = 2 * (product - quotient * bottom[at]!) >= bottom[at]! ? quotient + 1 : quotient;
      count[line] = Math.min(shocked, LIMITS.countHundredths);
      if (shocked > LIMITS.countHundredths) capped++;
      continue;
    }
    const shocked = shockCount(shocks, at, value);
    count[line] = shocked.count;
    if (shocked.isCapped) capped++;
  }
  return capped;
}

/** The revenue shocks that name a source, that of all sources first. */
export function revenueShocks(model: Model, scenario: number, source: string): ShockRow[] {
  if (model.table('shock').size === 0) return [];
  const rows = [
    model.get('shock', scenario, 'revenue', '', '', ''),
    model.get('shock', scenario, 'revenue', '', '', source),
  ];
  return rows.filter((row) => row !== undefined);
}

/**
 * A projected amount after the revenue shocks of its source, half-up to the cent: $1,000.01 with −3 % is $970.01
 * (970.0097). It may exceed what a document can hold; the caller stops the source then.
 */
export function shockRevenue(amountCents: number, shocks: readonly ShockRow[]): number {
  return shocks.length === 0 ? amountCents : scaleByFactor(amountCents, factorOf(shocks));
}
