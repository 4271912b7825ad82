import { textWidth } from '../pictures/textWidth.ts';

const NARROW = new Set("ijlIft.,:;'’|!()[] ·-");
const WIDE = new Set('mwMW%@—…');
const DIGIT = /[0-9$+−#?_]/;
const CAPITAL = /\p{Lu}/u;

/** How wide a letter is for its size, in the widest of the fonts a slide may be shown in. */
function letterPart(letter: string): number {
  if (NARROW.has(letter)) return 0.36;
  if (WIDE.has(letter)) return 0.98;
  if (DIGIT.test(letter)) return 0.63;
  if (letter.charCodeAt(0) > 0x2e00) return 1.1;
  return CAPITAL.test(letter) ? 0.72 : 0.58;
}

const parts = new Map<string, number>();

/** A width that a text of a slide will not exceed: letters differ, and large type leaves no room for a guess. */
export function wordsWidth(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const letter of text) {
    let part = parts.get(letter);
    if (part === undefined) {
      part = letterPart(letter);
      if (parts.size < 2_000) parts.set(letter, part);
    }
    sum += part;
  }
  return Math.max(sum * size * (isBold ? 1.06 : 1), textWidth(text, size, isBold));
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
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && wordsWidth(longer, size, isBold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]} …`;
  return shown.map((each) => cutWords(each, width, size, isBold));
}
