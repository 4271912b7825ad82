import type { FileEncoding } from './AllocationTemplate.ts';

/** Characters of Windows-1252 at 0x80 to 0x9F, where it differs from Latin-1; a space where it has none. */
export const WINDOWS_1252_UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const PLAIN = /^[\u0020-\u007e]*$/;

/** The byte of a character in Windows-1252, or −1. */
export function windows1252Byte(character: string): number {
  const code = character.charCodeAt(0);
  if (character.length > 1) return -1;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const at = WINDOWS_1252_UPPER.indexOf(character);
  return at < 0 ? -1 : 0x80 + at;
}

/** The first character that the encoding has not, or a control character that no cell may hold; null where all are fine. */
export function foreignCharacter(text: string, encoding: FileEncoding): string | null {
  if (PLAIN.test(text)) return null;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x20 || code === 0x7f) {
      if (character !== '\n' && character !== '\r' && character !== '\t') return character;
      continue;
    }
    if (code < 0x7f) continue;
    if (encoding === 'ascii') return character;
    if (encoding === 'windows-1252' && windows1252Byte(character) < 0) return character;
  }
  return null;
}

/** Characters as a person counts them where a width is meant: a letter outside the basic plane is one. */
export function characterCount(text: string): number {
  return PLAIN.test(text) ? text.length : Array.from(text).length;
}
