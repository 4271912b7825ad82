import { quoted } from '../text/quoted.ts';
import { rowsBelow } from './headerRow.ts';
import { isNumberText, roughNumber } from './numberText.ts';
import { cellText, type RawRow, type RawTable, tableWidth } from './RawTable.ts';

/** A row that is no school and no source, and why it is taken for none. */
export interface LeftOutRow {
  readonly row: number;
  readonly reason: string;
}

const SURE =
  /^(?:(?:grand|sub|overall|district|all|report|column|sum)[\s-]*)?(?:sub)?totals?\s*:?$|^(?:total|totals)\s*[-–:,(]?\s*(?:all|district|for|of)\b.{0,40}$/i;
const LIKELY =
  /^(?:district|district\s?-?wide|city\s?-?wide|all (?:schools|sites|sources)|sum|overall|state)\b|\btotals?\s*:?$|^(?:sub)?totals?\b/i;
/** Texts that may name the row stand in its first columns. */
const LABEL_COLUMNS = 6;
/** A sum of rounded numbers may differ in its last digits. */
const TOLERANCE = 1e-6;

/** Sums of the data rows above, built only as far as somebody asks. */
class RunningSums {
  readonly #rows: readonly RawRow[];
  readonly #all: number[] = [];
  /** Since the last total row, for subtotals. */
  #part: number[] = [];
  #summed = 0;
  #summedPart = 0;
  #next = 0;
  readonly #skipped = new Set<number>();

  constructor(rows: readonly RawRow[]) {
    this.#rows = rows;
  }

  /** The row at `index` is a total: it enters no sum, and the next subtotal begins after it. */
  skip(index: number): void {
    this.#advance(index);
    this.#skipped.add(index);
    this.#part = [];
    this.#summedPart = 0;
  }

  /** Whether the numbers of a row are the sums above it: more of them are than are not. */
  holds(index: number): boolean {
    this.#advance(index);
    const row = this.#rows[index] as RawRow;
    return isSumRow(row, this.#all, this.#summed) || isSumRow(row, this.#part, this.#summedPart);
  }

  #advance(index: number): void {
    for (; this.#next < index; this.#next++) {
      if (this.#skipped.has(this.#next)) continue;
      this.#summed++;
      this.#summedPart++;
      const { cells } = this.#rows[this.#next] as RawRow;
      for (let column = 0; column < cells.length; column++) {
        const text = (cells[column] as string).trim();
        const value = text === '' ? 0 : roughNumber(text);
        if (value === 0 || Number.isNaN(value)) continue;
        this.#all[column] = (this.#all[column] ?? 0) + value;
        this.#part[column] = (this.#part[column] ?? 0) + value;
      }
    }
  }
}

function isSumRow(row: RawRow, sums: readonly number[], rowsSummed: number): boolean {
  if (rowsSummed < 2) return false;
  let equal = 0;
  let other = 0;
  for (let column = 0; column < row.cells.length; column++) {
    const text = cellText(row, column);
    if (text === '' || !isNumberText(text)) continue;
    const value = roughNumber(text);
    const sum = sums[column] ?? 0;
    if (sum !== 0 && Math.abs(value - sum) <= Math.abs(sum) * TOLERANCE) equal++;
    else if (value !== 0) other++;
  }
  return equal > other;
}

/**
 * Rows below the header that are no data: totals (“Total”, “Grand total”, and “District” or “Network 4 Total” where
 * their numbers are sums of rows above), sums in a row that begins with an empty cell, and lines with one text only,
 * such as headings and notes. They are left out with a note, and a person can keep any of them; a school called “Total
 * Learning Academy” stays.
 */
export function findTotalRows(table: RawTable, headerRow: number): LeftOutRow[] {
  const found: LeftOutRow[] = [];
  const isWide = tableWidth(table) >= 3;
  const rows = rowsBelow(table, headerRow);
  const sums = new RunningSums(rows);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as RawRow;
    const reason = reasonFor(row, isWide, () => sums.holds(index));
    if (reason === null) continue;
    found.push({ row: row.number, reason });
    sums.skip(index);
  }
  return found;
}

/** Words without which no label is looked at more closely. */
const HINT = /total|district|city|school|site|source|sum|overall|state/i;

function reasonFor(row: RawRow, isWide: boolean, holdsSums: () => boolean): string | null {
  let filled = 0;
  let text = '';
  for (const cell of row.cells) {
    const trimmed = cell.trim();
    if (trimmed === '') continue;
    text = trimmed;
    if (++filled > 1) break;
  }
  if (filled === 1) {
    if (SURE.test(text)) return `${quoted(text)} names a total`;
    return isWide && !isNumberText(text) ? `only ${quoted(text)} stands in it, a heading or a note` : null;
  }
  for (let column = 0; column < LABEL_COLUMNS && column < row.cells.length; column++) {
    const label = cellText(row, column);
    if (!HINT.test(label)) continue;
    if (SURE.test(label)) return `${quoted(label)} names a total`;
    if (LIKELY.test(label) && holdsSums()) return `${quoted(label)} holds the sums of rows above`;
  }
  const isNameless =
    cellText(row, 0) === '' && row.cells.every((cell) => cell.trim() === '' || isNumberText(cell.trim()));
  return isNameless && holdsSums() ? 'it has no name, and its numbers are the sums of rows above' : null;
}
