import type { Calculation } from '../calc/Calculation.ts';
import { divideHalfUp } from '../calc/integers.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Grouping } from './groupings.ts';

/** Columns of the results that can be held side by side; all in cents but pupils, which are in hundredths. */
export const COMPARED_FIGURES = [
  'total',
  'perPupil',
  'change',
  'formula',
  'grants',
  'locked',
  'allIn',
  'restricted',
  'unrestricted',
  'comparison',
  'floor',
  'topUp',
  'deduction',
  'pupils',
  'current',
] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/** A figure of the school budgets, or what one source pays. */
export type ComparedMeasure = ComparedFigure | { readonly source: string };

/** What each figure is called. */
export const FIGURE_NAMES: Readonly<Record<ComparedFigure, string>> = {
  total: 'Total',
  perPupil: 'Per pupil',
  change: 'Change against current',
  formula: 'Formula',
  grants: 'Grants',
  topUp: 'Top-up',
  deduction: 'Deduction',
  locked: 'Locked',
  allIn: 'All-in',
  restricted: 'Restricted',
  unrestricted: 'Unrestricted',
  comparison: 'Projected, in the comparison',
  floor: 'Floor',
  pupils: 'Pupils',
  current: 'Current budget',
};

/** How a measure is kept and asked for: a figure’s name, or `source:` and its code. */
export const measureKey = (measure: ComparedMeasure): string =>
  typeof measure === 'string' ? measure : `source:${measure.source}`;

/** The measure of a key; null where it is none. */
export function readMeasure(key: string): ComparedMeasure | null {
  if (key.startsWith('source:')) return { source: key.slice('source:'.length) };
  return COMPARED_FIGURES.find((figure) => figure === key) ?? null;
}

/** Sums over schools, of a scenario against the base. Schools that lack a value in either are in none of the counts. */
export interface ComparedSums {
  readonly schools: number;
  /** Σ of the measure; of per pupil, total ÷ pupils half-up. NaN where no school has a value. */
  total: number;
  /** total − the base's total. */
  difference: number;
  gainers: number;
  /** Σ of differences above zero. */
  gained: number;
  losers: number;
  /** Σ of differences below zero; zero or negative. */
  lost: number;
  unchanged: number;
}

/** One scenario's column. Values by school index, NaN where a school has none. */
export interface ComparedColumn {
  readonly scenarioId: number;
  readonly values: Float64Array;
  /** value − the base's; NaN where either has none. All zero in the base itself. */
  readonly differences: Float64Array;
  readonly sums: ComparedSums;
  /** By grouping asked for, then by its labels. */
  readonly groups: readonly (readonly ComparedSums[])[];
}

export interface ScenarioComparison {
  /** Place of the base among the columns. */
  readonly base: number;
  readonly columns: readonly ComparedColumn[];
}

/**
 * Scenarios side by side, one row per school: a measure of each, its difference from the base, totals, gainers and
 * losers, over the district and by group. All sums are whole cents and exact.
 *
 * Lincoln with $5,210,000.00 in the base and $5,330,000.00 in “Higher poverty” is one gainer with +$120,000.00 there.
 *
 * `calculations` are of one model, so that a school's index is the same in all; `base` is a place among them. Throws a
 * RangeError otherwise.
 */
export function compareScenarios(
  calculations: readonly Calculation[],
  measure: ComparedMeasure,
  base: number,
  groupings: readonly Grouping[] = [],
): ScenarioComparison {
  const reference = calculations[base];
  if (!reference) throw new RangeError('the base is not among the scenarios compared');
  for (const calculation of calculations) {
    if (calculation.schools.length !== reference.schools.length) {
      throw new RangeError('the scenarios compared are not of one district');
    }
  }
  const baseValues = valuesOf(reference, measure);
  const columns = calculations.map((calculation): ComparedColumn => {
    const values = calculation === reference ? baseValues : valuesOf(calculation, measure);
    const differences = new Float64Array(values.length);
    // Minus zero is not shown: 0 − 0 is 0, and only unlike values differ.
    for (let school = 0; school < values.length; school++) differences[school] = values[school]! - baseValues[school]!;
    const sum = (groupOf: Int32Array | null, groups: number): ComparedSums[] =>
      addUp(calculation, reference, measure, values, baseValues, differences, groupOf, groups);
    return {
      scenarioId: calculation.scenarioId,
      values,
      differences,
      sums: sum(null, 1)[0]!,
      groups: groupings.map(({ groupOf, labels }) => sum(groupOf, labels.length)),
    };
  });
  return { base, columns };
}

/** A copy, so that a column stands still while its scenario is edited. A source that is not there pays nobody. */
function valuesOf(calculation: Calculation, measure: ComparedMeasure): Float64Array {
  if (typeof measure === 'string') return calculation.results[measure].slice();
  const source = calculation.results.sources[calculation.sourceIndex(measure.source)];
  return source ? source.amounts.slice() : new Float64Array(calculation.schools.length);
}

function addUp(
  calculation: Calculation,
  reference: Calculation,
  measure: ComparedMeasure,
  values: Float64Array,
  baseValues: Float64Array,
  differences: Float64Array,
  groupOf: Int32Array | null,
  groups: number,
): ComparedSums[] {
  const counts = new Int32Array(groups);
  for (let school = 0; school < values.length; school++) counts[groupOf ? groupOf[school]! : 0]!++;
  const sums = Array.from(
    counts,
    (schools): ComparedSums => ({
      ...{ schools, total: 0, difference: 0, gainers: 0, gained: 0, losers: 0, lost: 0, unchanged: 0 },
    }),
  );
  for (let school = 0; school < values.length; school++) {
    const group = sums[groupOf ? groupOf[school]! : 0];
    const difference = differences[school]!;
    if (!group || Number.isNaN(difference)) continue;
    if (difference > 0) {
      group.gainers++;
      group.gained += difference;
    } else if (difference < 0) {
      group.losers++;
      group.lost += difference;
    } else group.unchanged++;
  }
  const totals = totalsOf(calculation, measure, values, groupOf, groups);
  const baseTotals = totalsOf(reference, measure, baseValues, groupOf, groups);
  for (const [at, group] of sums.entries()) {
    group.total = totals[at]!;
    group.difference = totals[at]! - baseTotals[at]!;
  }
  return sums;
}

/** Sums of values; per pupil is no sum but the group's dollars over its pupils. */
function totalsOf(
  { results }: Calculation,
  measure: ComparedMeasure,
  values: Float64Array,
  groupOf: Int32Array | null,
  groups: number,
): Float64Array {
  const isPerPupil = measure === 'perPupil';
  const cents = new Float64Array(groups);
  const pupils = new Float64Array(groups);
  const known = new Int32Array(groups);
  for (let school = 0; school < values.length; school++) {
    const group = groupOf ? groupOf[school]! : 0;
    if (group < 0 || Number.isNaN(values[school]!)) continue;
    known[group]!++;
    cents[group]! += isPerPupil ? results.total[school]! : values[school]!;
    pupils[group]! += results.pupils[school]!;
  }
  for (let group = 0; group < groups; group++) {
    if (known[group] === 0) cents[group] = Number.NaN;
    else if (isPerPupil) cents[group] = divideHalfUp(cents[group]!, COUNT_SCALE, pupils[group]!);
  }
  return cents;
}
