import { readNumberText } from '../text/readNumberText.ts';

const PLAIN = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/** Texts with letters other than those of thousands and millions are told apart before anything slower is tried. */
const LIKELY = /^[^\p{L}]*\d[^\p{L}]*(?:[kKmM]|[bB][nN]?)?[^\p{L}]*$/u;

/** Whether a cell reads as a number, with whatever marks a finance office puts on it. */
export const isNumberText = (text: string): boolean =>
  PLAIN.test(text) || (LIKELY.test(text) && 'whole' in readNumberText(text));

/** A rough value for comparing sums and sizes, never for a result; NaN where the text is no number. */
export function roughNumber(text: string): number {
  if (PLAIN.test(text)) return Number(text);
  if (!LIKELY.test(text)) return Number.NaN;
  const read = readNumberText(text);
  if ('reason' in read) return Number.NaN;
  const size = Number(`${read.whole}.${read.part || '0'}e${read.shift}`);
  return read.negative ? -size : size;
}

/** How many decimals are written, trailing zeros aside; 0 where the text is no number. */
export function decimalsOf(text: string): number {
  if (PLAIN.test(text)) return text.includes('.') ? text.replace(/0+$/, '').length - text.indexOf('.') - 1 : 0;
  const read = readNumberText(text);
  return 'reason' in read ? 0 : Math.max(0, read.part.length - read.shift);
}
