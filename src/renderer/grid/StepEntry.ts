import type { Change } from '../../shared/changes/Change.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';

/** After this long without a further step, the steps taken so far become one change. */
const SETTLES_AFTER_MS = 900;

/** Alt+Up and Alt+Down: each press moves the value at once, and a run of them is one undo step. */
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
    this.#timer = setTimeout(() => this.finish(), SETTLES_AFTER_MS);
  }

  finish(): void {
    clearTimeout(this.#timer);
    const change = this.#change;
    this.#change = null;
    if (change) this.#document.commit(change);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    if (this.#change) this.#document.preview(null);
    this.#change = null;
  }
}
