/** A cell by its place among the rows and columns shown, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of shown cells; all four edges belong to it. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The block between two opposite corners, whichever they are. */
export function blockBetween(one: Place, other: Place): Block {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export const heightOf = (block: Block): number => block.bottom - block.top + 1;
export const widthOf = (block: Block): number => block.right - block.left + 1;
export const isSingle = (block: Block): boolean => block.top === block.bottom && block.left === block.right;

export const contains = (block: Block, place: Place): boolean =>
  place.row >= block.top && place.row <= block.bottom && place.column >= block.left && place.column <= block.right;

export const sameBlock = (one: Block | null, other: Block | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right);

/** `12 × 3 cells`, rows first as spreadsheets say it; `1 cell`. */
export function describeSize(rows: number, columns: number): string {
  if (rows === 1 && columns === 1) return '1 cell';
  return `${rows.toLocaleString('en-US')} × ${columns.toLocaleString('en-US')} cells`;
}
