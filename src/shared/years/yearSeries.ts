import type { AxisId } from '../equity/columnIds.ts';
import { completeRows } from '../equity/completeRows.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { fitLine } from '../equity/fitLine.ts';
import { inequality } from '../equity/inequality.ts';
import { meanByPupils, rankInGroups } from '../equity/needGroups.ts';
import type { Model } from '../model/Model.ts';
import type { YearMeasureRow } from '../model/rows.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { FIFTHS } from '../scenarios/groupings.ts';
import { quoted } from '../text/quoted.ts';
import { heldForYears } from './heldForYears.ts';
import { notesOfSeries, sentenceOfSeries } from './seriesWords.ts';
import type { YearScope } from './YearScope.ts';
import { YearData, yearDistrict } from './yearDistrict.ts';
import { type SchoolValue, yearMean } from './yearMeans.ts';
import { firstOfKind, groupName, orderedGroups, orderedYears, YearValues } from './yearRows.ts';
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

/** One school of one year, with what lines are made by. */
interface Entry extends SchoolValue {
  /** Index of its level; −1 where it is unknown, as of a school that has closed. */
  readonly level: number;
  /** Share of the need; NaN where it is not known. */
  readonly need: number;
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
  if (!row) {
    const problem =
      options.measure === '' ? 'No measure is chosen.' : `There is no measure ${quoted(options.measure)}.`;
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

interface Lines {
  readonly years: readonly string[];
  readonly hasNow: boolean;
  readonly lines: readonly YearLine[];
}

const NO_POINT: YearPoint = { value: Number.NaN, schools: 0, pupils: Number.NaN };

/** Lines of money: every year is drawn as the scenario is. */
function moneyLines(
  model: Model,
  scope: YearScope,
  { measure }: YearMeasureRow,
  { by, need }: YearSeriesOptions,
  facts: SeriesFacts,
): Lines {
  const { scenarioId } = scope.data.calculation;
  const rows: EquityData[] = [];
  for (const year of orderedYears(model, measure)) {
    const district = heldForYears(model, `district ${scenarioId} ${year} ${measure}`, () =>
      yearDistrict(model, year, scenarioId, measure),
    );
    if (typeof district === 'string') continue;
    const { calculation } = district;
    const data = new YearData(district, (code) => {
      return scope.seesSchool(code, calculation.results.pupils[calculation.schoolIndex(code)] ?? null);
    });
    if (data.count > 0) rows.push(data);
  }
  const years = rows.map(({ name }) => name);
  const all = [...rows, scope.data];
  const amount = (data: EquityData) => (data === scope.data ? 'total' : 'current') as 'total' | 'current';
  const axis: AxisId = `need:${need}`;
  const line = (key: string, label: string, point: (data: EquityData) => YearPoint): YearLine => ({
    key,
    label,
    points: all.map((data) => {
      const read = point(data);
      if (!Number.isFinite(read.value) || scope.seesGroup(read.pupils)) return read;
      facts.hidden++;
      return NO_POINT;
    }),
  });
  const mean = (data: EquityData, isMeant: (row: number) => boolean): YearPoint => {
    const values = data.column(amount(data));
    const meant: number[] = [];
    let pupils = 0;
    for (let row = 0; row < data.count; row++) {
      if (!Number.isFinite(values[row]) || !isMeant(row)) continue;
      meant.push(row);
      pupils += data.pupils[row] ?? 0;
    }
    return { value: meanByPupils(values, data.pupils, meant), schools: meant.length, pupils };
  };
  const { levels } = scope.data.calculation;
  const lines = (): YearLine[] => {
    switch (by) {
      case 'level':
        return levels.map(({ code, name }, level) =>
          line(code, name, (data) => mean(data, (row) => data.level[row] === level)),
        );
      case 'fifths': {
        const fifths = new Map(all.map((data) => [data, fifthsOf(data, axis, amount(data))]));
        return FIFTHS.map((label, fifth) =>
          line(String(fifth), label, (data) => mean(data, (row) => fifths.get(data)?.get(row) === fifth)),
        );
      }
      case 'spread':
        return [line('spread', 'Variation', (data) => spread(data, amount(data)))];
      case 'needs':
        return scope.data.needs.map(({ code, name }) =>
          line(code, name, (data) => correlation(data, `need:${code}`, amount(data))),
        );
      default:
        return [line('district', 'District', (data) => mean(data, () => true))];
    }
  };
  return { years: [...years, scope.data.name], hasNow: true, lines: lines() };
}

function fifthsOf(data: EquityData, need: AxisId, amount: 'total' | 'current'): Map<number, number> {
  const [values, amounts] = [data.column(need), data.column(amount)];
  const rows = [...data.order(need)].filter((row) => Number.isFinite(values[row]) && Number.isFinite(amounts[row]));
  const groups = rankInGroups(values, rows, null, FIFTHS.length);
  return new Map(rows.map((row, at) => [row, groups[at] ?? -1]));
}

function spread(data: EquityData, amount: 'total' | 'current'): YearPoint {
  const { columns, pupils } = completeRows(data, [data.column(amount)]);
  const value = (columns[0]?.length ?? 0) > 1 ? inequality(columns[0]!, pupils).coefficientOfVariation : Number.NaN;
  return { value, schools: pupils.length, pupils: sum(pupils) };
}

function correlation(data: EquityData, need: AxisId, amount: 'total' | 'current'): YearPoint {
  const { columns, pupils } = completeRows(data, [data.column(need), data.column(amount)]);
  const fit = pupils.length > 2 ? fitLine(columns[0]!, columns[1]!, pupils) : null;
  return { value: fit?.correlation ?? Number.NaN, schools: pupils.length, pupils: sum(pupils) };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Lines of outcomes and of pupils. */
function valueLines(
  model: Model,
  scope: YearScope,
  row: YearMeasureRow,
  { by, group, need }: YearSeriesOptions,
  facts: SeriesFacts,
): Lines {
  const pupilsMeasure = firstOfKind(model, 'pupils')?.measure ?? '';
  const values = heldForYears(model, `values ${row.measure}`, () => {
    return new YearValues(model, [{ measure: row.measure }, { measure: pupilsMeasure }]);
  });
  const years = orderedYears(model, row.measure);
  const place = new Map(
    Array.from(scope.data.rows, (school, at) => [scope.data.calculation.schools[school]?.code, at]),
  );
  const presentNeed = by === 'fifths' ? scope.data.column(`need:${need}`) : null;

  const entries = (year: string, of: string): Entry[] => {
    const all = values.of(pupilsMeasure, '', year);
    const own = values.of(pupilsMeasure, of, year);
    const ofNeed = presentNeed ? values.of(pupilsMeasure, need, year) : null;
    const read: Entry[] = [];
    let known = 0;
    for (const [code, value] of values.of(row.measure, of, year)) {
      const pupils = all.get(code);
      if (!scope.seesSchool(code, pupils === undefined ? null : pupils * COUNT_SCALE)) continue;
      const at = place.get(code);
      if (at === undefined) facts.closed++;
      const share = (ofNeed?.get(code) ?? Number.NaN) / (pupils ?? Number.NaN);
      if (Number.isFinite(share)) known++;
      read.push({
        ...{ code, pupils: (own.get(code) ?? Number.NaN) * COUNT_SCALE, need: share },
        // Pupils of a group are told as a share of all.
        value: row.kind === 'pupils' && of !== '' ? value / (pupils ?? Number.NaN) : value,
        level: at === undefined ? -1 : (scope.data.level[at] ?? -1),
      });
    }
    if (presentNeed && known * 2 < read.length) {
      facts.presentNeed.push(year);
      return read.map((entry) => ({ ...entry, need: presentNeed[place.get(entry.code) ?? -1] ?? Number.NaN }));
    }
    return read;
  };

  const point = (year: string, of: string, list: readonly Entry[]): YearPoint => {
    if (row.kind === 'pupils' && of === '') {
      const total = list.reduce((all, { value }) => all + value, 0);
      return list.length === 0 ? NO_POINT : { value: total, schools: list.length, pupils: total * COUNT_SCALE };
    }
    const weighted = row.kind === 'pupils' ? withAllPupils(list, values.of(pupilsMeasure, '', year)) : list;
    const mean = yearMean(weighted);
    if (mean.schools === 0) return NO_POINT;
    if (!mean.isByPupils && !facts.once.includes(year)) facts.once.push(year);
    facts.withoutPupils += mean.withoutPupils;
    const size = row.kind === 'pupils' ? mean.pupils * mean.value : mean.pupils;
    if (!scope.seesGroup(Number.isFinite(size) ? size : of === '' ? Number.POSITIVE_INFINITY : null)) {
      facts.hidden++;
      return NO_POINT;
    }
    return { value: mean.value, schools: mean.schools, pupils: mean.pupils };
  };

  const line = (
    key: string,
    label: string,
    of: string,
    isMeant: (entry: Entry, year: string) => boolean,
  ): YearLine => ({
    key,
    label,
    points: years.map((year) =>
      point(
        year,
        of,
        entries(year, of).filter((entry) => isMeant(entry, year)),
      ),
    ),
  });

  const lines = (): YearLine[] => {
    switch (by) {
      case 'level':
        return scope.data.calculation.levels.map(({ code, name }, level) =>
          line(code, name, group, (entry) => entry.level === level),
        );
      case 'fifths': {
        const fifths = new Map(years.map((year) => [year, entryFifths(entries(year, group))]));
        return FIFTHS.map((label, fifth) =>
          line(String(fifth), label, group, (entry, year) => fifths.get(year)?.get(entry.code) === fifth),
        );
      }
      case 'groups':
        return orderedGroups(model, row.measure)
          .filter((of) => !scope.isHidden(`need:${of}`) && !(row.kind === 'pupils' && of === ''))
          .map((of) => line(of === '' ? 'all' : of, groupName(model, of), of, () => true));
      default:
        return [line('district', 'District', group, () => true)];
    }
  };
  return { years, hasNow: false, lines: lines() };
}

/** Shares of a group are weighted by all pupils, so that their mean is the district's share. */
function withAllPupils(list: readonly Entry[], pupils: ReadonlyMap<string, number>): SchoolValue[] {
  return list
    .filter(({ value }) => Number.isFinite(value))
    .map(({ code, value }) => ({ code, value, pupils: (pupils.get(code) ?? Number.NaN) * COUNT_SCALE }));
}

function entryFifths(entries: readonly Entry[]): Map<string, number> {
  const known = entries
    .filter(({ need }) => Number.isFinite(need))
    .sort((a, b) => a.need - b.need || (a.code < b.code ? -1 : 1));
  const shares = Float64Array.from(known, ({ need }) => need);
  const groups = rankInGroups(shares, [...known.keys()], null, FIFTHS.length);
  return new Map(known.map(({ code }, at) => [code, groups[at] ?? -1]));
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
