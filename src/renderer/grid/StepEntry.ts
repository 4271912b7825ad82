import type { Change } from '../../shared/changes/Change.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';

/** This long after Alt was let go, without a further step, the steps taken become one change. */
const SETTLES_AFTER_MS = 900;

/**
 * Alt+Up and Alt+Down: each press moves the value at once, and a run of them is one undo step. A run lasts as long as
 * Alt is held, however slowly the steps come, and a moment beyond.
 */
export class StepEntry<Row extends SheetRow> {
  readonly #document: DocumentState;
  #change: Change | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: DocumentState) {
    this.#document = document;
  }

  step(column: SheetColumn<Row>, row: Row, direction: 1 | -1, isLarge: boolean): void {
    const value = column.value(row);
    if (!column.step || typeof value !== 'number' || Number.isNaN(value)) return;
    const next = Math.max(0, value + direction * (isLarge ? column.step.large : column.step.small));
    const change = this.#document.draft(() => column.edit?.(row, next) ?? null);
    if (!change || typeof change === 'string') return;
    this.#change = change;
    this.#document.preview(change);
    clearTimeout(this.#timer);
    window.addEventListener('keyup', this.#released);
    window.addEventListener('blur', this.#released);
  }

  finish(): void {
    this.#stopWaiting();
    const change = this.#change;
    this.#change = null;
    if (change) this.#document.commit(change);
  }

  cancel(): void {
    this.#stopWaiting();
    if (this.#change) this.#document.preview(null);
    this.#change = null;
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('keyup', this.#released);
    window.removeEventListener('blur', this.#released);
  }

  readonly #released = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.altKey) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.finish(), SETTLES_AFTER_MS);
  };
}
