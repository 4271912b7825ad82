import { decimalText, dollarText } from '../equity/words.ts';
import type { YearMeasureRow } from '../model/rows.ts';

/** What the lines of years are in. A share is a part of 1. */
export type LineUnit = 'dollars' | 'pupils' | 'percent' | 'points' | 'share' | 'correlation';

/** A value at an axis, in a sentence, in a table of people. */
export function lineText(value: number, unit: LineUnit): string {
  if (!Number.isFinite(value)) return '';
  switch (unit) {
    case 'dollars':
      return dollarText(value);
    case 'pupils':
      return Math.round(value).toLocaleString('en-US');
    case 'percent':
      return `${decimalText(value, 1)}%`;
    case 'share':
      return `${decimalText(value * 100, 1)}%`;
    case 'points':
      return decimalText(value, 1);
    case 'correlation':
      return decimalText(value, 2);
  }
}

/** A distance between two values, without its sign: `2.4 points`, `$310`. */
export function distanceText(difference: number, unit: LineUnit): string {
  const size = Math.abs(difference);
  if (unit === 'percent') return `${decimalText(size, 1)} points`;
  if (unit === 'share') return `${decimalText(size * 100, 1)} points`;
  return lineText(size, unit);
}

/** Whether a difference is seen in the values as they are written. */
export const isSeenDifference = (a: number, b: number, unit: LineUnit): boolean =>
  lineText(a, unit) !== lineText(b, unit);

export const unitOfMeasure = ({ kind, unit }: YearMeasureRow, group: string): LineUnit =>
  kind === 'amount' ? 'dollars' : kind === 'pupils' ? (group === '' ? 'pupils' : 'share') : unit;
