import type { AmountId, AxisId } from './columnIds.ts';
import { completeRows } from './completeRows.ts';
import type { EquityData } from './EquityData.ts';
import { fitLine } from './fitLine.ts';
import { type Inequality, inequality } from './inequality.ts';
import { likeSchools } from './likeSchools.ts';
import { MEASURE_TEXTS, type MeasureId, type MeasureText, needMeasureText } from './measureTexts.ts';
import { regression } from './regression.ts';
import { schoolsText } from './words.ts';

/** What an amount is held against: current budgets, another scenario, an earlier year. */
export interface Baseline {
  readonly data: EquityData;
  readonly amount: AmountId;
  readonly name: string;
}

export interface MeasureOptions {
  readonly amount: AmountId;
  /** Needs for correlation and slope; without a choice, all further needs. */
  readonly needs?: readonly AxisId[];
  /** What makes schools alike; without a choice, all needs together. */
  readonly likeBy?: AxisId;
  readonly baseline?: Baseline | null;
}

/** One measure of equity, in numbers and in one sentence. */
export interface EquityMeasure {
  readonly id: MeasureId | `${'correlation' | 'slope'}:${AxisId}`;
  readonly name: string;
  readonly better: MeasureText['better'];
  readonly value: number;
  /** As it is written: `0.061`, `12.4%`, `$1,204`. */
  readonly text: string;
  readonly sentence: string;
  /** The baseline's value, and the change from it, over the schools that both have; NaN without. */
  readonly before: number;
  readonly change: number;
  readonly changeSentence: string | null;
  /** Whether the change is for the better; null where there is none, or where neither way is better. */
  readonly isBetter: boolean | null;
  /** Why there is no value; null where there is one. */
  readonly problem: string | null;
}

export interface EquityMeasures {
  readonly measures: readonly EquityMeasure[];
  /** Mean and percentiles, by pupils. */
  readonly summary: Inequality;
  readonly schools: number;
  readonly missing: number;
  readonly notes: readonly string[];
}

type Values = ReadonlyMap<EquityMeasure['id'], number>;

/**
 * Measures of equity of an amount per pupil, by pupils: spread (see inequality.ts), the relation to each need, likes
 * treated alike (see likeSchools.ts), and how far needs explain the differences (R² of a regression on all of them by
 * pupils: vertical equity). The change against a baseline is taken over the schools that both have, so that a new
 * school is not mistaken for more inequality.
 */
export function equityMeasures(data: EquityData, options: MeasureOptions): EquityMeasures {
  const needs = options.needs ?? data.needs.map(({ code }): AxisId => `need:${code}`);
  const baseline = options.baseline ?? null;
  const amounts = data.column(options.amount);
  const everyone = measureValues(data, options.amount, null, needs, options.likeBy);
  const common = baseline ? commonRows(data, options.amount, baseline) : null;
  const notes: string[] = [];
  let before: Values | null = null;
  let after: Values = everyone.values;
  if (baseline && common) {
    if (common.here.length < everyone.schools) {
      after = measureValues(data, options.amount, common.here, needs, options.likeBy).values;
      notes.push(`Changes are taken over the ${schoolsText(common.here.length)} found on both sides.`);
    }
    before = measureValues(baseline.data, baseline.amount, common.there, needs, options.likeBy).values;
  }
  notes.push(
    'Money that follows need makes amounts less equal: read measures of spread together with vertical equity.',
  );
  if (everyone.missing > 0)
    notes.push(`${schoolsText(everyone.missing)} without ${data.label(options.amount).toLowerCase()} left out.`);
  const problem = problemOf(amounts, everyone);
  const texts: [EquityMeasure['id'], MeasureText][] = Object.entries(MEASURE_TEXTS) as [MeasureId, MeasureText][];
  for (const id of needs) {
    texts.push([`correlation:${id}`, needMeasureText('correlation', data.label(id), data.unit(id) === 'share')]);
    texts.push([`slope:${id}`, needMeasureText('slope', data.label(id), data.unit(id) === 'share')]);
  }
  const measures = texts.map(([id, text]): EquityMeasure => {
    const value = everyone.schools > 1 ? (everyone.values.get(id) ?? Number.NaN) : Number.NaN;
    const was = before?.get(id) ?? Number.NaN;
    return describe(id, text, {
      value,
      was,
      now: after.get(id) ?? Number.NaN,
      baseline: baseline?.name ?? '',
      problem,
    });
  });
  return { measures, summary: everyone.summary, schools: everyone.schools, missing: everyone.missing, notes };
}

function describe(
  id: EquityMeasure['id'],
  text: MeasureText,
  {
    value,
    was,
    now,
    baseline,
    problem,
  }: { value: number; was: number; now: number; baseline: string; problem: string | null },
): EquityMeasure {
  const isMissing = Number.isNaN(value);
  const told = isMissing ? (problem ?? text.undefinedBecause) : null;
  const change = now - was;
  const hasChange = !isMissing && !Number.isNaN(change);
  // A change nobody would see in the printed value is none.
  const isSame = hasChange && text.write(now) === text.write(was);
  const nearer =
    text.better === 'higher' ? change : text.better === 'lower' ? -change : Math.abs(was - 1) - Math.abs(now - 1);
  const isBetter = !hasChange || isSame || text.better === 'neither' ? null : nearer > 0;
  const verdict = isBetter === null ? '' : isBetter ? `: ${text.gain}` : `: ${text.loss}`;
  return {
    id,
    name: text.name,
    better: text.better,
    value,
    text: isMissing ? '' : text.write(value),
    sentence: told ?? text.sentence(value),
    before: was,
    change: hasChange ? change : Number.NaN,
    changeSentence: !hasChange
      ? null
      : isSame
        ? `Unchanged against ${baseline} (${text.write(was)}).`
        : `${change > 0 ? 'Up' : 'Down'} from ${text.write(was)} in ${baseline} to ${text.write(now)}${verdict}.`,
    isBetter,
    problem: told,
  };
}

function measureValues(
  data: EquityData,
  amount: AmountId,
  only: readonly number[] | null,
  needs: readonly AxisId[],
  likeBy: AxisId | undefined,
): { values: Values; summary: Inequality; schools: number; missing: number } {
  const seen = only === null ? data : data.part(only);
  const { columns, pupils, missing } = completeRows(seen, [seen.column(amount)]);
  const summary = inequality(columns[0]!, pupils, missing === 0 ? seen.order(amount) : undefined);
  const values = new Map<EquityMeasure['id'], number>([
    ['variation', summary.coefficientOfVariation],
    ['rangeRatio', summary.rangeRatio],
    ['mcLoone', summary.mcLoone],
    ['verstegen', summary.verstegen],
    ['gini', summary.gini],
    ['theil', summary.theil],
    ['horizontal', likeSchools(seen, amount, likeBy).variation],
  ]);
  const { model } = regression(seen, { amount, needs, levels: false, logSize: false, weighting: 'pupils' });
  const explained = model && model.modelDegrees > 0 ? model.rSquared : Number.NaN;
  values.set('vertical', explained);
  values.set('beyondNeed', summary.coefficientOfVariation * Math.sqrt(1 - explained));
  for (const id of needs) {
    const pair = completeRows(seen, [seen.column(id), seen.column(amount)]);
    const fit = fitLine(pair.columns[0]!, pair.columns[1]!, pair.pupils);
    values.set(`correlation:${id}`, fit && pair.rows.length > 2 ? fit.correlation : Number.NaN);
    values.set(`slope:${id}`, fit ? (seen.unit(id) === 'share' ? fit.slope / 100 : fit.slope) : Number.NaN);
  }
  return { values, summary, schools: columns[0]!.length, missing };
}

/** Rows of the schools that have the amount on both sides, in the order of this side. */
function commonRows(data: EquityData, amount: AmountId, baseline: Baseline): { here: number[]; there: number[] } {
  const now = data.column(amount);
  const then = baseline.data.column(baseline.amount);
  const here: number[] = [];
  const there: number[] = [];
  for (let row = 0; row < data.count; row++) {
    const other = data.rowIn(baseline.data, row);
    if (other < 0 || !Number.isFinite(now[row]!) || !Number.isFinite(then[other]!)) continue;
    here.push(row);
    there.push(other);
  }
  return { here, there };
}

function problemOf(
  amounts: Float64Array,
  { schools, summary }: { schools: number; summary: Inequality },
): string | null {
  if (schools === 0) return 'No school has this amount, so there is nothing to measure.';
  if (schools === 1) return 'One school alone cannot be unequal; a measure needs at least two.';
  if (amounts.some((amount) => amount < 0))
    return 'Some schools have less than nothing per pupil, so this measure has no meaning.';
  if (!(summary.mean > 0)) return 'No school has any of this money.';
  return null;
}
