import { SCALING_SCALE, WHOLE_PERCENT } from '../../model/units.ts';
import { apportion } from '../largestRemainder.ts';
import type { Rational } from '../rational.ts';
import { takeEvenly, wholePortions } from './evenly.ts';
import type { FloorPlan } from './FloorPlan.ts';
import { scaleUp } from './scaleMoney.ts';

/** What schools give up, in cents, and the numbers that say so. */
export interface Given {
  readonly cents: number;
  /** In percent; null where nothing had to be capped. */
  readonly capPercent: Rational | null;
  readonly scaling: Rational | null;
}

/** What of each school's money counts and may be taken, in cents. */
export interface GivingInput {
  readonly floors: FloorPlan;
  readonly comparison: Float64Array;
  /** Unrestricted formula money. */
  readonly free: Float64Array;
  readonly topUpCents: number;
}

/** Caps are solved on a grid of 10⁻¹² (ten decimals of a percent), so that the cap told is the very cap used. */
const CAP_SCALE = 1e12;
const HIGHEST_CAP = CAP_SCALE + 10 * CAP_SCALE;

/**
 * Gainers pay (domain text, section 3; I8, I9). gain = max(0, comparison − (1 + cap) × baseline); a school gives
 * scaling × gain, half-up where the scaling is typed, but never more than its gain cut down to the cent, than what
 * stands above its floor, or than its unrestricted formula money.
 *
 * Cap 0 %, scaling 1.474 %: a school with $3,877,247.00 against $3,729,668.00 for 766 pupils, with 729 now, gains
 * $327,732.68 and gives up $4,830.78. Writes what each gives into `out`, its gain in whole cents into `gain`.
 */
export function takeFromGainers(input: GivingInput, gain: Float64Array, out: Float64Array): Given {
  const { decision } = input.floors;
  if (decision.solve === 'cap') return solveCap(input, gain, out);
  const cap = decision.capPercent ?? 0;
  const limits = gainsAt(input, WHOLE_PERCENT + cap, WHOLE_PERCENT, gain);
  const capPercent: Rational = { numerator: BigInt(cap), denominator: 10_000n };
  if (decision.solve === 'scaling') {
    const { cents, fraction } = takeEvenly(gain, limits, input.topUpCents, out);
    return { cents, capPercent, scaling: fraction };
  }
  const scaling = decision.scaling ?? SCALING_SCALE;
  let cents = 0;
  for (let school = 0; school < out.length; school++) {
    const given = gain[school]! > 0 ? Math.min(limits[school]!, scaledGain(input, school, cap, scaling)) : 0;
    out[school] = given;
    cents += given;
  }
  return { cents, capPercent, scaling: { numerator: BigInt(scaling), denominator: BigInt(SCALING_SCALE) } };
}

/** Gains above factor ÷ scale times the baseline, cut down to the cent, and what of each may be taken. */
function gainsAt(input: GivingInput, factor: number, scale: number, gain: Float64Array): Float64Array {
  const { comparison } = input;
  const { amount, now, then } = input.floors.baselines;
  const limits = new Float64Array(gain.length);
  for (let school = 0; school < gain.length; school++) {
    const baseline = amount[school]!;
    gain[school] = 0;
    if (Number.isNaN(baseline)) continue;
    const above = comparison[school]! - scaleUp(baseline, factor, scale, now[school]!, then[school]!);
    if (!(above > 0)) continue;
    gain[school] = above;
    limits[school] = Math.min(above, mostGiven(input, school));
  }
  return limits;
}

/** What stands above a school's floor and is unrestricted formula money; all of it without a floor. */
function mostGiven({ floors, comparison, free }: GivingInput, school: number): number {
  const floor = floors.floorUp[school]!;
  const aboveFloor = Number.isNaN(floor) ? Number.POSITIVE_INFINITY : comparison[school]! - floor;
  return Math.max(0, Math.min(aboveFloor, free[school]!));
}

/** scaling × the exact gain, half-up to the cent. */
function scaledGain(input: GivingInput, school: number, cap: number, scaling: number): number {
  const { amount, now, then } = input.floors.baselines;
  const whole = WHOLE_PERCENT;
  const factor = whole + cap;
  const cents = input.comparison[school]!;
  const baseline = amount[school]! * (factor / whole) * (now[school]! / then[school]!);
  const value = (cents - baseline) * (scaling / SCALING_SCALE);
  const error = (Math.abs(cents) + baseline) * 2 ** -50;
  const low = Math.floor(value - error + 0.5);
  if (low === Math.floor(value + error + 0.5) && error < 0.25) return low;
  const bottom = BigInt(whole) * BigInt(then[school]!);
  const gain = BigInt(cents) * bottom - BigInt(amount[school]!) * BigInt(factor) * BigInt(now[school]!);
  const scale = bottom * BigInt(SCALING_SCALE);
  return Number((2n * gain * BigInt(scaling) + scale) / (2n * scale));
}

/**
 * The highest cap, from 0 % up, at which gains above it pay for the top-ups with scaling 1. Every school gives what it
 * would give one step of the grid higher, and the cents still missing come from those whose gain falls in that step:
 * largest remainder, ties to the lowest code. So deductions are exact and nobody falls below the cap told.
 */
function solveCap(input: GivingInput, gain: Float64Array, out: Float64Array): Given {
  const scaling: Rational = { numerator: 1n, denominator: 1n };
  if (input.topUpCents === 0) {
    gainsAt(input, CAP_SCALE, CAP_SCALE, gain);
    out.fill(0);
    return { cents: 0, capPercent: null, scaling: null };
  }
  const candidates = gainingSchools(input, gain);
  const takenAt = (factor: number): number => {
    let cents = 0;
    for (const school of candidates) cents += takenFrom(input, school, factor);
    return cents;
  };
  let low = CAP_SCALE;
  if (takenAt(low) >= input.topUpCents) {
    let high = HIGHEST_CAP + 1;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (takenAt(middle) >= input.topUpCents) low = middle;
      else high = middle;
    }
  }
  const capPercent: Rational = { numerator: BigInt(low - CAP_SCALE), denominator: 10_000_000_000n };
  const limits = gainsAt(input, low, CAP_SCALE, gain);
  const step = new Float64Array(out.length);
  let higher = 0;
  let steps = 0;
  for (let school = 0; school < out.length; school++) {
    out[school] = limits[school]! > 0 ? takenFrom(input, school, low + 1) : 0;
    step[school] = limits[school]! - out[school]!;
    higher += out[school]!;
    steps += step[school]!;
  }
  const missing = input.topUpCents - higher;
  if (missing <= 0 || missing > steps) {
    // Schools without a baseline to speak of gain whatever the cap; or all gains together do not suffice.
    const { cents, fraction } = takeEvenly(gain, limits, input.topUpCents, out);
    return { cents, capPercent, scaling: fraction };
  }
  const more = new Float64Array(out.length);
  apportion(missing, wholePortions(step), more);
  for (let school = 0; school < out.length; school++) out[school]! += more[school]!;
  return { cents: input.topUpCents, capPercent, scaling };
}

function gainingSchools(input: GivingInput, gain: Float64Array): number[] {
  const limits = gainsAt(input, CAP_SCALE, CAP_SCALE, gain);
  const schools: number[] = [];
  for (let school = 0; school < limits.length; school++) if (limits[school]! > 0) schools.push(school);
  return schools;
}

function takenFrom(input: GivingInput, school: number, factor: number): number {
  const { amount, now, then } = input.floors.baselines;
  const kept = scaleUp(amount[school]!, factor, CAP_SCALE, now[school]!, then[school]!);
  return Math.max(0, Math.min(input.comparison[school]! - kept, mostGiven(input, school)));
}
