import { type Block, blockBetween, contains, isSingle, type Place } from './Block.ts';

/** Whether the selection stands for whole rows or columns, which stay whole when more of them come into view. */
export type Whole = 'cells' | 'rows' | 'columns' | 'all';

/**
 * What is selected, as in a spreadsheet: a block, the active cell in it that is typed into, and the corner that Shift
 * moves. Places are indexes of shown rows and columns; nothing here knows of a grid.
 */
export class RangeState {
  #rows = 0;
  #columns = 0;
  #active: Place | null = null;
  /** The two corners of the block; the anchor is where the selection began, the head where it was drawn to. */
  #anchor: Place | null = null;
  #head: Place | null = null;
  #whole: Whole = 'cells';

  get active(): Place | null {
    return this.#active;
  }

  get head(): Place | null {
    return this.#head;
  }

  get whole(): Whole {
    return this.#whole;
  }

  get block(): Block | null {
    if (!this.#anchor || !this.#head) return null;
    const block = blockBetween(this.#anchor, this.#head);
    const spansRows = this.#whole === 'columns' || this.#whole === 'all';
    const spansColumns = this.#whole === 'rows' || this.#whole === 'all';
    return {
      top: spansRows ? 0 : block.top,
      bottom: spansRows ? this.#rows - 1 : block.bottom,
      left: spansColumns ? 0 : block.left,
      right: spansColumns ? this.#columns - 1 : block.right,
    };
  }

  get isMultiple(): boolean {
    const { block } = this;
    return block !== null && !isSingle(block);
  }

  /** How many rows and columns are shown. What no longer fits is drawn back to the edge, or goes. */
  setBounds(rows: number, columns: number): void {
    this.#rows = rows;
    this.#columns = columns;
    if (rows === 0 || columns === 0) this.clear();
    this.#active = this.#active && this.#fit(this.#active);
    this.#anchor = this.#anchor && this.#fit(this.#anchor);
    this.#head = this.#head && this.#fit(this.#head);
  }

  clear(): void {
    this.#active = null;
    this.#anchor = null;
    this.#head = null;
    this.#whole = 'cells';
  }

  /** One cell. */
  collapse(place: Place): void {
    const fitted = this.#fit(place);
    this.#active = fitted;
    this.#anchor = fitted;
    this.#head = fitted;
    this.#whole = 'cells';
  }

  /** Draws the selection from the active cell to another; whole rows stay rows, whole columns columns. */
  extendTo(place: Place): void {
    if (!this.#active) {
      this.collapse(place);
      return;
    }
    if (this.#whole === 'all') this.#whole = 'cells';
    this.#anchor = this.#active;
    this.#head = this.#fit(place);
  }

  /** Everything between two corners, with the first of them active. */
  select(from: Place, to: Place, whole: Whole = 'cells'): void {
    this.#anchor = this.#fit(from);
    this.#head = this.#fit(to);
    this.#active = this.#anchor;
    this.#whole = whole;
  }

  /** Widens the selection to the whole rows (or columns) it touches; of everything, both. */
  widen(whole: 'rows' | 'columns' | 'all'): void {
    if (!this.#anchor) return;
    const isOther = (whole === 'rows' && this.#whole === 'columns') || (whole === 'columns' && this.#whole === 'rows');
    this.#whole = isOther ? 'all' : whole;
  }

  /** Makes another cell of the selection the active one; a cell outside of it becomes the selection. */
  activate(place: Place): void {
    const { block } = this;
    if (block && contains(block, place)) this.#active = place;
    else this.collapse(place);
  }

  /**
   * Enter and Tab inside a selection: the next cell down (or right), and from the last of a column the first of the
   * next, round and round. Null where the selection is one cell, so that the key leaves it.
   */
  next(rows: number, columns: number): Place | null {
    const { block } = this;
    if (!block || !this.#active || isSingle(block)) return null;
    const height = block.bottom - block.top + 1;
    const width = block.right - block.left + 1;
    const row = this.#active.row - block.top;
    const column = this.#active.column - block.left;
    const size = height * width;
    if (rows !== 0) {
      const at = (column * height + row + rows + size) % size;
      return { row: block.top + (at % height), column: block.left + Math.floor(at / height) };
    }
    const at = (row * width + column + columns + size) % size;
    return { row: block.top + Math.floor(at / width), column: block.left + (at % width) };
  }

  #fit({ row, column }: Place): Place {
    return {
      row: Math.max(0, Math.min(row, this.#rows - 1)),
      column: Math.max(0, Math.min(column, this.#columns - 1)),
    };
  }
}
