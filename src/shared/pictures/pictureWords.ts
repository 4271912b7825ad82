import { dollarText } from '../equity/words.ts';

/** Whole dollars with their sign: `+$120`, `−$31`, `$0`. */
export function changeText(dollars: number): string {
  const text = dollarText(dollars);
  return dollars > 0 && text !== '$0' ? `+${text}` : text;
}
