import { CENTS_PER_DOLLAR } from '../model/units.ts';

/** The true minus sign: as wide as a plus, never broken from its number, never read as a dash. */
export const MINUS = '\u2212';

/** `1234567` becomes `1,234,567`. */
function grouped(digits: string): string {
  if (digits.length <= 3) return digits;
  let text = digits.slice(-3);
  let end = digits.length - 3;
  for (; end > 3; end -= 3) text = `${digits.slice(end - 3, end)},${text}`;
  return `${digits.slice(0, end)},${text}`;
}

/** Half away from zero; units are whole numbers already, except where a caller shows an average. */
function wholeUnits(units: number): number {
  return Number.isInteger(units) ? Math.abs(units) : Math.floor(Math.abs(units) + 0.5);
}

/**
 * The absolute value of a whole number of units as text. Hand-written because a scrolling grid formats thousands of
 * cells a second and because a fixed form must not follow the computer's language.
 */
function unsigned(units: number, places: number, leastPlaces: number, marks: boolean): string {
  const digits = String(wholeUnits(units)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let length = digits.length;
  const least = digits.length - places + leastPlaces;
  while (length > least && digits[length - 1] === '0') length--;
  const part = digits.slice(digits.length - places, length);
  return `${marks ? grouped(whole) : whole}${part ? `.${part}` : ''}`;
}

/** Text for people. A value that is absent (NaN) is shown as nothing at all, never as zero. */
function shown(units: number, places: number, leastPlaces: number): string {
  if (!Number.isFinite(units)) return '';
  const text = unsigned(units, places, leastPlaces, true);
  return units < 0 && wholeUnits(units) !== 0 ? MINUS + text : text;
}

/** Text for files: ASCII, no thousands marks. */
function plain(units: number, places: number, leastPlaces: number): string {
  if (!Number.isFinite(units)) return '';
  const text = unsigned(units, places, leastPlaces, false);
  return units < 0 && wholeUnits(units) !== 0 ? `-${text}` : text;
}

/** Cents as dollars and cents: `formatMoney(-123450)` is `−1,234.50`; NaN is an empty text. */
export const formatMoney = (cents: number): string => shown(cents, 2, 2);

/** Cents as whole dollars, half-up: `formatDollars(123450)` is `1,235`. */
export const formatDollars = (cents: number): string =>
  shown(Math.sign(cents) * Math.floor((wholeUnits(cents) + CENTS_PER_DOLLAR / 2) / CENTS_PER_DOLLAR), 0, 0);

/** Cents with their sign: `formatChange(5000)` is `+50.00`; no change is `0.00`. */
export const formatChange = (cents: number): string => (cents > 0 ? `+${formatMoney(cents)}` : formatMoney(cents));

/** Hundredths of a pupil: `1,234`, `12.5`. */
export const formatCount = (hundredths: number): string => shown(hundredths, 2, 0);

/** Ten-thousandths, with two to four decimals: `0.34`, `0.2301`. */
export const formatWeight = (units: number): string => shown(units, 4, 2);

/** Percent units with up to four decimals: `45%`, `12.5%`. */
export const formatPercent = (units: number): string => (Number.isFinite(units) ? `${shown(units, 4, 0)}%` : '');

/** Millionths of a dollar with two to six decimals: `3,741.00`, `0.125`. */
export const formatRate = (millionths: number): string => shown(millionths, 6, 2);

/** Millionths with up to six decimals: `0.722007`, `1`. */
export const formatScaling = (millionths: number): string => shown(millionths, 6, 0);

/** A measure's decimal text with marks from five digits up, so that `2027` stays a year and `61250` is `61,250`. */
export function formatMeasure(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const whole = match[2] as string;
  return `${match[1] ? MINUS : ''}${whole.length > 4 ? grouped(whole) : whole}${match[3] ?? ''}`;
}

/** Each step begins where the one below would round up to 1,000. */
const COMPACT_STEPS = [
  { dollars: 1_000_000_000, fromCents: 99_995_000_000, mark: ' B' },
  { dollars: 1_000_000, fromCents: 99_995_000, mark: ' M' },
  { dollars: 1_000, fromCents: 99_950, mark: ' K' },
] as const;

/**
 * Cents in short, for headings and bars: `$412.6 M`, `$9.8 K`, `$412`. $999,960 is
 * `$1.0 M`, never `$1,000.0 K`.
 */
export function formatCompactMoney(cents: number): string {
  if (!Number.isFinite(cents)) return '';
  const size = wholeUnits(cents);
  const sign = cents < 0 && size !== 0 ? MINUS : '';
  for (const step of COMPACT_STEPS) {
    if (size < step.fromCents) continue;
    const tenth = (step.dollars * CENTS_PER_DOLLAR) / 10;
    const tenths = Math.floor((size + tenth / 2) / tenth);
    return `${sign}$${unsigned(tenths, 1, 1, true)}${step.mark}`;
  }
  const dollars = Math.floor((size + CENTS_PER_DOLLAR / 2) / CENTS_PER_DOLLAR);
  return `${dollars === 0 ? '' : sign}$${dollars}`;
}

/** Cents for a file: `plainMoney(-123450)` is `-1234.50`; NaN is an empty text. */
export const plainMoney = (cents: number): string => plain(cents, 2, 2);
/** Hundredths of a pupil for a file: `1234`, `12.5`. */
export const plainCount = (hundredths: number): string => plain(hundredths, 2, 0);
/** Ten-thousandths for a file, two to four decimals: `0.34`. */
export const plainWeight = (units: number): string => plain(units, 4, 2);
/** Percent units for a file, without the percent sign: `45`, `12.5`. */
export const plainPercent = (units: number): string => plain(units, 4, 0);
/** Millionths of a dollar for a file, two to six decimals: `3741.00`. */
export const plainRate = (millionths: number): string => plain(millionths, 6, 2);
/** Millionths for a file: `0.722007`. */
export const plainScaling = (millionths: number): string => plain(millionths, 6, 0);
