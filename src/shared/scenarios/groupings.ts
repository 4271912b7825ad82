import type { Calculation } from '../calc/Calculation.ts';
import { compare as compareExact, parseDecimal, type Rational, toNumber } from '../calc/rational.ts';
import { compareCodes } from '../model/tables.ts';

/** Schools in groups, by school index; −1 where a school is in none. */
export interface Grouping {
  readonly name: string;
  readonly labels: readonly string[];
  readonly groupOf: Int32Array;
}

/** By the school's own level, in the district's order. */
export function groupByLevel(calculation: Calculation): Grouping {
  const { levels, plan, schools } = calculation;
  return {
    name: 'Level',
    labels: levels.map(({ name }) => name),
    groupOf: Int32Array.from(schools, ({ level }) => plan.levelIndex.get(level) ?? -1),
  };
}

/** By a tag such as the region, labels in the order of their texts. Schools without the tag are in no group. */
export function groupByTag(calculation: Calculation, tag: string): Grouping {
  const { plan, schools } = calculation;
  const values = schools.map(({ code }) => plan.model.get('tag', code, tag)?.value.trim() ?? '');
  const labels = [...new Set(values.filter((value) => value !== ''))].sort(compareCodes);
  const at = new Map(labels.map((label, index) => [label, index]));
  return { name: tag, labels, groupOf: Int32Array.from(values, (value) => at.get(value) ?? -1) };
}

/**
 * The groups of a key: `level`, `tag:region`, `need:POV`, `measure:need_index`. Of the base, so that a school stays in
 * its group whatever a scenario supposes.
 */
export function groupingOf(base: Calculation, key: string): Grouping {
  const at = key.indexOf(':');
  const name = key.slice(at + 1);
  switch (key.slice(0, Math.max(0, at))) {
    case 'tag':
      return groupByTag(base, name);
    case 'need':
      return groupByNeed(base, name);
    case 'measure':
      return groupByMeasure(base, name);
    default:
      return groupByLevel(base);
  }
}

export const FIFTHS = ['Lowest fifth', 'Second fifth', 'Middle fifth', 'Fourth fifth', 'Highest fifth'] as const;

/**
 * Fifths of the schools by the share of their pupils that have a need, lowest first. Schools with the same share stand
 * together in the lower fifth; schools without pupils in none. Take the base's calculation, so that a school stays in
 * its group while scenarios suppose other enrollment.
 */
export function groupByNeed(calculation: Calculation, need: string): Grouping {
  const { needs, plan } = calculation;
  const { counts, pupils } = plan;
  const needAt = plan.needIndex.get(need) ?? -1;
  const shares = new Float64Array(pupils.length).fill(Number.NaN);
  for (let school = 0; school < pupils.length; school++) {
    if (pupils[school] === 0) continue;
    let count = 0;
    for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
      if (counts.cell[line]! % needs.length === needAt) count += counts.count[line]!;
    }
    shares[school] = count / pupils[school]!;
  }
  const name = needs[needAt]?.name ?? need;
  return { name: `Share of ${name}`, labels: FIFTHS, groupOf: inFifths(shares) };
}

/** Fifths of the schools by a measure such as the need index, lowest first; schools without it are in none. */
export function groupByMeasure(calculation: Calculation, measure: string): Grouping {
  const { plan, schools } = calculation;
  const values = schools.map(({ code }): Rational | null => {
    const text = plan.model.get('measure', plan.scenario.measuresVersion, code, measure)?.value;
    return text === undefined ? null : parseDecimal(text);
  });
  // Ranks in the exact order, so that long decimals that look alike as doubles stay apart.
  const known = values.filter((value) => value !== null).sort(compareExact);
  const ranks = new Map<string, number>();
  for (const value of known) {
    const key = `${value.numerator}/${value.denominator}`;
    if (!ranks.has(key)) ranks.set(key, ranks.size);
  }
  const numbers = Float64Array.from(values, (value) =>
    value === null ? Number.NaN : (ranks.get(`${value.numerator}/${value.denominator}`) ?? toNumber(value)),
  );
  return { name: measure, labels: FIFTHS, groupOf: inFifths(numbers) };
}

/** The fifth each value is in: ⌊5 × (values below it) ÷ (all values)⌋. */
function inFifths(values: Float64Array): Int32Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const below = new Map<number, number>();
  for (let at = 0; at < sorted.length; at++) if (!below.has(sorted[at]!)) below.set(sorted[at]!, at);
  return Int32Array.from(values, (value) =>
    Number.isNaN(value) ? -1 : Math.floor((5 * below.get(value)!) / sorted.length),
  );
}
