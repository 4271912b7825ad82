import {
  formatCount,
  formatMeasure,
  formatMoney,
  formatPercent,
  formatRate,
  formatScaling,
  formatWeight,
  plainCount,
  plainMoney,
  plainPercent,
  plainRate,
  plainScaling,
  plainWeight,
} from '../text/formatNumber.ts';

/** A value as the program shows it, and where it is a number, as a file holds it. */
export interface Shown {
  readonly text: string;
  /** A plain decimal without marks; null for texts. */
  readonly number: string | null;
}

export const NOTHING: Shown = { text: '', number: null };
const LONGEST = 200;

/** Long rules and notes are cut where they are shown; the log keeps them whole. */
export const textShown = (text: string): Shown => ({
  text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
  number: null,
});

const pair =
  (shown: (units: number) => string, plain: (units: number) => string) =>
  (units: number): Shown => ({ text: shown(units), number: plain(units) });

/** Dollars and cents with their sign, as every sheet shows money. */
export const moneyShown = pair(formatMoney, plainMoney);
export const countShown = pair(formatCount, plainCount);
export const weightShown = pair(formatWeight, plainWeight);
export const percentShown = pair(formatPercent, plainPercent);
export const rateShown = pair(formatRate, plainRate);
export const scalingShown = pair(formatScaling, plainScaling);
export const measureShown = (decimal: string): Shown => ({ text: formatMeasure(decimal), number: decimal });
/** Positions count from 1 for a person. */
export const placeShown = (position: number): Shown => ({ text: String(position + 1), number: String(position + 1) });
