import { formatDollars, MINUS } from '../text/formatNumber.ts';

/** Dollars per pupil in a sentence, whole: `$6,512`, `−$31`. */
export function dollarText(dollars: number): string {
  const text = formatDollars(Math.abs(dollars) * 100);
  return dollars < 0 && text !== '0' ? `${MINUS}$${text}` : `$${text}`;
}

/** A fraction as percent with one decimal: `percentText(0.1234)` is `12.3%`. */
export function percentText(fraction: number): string {
  return `${decimalText(fraction * 100, 1)}%`;
}

/** Fixed decimals with the true minus sign; a value that rounds to zero has no sign. */
export function decimalText(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** A probability as statisticians write it: `p = 0.013`, `p < 0.001`. */
export const probabilityText = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

/** `1 school`, `12 schools`. */
export const schoolsText = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'school' : 'schools'}`;

/** `A`, `A and B`, `A, B and C`. */
export function listText(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/**
 * `$1,030 (12.7%) more than`, `the same as` where no whole dollar differs; the percent is of `than`, where that is above
 * zero. `unit` follows the word: `$1,030 (12.7%) more per pupil than`.
 */
export function comparedText(amount: number, than: number, unit = ''): string {
  const difference = Math.abs(amount - than);
  if (difference < 0.5) return `the same${unit} as`;
  const part = than > 0 ? ` (${percentText(difference / than)})` : '';
  return `${dollarText(difference)}${part} ${amount > than ? 'more' : 'less'}${unit} than`;
}
