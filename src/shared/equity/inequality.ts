/** How unequal amounts per pupil are, each pupil counting once. NaN where a measure is not defined. */
export interface Inequality {
  readonly mean: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly coefficientOfVariation: number;
  readonly rangeRatio: number;
  readonly mcLoone: number;
  readonly verstegen: number;
  readonly gini: number;
  readonly theil: number;
}

/**
 * The measures of equality used in school finance, over pupils: every pupil has the amount of its school, and a school
 * counts by its pupils. `pupils` are whole numbers (hundredths), so that halves are found exactly.
 *
 * - Coefficient of variation, McLoone, Gini, Theil: Berne and Stiefel, *The Measurement of Equity in School Finance*
 *   (1984), chapter 2. The variation is √(Σ p (x − μ)² ÷ Σ p) ÷ μ over all pupils, not a sample's.
 * - Federal range ratio: (95th − 5th percentile) ÷ 5th, by pupils (34 CFR 222.162, there as the test whether a state
 *   equalizes; Berne and Stiefel as above).
 * - McLoone: what pupils at or below the median have ÷ what they would have with the median each. 1 is best.
 * - Verstegen: the same of pupils at or above the median (Verstegen 1996, *Concepts and Measures of Fiscal Inequality*,
 *   Journal of Education Finance 22). 1 is best.
 * - Gini: half the mean difference between any two pupils ÷ the mean; 0 to under 1. Theil: Σ (x/μ) ln(x/μ) ÷ pupils.
 *
 * Decisions where these are silent: a percentile is the amount of the pupil there, and where it falls exactly between
 * two pupils the mean of both, as for the ordinary median. A school on the median counts whole to both halves. With a
 * negative amount, or a mean of zero, only the percentiles are defined.
 *
 * `order` holds the places from the least amount to the greatest, where the caller has it at hand.
 *
 * Two schools of 100 pupils at $4,000 and $6,000: mean 5,000, variation 0.2, range ratio 0.5, McLoone 0.8,
 * Verstegen 1.2, Gini 0.1, Theil 0.0201.
 */
export function inequality(
  amounts: Float64Array,
  pupils: Float64Array,
  order: Int32Array = Int32Array.from(amounts.keys()).sort((a, b) => amounts[a]! - amounts[b]! || a - b),
): Inequality {
  let all = 0;
  let sum = 0;
  for (let at = 0; at < amounts.length; at++) {
    all += pupils[at]!;
    sum += pupils[at]! * amounts[at]!;
  }
  const percentile = (percent: number): number => percentileOf(amounts, pupils, order, (all * percent) / 100);
  const [low, median, high] = [percentile(5), percentile(50), percentile(95)];
  const least = amounts[order[0] ?? -1] ?? Number.NaN;
  const most = amounts[order.at(-1) ?? -1] ?? Number.NaN;
  // All alike: the mean is that amount, and nothing is left to the last digit of a division.
  const mean = least === most ? least : sum / all;
  const none = Number.NaN;
  const undefinedMeasures = {
    coefficientOfVariation: none,
    rangeRatio: none,
    mcLoone: none,
    verstegen: none,
    gini: none,
    theil: none,
  };
  if (!(least >= 0) || !(mean > 0)) return { mean, median, low, high, ...undefinedMeasures };

  let squares = 0;
  let theil = 0;
  let gini = 0;
  let passed = 0;
  const below = { sum: 0, pupils: 0 };
  const above = { sum: 0, pupils: 0 };
  for (const at of order) {
    const amount = amounts[at]!;
    const weight = pupils[at]!;
    const part = amount / mean;
    squares += weight * (part - 1) ** 2;
    if (part > 0) theil += weight * part * Math.log(part);
    gini += weight * (part - 1) * (2 * passed + weight);
    passed += weight;
    if (amount <= median) add(below, amount - median, weight);
    if (amount >= median) add(above, amount - median, weight);
  }
  return {
    mean,
    median,
    low,
    high,
    coefficientOfVariation: Math.sqrt(squares / all),
    rangeRatio: low > 0 ? (high - low) / low : none,
    mcLoone: median > 0 ? 1 + below.sum / below.pupils / median : none,
    verstegen: median > 0 ? 1 + above.sum / above.pupils / median : none,
    gini: Math.max(0, gini / (all * all)),
    theil: Math.max(0, theil / all),
  };
}

/** Distances from the median, so that a half in which all have the median is exactly 1. */
function add(half: { sum: number; pupils: number }, distance: number, pupils: number): void {
  half.sum += distance * pupils;
  half.pupils += pupils;
}

/** The amount at which `target` pupils are passed; exactly between two amounts, their mean. */
function percentileOf(amounts: Float64Array, pupils: Float64Array, order: Int32Array, target: number): number {
  let passed = 0;
  for (const [rank, at] of order.entries()) {
    passed += pupils[at]!;
    if (passed > target) return amounts[at]!;
    if (passed === target) return (amounts[at]! + amounts[order[rank + 1] ?? at]!) / 2;
  }
  return Number.NaN;
}
