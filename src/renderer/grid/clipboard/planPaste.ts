import { type Block, heightOf, widthOf } from '../range/Block.ts';

/** Where a copied table goes: over which block, each cell taking the text at its place modulo the table's size. */
export interface PastePlan {
  readonly block: Block;
  readonly textAt: (row: number, column: number) => string;
}

/** Rows as wide as the widest of them; what a short row lacks is empty. */
function widest(table: readonly (readonly string[])[]): number {
  return table.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Wholly empty rows and columns that would stand outside of the sheet are dropped: they say nothing. */
function withoutEmptyOverhang(
  table: readonly (readonly string[])[],
  room: { readonly rows: number; readonly columns: number },
): { rows: number; columns: number } {
  const isEmptyRow = (row: number): boolean => (table[row] ?? []).every((text) => text.trim() === '');
  const isEmptyColumn = (column: number): boolean => table.every((row) => (row[column] ?? '').trim() === '');
  let rows = table.length;
  let columns = widest(table);
  while (rows > room.rows && isEmptyRow(rows - 1)) rows -= 1;
  while (columns > room.columns && isEmptyColumn(columns - 1)) columns -= 1;
  return { rows, columns };
}

/**
 * As a spreadsheet does it. One value fills the selection. A table is repeated over a selection that is a whole number
 * of times as high and as wide (a selection of one row or column counts as high or wide enough). Otherwise the table is
 * put once, with its first cell on the selection's first. A sentence where it does not fit into the sheet.
 */
export function planPaste(
  table: readonly (readonly string[])[],
  selection: Block,
  sheet: { readonly rows: number; readonly columns: number },
): PastePlan | string {
  const room = { rows: sheet.rows - selection.top, columns: sheet.columns - selection.left };
  const size = withoutEmptyOverhang(table, room);
  if (size.rows === 0 || size.columns === 0) return 'There is nothing to paste.';
  const chosen = { rows: heightOf(selection), columns: widthOf(selection) };
  const target = {
    rows: chosen.rows === 1 ? size.rows : chosen.rows,
    columns: chosen.columns === 1 ? size.columns : chosen.columns,
  };
  const repeats = target.rows % size.rows === 0 && target.columns % size.columns === 0;
  const { rows, columns } = repeats ? target : size;
  if (rows > room.rows || columns > room.columns) {
    const count = (number: number, word: string): string =>
      `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;
    const over =
      rows > room.rows
        ? `${count(rows, 'row')}, and from here down there ${room.rows === 1 ? 'is' : 'are'} only ${count(room.rows, 'row')}`
        : `${count(columns, 'column')}, and from here to the right there ${room.columns === 1 ? 'is' : 'are'} only ${count(room.columns, 'column')}`;
    return `What was copied has ${over}. Nothing was pasted. Start further ${rows > room.rows ? 'up' : 'left'}, or copy less.`;
  }
  const { top, left } = selection;
  return {
    block: { top, left, bottom: top + rows - 1, right: left + columns - 1 },
    textAt: (row, column) => table[(row - top) % size.rows]?.[(column - left) % size.columns] ?? '',
  };
}
