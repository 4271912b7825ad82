import { MINUS } from '../text/formatNumber.ts';
import type { AmountId, AxisId, Weighting } from './columnIds.ts';
import { completeRows, weightsFor } from './completeRows.ts';
import type { EquityData } from './EquityData.ts';
import { type Band, type FittedLine, fitLine } from './fitLine.ts';
import { decimalText, dollarText, probabilityText, schoolsText } from './words.ts';

export interface NeedAndSpendingOptions {
  readonly amount: AmountId;
  readonly against: AxisId;
  readonly weighting: Weighting;
  readonly confidence?: number;
  /** A studentised residual this far from zero is an outlier; 3 without it. */
  readonly outlierFrom?: number;
  /** The most outliers that are named; 12 without it. */
  readonly mostOutliers?: number;
}

/** A school far from the line. */
export interface LineOutlier {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly studentised: number;
  /** Dollars per pupil above the line; negative below. */
  readonly dollars: number;
}

/** The picture *Need and spending* (the guidebook's Figures 2.1 and 2.3): each school a point, with a fitted line. */
export interface NeedAndSpending {
  readonly amountLabel: string;
  readonly againstLabel: string;
  /** Rows of the data that are points, and their places. */
  readonly rows: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pupils: Float64Array;
  /** Schools without one of the two values. */
  readonly missing: number;
  /** Null where no line can be drawn; `problem` says why. */
  readonly fit: FittedLine | null;
  /** The line and its bands at even steps from the least to the greatest x. */
  readonly steps: readonly { readonly x: number; readonly y: number; readonly mean: Band; readonly school: Band }[];
  readonly equation: string;
  readonly sentence: string;
  readonly problem: string | null;
  readonly notes: readonly string[];
  /** The furthest first. */
  readonly outliers: readonly LineOutlier[];
}

const STEPS = 40;

/**
 * Per-pupil amounts against a need. The line's slope is told in dollars for each percentage point of a need (or each
 * unit of a measure). Outliers are schools whose externally studentised residual is 3 or more from zero: amounts that
 * one school in 370 would reach by chance.
 */
export function needAndSpending(data: EquityData, options: NeedAndSpendingOptions): NeedAndSpending {
  const { amount, against, weighting } = options;
  const { rows, columns, pupils, missing } = completeRows(data, [data.column(against), data.column(amount)]);
  const y = columns[1]!;
  const fit = fitLine(columns[0]!, y, weightsFor(weighting, pupils), options.confidence);
  // The line is of what is; where few pupils would be told of, points stand where they may be shown.
  const shownX = data.shownColumn(against);
  const isLimited = shownX !== data.column(against);
  const x = isLimited ? Float64Array.from(rows, (row) => shownX[row]!) : columns[0]!;
  const labels = { amountLabel: data.label(amount), againstLabel: data.label(against) };
  const notes: string[] = [];
  if (missing > 0) {
    const has = missing === 1 ? 'has' : 'have';
    notes.push(
      `${schoolsText(missing)} ${has} no value for this picture and ${missing === 1 ? 'is' : 'are'} left out.`,
    );
  }
  const limited = isLimited ? rows.reduce((sum, row) => sum + (data.shareLimit(row, against) ? 1 : 0), 0) : 0;
  if (limited > 0)
    notes.push(
      `Of ${schoolsText(limited)} no exact ${labels.againstLabel} is shown: too few pupils have the need, or are without it.`,
    );
  if (weighting === 'pupils') notes.push('Each school counts by its pupils.');
  if (fit && fit.degrees === 0)
    notes.push('Two schools make a line by themselves; nothing can be said of its certainty.');
  if (fit && fit.rSquared > 1 - 1e-9) notes.push('Every school stands on the line; its errors mean nothing.');
  const shown = { ...labels, rows, x, y, pupils, missing, fit, notes };
  if (!fit) {
    const problem = problemOf(x.length, labels.againstLabel);
    return { ...shown, steps: [], equation: '', sentence: problem, problem, outliers: [] };
  }
  const isShare = data.unit(against) === 'share';
  const unit = isShare ? fit.slope / 100 : fit.slope;
  return {
    ...shown,
    steps: stepsOf(fit, x),
    equation: `${dollarText(fit.intercept)} ${fit.slope < 0 ? MINUS : '+'} $${decimalText(Math.abs(unit), 2)} × ${labels.againstLabel}${isShare ? ' in percent' : ''}`,
    sentence: sentenceOf(fit, unit, isShare, labels),
    problem: null,
    outliers: outliersOf(data, rows, x, y, fit, options),
  };
}

function problemOf(count: number, against: string): string {
  if (count === 0) return 'No school has both values, so there is nothing to draw. Choose another amount or need.';
  if (count === 1) return 'Only one school has both values; a line needs at least two.';
  return `${against} is the same at every school, so there is no line to fit. Choose another need.`;
}

function sentenceOf(
  fit: FittedLine,
  unit: number,
  isShare: boolean,
  { amountLabel, againstLabel }: { amountLabel: string; againstLabel: string },
): string {
  if (Number.isNaN(fit.rSquared)) return `${amountLabel} per pupil is ${dollarText(fit.meanY)} at every school.`;
  const each = isShare ? `each percentage point of ${againstLabel}` : `each further unit of ${againstLabel}`;
  const sure = Number.isNaN(fit.slopeP) ? '' : `, ${probabilityText(fit.slopeP)}`;
  const by = Math.abs(unit) < 10 ? `$${decimalText(Math.abs(unit), 2)}` : dollarText(Math.abs(unit));
  return `${amountLabel} per pupil ${unit < 0 ? 'falls' : 'rises'} by ${by} for ${each} (R² ${decimalText(fit.rSquared, 2)}${sure}, ${schoolsText(fit.count)}).`;
}

function stepsOf(fit: FittedLine, x: Float64Array): NeedAndSpending['steps'] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of x) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = least + ((most - least) * step) / STEPS;
    return { x: at, y: fit.line(at), mean: fit.confidenceBand(at), school: fit.predictionBand(at) };
  });
}

function outliersOf(
  data: EquityData,
  rows: Int32Array,
  x: Float64Array,
  y: Float64Array,
  fit: FittedLine,
  { outlierFrom = 3, mostOutliers = 12 }: NeedAndSpendingOptions,
): LineOutlier[] {
  const found: LineOutlier[] = [];
  for (let at = 0; at < rows.length; at++) {
    const studentised = fit.studentised[at]!;
    if (!(Math.abs(studentised) >= outlierFrom)) continue;
    const row = rows[at]!;
    found.push({
      row,
      code: data.code(row),
      name: data.schoolName(row),
      studentised,
      dollars: y[at]! - fit.line(x[at]!),
    });
  }
  return found
    .sort((a, b) => Math.abs(b.studentised) - Math.abs(a.studentised) || a.row - b.row)
    .slice(0, mostOutliers);
}
