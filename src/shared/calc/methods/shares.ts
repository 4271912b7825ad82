import { WHOLE_PERCENT } from '../../model/units.ts';
import { stops } from '../findings.ts';
import { leastCommonMultiple } from '../integers.ts';
import type { Portions } from '../largestRemainder.ts';
import type { Rational } from '../rational.ts';
import type { Finding } from '../results.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';
import { cutRates, payToTheUnit } from './payPool.ts';
import { withoutPupils } from './weights.ts';

/**
 * Shares (domain text, section 2): rate(l,n) = S × level share × need share ÷ C(l,n).
 *
 * 30 % of $1,000,000.00 to High, 40 % of that to Poverty, over 702 pupils: $170.94 a pupil (published rates).
 * Level shares must total 100 %, and so must the need shares of each level that has a share; dollars in a cell
 * without eligible pupils stop the source.
 */
export function payShares(input: MethodInput, next: Float64Array): Outcome {
  const { plan, decided, reach } = input;
  const fractions = readShares(input);
  if (!(fractions instanceof Float64Array)) return outcome({ stopped: fractions });
  const needs = plan.needs.length;
  if (decided.poolCents > 0) {
    if (reach.cellCounts.every((count) => count === 0)) return outcome({ stopped: withoutPupils(input) });
    const empty = fractions.findIndex((fraction, cell) => fraction > 0 && reach.cellCounts[cell] === 0);
    if (empty >= 0) {
      const level = plan.levels[Math.floor(empty / needs)]!;
      const need = plan.needs[empty % needs]!;
      return outcome({
        stopped: stops(
          input.source,
          'empty-cell-share',
          `pays no school: it has a share for ${level.name}, ${need.name}, but no eligible pupils there. Move that share elsewhere.`,
          { level: level.code, need: need.code },
        ),
      });
    }
  }
  // Two percents multiply to units of 10^−12; counts are hundredths.
  const pool = BigInt(decided.poolCents) * 100n;
  const whole = BigInt(WHOLE_PERCENT) * BigInt(WHOLE_PERCENT);
  const rates: Rational[] = Array.from(fractions, (fraction, cell) =>
    fraction > 0 && reach.cellCounts[cell]! > 0
      ? { numerator: pool * BigInt(fraction), denominator: whole * BigInt(reach.cellCounts[cell]!) }
      : { numerator: 0n, denominator: 1n },
  );
  if (decided.poolCents === 0) {
    next.fill(0);
    return outcome({ rates });
  }
  if (decided.rounding === 'rates') return outcome(cutRates(input, rates, next));
  return outcome({ ...payToTheUnit(input, sharePortions(input, fractions), next), rates });
}

/** Level share × need share by cell in units of 10^−12 (at most 10¹², exact), or the finding that stops the source. */
function readShares(input: MethodInput): Float64Array | Finding {
  const { plan, source } = input;
  const percentOf = (level: string, need: string): number =>
    plan.model.get('share', plan.scenario.id, source.code, level, need)?.percent ?? 0;
  const fractions = new Float64Array(plan.levels.length * plan.needs.length);
  let total = 0;
  for (const [at, level] of plan.levels.entries()) {
    const share = percentOf(level.code, '');
    total += share;
    if (share === 0) continue;
    let within = 0;
    for (const [need, row] of plan.needs.entries()) {
      const percent = percentOf(level.code, row.code);
      within += percent;
      fractions[at * plan.needs.length + need] = share * percent;
    }
    if (within !== WHOLE_PERCENT) {
      return stops(
        source,
        'need-shares-total',
        `pays no school: its shares within ${level.name} total ${within / 10_000}%, not 100%. Change them to total 100%.`,
        { level: level.code },
      );
    }
  }
  if (total === WHOLE_PERCENT) return fractions;
  return stops(
    source,
    'level-shares-total',
    `pays no school: its shares of the levels total ${total / 10_000}%, not 100%. Change them to total 100%.`,
  );
}

/** Schools' parts on a common denominator: Σ fraction × (M ÷ C) × count, with M the least common multiple of the C. */
function sharePortions(input: MethodInput, fractions: Float64Array): Portions {
  const { counts } = input.plan;
  const { eligible, cellCounts } = input.reach;
  let multiple = 1n;
  for (let cell = 0; cell < fractions.length; cell++) {
    if (fractions[cell]! > 0) multiple = leastCommonMultiple(multiple, BigInt(cellCounts[cell]!));
  }
  const whole = WHOLE_PERCENT * WHOLE_PERCENT;
  const exactPerCount = Array.from(fractions, (fraction, cell) =>
    fraction > 0 ? BigInt(fraction) * (multiple / BigInt(cellCounts[cell]!)) : 0n,
  );
  const perCount = fractions.map((fraction, cell) => (fraction > 0 ? fraction / cellCounts[cell]! : 0));
  const approximate = new Float64Array(counts.schoolCount);
  for (let school = 0; school < counts.schoolCount; school++) {
    if (eligible[school] === 0) continue;
    let sum = 0;
    for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
      sum += perCount[counts.cell[line]!]! * counts.count[line]!;
    }
    approximate[school] = sum;
  }
  return {
    approximate,
    approximateTotal: whole,
    // Per line a division, a product and an addition are rounded; terms are not negative.
    relativeError: (2 * counts.cellCount + 2) * 2 ** -53,
    isExact: false,
    exact: (school) => {
      let sum = 0n;
      if (eligible[school] === 0) return sum;
      for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
        sum += exactPerCount[counts.cell[line]!]! * BigInt(counts.count[line]!);
      }
      return sum;
    },
    total: BigInt(whole) * multiple,
  };
}
