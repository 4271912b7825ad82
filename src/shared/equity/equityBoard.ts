import { type Actuals, averagesAndActuals } from './actuals.ts';
import type { AmountId, AxisId, Weighting } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';
import { type Baseline, type EquityMeasures, equityMeasures } from './equityMeasures.ts';
import { findNeedColumn } from './findNeedColumn.ts';
import { type GhostArrow, ghostArrows } from './ghostArrows.ts';
import { type NeedAndSpending, needAndSpending } from './needAndSpending.ts';
import { type NeedGroups, needGroups } from './needGroups.ts';
import { type NetLine, netLine } from './netLine.ts';
import { type Answer, answerQuestions, type QuestionOptions } from './questions.ts';
import { type Regression, regression } from './regression.ts';

/** What a person has chosen on the board. */
export interface BoardOptions
  extends Pick<QuestionOptions, 'actual' | 'average' | 'experience' | 'turnover' | 'outcome'> {
  readonly amount: AmountId;
  /** The need across the pictures; without a choice poverty, else all needs together. */
  readonly need?: AxisId;
  readonly weighting: Weighting;
  readonly groups: 5 | 10;
  readonly stack: 'restriction' | 'source';
  readonly levels: boolean;
  readonly logSize: boolean;
  readonly baseline?: Baseline | null;
  readonly confidence?: number;
}

/** Everything the equity board shows of one scenario, and of its baseline beside it. */
export interface EquityBoard {
  readonly need: AxisId;
  readonly scatter: NeedAndSpending;
  readonly baselineScatter: NeedAndSpending | null;
  readonly arrows: readonly GhostArrow[];
  readonly groups: NeedGroups;
  readonly baselineGroups: NeedGroups | null;
  readonly regression: Regression;
  readonly baselineRegression: Regression | null;
  /** The shown one first. */
  readonly netLines: readonly NetLine[];
  readonly measures: EquityMeasures;
  readonly actuals: Actuals | null;
  readonly answers: readonly Answer[];
}

/** The whole board anew; `data` and the baseline's data must have been refreshed. */
export function equityBoard(data: EquityData, options: BoardOptions): EquityBoard {
  const need = options.need ?? findNeedColumn(data, 'POV') ?? 'allNeeds';
  const baseline = options.baseline ?? null;
  const { amount, weighting, confidence = 0.95 } = options;
  const needs = data.needs.map(({ code }): AxisId => `need:${code}`);
  const scatter = (of: EquityData, what: AmountId): NeedAndSpending =>
    needAndSpending(of, { amount: what, against: need, weighting, confidence });
  const groups = (of: EquityData, what: AmountId): NeedGroups =>
    needGroups(of, { amount: what, by: need, groups: options.groups, equal: weighting, stack: options.stack });
  // The need that is shown net must stand in the regression; all needs together would only repeat the others.
  const columns = need === 'allNeeds' ? [need] : needs.includes(need) ? needs : [...needs, need];
  const fitted = (of: EquityData, what: AmountId, name: string): Regression => ({
    ...regression(of, {
      amount: what,
      needs: columns,
      levels: options.levels,
      logSize: options.logSize && need !== 'pupils',
      weighting,
      confidence,
    }),
    dataName: name,
  });
  const shown = fitted(data, amount, data.name);
  const before = baseline ? fitted(baseline.data, baseline.amount, baseline.name) : null;
  const most = shown.terms.find(({ id }) => id === need)?.most;
  const lines = [shown, ...(before ? [before] : [])].map((each) => netLine(each, need, most));
  return {
    need,
    scatter: scatter(data, amount),
    baselineScatter: baseline ? scatter(baseline.data, baseline.amount) : null,
    arrows: baseline ? ghostArrows(data, amount, baseline.data, baseline.amount, need) : [],
    groups: groups(data, amount),
    baselineGroups: baseline ? groups(baseline.data, baseline.amount) : null,
    regression: shown,
    baselineRegression: before,
    netLines: lines,
    measures: equityMeasures(data, { amount, baseline }),
    actuals: options.actual
      ? averagesAndActuals(data, {
          actual: options.actual,
          average: options.average ?? amount,
          by: need,
          equal: weighting,
        })
      : null,
    answers: answerQuestions(data, { ...options, equal: weighting }),
  };
}
