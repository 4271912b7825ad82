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

interface Sums {
  readonly all: number[];
  /** Since the last total row, for subtotals. */
  readonly part: number[];
}

/** Whether at least one number of the row is the sum of the rows above, and not fewer are than are not. */
function holdsSums(row: RawRow, sums: readonly number[], rowsSummed: number): boolean {
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
  return equal > 0 && equal >= other;
}

/**
 * Rows below the header that are no data: totals (“Total”, “Grand total”, and “District” or “Network 4 Total” where
 * their numbers are sums of rows above), sums without a name, and lines with one text only, such as headings and notes.
 * They are left out with a note, and a person can keep any of them; a school called “Total Learning Academy” stays.
 */
export function findTotalRows(table: RawTable, headerRow: number): LeftOutRow[] {
  const found: LeftOutRow[] = [];
  const isWide = tableWidth(table) >= 3;
  const sums: Sums = { all: [], part: [] };
  let summed = 0;
  let summedPart = 0;
  for (const row of rowsBelow(table, headerRow)) {
    const reason = reasonFor(row, isWide, sums, summed, summedPart);
    if (reason !== null) {
      found.push({ row: row.number, reason });
      sums.part.length = 0;
      summedPart = 0;
      continue;
    }
    summed++;
    summedPart++;
    for (let column = 0; column < row.cells.length; column++) {
      const text = row.cells[column] as string;
      const value = text === '' ? 0 : roughNumber(text);
      if (value === 0 || Number.isNaN(value)) continue;
      sums.all[column] = (sums.all[column] ?? 0) + value;
      sums.part[column] = (sums.part[column] ?? 0) + value;
    }
  }
  return found;
}

function reasonFor(row: RawRow, isWide: boolean, sums: Sums, summed: number, summedPart: number): string | null {
  const texts: string[] = [];
  let numbers = 0;
  for (let column = 0; column < row.cells.length; column++) {
    const text = cellText(row, column);
    if (text === '') continue;
    if (isNumberText(text)) numbers++;
    else if (column < LABEL_COLUMNS || texts.length === 0) texts.push(text);
  }
  const sure = texts.find((text) => SURE.test(text));
  if (sure !== undefined) return `${quoted(sure)} names a total`;
  const isSum = (): boolean => holdsSums(row, sums.all, summed) || holdsSums(row, sums.part, summedPart);
  const likely = texts.find((text) => LIKELY.test(text));
  if (likely !== undefined && numbers > 0 && isSum()) return `${quoted(likely)} holds the sums of rows above`;
  if (texts.length === 0 && numbers >= 2 && isSum())
    return 'it has no name, and its numbers are the sums of rows above';
  if (isWide && texts.length === 1 && numbers === 0) {
    return `only ${quoted(texts[0] as string)} stands in it, a heading or a note`;
  }
  return null;
}
