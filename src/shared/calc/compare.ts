import { COUNT_SCALE } from '../model/units.ts';
import { divideHalfUp } from './integers.ts';
import type { ResultTotals } from './results.ts';

/**
 * Per pupil and change from current (domain text, section 2, *Outputs*), in cents.
 *
 * $8,940,075.76 over 1,480 pupils is $6,040.59 a pupil; against a current budget of $8,526,917.00 the change is
 * +$413,158.76. Without pupils there is no per pupil, without a current budget no change: both are NaN, never zero.
 */
export function compareWithCurrent(
  total: Float64Array,
  pupils: Float64Array,
  current: Float64Array,
  perPupil: Float64Array,
  change: Float64Array,
  totals: ResultTotals,
): void {
  for (let school = 0; school < total.length; school++) {
    const cents = total[school]!;
    const count = pupils[school]!;
    perPupil[school] = count > 0 ? divideHalfUp(cents, COUNT_SCALE, count) : Number.NaN;
    const before = current[school]!;
    if (Number.isNaN(before)) {
      change[school] = Number.NaN;
      continue;
    }
    change[school] = cents - before;
    totals.current += before;
    totals.change += cents - before;
  }
}
