import type { WrittenTable } from './WrittenTable.ts';

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
  /** Columns whose texts take several lines. */
  readonly prose: readonly number[];
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
const rowPoints = (size: number, lines: number): number => size * LINE * lines + 3;
/** A column of sentences is at least so wide, in letters; on what is left of the page it is wider. */
const PROSE_LETTERS = 50;
/** Longer than this is no name but sentences, which are never cut. */
const LONGEST_NAME = 80;
const FEWEST_ROWS = 5;

/**
 * Divides a table into pages, so that their number is known before anything is printed. Letters are as large as lets
 * all columns stand side by side; where even the smallest do not, the columns go on several pages, each with the texts
 * by which a row is known. Rows take one line, but for sentences, which take as many as they need.
 */
export function pageTable(table: WrittenTable, room: TableRoom): PagedTable {
  const longest = table.columns.map((_, column) =>
    table.rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0),
  );
  const prose = table.columns.flatMap(({ isNumber }, column) =>
    !isNumber && column > 0 && longest[column]! > LONGEST_NAME ? [column] : [],
  );
  const letters = table.columns.map(({ label, isNumber }, column) => {
    const head = Math.max(
      ...label.split(/\s+/).map((word) => word.length),
      Math.ceil(label.length / HEADING_LINES) + 2,
    );
    if (prose.includes(column)) return PROSE_LETTERS;
    const most = Math.max(Math.min(head, MOST_LETTERS), longest[column]!);
    return isNumber ? most : Math.min(most, MOST_LETTERS);
  });
  const widthOf = (columns: readonly number[], size: number): number =>
    columns.reduce((sum, column) => sum + letters[column]! * size * LETTER + CELL_GAP_POINTS, 0);
  const all = table.columns.map((_, column) => column);
  const size = SIZES.find((one) => widthOf(all, one) <= room.width) ?? SIZES[SIZES.length - 1]!;
  const groups = columnGroups(all, table, (some) => widthOf(some, size) <= room.width);
  // All columns of sentences get an equal part of what the others leave.
  const others = widthOf(
    all.filter((column) => !prose.includes(column)),
    size,
  );
  const proseLetters = Math.max(PROSE_LETTERS, (room.width - others) / Math.max(1, prose.length) / (size * LETTER) - 2);
  const height = room.height - HEADING_LINES * size * LINE - 6;
  const pages: TablePage[] = [];
  for (let from = 0; from === 0 || from < table.rows.length; ) {
    let to = from;
    for (let used = 0; to < table.rows.length; to++) {
      const row = table.rows[to]!;
      const lines = prose.map((column) => Math.ceil(((row[column] ?? '').length * 1.05) / proseLetters));
      used += rowPoints(size, Math.max(1, ...lines));
      if (used > height && to - from >= (prose.length > 0 ? 1 : FEWEST_ROWS)) break;
    }
    for (const columns of groups) pages.push({ columns, from, to });
    if (to === from) break;
    from = to;
  }
  return { size, pages, prose };
}

/** Columns that fit side by side, each group led by the texts at the left of the table. */
function columnGroups(
  all: readonly number[],
  { columns }: WrittenTable,
  fits: (columns: readonly number[]) => boolean,
): number[][] {
  const firstNumber = columns.findIndex(({ isNumber }) => isNumber);
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
