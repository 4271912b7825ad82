import type { PictureTable } from '../pictures/Picture.ts';
import { cellWords } from '../pictures/tableText.ts';

/** The room of a page for a table, in points. */
export interface TableRoom {
  readonly width: number;
  readonly height: number;
}

/** One page of a table: which columns, and which rows. */
export interface TablePage {
  readonly columns: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface PagedTable {
  /** Letters of this many points. */
  readonly size: number;
  readonly pages: readonly TablePage[];
}

export const SIZES = [10, 9, 8, 7] as const;
/** The width of a letter, as a part of its size; wide enough for bold headings. */
const LETTER = 0.56;
export const CELL_GAP_POINTS = 12;
/** Longer texts are cut with three dots, so that every row takes one line; a number never is. */
export const MOST_LETTERS = 34;
export const HEADING_LINES = 3;
/** Height of a line and of a row, as a part of the size of letters. */
export const LINE = 1.2;
export const rowPoints = (size: number): number => size * LINE + 3;

/**
 * Divides a table into pages of one-line rows, so that the number of pages is known before anything is printed. Letters
 * are as large as lets all columns stand side by side; where even the smallest do not, the columns go on several pages,
 * each with the texts by which a row is known.
 */
export function pageTable(table: PictureTable, room: TableRoom): PagedTable {
  const letters = table.columns.map(({ label, write }, column) => {
    const words = Math.max(
      ...label.split(/\s+/).map((word) => word.length),
      Math.ceil(label.length / HEADING_LINES) + 2,
    );
    let most = Math.min(words, MOST_LETTERS);
    for (const row of table.rows) most = Math.max(most, cellWords(row[column] ?? '', write).length);
    return write ? most : Math.min(most, MOST_LETTERS);
  });
  const widthOf = (columns: readonly number[], size: number): number =>
    columns.reduce((sum, column) => sum + letters[column]! * size * LETTER + CELL_GAP_POINTS, 0);
  const all = table.columns.map((_, column) => column);
  const size = SIZES.find((one) => widthOf(all, one) <= room.width) ?? SIZES[SIZES.length - 1]!;
  const rowsOfPage = Math.max(5, Math.floor((room.height - HEADING_LINES * size * LINE - 6) / rowPoints(size)));
  const pages: TablePage[] = [];
  for (let from = 0; from === 0 || from < table.rows.length; from += rowsOfPage) {
    const to = Math.min(table.rows.length, from + rowsOfPage);
    for (const columns of columnGroups(all, table, (some) => widthOf(some, size) <= room.width)) {
      pages.push({ columns, from, to });
    }
  }
  return { size, pages };
}

/** Columns that fit side by side, each group led by the texts at the left of the table. */
function columnGroups(
  all: readonly number[],
  { columns }: PictureTable,
  fits: (columns: readonly number[]) => boolean,
): number[][] {
  const firstNumber = columns.findIndex(({ write }) => write !== undefined);
  const leading = all.slice(0, Math.min(2, firstNumber < 0 ? 1 : firstNumber));
  const groups: number[][] = [];
  let group = [...leading];
  for (const column of all.slice(leading.length)) {
    if (group.length > leading.length && !fits([...group, column])) {
      groups.push(group);
      group = [...leading];
    }
    group.push(column);
  }
  groups.push(group);
  return groups;
}
