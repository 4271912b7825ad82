import { compareCodes } from '../model/tables.ts';

/** A year found in a text: as written, the calendar year in which it ends, and the text without it. */
export interface YearFound {
  readonly text: string;
  readonly ends: number;
  /** Whether the text says that it is a school or fiscal year: `2023-24`, `FY24`; a plain `2024` does not. */
  readonly isSchoolYear: boolean;
  readonly rest: string;
}

const PAIR = /(?<!\d)(?:[SFA]Y\s?)?((?:19|20)\d\d)\s?[-–—/_ ]\s?((?:19|20)?\d\d)(?!\d)/i;
/** Without its mark a pair needs a line between and cannot be grades: `10-11` is none. */
const SHORT_PAIR =
  /(?<![\p{L}\d-])(?:[SFA]Y\s?'?(\d\d)\s?[-–—/]?\s?'?(\d\d)|'?(1[5-9]|[2-9]\d)\s?[-–—/]\s?'?(\d\d))(?!\d)/iu;
const MARKED = /(?<!\p{L})[SFA]Y\s?'?((?:19|20)?\d\d)(?!\d)/iu;
const PLAIN = /(?<!\d)((?:19|20)\d\d)(?!\d)/;

const century = (digits: string): number => (digits.length === 4 ? Number(digits) : 2000 + Number(digits));

/**
 * The year a text speaks of. `2023-24`, `2023–2024`, `SY2324`, `23-24`, `FY24` and `FY2024` all end in 2024; a plain
 * `2024` is taken as it stands, for it may be either. Null where there is none.
 */
export function findYear(text: string): YearFound | null {
  const pair = PAIR.exec(text);
  if (pair && century(pair[2] as string) % 100 === (Number(pair[1]) + 1) % 100) {
    return found(text, pair[0], Number(pair[1]) + 1, true);
  }
  const short = SHORT_PAIR.exec(text);
  const [first, second] = [Number(short?.[1] ?? short?.[3]), Number(short?.[2] ?? short?.[4])];
  if (short && second === (first + 1) % 100) return found(text, short[0], 2000 + first + 1, true);
  const marked = MARKED.exec(text);
  if (marked) return found(text, marked[0], century(marked[1] as string), true);
  const plain = PLAIN.exec(text);
  return plain ? found(text, plain[0], Number(plain[1]), false) : null;
}

function found(text: string, part: string, ends: number, isSchoolYear: boolean): YearFound {
  const rest = text
    .replace(part, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .replace(/^[\s\-–—:,/|]+|[\s\-–—:,/|]+$/g, '');
  return { text: part.trim(), ends, isSchoolYear, rest };
}

/** Years in the order of time; those that name no year come last, by their text. `FY24` stands where `2023-24` does. */
export function compareYears(left: string, right: string): number {
  const [a, b] = [findYear(left)?.ends, findYear(right)?.ends];
  if (a !== undefined && b !== undefined && a !== b) return a - b;
  if ((a === undefined) !== (b === undefined)) return a === undefined ? 1 : -1;
  return compareCodes(left, right);
}

/**
 * The year among `known` that a text means: the same text, or another spelling of the same school year (`SY2324` is
 * `2023-24`). A plain `2024` is only ever itself. Null where there is none.
 */
export function knownYear(text: string, known: readonly string[]): string | null {
  const wanted = text.trim();
  const same = known.find((year) => year.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const year = findYear(wanted);
  if (!year?.isSchoolYear || year.rest !== '') return null;
  return (
    known.find((other) => {
      const held = findYear(other);
      return held?.isSchoolYear === true && held.rest === '' && held.ends === year.ends;
    }) ?? null
  );
}
