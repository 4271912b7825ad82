import type { Counts } from './counts.ts';

/**
 * Published rates (domain text, section 2, *Rounding*; I4): every rate is a whole number of cents per pupil, every
 * line is rate × count cut down to the cent. `next` receives each school's cents; the sum is returned.
 *
 * A principal with 1,480 pupils at 4,683.12 gets 6,931,017.60; with 12.5 pupils at 33.33 gets 416.62 (416.625 cut).
 *
 * Exact in doubles, always: a cell's rate is at most pool ÷ pupils of that cell, so rate × hundredths ≤ pool × 100
 * ≤ 9·10¹⁵ < 2^53 for every eligible school; sums of lines stay at or below the pool. With count = 100·w + f the
 * line ⌊rate·count ÷ 100⌋ is rate·w + ⌊rate·f ÷ 100⌋ since rate·w is whole, so whole pupils need no cutting and only
 * the lines with part of a pupil are visited twice. ⌊x ÷ 100⌋ itself is proved in integers.ts.
 *
 * A cell's rate may exceed 2^53 only where no eligible school has a pupil in it; such a rate meets counts of zero
 * only, and is set to zero here first so that not even 0 × Infinity can arise.
 */
export function payPublishedRates(
  counts: Counts,
  eligible: Uint8Array,
  cellCounts: Float64Array,
  rateCents: Float64Array,
  next: Float64Array,
): number {
  const rates = new Float64Array(rateCents.length);
  for (let at = 0; at < rates.length; at++) rates[at] = cellCounts[at]! > 0 ? rateCents[at]! : 0;
  const { schoolCount, start, cell, whole } = counts;
  let sum = 0;
  let line = 0;
  for (let school = 0; school < schoolCount; school++) {
    const end = start[school + 1]!;
    let cents = 0;
    if (eligible[school] !== 0) {
      for (; line < end; line++) cents += rates[cell[line]!]! * whole[line]!;
    }
    line = end;
    next[school] = cents;
    sum += cents;
  }
  return sum + payFractions(counts, eligible, rates, next);
}

/** Adds ⌊rate × part of a pupil⌋ of the lines that are not whole. */
function payFractions(counts: Counts, eligible: Uint8Array, rates: Float64Array, next: Float64Array): number {
  const { school, cell, hundredths } = counts.fractions;
  let sum = 0;
  for (let at = 0; at < school.length; at++) {
    const index = school[at]!;
    if (eligible[index] === 0) continue;
    const cents = Math.floor((rates[cell[at]!]! * hundredths[at]!) / 100);
    next[index]! += cents;
    sum += cents;
  }
  return sum;
}
