import { halfWidthT, twoSidedT, upperF } from './distributions.ts';
import { type Alias, leastSquares } from './leastSquares.ts';

/** One column's effect. All NaN for an aliased column; what needs degrees of freedom is NaN without them. */
export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly isAliased: boolean;
}

/** A linear model as R's `summary(lm(…))` prints it. Column 0 is the intercept. */
export interface LinearModel {
  readonly count: number;
  readonly rank: number;
  readonly coefficients: readonly Coefficient[];
  /** Covariance of the coefficients, columns × columns; NaN for aliased ones. */
  readonly covariance: Float64Array;
  readonly residualDegrees: number;
  readonly residualStandardError: number;
  /** NaN where the amounts do not differ at all. */
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly f: number;
  readonly modelDegrees: number;
  readonly fP: number;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  readonly aliases: readonly Alias[];
  /** How many standard errors an interval reaches to each side. */
  readonly reach: number;
}

/**
 * Fits y on an intercept and `columns`. Weights are brought to a mean of one, so that the residual standard error is
 * that of a school of average size; coefficients, their errors, t, p and R² do not depend on it.
 *
 * Amounts of $5,000, $6,000 and $7,500 at shares of 0, 0.5 and 1 give an intercept of $4,916.67 and $2,500.00 for a
 * whole share of need.
 */
export function linearModel(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array | null,
  confidence = 0.95,
): LinearModel {
  const count = y.length;
  const w = weights ? meanOne(weights) : null;
  const ones = new Float64Array(count).fill(1);
  const { rank, coefficients, inverse, fitted, residuals, aliases } = leastSquares([ones, ...columns], y, w);
  const size = columns.length + 1;
  const weightOf = (row: number): number => (w ? w[row]! : 1);

  let middle = 0;
  for (let row = 0; row < count; row++) middle += (weightOf(row) * fitted[row]!) / count;
  let explained = 0;
  let left = 0;
  for (let row = 0; row < count; row++) {
    explained += weightOf(row) * (fitted[row]! - middle) ** 2;
    left += weightOf(row) * residuals[row]! ** 2;
  }
  const residualDegrees = count - rank;
  const modelDegrees = rank - 1;
  const variance = residualDegrees > 0 ? left / residualDegrees : Number.NaN;
  // Differences that are nothing but the last digit of a double are none.
  const isFlat = explained + left <= count * (middle * 1e-13) ** 2;
  const rSquared = isFlat || modelDegrees === 0 ? (isFlat ? Number.NaN : 0) : explained / (explained + left);
  const f = modelDegrees > 0 && !isFlat ? explained / modelDegrees / variance : Number.NaN;
  const reach = halfWidthT(confidence, residualDegrees);
  return {
    count,
    rank,
    coefficients: [...coefficients].map((estimate, at): Coefficient => {
      const standardError = Math.sqrt(variance * inverse[at * size + at]!);
      const t = estimate / standardError;
      return {
        estimate,
        standardError,
        t,
        p: twoSidedT(t, residualDegrees),
        low: estimate - reach * standardError,
        high: estimate + reach * standardError,
        isAliased: Number.isNaN(estimate),
      };
    }),
    covariance: inverse.map((value) => value * variance),
    residualDegrees,
    residualStandardError: Math.sqrt(variance),
    rSquared,
    adjustedRSquared: residualDegrees > 0 ? 1 - ((1 - rSquared) * (count - 1)) / residualDegrees : Number.NaN,
    f,
    modelDegrees,
    fP: upperF(f, modelDegrees, residualDegrees),
    fitted,
    residuals,
    aliases,
    reach,
  };
}

/** The same weights with a mean of one. */
export function meanOne(weights: Float64Array): Float64Array {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return weights.map((weight) => (weight * weights.length) / sum);
}
