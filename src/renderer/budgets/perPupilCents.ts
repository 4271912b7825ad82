import { COUNT_SCALE } from '../../shared/model/units.ts';

/** A part per pupil in cents, half-up; null without pupils. $2,350,000.00 over 526 pupils is $4,467.68. */
export function perPupilCents(cents: number, pupilHundredths: number): number | null {
  if (!(pupilHundredths > 0) || Number.isNaN(cents)) return null;
  return Math.sign(cents) * Math.round((Math.abs(cents) * COUNT_SCALE) / pupilHundredths);
}
