import { halfWidthT, twoSidedT } from './distributions.ts';
import { meanOne } from './linearModel.ts';

/** A straight line through points. What needs degrees of freedom or differences is NaN without them. */
export interface FittedLine {
  readonly count: number;
  readonly intercept: number;
  readonly slope: number;
  readonly slopeError: number;
  readonly slopeP: number;
  /** The slope's confidence interval. */
  readonly slopeLow: number;
  readonly slopeHigh: number;
  readonly correlation: number;
  readonly rSquared: number;
  /** Residual standard error; weighted, that of a school of average size. */
  readonly standardError: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly degrees: number;
  /** Externally studentised residuals by point, as R's `rstudent`. */
  readonly studentised: Float64Array;
  readonly line: (x: number) => number;
  /** Where the line may run at x: the mean of schools there. */
  readonly confidenceBand: (x: number) => Band;
  /** Where one school of average size may be expected at x. */
  readonly predictionBand: (x: number) => Band;
}

export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * Simple regression of y on x, by schools (`weights` null) or by pupils. Weights are brought to a mean of one. Null
 * where no line can be drawn: fewer than two points, or all at one x.
 *
 * Points (0, 5000), (0.5, 6000), (1, 7500) give y = 4,916.67 + 2,500.00 x, R² 0.9868.
 */
export function fitLine(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence = 0.95,
): FittedLine | null {
  const count = x.length;
  if (count < 2) return null;
  const w = weights ? meanOne(weights) : new Float64Array(count).fill(1);
  let meanX = 0;
  let meanY = 0;
  for (let at = 0; at < count; at++) {
    meanX += (w[at]! * x[at]!) / count;
    meanY += (w[at]! * y[at]!) / count;
  }
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let at = 0; at < count; at++) {
    const dx = x[at]! - meanX;
    const dy = y[at]! - meanY;
    xx += w[at]! * dx * dx;
    xy += w[at]! * dx * dy;
    yy += w[at]! * dy * dy;
  }
  if (isNothing(xx, meanX, count)) return null;
  const slope = xy / xx;
  const intercept = meanY - slope * meanX;
  const degrees = count - 2;
  let left = 0;
  for (let at = 0; at < count; at++) left += w[at]! * (y[at]! - intercept - slope * x[at]!) ** 2;
  const variance = degrees > 0 ? left / degrees : Number.NaN;
  const standardError = Math.sqrt(variance);
  const slopeError = Math.sqrt(variance / xx);
  const isFlat = isNothing(yy, meanY, count);
  const reach = halfWidthT(confidence, degrees);
  const line = (at: number): number => intercept + slope * at;
  const band = (extra: number) => (at: number) => {
    const half = reach * Math.sqrt(variance * (extra + 1 / count + (at - meanX) ** 2 / xx));
    return { low: line(at) - half, high: line(at) + half };
  };
  return {
    count,
    intercept,
    slope,
    slopeError,
    slopeP: isFlat ? Number.NaN : twoSidedT(slope / slopeError, degrees),
    slopeLow: slope - reach * slopeError,
    slopeHigh: slope + reach * slopeError,
    correlation: isFlat ? Number.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))),
    rSquared: isFlat ? Number.NaN : Math.max(0, 1 - left / yy),
    standardError,
    meanX,
    meanY,
    degrees,
    studentised: studentise(x, y, w, { meanX, xx, left, degrees, line }),
    line,
    confidenceBand: band(0),
    predictionBand: band(1),
  };
}

/** Each residual against the spread of the others: e√w ÷ (s₍₋ᵢ₎ √(1 − h)). NaN where the line runs through a point by force. */
function studentise(
  x: Float64Array,
  y: Float64Array,
  w: Float64Array,
  fit: { meanX: number; xx: number; left: number; degrees: number; line: (x: number) => number },
): Float64Array {
  const count = x.length;
  const studentised = new Float64Array(count).fill(Number.NaN);
  if (fit.degrees < 2) return studentised;
  for (let at = 0; at < count; at++) {
    const free = 1 - w[at]! * (1 / count + (x[at]! - fit.meanX) ** 2 / fit.xx);
    const residual = Math.sqrt(w[at]!) * (y[at]! - fit.line(x[at]!));
    const others = (fit.left - residual ** 2 / free) / (fit.degrees - 1);
    if (free > 1e-10 && others > 0) studentised[at] = residual / Math.sqrt(others * free);
  }
  return studentised;
}

/** Whether a sum of squares is nothing but the last digits of doubles. */
function isNothing(squares: number, mean: number, count: number): boolean {
  return squares <= count * (Math.abs(mean) * 1e-13) ** 2;
}
