import type { Counts } from './counts.ts';
import { cutToHundred } from './integers.ts';

/** One source of a published pass: its rates in cents by cell, and where its schools' cents go. */
export interface PublishedPay {
  readonly poolCents: number;
  readonly rateCents: Float64Array;
  readonly next: Float64Array;
  /** Set by the pass: Σ over schools. */
  schoolsCents: number;
}

/** The largest pool, $100 billion, for which lines may be cut without a division (see `payFourCut`). */
const EASY_POOL_CENTS = 10_000_000_000_000;

/** 1.5 × 2^52: adding it rounds a double below 2^51 to the nearest whole number, taking it away brings that back. */
const ROUNDER = 6_755_399_441_055_744;

/**
 * Published rates (domain text, section 2, *Rounding*; I4): every rate is a whole number of cents per pupil, every
 * line is rate × count cut down to the cent.
 *
 * A principal with 1,480 pupils at 4,683.12 gets 6,931,017.60; with 12.5 pupils at 33.33 gets 416.62 (416.625 cut).
 *
 * Exact in doubles, always: a cell's rate is at most pool ÷ pupils of that cell, so rate × hundredths ≤ pool × 100
 * ≤ 9·10¹⁵ < 2^53 for every eligible school; sums of lines stay at or below the pool. Whole pupils times whole cents
 * need no cutting.
 *
 * A rate may exceed all bounds only where no eligible school has a pupil; it meets no line then and is set to zero
 * here, so that not even 0 × Infinity can arise.
 *
 * Sources that reach the same schools are paid four at a time: each count is then loaded once for four products.
 */
export function payPublishedRates(
  counts: Counts,
  eligible: Uint8Array,
  cellCounts: Float64Array,
  sources: readonly PublishedPay[],
): void {
  for (const { rateCents } of sources) {
    for (let cell = 0; cell < rateCents.length; cell++) if (cellCounts[cell] === 0) rateCents[cell] = 0;
  }
  const easy = sources.filter(({ poolCents }) => counts.isWhole || poolCents <= EASY_POOL_CENTS);
  for (const source of sources) if (!easy.includes(source)) payOne(counts, eligible, source);
  let at = 0;
  for (; at + 4 <= easy.length; at += 4)
    payFour(counts, eligible, easy[at]!, easy[at + 1]!, easy[at + 2]!, easy[at + 3]!);
  for (; at < easy.length; at++) payOne(counts, eligible, easy[at]!);
}

/** One source; lines with part of a pupil are cut by the division that integers.ts proves exact. */
function payOne(counts: Counts, eligible: Uint8Array, source: PublishedPay): void {
  const { schoolCount, start, cell, count, whole, isWhole } = counts;
  const { rateCents, next } = source;
  let sum = 0;
  for (let school = 0; school < schoolCount; school++) {
    const end = start[school + 1]!;
    let cents = 0;
    if (eligible[school] !== 0) {
      if (isWhole) for (let line = start[school]!; line < end; line++) cents += rateCents[cell[line]!]! * whole[line]!;
      else {
        for (let line = start[school]!; line < end; line++) {
          cents += cutToHundred(rateCents[cell[line]!]! * count[line]!);
        }
      }
    }
    next[school] = cents;
    sum += cents;
  }
  source.schoolsCents = sum;
}

/** Four sources in one pass over the counts. */
function payFour(
  counts: Counts,
  eligible: Uint8Array,
  one: PublishedPay,
  two: PublishedPay,
  three: PublishedPay,
  four: PublishedPay,
): void {
  // The rates of the four side by side, so that a line's four rates share a cache line.
  const rates = new Float64Array(counts.cellCount * 4);
  for (let cell = 0; cell < counts.cellCount; cell++) {
    rates[cell * 4] = one.rateCents[cell]!;
    rates[cell * 4 + 1] = two.rateCents[cell]!;
    rates[cell * 4 + 2] = three.rateCents[cell]!;
    rates[cell * 4 + 3] = four.rateCents[cell]!;
  }
  const pay = counts.isWhole ? payFourWhole : payFourCut;
  pay(counts, eligible, rates, [one, two, three, four], one.next, two.next, three.next, four.next);
}

function payFourWhole(
  counts: Counts,
  eligible: Uint8Array,
  rates: Float64Array,
  sources: readonly PublishedPay[],
  next0: Float64Array,
  next1: Float64Array,
  next2: Float64Array,
  next3: Float64Array,
): void {
  const { schoolCount, start, cell, whole } = counts;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let line = 0;
  for (let school = 0; school < schoolCount; school++) {
    const end = start[school + 1]!;
    let cents0 = 0;
    let cents1 = 0;
    let cents2 = 0;
    let cents3 = 0;
    if (eligible[school] !== 0) {
      for (; line < end; line++) {
        const at = cell[line]! * 4;
        const pupils = whole[line]!;
        cents0 += rates[at]! * pupils;
        cents1 += rates[at + 1]! * pupils;
        cents2 += rates[at + 2]! * pupils;
        cents3 += rates[at + 3]! * pupils;
      }
    }
    line = end;
    next0[school] = cents0;
    next1[school] = cents1;
    next2[school] = cents2;
    next3[school] = cents3;
    sum0 += cents0;
    sum1 += cents1;
    sum2 += cents2;
    sum3 += cents3;
  }
  setSums(sources, sum0, sum1, sum2, sum3);
}

/**
 * The same with lines cut to the cent. ⌊x ÷ 100⌋ is computed as (x − 49½) × 0.01 rounded to the nearest whole number,
 * several times faster than a division or a floor, and as exact while x ≤ 10¹⁵, which EASY_POOL_CENTS ensures: with
 * x = 100·k + r the true value k + (r − 49½) ÷ 100 lies within 0.495 of k. x − 49½ is exact below 2^52; the double
 * 0.01 and the product are each off by at most 2^−53 of themselves, together at most 10¹³ × 2^−52 = 0.0023, so the
 * nearest whole number is k.
 */
function payFourCut(
  counts: Counts,
  eligible: Uint8Array,
  rates: Float64Array,
  sources: readonly PublishedPay[],
  next0: Float64Array,
  next1: Float64Array,
  next2: Float64Array,
  next3: Float64Array,
): void {
  const { schoolCount, start, cell, count } = counts;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let line = 0;
  for (let school = 0; school < schoolCount; school++) {
    const end = start[school + 1]!;
    let cents0 = 0;
    let cents1 = 0;
    let cents2 = 0;
    let cents3 = 0;
    if (eligible[school] !== 0) {
      for (; line < end; line++) {
        const at = cell[line]! * 4;
        const hundredths = count[line]!;
        cents0 += (rates[at]! * hundredths - 49.5) * 0.01 + ROUNDER - ROUNDER;
        cents1 += (rates[at + 1]! * hundredths - 49.5) * 0.01 + ROUNDER - ROUNDER;
        cents2 += (rates[at + 2]! * hundredths - 49.5) * 0.01 + ROUNDER - ROUNDER;
        cents3 += (rates[at + 3]! * hundredths - 49.5) * 0.01 + ROUNDER - ROUNDER;
      }
    }
    line = end;
    next0[school] = cents0;
    next1[school] = cents1;
    next2[school] = cents2;
    next3[school] = cents3;
    sum0 += cents0;
    sum1 += cents1;
    sum2 += cents2;
    sum3 += cents3;
  }
  setSums(sources, sum0, sum1, sum2, sum3);
}

function setSums(sources: readonly PublishedPay[], ...sums: readonly number[]): void {
  for (const [at, source] of sources.entries()) source.schoolsCents = sums[at]!;
}
