import type { Results } from '../../shared/calc/results.ts';

/**
 * Why a school's final budget is not its comparison amount with top-up and deduction, in cents: money from sources
 * outside the comparison (grants, unless taken in), and locked commitments, which are compared but no part of a
 * school's total. So a row adds up: projected + top-up − deduction + outside − locked = final.
 */
export interface Besides {
  readonly outside: Float64Array;
  readonly locked: Float64Array;
}

export function readBesides(results: Results): Besides {
  const outside = new Float64Array(results.schoolCount);
  const locked = new Float64Array(results.schoolCount);
  for (const { status, inComparison, amounts } of results.sources) {
    const into = status === 'lock' ? (inComparison ? locked : null) : inComparison ? null : outside;
    if (into) for (const [school, cents] of amounts.entries()) into[school] = (into[school] ?? 0) + cents;
  }
  return { outside, locked };
}

/** Sum over the schools that have a figure, in cents; null where none has. */
export function sumOf(column: Float64Array): number | null {
  let total: number | null = null;
  for (const cents of column) if (!Number.isNaN(cents)) total = (total ?? 0) + cents;
  return total;
}
