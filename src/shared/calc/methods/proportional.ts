import { stops } from '../findings.ts';
import { EXACT, leastCommonMultiple } from '../integers.ts';
import type { Portions } from '../largestRemainder.ts';
import type { Rational } from '../rational.ts';
import { formulaValues } from './formulaValues.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';
import { payToTheUnit } from './payPool.ts';

/** Points on a common denominator, so that every school's part is a whole number. */
export interface WholePoints {
  readonly parts: readonly bigint[];
  readonly total: bigint;
  /** What one point is in these parts. */
  readonly perPoint: bigint;
}

/** Brings points to their least common denominator. `0.81 × 520` and `0.5 × 3` become 42,120 and 150 of 100. */
export function wholePoints(points: readonly (Rational | null)[]): WholePoints {
  let perPoint = 1n;
  for (const value of points) if (value) perPoint = leastCommonMultiple(perPoint, value.denominator);
  let total = 0n;
  const parts = points.map((value) => {
    const part = value ? value.numerator * (perPoint / value.denominator) : 0n;
    total += part;
    return part;
  });
  return { parts, total, perPoint };
}

/**
 * Proportional (domain text, section 2): amount = S × points ÷ Σ points.
 *
 * $6,000,000.00 by enrollment × index: 520 × .81 = 421.2 of 1,172.01 points gives $2,156,295.60. Points that add to
 * zero or are negative stop the source. With published rates the dollars per point are cut down to the cent, and so
 * is each school's rate × points.
 */
export function payProportional(input: MethodInput, next: Float64Array): Outcome {
  const { plan, source, decided } = input;
  const points = formulaValues(input);
  if (!Array.isArray(points)) return outcome({ stopped: points as Exclude<typeof points, unknown[]> });
  const negative = points.findIndex((value) => value !== null && value.numerator < 0n);
  if (negative >= 0) {
    const row = plan.schools[negative]!;
    return outcome({
      stopped: stops(
        source,
        'negative-points',
        `pays no school: its points are negative at ${row.name} (${row.code}). Change the formula so that points are never below zero.`,
        { school: row.code },
      ),
    });
  }
  const whole = wholePoints(points);
  if (whole.total === 0n) {
    if (decided.poolCents > 0) {
      return outcome({
        stopped: stops(
          source,
          'no-points',
          'pays no school: its points add to zero over the eligible schools. Change its formula or eligibility.',
        ),
      });
    }
    next.fill(0);
    return outcome({ points });
  }
  if (decided.rounding === 'rates') return outcome({ ...payPerPoint(whole, decided.poolCents, next), points });
  return outcome({ ...payToTheUnit(input, pointPortions(whole), next), points });
}

/** Dollars per point cut down to the cent, then each school's rate × points cut down to the cent. */
function payPerPoint(
  whole: WholePoints,
  poolCents: number,
  next: Float64Array,
): { schoolsCents: number; roundingLeftCents: number } {
  const rate = centsPerPoint(whole, poolCents);
  let schoolsCents = 0;
  for (let school = 0; school < next.length; school++) {
    const cents = Number((rate * whole.parts[school]!) / whole.perPoint);
    next[school] = cents;
    schoolsCents += cents;
  }
  return { schoolsCents, roundingLeftCents: poolCents - schoolsCents };
}

/** The published rate of the proportional method: ⌊S ÷ Σ points⌋ in cents per point. */
export function centsPerPoint(whole: WholePoints, poolCents: number): bigint {
  return (BigInt(poolCents) * whole.perPoint) / whole.total;
}

function pointPortions(whole: WholePoints): Portions {
  const isExact = whole.total <= BigInt(EXACT);
  return {
    approximate: Float64Array.from(whole.parts, Number),
    approximateTotal: Number(whole.total),
    // A BigInt becomes the nearest double: one rounding above, one below.
    relativeError: isExact ? 0 : 2 ** -52,
    isExact,
    exact: (school) => whole.parts[school]!,
    total: whole.total,
  };
}
