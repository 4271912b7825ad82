import type { Reach } from './eligibility.ts';
import { EXACT } from './integers.ts';
import type { Portions } from './largestRemainder.ts';
import type { Plan, WeightSet } from './plan.ts';

/**
 * Σ w·C of a weight set over the pupils of the eligible schools, in ten-thousandths × hundredths (10⁶ to one
 * weighted pupil), and each school's part of it.
 */
export interface WeightedPupils {
  readonly set: WeightSet;
  readonly total: bigint;
  /** Each school's weighted pupils, for largest remainder. Computed when first asked for. */
  portions(): Portions;
}

/** Weighs the pupils of the schools in reach. 1,480 pupils at weight 1.2518 are 1,852.664 weighted pupils. */
export function weighPupils(plan: Plan, reach: Reach, set: WeightSet): WeightedPupils {
  const total = weighCells(set.weights, reach.cellCounts);
  let portions: Portions | null = null;
  return {
    set,
    total,
    portions: () => {
      portions ??= weighSchools(plan, reach, set, total);
      return portions;
    },
  };
}

/** All terms are whole and not negative, so a double sum of at most 2^53 − 1 was exact all along; otherwise BigInt. */
function weighCells(weights: Float64Array, cellCounts: Float64Array): bigint {
  let sum = 0;
  for (let cell = 0; cell < weights.length; cell++) sum += weights[cell]! * cellCounts[cell]!;
  if (sum <= EXACT) return BigInt(sum);
  let exact = 0n;
  for (let cell = 0; cell < weights.length; cell++) exact += BigInt(weights[cell]!) * BigInt(cellCounts[cell]!);
  return exact;
}

function weighSchools(plan: Plan, reach: Reach, set: WeightSet, total: bigint): Portions {
  const { schoolCount, start, cell, count } = plan.counts;
  const { weights } = set;
  const { eligible } = reach;
  const approximate = new Float64Array(schoolCount);
  let line = 0;
  for (let school = 0; school < schoolCount; school++) {
    const end = start[school + 1]!;
    let sum = 0;
    if (eligible[school] !== 0) for (; line < end; line++) sum += weights[cell[line]!]! * count[line]!;
    line = end;
    approximate[school] = sum;
  }
  const isExact = total <= BigInt(EXACT);
  return {
    approximate,
    approximateTotal: Number(total),
    // One rounding per product and per addition, and one of the total; terms are not negative, so they only add up.
    relativeError: isExact ? 0 : (2 * plan.counts.cellCount + 2) * 2 ** -53,
    isExact,
    exact: (school) => {
      if (isExact) return BigInt(approximate[school]!);
      let sum = 0n;
      if (eligible[school] === 0) return sum;
      for (let at = start[school]!; at < start[school + 1]!; at++) {
        sum += BigInt(weights[cell[at]!]!) * BigInt(count[at]!);
      }
      return sum;
    },
    total,
  };
}
