import type { DocumentState } from '../state/DocumentState.ts';

export interface NeedShares {
  /** Percent units, to a whole percent; null without pupils. */
  at(school: number): number | null;
  district(): number | null;
}

const PERCENT_UNIT = 10_000;

/** Each school's share of pupils in a need category, added up anew only when counts may have changed. */
export function needShares(document: DocumentState, need: number): NeedShares {
  const { calculation } = document;
  let counts: Float64Array | null = null;
  let sum = 0;
  let seen: object | null = null;
  const read = (): Float64Array => {
    const source = calculation.plan.counts;
    if (counts && seen === source) return counts;
    const needs = calculation.needs.length;
    const sums = new Float64Array(source.schoolCount);
    for (let school = 0; school < source.schoolCount; school++) {
      for (let line = source.start[school] ?? 0; line < (source.start[school + 1] ?? 0); line++) {
        if ((source.cell[line] ?? 0) % needs === need) sums[school] = (sums[school] ?? 0) + (source.count[line] ?? 0);
      }
    }
    counts = sums;
    sum = sums.reduce((all, one) => all + one, 0);
    seen = source;
    return sums;
  };
  const percent = (part: number, whole: number): number | null =>
    whole > 0 ? Math.round((100 * part) / whole) * PERCENT_UNIT : null;
  return {
    at: (school) => percent(read()[school] ?? 0, calculation.results.pupils[school] ?? 0),
    district: () => {
      read();
      return percent(sum, calculation.results.totals.pupils);
    },
  };
}
