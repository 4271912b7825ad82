import type { AmountId, AxisId, Weighting } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';
import { meanByPupils, needGroups } from './needGroups.ts';
import { comparedText, schoolsText } from './words.ts';

export interface ActualsOptions {
  /** What schools really cost: `measure:` in dollars per pupil or `perPupil:` in dollars of the school. */
  readonly actual: AmountId;
  /** What it is held against, reckoned at average salaries: a budget, or a measure of its own. */
  readonly average: AmountId;
  readonly by: AxisId;
  readonly equal: Weighting;
}

/** One fifth of need. */
export interface ActualsGroup {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly schools: number;
  readonly pupils: number;
  readonly average: number;
  readonly actual: number;
  /** Actual less average, dollars per pupil; negative: average salaries flatter these schools. */
  readonly difference: number;
}

export interface Actuals {
  readonly actualLabel: string;
  readonly averageLabel: string;
  readonly byLabel: string;
  readonly groups: readonly ActualsGroup[];
  readonly missing: number;
  readonly sentence: string;
  readonly problem: string | null;
  readonly notes: readonly string[];
}

/**
 * Averages against actuals, by fifths of a need (the guidebook, Strategy 1: *using an average salary for each teacher may
 * artificially inflate the funds received by schools serving high-need populations*). Means by pupils over the schools
 * that have both amounts.
 *
 * A needy fifth at $9,000 by average and $8,600 by actual salaries has a difference of −$400.
 */
export function averagesAndActuals(data: EquityData, options: ActualsOptions): Actuals {
  const average = data.column(options.average);
  const hasBoth = data.part([...average.keys()].filter((row) => Number.isFinite(average[row]!)));
  const grouped = needGroups(hasBoth, {
    amount: options.actual,
    by: options.by,
    groups: 5,
    equal: options.equal,
    stack: 'restriction',
  });
  const averages = hasBoth.column(options.average);
  const groups = grouped.groups.map(({ label, from, to, schools, pupils, dollars, rows }): ActualsGroup => {
    const mean = meanByPupils(averages, hasBoth.pupils, rows);
    return { label, from, to, schools, pupils, average: mean, actual: dollars, difference: dollars - mean };
  });
  const labels = {
    actualLabel: data.label(options.actual),
    averageLabel: data.label(options.average),
    byLabel: grouped.byLabel,
  };
  const missing = data.count - groups.reduce((sum, { schools }) => sum + schools, 0);
  const notes = missing > 0 ? [`${schoolsText(missing)} without both amounts left out.`] : [];
  const filled = groups.filter(({ schools }) => schools > 0);
  const [low, high] = [filled[0], filled.at(-1)];
  const sentence =
    grouped.problem ??
    `By averages the fifth with the highest ${labels.byLabel} has ${comparedText(high!.average, low!.average, ' per pupil')} the lowest; at actual cost it has ${comparedText(high!.actual, low!.actual)} the lowest.`;
  return { ...labels, groups, missing, sentence, problem: grouped.problem, notes };
}
