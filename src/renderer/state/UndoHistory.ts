import type { Change } from '../../shared/changes/Change.ts';

/** One step a person can take back. `logId` is known once main has stored it. */
export interface HistoryEntry {
  readonly change: Change;
  logId: number | null;
}

/** Two stacks, without a limit inside a session. A new edit empties what could have been brought back. */
export class UndoHistory {
  readonly #done: HistoryEntry[] = [];
  readonly #undone: HistoryEntry[] = [];

  get undoLabel(): string | null {
    return this.#done.at(-1)?.change.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#undone.at(-1)?.change.label ?? null;
  }

  /** The step that undo takes back next. */
  get lastDone(): HistoryEntry | null {
    return this.#done.at(-1) ?? null;
  }

  /** The step that redo brings back next. */
  get lastUndone(): HistoryEntry | null {
    return this.#undone.at(-1) ?? null;
  }

  push(entry: HistoryEntry): void {
    this.#done.push(entry);
    this.#undone.length = 0;
  }

  /** Moves the last step to the other side and gives it, or null when there is none. */
  takeBack(): HistoryEntry | null {
    const entry = this.#done.pop() ?? null;
    if (entry) this.#undone.push(entry);
    return entry;
  }

  bringBack(): HistoryEntry | null {
    const entry = this.#undone.pop() ?? null;
    if (entry) this.#done.push(entry);
    return entry;
  }

  /** Forgets a step that main refused. */
  forget(entry: HistoryEntry): void {
    for (const stack of [this.#done, this.#undone]) {
      const at = stack.indexOf(entry);
      if (at >= 0) stack.splice(at, 1);
    }
  }

  /** Puts a step on one of the sides; for one that comes from another scenario's list. */
  put(entry: HistoryEntry, side: 'done' | 'undone'): void {
    (side === 'done' ? this.#done : this.#undone).push(entry);
  }

  /** Log ids of both lists, as far as main has told them. */
  logIds(): { done: number[]; undone: number[] } {
    const ids = (entries: readonly HistoryEntry[]): number[] =>
      entries.flatMap((entry) => (entry.logId === null ? [] : [entry.logId]));
    return { done: ids(this.#done), undone: ids(this.#undone) };
  }

  /** Takes over the lists of a page that was reloaded. */
  restore(done: readonly HistoryEntry[], undone: readonly HistoryEntry[]): void {
    this.#done.splice(0, this.#done.length, ...done);
    this.#undone.splice(0, this.#undone.length, ...undone);
  }
}
