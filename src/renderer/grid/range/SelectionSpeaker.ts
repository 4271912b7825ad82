import type { SheetRow } from '../SheetColumn.ts';
import { heightOf, isSingle, widthOf } from './Block.ts';
import { cellCount } from './blocks.ts';
import type { GridRange } from './GridRange.ts';

/** A selection under way is not read out cell by cell, but once it rests. */
const SPEAK_AFTER_MS = 350;

/** Tells a screen reader what is selected and what was done with it. One cell the grid tells by itself. */
export class SelectionSpeaker<Row extends SheetRow> {
  readonly #range: GridRange<Row>;
  readonly #rowTitle: (row: Row) => string;
  readonly #live: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, range: GridRange<Row>, rowTitle: (row: Row) => string) {
    this.#range = range;
    this.#rowTitle = rowTitle;
    this.#live = root.ownerDocument.createElement('div');
    this.#live.className = 'visually-hidden';
    this.#live.setAttribute('role', 'status');
    this.#live.dataset.testid = 'selection-status';
    root.append(this.#live);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#live.remove();
  }

  selectionLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#live.textContent = this.#selection();
    }, SPEAK_AFTER_MS);
  }

  /** `Copied`, `Pasted`, with the size of the selection. */
  done(what: string): void {
    const { block, blocks } = this.#range;
    clearTimeout(this.#timer);
    if (blocks.length > 1) this.#live.textContent = `${what} ${cellCount(blocks)} cells in ${blocks.length} blocks`;
    else if (block) this.#live.textContent = `${what} ${heightOf(block)} rows by ${widthOf(block)} columns`;
  }

  #selection(): string {
    const { block, blocks, shown, state } = this.#range;
    if (!block || (isSingle(block) && blocks.length === 1)) return '';
    const name = (row: number, column: number): string => {
      const at = shown.rowAt(row);
      return `${at ? this.#rowTitle(at) : ''}, ${shown.columnAt(column)?.header ?? ''}`;
    };
    const kind = state.whole === 'rows' ? 'whole rows, ' : state.whole === 'columns' ? 'whole columns, ' : '';
    const corners = `${name(block.top, block.left)} to ${name(block.bottom, block.right)}`;
    if (blocks.length > 1)
      return `Selected ${cellCount(blocks)} cells in ${blocks.length} blocks, the last: ${corners}`;
    return `Selected ${kind}${heightOf(block)} rows by ${widthOf(block)} columns: ${corners}`;
  }
}
