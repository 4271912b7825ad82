import type { Model } from '../model/Model.ts';
import type { YearMeasureRow } from '../model/rows.ts';
import { quoted } from '../text/quoted.ts';
import { moneyLines } from './moneyLines.ts';
import { notesOfSeries, sentenceOfSeries } from './seriesWords.ts';
import { valueLines } from './valueLines.ts';
import type { YearScope } from './YearScope.ts';
import { groupName } from './yearRows.ts';
import { type LineUnit, unitOfMeasure } from './yearUnits.ts';

/**
 * What the lines are: the district alone; a line for each level; for each fifth of a need; for each group of pupils; how
 * far amounts per pupil spread (variation); how they go together with each need (correlation). The last two are of money.
 */
export const YEARS_BY = ['district', 'level', 'fifths', 'groups', 'spread', 'needs'] as const;
export type YearsBy = (typeof YEARS_BY)[number];

export interface YearSeriesOptions {
  readonly measure: string;
  /** Empty for all pupils. */
  readonly group: string;
  readonly by: YearsBy;
  /** The code of the need that fifths are made by. */
  readonly need: string;
  /** The group that others are held against; empty for all pupils. */
  readonly reference?: string;
}

/** One point of a line; NaN where there is no value, or none that may be shown. */
export interface YearPoint {
  readonly value: number;
  readonly schools: number;
  /** Hundredths; NaN where they are not known. */
  readonly pupils: number;
}

export interface YearLine {
  /** `district`, a level's or group's code, the number of a fifth. */
  readonly key: string;
  readonly label: string;
  /** One for each of `years`. */
  readonly points: readonly YearPoint[];
}

/** One line less another. */
export interface YearGap {
  /** `English Learner less all pupils`. */
  readonly label: string;
  /** The two sides as they stand in a sentence. */
  readonly subject: string;
  readonly than: string;
  /** One for each of the years. */
  readonly values: readonly number[];
}

/** Lines by year of one measure. */
export interface YearSeries {
  readonly measure: string;
  readonly label: string;
  readonly unit: LineUnit;
  readonly better: YearMeasureRow['better'];
  readonly by: YearsBy;
  /** In the order of time; what the scenario gives stands behind them under its name. */
  readonly years: readonly string[];
  /** Whether the last of `years` is the scenario. */
  readonly hasNow: boolean;
  readonly lines: readonly YearLine[];
  /** One line less another, by year: the highest fifth less the lowest, each group less the one it is held against. */
  readonly gaps: readonly YearGap[];
  readonly sentence: string;
  /** Why there is nothing to draw; null where there is. */
  readonly problem: string | null;
  readonly notes: readonly string[];
}

/** What a year's means rest on, for the notes. */
export interface SeriesFacts {
  readonly once: string[];
  readonly presentNeed: string[];
  closed: number;
  withoutPupils: number;
  hidden: number;
}

/**
 * A measure by year. Outcomes are means by pupils (see yearMeans.ts); money is dollars of all schools ÷ their pupils of
 * that year; pupils are their number, and those of a group their share of all. Fifths are made anew each year, by the
 * need of that year where it is known and else by the scenario's.
 *
 * Two schools of 100 and 300 pupils with 40% and 60% proficient in 2023-24, 44% and 62% in 2024-25, and the same
 * pupils: the district's line runs from 55.0% to 57.5%.
 */
export function yearSeries(model: Model, scope: YearScope, options: YearSeriesOptions): YearSeries {
  const row = model.table('yearMeasure').get(options.measure);
  const facts: SeriesFacts = { once: [], presentNeed: [], closed: 0, withoutPupils: 0, hidden: 0 };
  const empty = { measure: options.measure, years: [], hasNow: false, lines: [], gaps: [], notes: [] };
  // Who may not see this year's budgets may not see those of earlier years.
  const isWithheld = row?.kind === 'amount' && scope.isHidden('current');
  const withheld = 'Budgets of this and earlier years are not shown to this audience.';
  if (!row || isWithheld) {
    const problem = isWithheld
      ? withheld
      : options.measure === ''
        ? 'No measure is chosen.'
        : `There is no measure ${quoted(options.measure)}.`;
    return {
      ...empty,
      ...{ label: options.measure, unit: 'points', better: 'neither', by: options.by },
      ...{ sentence: problem, problem },
    };
  }
  const by = fittingBy(row, options.by);
  const group = row.kind === 'amount' || by === 'groups' ? '' : options.group;
  const needName = groupName(model, options.need);
  const label = labelOf(model, row, group, by, needName);
  const read = row.kind === 'amount' ? moneyLines : valueLines;
  const { years, hasNow, lines } = read(model, scope, row, { ...options, by, group }, facts);
  const unit: LineUnit =
    by === 'spread' ? 'share' : by === 'needs' ? 'correlation' : unitOfMeasure(row, by === 'groups' ? 'any' : group);
  // How many pupils stand in a fifth or a group is no gap.
  const gaps = row.kind === 'pupils' ? [] : gapsOf(model, lines, by, options.reference ?? '', needName);
  const shown = { measure: row.measure, label, unit, better: row.better, by, years, hasNow, lines, gaps };
  const { sentence, problem } = sentenceOfSeries(shown);
  return { ...shown, sentence, problem, notes: notesOfSeries(shown, facts, row) };
}

/** Money has no groups of pupils, and only money a spread between schools. */
export function fittingBy({ kind }: YearMeasureRow, by: YearsBy): YearsBy {
  if (kind === 'amount') return by === 'groups' ? 'district' : by;
  return by === 'spread' || by === 'needs' ? 'district' : by;
}

function labelOf(model: Model, row: YearMeasureRow, group: string, by: YearsBy, need: string): string {
  const name = group === '' ? row.measure : `${row.measure}, ${groupName(model, group)}`;
  const per = row.kind === 'amount' ? ' per pupil' : '';
  switch (by) {
    case 'fifths':
      return `${name}${per}, by fifths of ${need}`;
    case 'spread':
      return `${name}${per}: variation between schools`;
    case 'needs':
      return `${name}${per}: correlation with need`;
    default:
      return `${name}${per}`;
  }
}

/** What is drawn before anything is said of it. */
export interface YearLines {
  readonly years: readonly string[];
  readonly hasNow: boolean;
  readonly lines: readonly YearLine[];
}

function gapsOf(model: Model, lines: readonly YearLine[], by: YearsBy, reference: string, need: string): YearGap[] {
  const less = (line: YearLine, other: YearLine): number[] =>
    line.points.map(({ value }, at) => value - (other.points[at]?.value ?? Number.NaN));
  if (by === 'fifths') {
    const [low, high] = [lines[0], lines.at(-1)];
    if (!low || !high) return [];
    return [
      {
        label: `Most ${need} less least`,
        subject: `The fifth with the most ${need}`,
        than: 'the fifth with the least',
        values: less(high, low),
      },
    ];
  }
  if (by !== 'groups') return [];
  const other = lines.find(({ key }) => key === (reference === '' ? 'all' : reference)) ?? lines[0];
  if (!other) return [];
  const than = other.key === 'all' ? 'all pupils' : groupName(model, other.key);
  return lines
    .filter((line) => line !== other)
    .map((line) => ({
      label: `${line.label} less ${than}`,
      subject: line.label,
      than,
      values: less(line, other),
    }));
}
