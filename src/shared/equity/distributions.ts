import incompleteBeta from '@stdlib/math-base-special-betainc';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Student's t and F, from the regularized incomplete beta function of the stdlib project. Tails are taken directly and
 * not as one less a cumulative probability, so that a p value of 10⁻³⁰ is that and not zero. What cannot be asked — no
 * degrees of freedom, no statistic — is NaN, never zero.
 */

/** The probability of a t at least as far from zero, either way. `twoSidedT(2.5, 37)` is 0.01698. */
export function twoSidedT(t: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(t)) return Number.NaN;
  const square = t * t;
  return Number.isFinite(square) ? incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5) : 0;
}

/** The probability of an F at least as large. `upperF(3.5, 2, 37)` is 0.0405. */
export function upperF(f: number, modelDegrees: number, residualDegrees: number): number {
  if (!(modelDegrees > 0) || !(residualDegrees > 0) || Number.isNaN(f)) return Number.NaN;
  if (!Number.isFinite(f)) return 0;
  return incompleteBeta(residualDegrees / (residualDegrees + modelDegrees * f), residualDegrees / 2, modelDegrees / 2);
}

/** How many standard errors a confidence interval reaches to each side: `halfWidthT(0.95, 37)` is 2.026. */
export function halfWidthT(confidence: number, degrees: number): number {
  return degrees > 0 ? studentQuantile((1 + confidence) / 2, degrees) : Number.NaN;
}
