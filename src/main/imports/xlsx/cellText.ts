import { decimalText } from '../../../shared/text/parseNumber.ts';

/** `_x000D_` stands for a character XML cannot hold; `_x005F_` for the underscore of a text that looks like one. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Whether anything of a text has to be escaped: nearly no text does, and an export holds hundreds of thousands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML cannot hold.
const TO_ESCAPE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;

/** The other way: what `decodeEscapes` gives back exactly. */
export function encodeEscapes(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  return (
    text
      .replace(/_x[0-9A-Fa-f]{4}_/g, (match) => `_x005F${match}`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML cannot hold, or that writers drop.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
  );
}

/**
 * A stored number as the person sees it. Whole numbers keep all their digits, because a code of sixteen digits is
 * text to its owner; others are taken in the fifteen digits that a spreadsheet shows. Null where it is no number.
 */
export function numberText(stored: string): string | null {
  const text = stored.trim();
  if (/^-?\d{1,40}$/.test(text)) return text;
  // Written plainly and in at most fifteen digits, the stored text is what the spreadsheet shows.
  if (text.length <= 16 && /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/.test(text)) return text;
  return text === '' ? null : decimalText(Number(text));
}

const DAY_MS = 86_400_000;

/** A date's serial number as `2026-07-01`, with the time where it has one. Null outside of what a spreadsheet shows. */
export function dateText(serial: number, startsIn1904: boolean): string | null {
  const days = serial + (startsIn1904 ? 1_462 : 0);
  if (!Number.isFinite(days) || days < 0 || days >= 2_958_466) return null;
  // The serial 60 is a 29 February 1900 that never was; days before it are one off from those after.
  const time = new Date(Date.UTC(1899, 11, 30) + Math.round((days < 60 ? days + 1 : days) * DAY_MS));
  const text = time.toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
