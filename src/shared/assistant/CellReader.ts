import type { Model } from '../model/Model.ts';
import { type Parsed, parseCount, parseMeasure, parseMoney } from '../text/parseNumber.ts';
import { quoted } from '../text/quoted.ts';
import { type CellFaults, markSentence } from './CellFaults.ts';
import { parseRounded, shiftPoint } from './cellNumbers.ts';
import { headerKey } from './headerWords.ts';
import type { ColumnMapping, Mapping, WordCode } from './Mapping.ts';
import type { RawRow } from './RawTable.ts';

/** Undefined where a fault was told, null where the cell is empty. */
export type CellValue<Value> = Value | null | undefined;

/** Reads single cells by what their column is, telling every fault with its place and value. */
export class CellReader {
  readonly #faults: CellFaults;
  readonly #blanks: ReadonlySet<string>;
  readonly #levels: WordLookup;
  readonly #needs: WordLookup;

  constructor(mapping: Mapping, model: Model, faults: CellFaults) {
    this.#faults = faults;
    this.#blanks = new Set(mapping.blanks.map((text) => text.trim().toLowerCase()));
    this.#levels = new WordLookup(mapping.levels, model.ordered('level'));
    this.#needs = new WordLookup(mapping.needs, [...model.ordered('need'), ...mapping.newNeeds]);
  }

  fault(row: RawRow, column: ColumnMapping, reason: string): undefined {
    this.#faults.add(row.number, column, (row.cells[column.column] ?? '').trim(), reason);
    return undefined;
  }

  text(row: RawRow, column: ColumnMapping): CellValue<string> {
    const text = (row.cells[column.column] ?? '').trim();
    if (row.marks) {
      const mark = row.marks.get(column.column);
      const marked = mark === 'date' ? null : markSentence(text, mark);
      if (marked) return this.fault(row, column, marked);
    }
    return text === '' ? null : text;
  }

  money(row: RawRow, column: ColumnMapping): CellValue<number> {
    return this.#number(row, column, (text) => parseRounded(text, column.repairs.round, parseMoney));
  }

  count(row: RawRow, column: ColumnMapping): CellValue<number> {
    return this.#number(row, column, (text) => parseRounded(text, column.repairs.round, parseCount));
  }

  measure(row: RawRow, column: ColumnMapping): CellValue<string> {
    const isStoredPercent = row.marks?.get(column.column) === 'percent';
    return this.#number(row, column, (text) => readMeasure(text, isStoredPercent, column.repairs.percent));
  }

  level(row: RawRow, column: ColumnMapping): CellValue<string> {
    return this.#word(row, column, this.#levels, 'level');
  }

  need(row: RawRow, column: ColumnMapping): CellValue<string> {
    return this.#word(row, column, this.#needs, 'need');
  }

  #word(row: RawRow, column: ColumnMapping, words: WordLookup, what: string): CellValue<string> {
    const text = (row.cells[column.column] ?? '').trim();
    const marked = row.marks && markSentence(text, row.marks.get(column.column));
    if (marked) return this.fault(row, column, marked);
    if (text === '') return null;
    return (
      words.find(text) ??
      this.fault(row, column, `${quoted(text)} is not a ${what} of this district; say which ${what} it means.`)
    );
  }

  #number<Value>(row: RawRow, column: ColumnMapping, parse: (text: string) => Parsed<Value>): CellValue<Value> {
    const text = (row.cells[column.column] ?? '').trim();
    if (row.marks) {
      const marked = markSentence(text, row.marks.get(column.column));
      if (marked) return this.fault(row, column, marked);
    }
    if (text === '' || (this.#blanks.size > 0 && this.#blanks.has(text.toLowerCase()))) return null;
    const parsed = parse(text);
    return parsed.ok ? parsed.value : this.fault(row, column, parsed.sentence);
  }
}

const POINT_ZERO = /^(0|[1-9]\d{0,17})\.0+$/;

/** A spreadsheet stores 45 % as 0.45; a text file writes `45%`. Which of the two is meant, the mapping says. */
function readMeasure(text: string, isStoredPercent: boolean, as: 'points' | 'fraction' | null): Parsed<string> {
  // A whole number that a spreadsheet program has written as 647.0.
  const whole = POINT_ZERO.exec(text)?.[1];
  if (whole !== undefined && !isStoredPercent) return { ok: true, value: whole };
  if (isStoredPercent) {
    if (as === null)
      return {
        ok: false,
        sentence: `${quoted(text)} is shown as a percentage; say whether its points or its fraction are meant.`,
      };
    return parseMeasure(as === 'points' ? shiftPoint(text, 2) : text);
  }
  const written = /^(.*\d)\s*%$/.exec(text);
  if (!written || as === null) return parseMeasure(text);
  const parsed = parseMeasure(written[1] as string);
  return parsed.ok && as === 'fraction' ? parseMeasure(shiftPoint(parsed.value, -2)) : parsed;
}

/** Words of the file by what the person said of them, else by code or name. */
class WordLookup {
  readonly #codes = new Map<string, string | null>();
  /** A file says the same few words in row after row. */
  readonly #found = new Map<string, string | null>();

  constructor(chosen: readonly WordCode[], rows: readonly { readonly code: string; readonly name: string }[]) {
    for (const { code, name } of rows) {
      for (const key of new Set([headerKey(code), headerKey(name)])) {
        const held = this.#codes.get(key);
        this.#codes.set(key, held === undefined || held === code ? code : null);
      }
    }
    for (const [word, code] of chosen) this.#codes.set(headerKey(word), code);
  }

  find(text: string): string | null {
    let code = this.#found.get(text);
    if (code === undefined) {
      code = this.#codes.get(headerKey(text)) ?? null;
      this.#found.set(text, code);
    }
    return code;
  }
}
