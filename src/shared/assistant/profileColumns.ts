import { decimalsOf, isNumberText, roughNumber } from './numberText.ts';
import { columnLetters, type RawRow } from './RawTable.ts';

/** What a column's cells look like, all of them counted. */
export interface ColumnProfile {
  readonly column: number;
  /** As it stands in the file; the column's letters where there is none. */
  readonly header: string;
  readonly hasHeader: boolean;
  readonly kind: 'empty' | 'number' | 'text' | 'mixed';
  readonly filled: number;
  /** Exact of texts and whole numbers; numbers with decimals, which are no codes, are counted up to a thousand or so. */
  readonly distinct: number;
  readonly numbers: number;
  /** All numbers are whole. */
  readonly isWhole: boolean;
  readonly mostDecimals: number;
  /** Numbers with more than two decimals. */
  readonly withManyDecimals: number;
  readonly withPercent: number;
  readonly withCurrency: number;
  /** Cells like `53011.0`, and the most zeros one of them has behind its point. */
  readonly withPointZero: number;
  readonly mostPointZeros: number;
  /** Cells of digits that begin with a zero, and the lengths of cells of digits with how many have them. */
  readonly withLeadingZero: number;
  readonly digitLengths: readonly (readonly [length: number, cells: number])[];
  /** Cells a spreadsheet stored as numbers. */
  readonly stored: number;
  /** The smallest and the largest number, roughly; null without numbers. */
  readonly least: number | null;
  readonly largest: number | null;
  /** Texts that are no numbers with how often they stand, the most frequent first; at most a few. */
  readonly words: readonly (readonly [string, number])[];
  readonly examples: readonly string[];
}

const EXAMPLES = 4;
/** How many different cells of a column of decimals are counted. */
const DISTINCT_COUNTED = 1_000;
/** How many different texts of a column are counted one by one. */
const WORDS_COUNTED = 2_000;
const WORDS_TOLD = 60;
const PLAIN = /^\d{1,20}(?:\.\d{1,20})?$/;
const ZERO = 48;
/** A column with this share of numbers is one of numbers with a few stray words. */
const MOSTLY = 0.8;

export function profileColumns(rows: readonly RawRow[], headers: readonly string[], width: number): ColumnProfile[] {
  const storedBy = new Map<number, number>();
  for (const row of rows) for (const column of row.numbers ?? []) storedBy.set(column, (storedBy.get(column) ?? 0) + 1);
  return Array.from({ length: width }, (_, column) => profileColumn(rows, headers, column, storedBy.get(column) ?? 0));
}

function profileColumn(
  rows: readonly RawRow[],
  headers: readonly string[],
  column: number,
  stored: number,
): ColumnProfile {
  const seen = new Set<string>();
  const words = new Map<string, number>();
  /** Cells by their number of digits. */
  const lengths: number[] = [];
  let filled = 0;
  let numbers = 0;
  let isWhole = true;
  let mostDecimals = 0;
  let withManyDecimals = 0;
  let withPercent = 0;
  let withCurrency = 0;
  let withPointZero = 0;
  let mostPointZeros = 0;
  let withLeadingZero = 0;
  let least = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const text = (row.cells[column] ?? '').trim();
    if (text === '') continue;
    filled++;
    if (isWhole || seen.size < DISTINCT_COUNTED) seen.add(text);
    if (PLAIN.test(text)) {
      // Nearly all cells of a file are plain digits; they are told apart without a closer reading.
      numbers++;
      if (row.marks?.get(column) === 'percent') withPercent++;
      const value = Number(text);
      if (value < least) least = value;
      if (value > largest) largest = value;
      const point = text.indexOf('.');
      if (point < 0) {
        if (text.length > 1 && text.charCodeAt(0) === ZERO) withLeadingZero++;
        lengths[text.length] = (lengths[text.length] ?? 0) + 1;
        continue;
      }
      let end = text.length;
      while (text.charCodeAt(end - 1) === ZERO) end--;
      const decimals = end - point - 1;
      if (decimals === 0) {
        withPointZero++;
        mostPointZeros = Math.max(mostPointZeros, text.length - end);
      } else {
        isWhole = false;
        if (decimals > 2) withManyDecimals++;
        if (decimals > mostDecimals) mostDecimals = decimals;
      }
      continue;
    }
    if (!isNumberText(text)) {
      if (words.has(text) || words.size < WORDS_COUNTED) words.set(text, (words.get(text) ?? 0) + 1);
      continue;
    }
    numbers++;
    const value = roughNumber(text);
    if (value < least) least = value;
    if (value > largest) largest = value;
    if (text.includes('%') || row.marks?.get(column) === 'percent') withPercent++;
    if (text.includes('$')) withCurrency++;
    if (!Number.isInteger(value)) {
      isWhole = false;
      const decimals = decimalsOf(text);
      if (decimals > 2) withManyDecimals++;
      if (decimals > mostDecimals) mostDecimals = decimals;
    }
  }
  const header = headers[column] ?? '';
  const kind = filled === 0 ? 'empty' : numbers >= filled * MOSTLY ? 'number' : numbers === 0 ? 'text' : 'mixed';
  return {
    column,
    header: header === '' ? columnLetters(column) : header,
    hasHeader: header !== '',
    kind,
    filled,
    distinct: seen.size,
    numbers,
    isWhole,
    mostDecimals,
    withManyDecimals,
    withPercent,
    withCurrency,
    withPointZero,
    mostPointZeros,
    withLeadingZero,
    digitLengths: lengths.flatMap((cells, length) => (cells === undefined ? [] : [[length, cells] as const])),
    stored,
    least: numbers > 0 ? least : null,
    largest: numbers > 0 ? largest : null,
    words: [...words].sort((left, right) => right[1] - left[1]).slice(0, WORDS_TOLD),
    examples: [...seen].slice(0, EXAMPLES),
  };
}

/** Whether the cells can be codes: short, without inner decimals, and not an amount of money. */
export const looksLikeCodes = (profile: ColumnProfile): boolean =>
  profile.filled > 0 && profile.isWhole && profile.withCurrency === 0 && profile.withPercent === 0;
