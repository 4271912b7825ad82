import { isNumberText } from './numberText.ts';
import { cellText, type RawRow, type RawTable } from './RawTable.ts';

const ROWS_LOOKED_AT = 40;
const ROWS_MEASURED = 200;

const filledCells = (row: RawRow): string[] => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** The width most rows have: what a header must roughly reach, and a title does not. */
function usualWidth(rows: readonly RawRow[]): number {
  const tally = new Map<number, number>();
  for (const row of rows.slice(0, ROWS_MEASURED)) {
    const width = filledCells(row).length;
    tally.set(width, (tally.get(width) ?? 0) + 1);
  }
  let usual = 0;
  let most = 0;
  for (const [width, count] of tally) {
    if (count > most || (count === most && width > usual)) {
      usual = width;
      most = count;
    }
  }
  return usual;
}

/**
 * The number of the row that holds the headers: the first one about as wide as the data, of texts that differ from one
 * another. Titles and dates above it are narrower. Where no row is like that, the first wide one; 0 for an empty table.
 */
export function suggestHeaderRow(table: RawTable): number {
  const rows = table.rows.slice(0, ROWS_LOOKED_AT);
  const least = Math.max(1, usualWidth(table.rows) * 0.6);
  const wide = rows.filter((row) => filledCells(row).length >= least);
  const header = wide.find((row) => {
    const cells = filledCells(row);
    const texts = cells.filter((cell) => !isNumberText(cell) || /^(19|20)\d\d$/.test(cell)).length;
    return texts >= cells.length * 0.8 && new Set(cells).size >= cells.length * 0.9;
  });
  return (header ?? wide[0] ?? rows[0])?.number ?? 0;
}

/** The header cells by column index; where a cell is empty, an empty text. */
export function headersOf(table: RawTable, headerRow: number): string[] {
  const row = table.rows.find((candidate) => candidate.number === headerRow);
  if (!row) return [];
  return Array.from({ length: row.cells.length }, (_, column) => cellText(row, column).replace(/\s+/g, ' '));
}

/** The rows below the header. */
export const rowsBelow = (table: RawTable, headerRow: number): RawRow[] =>
  table.rows.filter((row) => row.number > headerRow);
