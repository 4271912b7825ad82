import { quoted } from './quoted.ts';

/** A number as typed, still as digits: value = ±(whole.part) × 10^shift. Nothing here is ever a floating number. */
export interface NumberText {
  readonly negative: boolean;
  readonly whole: string;
  readonly part: string;
  /** 3, 6 or 9 where the number ended in k, m or bn. */
  readonly shift: number;
  readonly hasCurrency: boolean;
  readonly hasPercent: boolean;
}

/** Longest text that is looked at as a number. */
export const NUMBER_TEXT_LENGTH = 80;

const WIDE_SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const MINUS_SIGNS = /[\u2212\u2010\u2011\u2013\ufe63\uff0d]/g;
/** Stands for a space that someone's program put between thousands; an ordinary space is not one. */
const GAP = '\u00a0';
const SHIFTS: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, bn: 9 };

const BODY = /^(\$? ?)([-+]?)(\$? ?)(\(?)(\$? ?)([\d.,\u00a0]+)( ?(?:%|k|m|bn?))?(\)?)( ?-)?$/i;
const UNMARKED = /^(\d*)(?:\.(\d*))?$/;
const MARKED = /^([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\u00a0\d{3})+)(?:\.(\d*))?$/;

/**
 * Reads a number the way people in a finance office type one: `$1,234.50`, `(1,234)`, `1,234-`, `12.5%`, `1.2m`.
 * Thousands marks must stand where thousands are, so `1,23.4` and a decimal comma (`13,75`) are refused rather than
 * guessed, and so are exponents and other notations of programmers. Returns a reason that completes a sentence.
 */
export function readNumberText(text: string): NumberText | { readonly reason: string } {
  if (text.length > NUMBER_TEXT_LENGTH) return { reason: `${quoted(text)} is too long to be a number` };
  const tidy = text.replace(WIDE_SPACES, GAP).replace(MINUS_SIGNS, '-').trim();
  if (tidy === '') return { reason: 'there is no number here' };
  const match = BODY.exec(tidy.replace(/^\u00a0+|\u00a0+$/g, '').replace(/\u00a0(?!\d)|(?<!\d)\u00a0/g, ' '));
  if (!match) return { reason: reasonFor(text, tidy) };
  const [, currency1, sign, currency2, open, currency3, number, suffix, close, trailing] = match;
  const currencies = [currency1, currency2, currency3].filter((piece) => piece?.includes('$')).length;
  if (currencies > 1) return { reason: `${quoted(text)} has more than one $` };
  if (Boolean(open) !== Boolean(close)) return { reason: `${quoted(text)} has a parenthesis without its partner` };
  if ([sign, open, trailing].filter(Boolean).length > 1) return { reason: `${quoted(text)} has more than one sign` };
  const digits = UNMARKED.exec(number as string) ?? MARKED.exec(number as string);
  if (!digits || (!digits[1] && !digits[2])) return { reason: reasonFor(text, number as string) };
  const mark = (suffix ?? '').trim().toLowerCase();
  return {
    negative: sign === '-' || Boolean(open) || Boolean(trailing),
    whole: (digits[1] ?? '').replace(/[,\u00a0]/g, '').replace(/^0+(?=\d)/, '') || '0',
    part: (digits[2] ?? '').replace(/0+$/, ''),
    shift: SHIFTS[mark] ?? 0,
    hasCurrency: currencies > 0,
    hasPercent: mark === '%',
  };
}

/** Says what looks wrong, so that the person knows which character to change. */
function reasonFor(text: string, tidy: string): string {
  const shown = quoted(text);
  if (/^[\d.]*\d[eE][-+]?\d+$/.test(tidy)) return `${shown} is in exponent notation`;
  if (/[€£¥]/.test(tidy)) return `${shown} is in another currency than dollars`;
  if (/^[-+($ ]*\d+,\d{1,2}[-)% ]*$/.test(tidy)) return `${shown} has a comma where the decimal point belongs`;
  if (/^[-+($ ]*0,\d+/.test(tidy)) return `${shown} has a comma where the decimal point belongs`;
  if (/^[-+($ \d.,\u00a0]+[)% -]*$/.test(tidy) && /\..*\./.test(tidy))
    return `${shown} has more than one decimal point`;
  if (/^[-+($ \d.,\u00a0]+[)% -]*$/.test(tidy) && /\d,/.test(tidy)) {
    return `${shown} has thousands marks that are not in groups of three digits`;
  }
  return `${shown} is not a number`;
}
