import type { Parsed } from '../text/parseNumber.ts';
import { readNumberText } from '../text/readNumberText.ts';

/**
 * A decimal text rounded half away from zero to two decimals, exactly: `7801858.189999999` is `7801858.19`. Anything
 * else, and what has no more than two decimals, stays as it stands.
 */
export function roundToCents(text: string): string {
  if (!/\.\d\d\d/.test(text)) return text;
  const read = readNumberText(text);
  if ('reason' in read || read.part.length - read.shift <= 2) return text;
  const digits = read.whole + read.part;
  const cut = read.part.length - read.shift - 2;
  const kept = BigInt(digits.slice(0, digits.length - cut) || '0');
  const rounded = (digits[digits.length - cut] as string) >= '5' ? kept + 1n : kept;
  const padded = rounded.toString().padStart(3, '0');
  const sign = read.negative && rounded !== 0n ? '-' : '';
  return `${sign}${padded.slice(0, -2)}.${padded.slice(-2)}${read.hasPercent ? '%' : ''}`;
}

/** A decimal text with its point moved two places to the right (`by` 2) or left (−2): `0.455` ↔ `45.5`. */
export function shiftPoint(decimal: string, by: 2 | -2): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return decimal;
  const whole = match[2] as string;
  const part = match[3] ?? '';
  if (by === 2) {
    const padded = part.padEnd(2, '0');
    return `${match[1]}${whole}${padded.slice(0, 2)}.${padded.slice(2) || '0'}`;
  }
  const padded = whole.padStart(3, '0');
  return `${match[1]}${padded.slice(0, -2)}.${padded.slice(-2)}${part}`;
}

/** Reads a cell with the rounding the person agreed to. */
export function parseRounded<Value>(
  text: string,
  round: boolean,
  parse: (text: string) => Parsed<Value>,
): Parsed<Value> {
  return parse(round ? roundToCents(text) : text);
}
