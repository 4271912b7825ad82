import type { Calculation } from './Calculation.ts';
import { leastCommonMultiple } from './integers.ts';
import type { Rational } from './rational.ts';
import type { PerPupilMatrix, SourceResult } from './results.ts';

/** The schools that the same sources reach, and those sources. */
export interface EligibilityProfile {
  readonly sources: readonly SourceResult[];
  readonly schools: readonly number[];
}

/**
 * Groups the schools by which of `sources` reach them, in the order of their first school. Schools that none of the
 * sources reaches are in no profile.
 */
export function eligibilityProfiles(sources: readonly SourceResult[], schoolCount: number): EligibilityProfile[] {
  const profiles = new Map<string, { sources: SourceResult[]; schools: number[] }>();
  for (let school = 0; school < schoolCount; school++) {
    let mark = '';
    for (const source of sources) mark += source.eligible[school] === 1 ? '1' : '0';
    const profile = profiles.get(mark);
    if (profile) profile.schools.push(school);
    else {
      const reaching = sources.filter((source) => source.eligible[school] === 1);
      if (reaching.length > 0) profiles.set(mark, { sources: reaching, schools: [school] });
    }
  }
  return [...profiles.values()];
}

/**
 * The per-pupil matrices (guidebook, Table 2.2; domain text, section 2, *Outputs*): one per eligibility profile over
 * the unlock and grant sources that have rates per cell (weights, shares, rates), with weights, level index and the
 * share of all formula and grant dollars that these cells carry in the profile's schools.
 *
 * A foundation of $3,741.00 and $1,272.00 for poverty give a poverty weight of .3400.
 */
export function perPupilMatrices(calculation: Calculation): PerPupilMatrix[] {
  const { results, levels, needs } = calculation;
  const celled = results.sources.filter((source) => source.status !== 'lock' && source.rates !== null);
  const allCents = results.totals.formula + results.totals.grants;
  return eligibilityProfiles(celled, results.schoolCount).map(({ sources, schools }) => {
    const rates = addRates(
      sources.map((source) => source.rates ?? []),
      levels.length * needs.length,
    );
    let carried = 0;
    for (const source of sources) for (const school of schools) carried += source.amounts[school]!;
    return {
      sources: sources.map((source) => source.code),
      schools,
      moneyShare: allCents === 0 ? 0 : carried / allCents,
      rates,
      weights: rates.map((rate, cell) => quotient(rate, rates[cell - (cell % needs.length)])),
      levelIndex: levels.map((_, level) => quotient(rates[level * needs.length], rates[0])),
    };
  });
}

/**
 * Σ of rates over sources, cell by cell, on one common denominator. Sources have few different denominators (their
 * weighted pupils), so this is far cheaper than adding fraction by fraction in lowest terms.
 */
export function addRates(bySource: readonly (readonly Rational[])[], cells: number): Rational[] {
  const denominators = new Set<bigint>();
  for (const rates of bySource) for (const rate of rates) denominators.add(rate.denominator);
  let common = 1n;
  for (const denominator of denominators) common = leastCommonMultiple(common, denominator);
  const factors = new Map<bigint, bigint>();
  for (const denominator of denominators) factors.set(denominator, common / denominator);
  const sums: Rational[] = [];
  for (let cell = 0; cell < cells; cell++) {
    let numerator = 0n;
    for (const rates of bySource) {
      const rate = rates[cell];
      if (rate) numerator += rate.numerator * factors.get(rate.denominator)!;
    }
    sums.push({ numerator, denominator: common });
  }
  return sums;
}

function quotient(part: Rational | undefined, of: Rational | undefined): Rational | null {
  if (!part || !of || of.numerator === 0n) return null;
  return { numerator: part.numerator * of.denominator, denominator: part.denominator * of.numerator };
}
