/** A header taken apart: its words in small letters, and the year it speaks of. */
export interface HeaderWords {
  readonly words: readonly string[];
  /** 2024 for `sy2425`, `2024-25` and `SY24`; 2025 for `fy25`; null without. */
  readonly year: number | null;
  /** −1 for “last year”, “prior”; 1 for “projected”, “next year”; otherwise 0. */
  readonly turn: number;
}

const SHORT_PAIR = /\b(?:sy|fy|ay)\s?(\d\d)\s?(\d\d)\b/;
const LONG_YEAR = /\b(?:sy|fy|ay)?\s?((?:19|20)\d\d)(?:\s(?:20)?\d\d)?\b/;
const SHORT_YEAR = /\b(?:sy|fy|ay)\s?(\d\d)\b/;
const BEFORE = new Set(['last', 'prior', 'previous', 'prev', 'past', 'ago']);
const AFTER = new Set(['projected', 'projection', 'proj', 'next', 'forecast']);

/** `enrol_sy2425` has the word enrol and the year 2024; `Opportunity Index FY27` opportunity, index and 2027. */
export function readHeader(header: string): HeaderWords {
  let text = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/#/g, ' number ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  let year: number | null = null;
  const pair = SHORT_PAIR.exec(text);
  if (pair && Number(pair[2]) === (Number(pair[1]) + 1) % 100) {
    year = 2000 + Number(pair[1]);
    text = text.replace(pair[0], ' ');
  } else {
    const found = LONG_YEAR.exec(text) ?? SHORT_YEAR.exec(text);
    if (found) {
      const digits = found[1] as string;
      year = digits.length === 4 ? Number(digits) : 2000 + Number(digits);
      text = text.replace(found[0], ' ');
    }
  }
  const words = text.split(' ').filter((word) => word !== '');
  const turn = words.some((word) => BEFORE.has(word)) ? -1 : words.some((word) => AFTER.has(word)) ? 1 : 0;
  return { words, year, turn };
}

/** Header names as the workbook compares them: without regard to case, spaces or underscores. */
export const headerKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '');

/** Words of a name for comparing: `St. Mary's H.S.` gives st, marys, hs. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
