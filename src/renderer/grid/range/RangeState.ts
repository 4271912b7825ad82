import { type Block, blockBetween, contains, isSingle, type Place } from './Block.ts';
import { without } from './blocks.ts';

/** Whether the selection stands for whole rows or columns, which stay whole when more of them come into view. */
export type Whole = 'cells' | 'rows' | 'columns' | 'all';

/** Alone; as a further block beside those that stand; or drawn out anew in the place of the block begun last. */
export type SelectedAs = 'alone' | 'further' | 'redrawn';

/**
 * What is selected, as in a spreadsheet: a block, the active cell in it that is typed into, and the corner that Shift
 * moves; with Ctrl, further blocks beside it. Places are indexes of shown rows and columns; nothing here knows of a
 * grid.
 */
export class RangeState {
  #rows = 0;
  #columns = 0;
  #active: Place | null = null;
  /** The two corners of the block; the anchor is where the selection began, the head where it was drawn to. */
  #anchor: Place | null = null;
  #head: Place | null = null;
  #whole: Whole = 'cells';
  /** Blocks selected before, while Ctrl was held. */
  #others: readonly Block[] = [];
  /** What is selected next is added to the others: how the keyboard does what Ctrl does for the mouse. */
  #isAdding = false;

  get active(): Place | null {
    return this.#active;
  }

  get head(): Place | null {
    return this.#head;
  }

  get whole(): Whole {
    return this.#whole;
  }

  get isAdding(): boolean {
    return this.#isAdding;
  }

  /** The block with the active cell. */
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

  /** Every block; the one with the active cell comes last. They may overlap. */
  get blocks(): readonly Block[] {
    const { block } = this;
    return block ? [...this.#others, block] : [];
  }

  get others(): readonly Block[] {
    return this.#others;
  }

  get isMultiple(): boolean {
    const { block } = this;
    return block !== null && (this.#others.length > 0 || !isSingle(block));
  }

  /** How many rows and columns are shown. What no longer fits is drawn back to the edge, or goes. */
  setBounds(rows: number, columns: number): void {
    this.#rows = rows;
    this.#columns = columns;
    if (rows === 0 || columns === 0) this.clear();
    this.#active = this.#active && this.#fit(this.#active);
    this.#anchor = this.#anchor && this.#fit(this.#anchor);
    this.#head = this.#head && this.#fit(this.#head);
    if (this.#others.some(({ bottom, right }) => bottom >= rows || right >= columns)) this.keepOneBlock();
  }

  clear(): void {
    this.#active = null;
    this.#anchor = null;
    this.#head = null;
    this.#whole = 'cells';
    this.keepOneBlock();
  }

  /** Lets go of all blocks but the one with the active cell. */
  keepOneBlock(): void {
    this.#others = [];
    this.#isAdding = false;
  }

  /** From here on blocks are added, until `stopAdding`; the block that stands is the first. */
  startAdding(): void {
    const { block } = this;
    if (!block) return;
    this.#others = [...this.#others, block];
    this.#isAdding = true;
  }

  stopAdding(): void {
    this.#isAdding = false;
  }

  /** One cell. */
  collapse(place: Place): void {
    if (!this.#isAdding) this.#others = [];
    this.#begin(place);
  }

  /** A further block that begins at a cell, beside those that stand. */
  startAnother(place: Place): void {
    const { block } = this;
    if (block) this.#others = [...this.#others, block];
    this.#begin(place);
  }

  /** Takes one cell out of the selection. False where it is not in it, or all there is of it. */
  takeOut(place: Place): boolean {
    const { blocks } = this;
    if (!blocks.some((block) => contains(block, place))) return false;
    const left = without(blocks, place);
    const last = left.pop();
    if (!last) return false;
    this.#others = left;
    this.#anchor = { row: last.top, column: last.left };
    this.#head = { row: last.bottom, column: last.right };
    this.#active = this.#anchor;
    this.#whole = 'cells';
    return true;
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

  /** Everything between two corners, with the first of them active: alone, or as a further block. */
  select(from: Place, to: Place, whole: Whole = 'cells', as: SelectedAs = 'alone'): void {
    const { block } = this;
    if (as === 'further' && block) this.#others = [...this.#others, block];
    else if (as === 'alone') this.keepOneBlock();
    this.#anchor = this.#fit(from);
    this.#head = this.#fit(to);
    this.#active = this.#anchor;
    this.#whole = whole;
  }

  /** Widens the selection to the whole rows (or columns) it touches; of everything, both. */
  widen(whole: 'rows' | 'columns' | 'all'): void {
    if (!this.#anchor) return;
    this.keepOneBlock();
    const isOther = (whole === 'rows' && this.#whole === 'columns') || (whole === 'columns' && this.#whole === 'rows');
    this.#whole = isOther ? 'all' : whole;
  }

  /** Makes another cell of the selection the active one; a cell outside of it becomes the selection. */
  activate(place: Place): void {
    const { block } = this;
    if (block && contains(block, place)) {
      this.#active = place;
      return;
    }
    const at = this.#others.findIndex((other) => contains(other, place));
    const other = this.#others[at];
    if (!other || !block) {
      this.collapse(place);
      return;
    }
    this.#others = [...this.#others.slice(at + 1), block, ...this.#others.slice(0, at)];
    this.#anchor = { row: other.top, column: other.left };
    this.#head = { row: other.bottom, column: other.right };
    this.#active = place;
    this.#whole = 'cells';
  }

  isSelected(place: Place): boolean {
    return this.blocks.some((block) => contains(block, place));
  }

  /**
   * Enter and Tab inside a selection: the next cell down (or right), and from the last of a column the first of the
   * next; from the last of a block the first of the next block, round and round. Null where the selection is one cell,
   * so that the key leaves it.
   */
  next(rows: number, columns: number): Place | null {
    const { block } = this;
    if (!block || !this.#active || !this.isMultiple) return null;
    const height = block.bottom - block.top + 1;
    const width = block.right - block.left + 1;
    const size = height * width;
    const row = this.#active.row - block.top;
    const column = this.#active.column - block.left;
    const isDown = rows !== 0;
    const at = isDown ? column * height + row + rows : row * width + column + columns;
    if (this.#others.length > 0 && (at < 0 || at >= size)) {
      const [following, preceding] = [this.#others[0] as Block, this.#others.at(-1) as Block];
      if (at >= size) return { row: following.top, column: following.left };
      return { row: preceding.bottom, column: preceding.right };
    }
    const inside = (at + size) % size;
    if (isDown) return { row: block.top + (inside % height), column: block.left + Math.floor(inside / height) };
    return { row: block.top + Math.floor(inside / width), column: block.left + (inside % width) };
  }

  #begin(place: Place): void {
    const fitted = this.#fit(place);
    this.#active = fitted;
    this.#anchor = fitted;
    this.#head = fitted;
    this.#whole = 'cells';
  }

  #fit({ row, column }: Place): Place {
    return {
      row: Math.max(0, Math.min(row, this.#rows - 1)),
      column: Math.max(0, Math.min(column, this.#columns - 1)),
    };
  }
}
