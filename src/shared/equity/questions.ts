import type { YearsBy } from '../years/yearSeries.ts';
import { averagesAndActuals } from './actuals.ts';
import type { AmountId, AxisId, Weighting } from './columnIds.ts';
import { completeRows } from './completeRows.ts';
import type { EquityData } from './EquityData.ts';
import { findNeedColumn } from './findNeedColumn.ts';
import { fitLine } from './fitLine.ts';
import { type NeedGroup, needGroups } from './needGroups.ts';
import { NOT_IN_BUDGETS, type PictureId, QUESTIONS, type QuestionId } from './questionTexts.ts';
import { comparedText, decimalText, dollarText, percentText, probabilityText } from './words.ts';
import { equityOverTime, outcomesByNeed, outcomesOverTime, spendingAnswer, type YearSources } from './yearAnswers.ts';

export interface QuestionOptions {
  readonly amount: AmountId;
  /** Fifths of schools or of pupils; of schools without a choice. */
  readonly equal?: Weighting;
  /** Without a choice, found by the names of the needs. */
  readonly poverty?: AxisId | null;
  readonly englishLearners?: AxisId | null;
  /** Actual costs, and what they are held against (without it, `amount`). */
  readonly actual?: AmountId | null;
  readonly average?: AmountId;
  /** Measures of teachers and outcomes, by name. */
  readonly experience?: AxisId | null;
  readonly turnover?: AxisId | null;
  readonly outcome?: AxisId | null;
  /** What is known by year; without it, nothing is said over time. */
  readonly years?: YearSources | null;
}

/** One opening question with its answer, or why the data at hand cannot give one. */
export interface Answer {
  readonly id: QuestionId;
  readonly question: string;
  readonly isAnswered: boolean;
  /** One sentence: the answer, or what is wanting. */
  readonly sentence: string;
  /** The number the answer stands on; NaN without an answer. */
  readonly figure: number;
  /** Where to see it, and which need it shows. */
  readonly picture: PictureId | null;
  readonly need: AxisId | null;
  /** What the picture of years shows of it. */
  readonly byYear?: { readonly measure: string; readonly by: YearsBy };
}

export type Found = Pick<Answer, 'sentence' | 'figure' | 'picture' | 'need' | 'byYear'>;

/** At this p value and below a difference is more than chance; from this R² on it is clear. */
const CHANCE = 0.05;
const CLEAR = 0.25;

/**
 * The guidebook's opening questions answered from the data. High and low are the highest and lowest fifth;
 * means are by pupils. Decision where the guidebook is silent: a difference is *clear* where a line by pupils is more
 * than chance (p below 0.05) and explains at least a quarter of the differences (R² 0.25).
 */
export function answerQuestions(data: EquityData, options: QuestionOptions): Answer[] {
  const equal = options.equal ?? 'schools';
  const poverty = options.poverty === undefined ? findNeedColumn(data, 'POV') : options.poverty;
  const learners = options.englishLearners === undefined ? findNeedColumn(data, 'EL') : options.englishLearners;
  const noPoverty = 'The district has no need category for poverty. Add one with its counts.';
  const noLearners = 'The district has no need category for English learners. Add one with its counts.';
  const found: Readonly<Record<QuestionId, Found | string>> = {
    needier: needier(data, options.amount, equal),
    actualSalaries: actualSalaries(data, options, poverty),
    poverty: poverty ? clearDifference(data, options.amount, poverty, equal) : noPoverty,
    englishLearners: learners ? clearDifference(data, options.amount, learners, equal) : noLearners,
    experience: together(
      data,
      options.experience,
      poverty,
      'Add a measure such as the average years of experience of each school’s teachers.',
    ),
    turnover: together(
      data,
      options.turnover,
      poverty,
      'Add a measure such as the share of teachers who left each school last year.',
    ),
    control: control(data),
    controlForAll: controlForAll(data),
    controlByNeed: controlByNeed(data, [poverty, learners], equal),
    outcomes: (options.years ? spendingAnswer(options.years, '') : null) ?? outcomes(data, options),
    equityOverTime: equityOverTime(options.years ?? null, poverty),
    outcomesByNeed: outcomesByNeed(options.years ?? null, poverty),
    outcomesOverTime: outcomesOverTime(options.years ?? null),
    ...(NOT_IN_BUDGETS as Readonly<Record<Exclude<QuestionId, AnsweredId>, string>>),
  };
  return (Object.keys(QUESTIONS) as QuestionId[]).map((id): Answer => {
    const each = found[id];
    const answer = typeof each === 'string' ? { sentence: each, figure: Number.NaN, picture: null, need: null } : each;
    return { id, question: QUESTIONS[id], isAnswered: typeof each !== 'string', ...answer };
  });
}

type AnsweredId =
  | 'needier'
  | 'actualSalaries'
  | 'poverty'
  | 'englishLearners'
  | 'experience'
  | 'turnover'
  | 'control'
  | 'controlForAll'
  | 'controlByNeed'
  | 'outcomes'
  | 'equityOverTime'
  | 'outcomesByNeed'
  | 'outcomesOverTime';

interface Ends {
  readonly low: NeedGroup;
  readonly high: NeedGroup;
}

/** The lowest and the highest fifth of schools, or why there are none. */
function endsOf(data: EquityData, amount: AmountId, by: AxisId, equal: Weighting): Ends | string {
  const { groups, problem } = needGroups(data, { amount, by, groups: 5, equal, stack: 'restriction' });
  const filled = groups.filter(({ schools }) => schools > 0);
  return problem ?? { low: filled[0]!, high: filled.at(-1)! };
}

function needier(data: EquityData, amount: AmountId, equal: Weighting): Found | string {
  const ends = endsOf(data, amount, 'allNeeds', equal);
  if (typeof ends === 'string') return ends;
  const { low, high } = ends;
  const answer = high.dollars - low.dollars >= 0.5 ? 'Yes' : 'No';
  return {
    sentence: `${answer}: the fifth with the most need has ${dollarText(high.dollars)} per pupil, ${comparedText(high.dollars, low.dollars)} the fifth with the least.`,
    figure: high.dollars - low.dollars,
    picture: 'deciles',
    need: 'allNeeds',
  };
}

function actualSalaries(data: EquityData, options: QuestionOptions, poverty: AxisId | null): Found | string {
  if (!options.actual) return 'No actual salary costs are given. Add them as a measure of each school.';
  const by = poverty ?? 'allNeeds';
  const { groups, problem, sentence } = averagesAndActuals(data, {
    actual: options.actual,
    average: options.average ?? options.amount,
    by,
    equal: options.equal ?? 'schools',
  });
  if (problem) return problem;
  const filled = groups.filter(({ schools }) => schools > 0);
  return {
    sentence,
    figure: filled.at(-1)!.difference - filled[0]!.difference,
    picture: 'averages-and-actuals',
    need: by,
  };
}

function clearDifference(data: EquityData, amount: AmountId, need: AxisId, equal: Weighting): Found | string {
  const ends = endsOf(data, amount, need, equal);
  if (typeof ends === 'string') return ends;
  const { columns, pupils } = completeRows(data, [data.column(need), data.column(amount)]);
  const fit = fitLine(columns[0]!, columns[1]!, pupils);
  const label = data.label(need);
  const { low, high } = ends;
  const compared = `the fifth with the most ${label} has ${comparedText(high.dollars, low.dollars, ' per pupil')} the fifth with the least`;
  const proof =
    fit && !Number.isNaN(fit.slopeP) ? ` (R² ${decimalText(fit.rSquared, 2)}, ${probabilityText(fit.slopeP)})` : '';
  const isSure = fit !== null && fit.slopeP <= CHANCE;
  const isClear = isSure && fit.rSquared >= CLEAR;
  const lead = !isSure
    ? 'No clear difference'
    : fit.slope < 0
      ? 'A difference against the need'
      : isClear
        ? 'A clear difference'
        : 'A difference, but schools of the same need vary widely';
  return {
    sentence: `${lead}: ${compared}${proof}.`,
    figure: high.dollars - low.dollars,
    picture: 'need-and-spending',
    need,
  };
}

function together(
  data: EquityData,
  measure: AxisId | null | undefined,
  poverty: AxisId | null,
  wanting: string,
): Found | string {
  if (!measure) return wanting;
  const by = poverty ?? 'allNeeds';
  const { columns, pupils } = completeRows(data, [data.column(by), data.column(measure)]);
  const fit = fitLine(columns[0]!, columns[1]!, pupils);
  if (!fit || Number.isNaN(fit.correlation) || columns[0]!.length < 3)
    return 'The measure is known at too few schools, or the same at all of them.';
  const way = fit.correlation > 0 ? 'higher' : 'lower';
  const isSure = fit.slopeP <= CHANCE;
  return {
    sentence: isSure
      ? `${data.label(measure)} is ${way} where ${data.label(by)} is higher (correlation ${decimalText(fit.correlation, 2)}, ${probabilityText(fit.slopeP)}).`
      : `${data.label(measure)} and ${data.label(by)} show no clear relation (correlation ${decimalText(fit.correlation, 2)}, ${probabilityText(fit.slopeP)}).`,
    figure: fit.correlation,
    picture: 'need-and-spending',
    need: by,
  };
}

function control(data: EquityData): Found | string {
  if (data.isHidden('central')) return 'What stays central is not shown here.';
  const { totals, tieOut } = data.calculation.results;
  if (tieOut.revenueCents <= 0) return 'There is no revenue yet, so there is nothing to divide.';
  const share = totals.total / tieOut.revenueCents;
  const free = totals.unrestricted / tieOut.revenueCents;
  return {
    sentence: `${percentText(share)} of revenue reaches schools for them to budget, and ${percentText(free)} of revenue does so without restriction.`,
    figure: share,
    picture: 'tie-out',
    need: null,
  };
}

/** Unrestricted ÷ total by row; NaN where a school has no money. */
function freeShares(data: EquityData): Float64Array {
  const [free, total] = [data.column('unrestricted'), data.column('total')];
  return free.map((dollars, row) => (total[row]! > 0 ? dollars / total[row]! : Number.NaN));
}

function controlForAll(data: EquityData): Found | string {
  const shares = freeShares(data)
    .filter((share) => !Number.isNaN(share))
    .sort();
  if (shares.length === 0) return 'No school has any money yet.';
  const at = (part: number): number => shares[Math.round(part * (shares.length - 1))]!;
  return {
    sentence: `At the median school ${percentText(at(0.5))} of the money is unrestricted; from the lowest to the highest school it is ${percentText(at(0))} to ${percentText(at(1))}.`,
    figure: at(0.5),
    picture: 'deciles',
    need: 'allNeeds',
  };
}

function controlByNeed(data: EquityData, needs: readonly (AxisId | null)[], equal: Weighting): Found | string {
  const parts: string[] = [];
  let first: { figure: number; need: AxisId } | null = null;
  for (const need of needs) {
    if (need === null) continue;
    const total = endsOf(data, 'total', need, equal);
    const free = endsOf(data, 'unrestricted', need, equal);
    if (typeof total === 'string' || typeof free === 'string') continue;
    const [high, low] = [free.high.dollars / total.high.dollars, free.low.dollars / total.low.dollars];
    if (Number.isNaN(high - low)) continue;
    first ??= { figure: high - low, need };
    parts.push(
      `${percentText(high)} of the money is unrestricted in the fifth with the most ${data.label(need)}, ${percentText(low)} in the fifth with the least`,
    );
  }
  if (!first) return 'The district has no need category for poverty or English learners that differs between schools.';
  const sentence = parts.join('; ');
  return { sentence: `${sentence}.`, ...first, picture: 'deciles' };
}

function outcomes(data: EquityData, { amount, outcome }: QuestionOptions): Found | string {
  if (!outcome)
    return 'No outcome is given. Import outcomes in Years and outcomes, or add one as a measure of each school.';
  const { columns, pupils } = completeRows(data, [data.column(amount), data.column(outcome)]);
  const fit = fitLine(columns[0]!, columns[1]!, pupils);
  if (!fit || Number.isNaN(fit.correlation) || columns[0]!.length < 3)
    return 'The outcome or the amount is known at too few schools, or the same at all of them.';
  return {
    sentence: `${data.label(amount)} per pupil and ${data.label(outcome)} go together with a correlation of ${decimalText(fit.correlation, 2)} (${probabilityText(fit.slopeP)}); this says nothing of cause, for money is sent where outcomes are low.`,
    figure: fit.correlation,
    picture: 'need-and-spending',
    need: outcome,
  };
}
