/**
 * How wide letters are for their size, in thousandths, as Arial and its likes have them; the other fonts of a slide are
 * within `ROOM` of it. Cut names by it and they neither overlap nor lose letters they had room for.
 */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijl|'’", 222],
  [' !,./:;ftI[]·\\', 278],
  ['-()r`"“”', 333],
  ['*', 389],
  ['ckszvxyJ', 500],
  ['abdeghnopqu0123456789$#?_–', 556],
  ['+−<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['wCDHNRU', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W', 944],
  ['@—…▲▼→×', 1000],
];
const ROOM = 1.07;
/** Letters with accents are as wide as without; of other scripts the widest. */
const CAPITAL = /\p{Lu}/u;
const IDEOGRAPH = 0x2e00;

const parts = new Map<string, number>();
for (const [letters, width] of WIDTHS) for (const letter of letters) parts.set(letter, (width / 1_000) * ROOM);

function letterPart(letter: string): number {
  const known = parts.get(letter);
  if (known !== undefined) return known;
  const plain = parts.get(letter.normalize('NFD').charAt(0));
  const part = plain ?? ((letter.codePointAt(0) ?? 0) > IDEOGRAPH ? 1.1 : CAPITAL.test(letter) ? 0.8 : 0.62);
  if (parts.size < 2_000) parts.set(letter, part);
  return part;
}

/** A width that a text of a slide will hardly exceed. */
export function wordsWidth(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const letter of text) sum += letterPart(letter);
  return sum * size * (isBold ? 1.06 : 1);
}

/** Cut to a width, with three dots where something is missing. */
export function cutWords(text: string, width: number, size: number, isBold = false): string {
  if (wordsWidth(text, size, isBold) <= width) return text;
  const letters = [...text];
  while (letters.length > 1) {
    letters.pop();
    const shorter = `${letters.join('').trimEnd()}…`;
    if (wordsWidth(shorter, size, isBold) <= width) return shorter;
  }
  return '…';
}

/** Lines of whole words no wider than `width`; what a line cannot hold is cut, and what is beyond `most` lines as well. */
export function wrapWords(text: string, width: number, size: number, most: number, isBold = false): string[] {
  const lines: string[] = [];
  const space = wordsWidth(' ', size, isBold);
  let line = '';
  let long = 0;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const wide = wordsWidth(word, size, isBold);
    if (line !== '' && long + space + wide > width) {
      lines.push(line);
      line = '';
    }
    long = line === '' ? wide : long + space + wide;
    line = line === '' ? word : `${line} ${word}`;
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]}…`;
  return shown.map((each) => cutWords(each, width, size, isBold));
}
