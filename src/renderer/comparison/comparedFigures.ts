import type { Results } from '../../shared/calc/results.ts';

/**
 * What a school has besides the row's comparison amount, top-up and deduction, in cents: money from sources outside
 * the comparison (grants, unless taken in), less what locked tables commit to it where they are compared. So a row adds
 * up: projected + top-up − deduction + outside = final, which is the total of the school budgets.
 */
export function outsideCents({ comparison, topUp, deduction, total }: Results, school: number): number {
  const at = (column: Float64Array): number => column[school] ?? Number.NaN;
  return at(total) - at(comparison) - at(topUp) + at(deduction);
}

/** Sums over the schools that have a figure, in cents; NaN where none has. */
export interface ComparedTotals {
  readonly minimum: number;
  readonly comparison: number;
  readonly floor: number;
  readonly outside: number;
}

export function comparedTotals(results: Results): ComparedTotals {
  const sum = (of: (school: number) => number): number => {
    let total = Number.NaN;
    for (let school = 0; school < results.schoolCount; school++) {
      const cents = of(school);
      if (!Number.isNaN(cents)) total = (Number.isNaN(total) ? 0 : total) + cents;
    }
    return total;
  };
  return {
    minimum: sum((school) => results.topUps.minimum[school] ?? Number.NaN),
    comparison: sum((school) => results.comparison[school] ?? Number.NaN),
    floor: sum((school) => results.floor[school] ?? Number.NaN),
    outside: sum((school) => outsideCents(results, school)),
  };
}
