import { applyOps, invertOps } from '../../shared/changes/Change.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { rowKey } from '../../shared/model/tables.ts';

/** So many ops are kept as they came before they are brought together. */
const MOST_WAITING = 50_000;

/** Which rows differ from the last save, as the ops that lead from there to here. Rows that came back drop out. */
export class SavedRows {
  readonly #places = new Map<string, RowOp>();
  /** Noted but not yet looked at: a keystroke only adds to this list. */
  #waiting: (readonly RowOp[])[] = [];
  #waitingOps = 0;
  #count = 0;

  /** Grows whenever what edits are compared with is taken anew. */
  get count(): number {
    return this.#count;
  }

  /** Nothing differs from the last save. */
  get isEmpty(): boolean {
    this.#fold();
    return this.#places.size === 0;
  }

  note(ops: readonly RowOp[]): void {
    this.#waiting.push(ops);
    this.#waitingOps += ops.length;
    if (this.#waitingOps > MOST_WAITING) this.#fold();
  }

  #fold(): void {
    for (const ops of this.#waiting) this.#add(ops);
    this.#waiting = [];
    this.#waitingOps = 0;
  }

  #add(ops: readonly RowOp[]): void {
    for (const op of ops) {
      const row = op.after ?? op.before;
      if (!row) continue;
      const place = `${op.table}:${rowKey(op.table, row as never)}`;
      const held = this.#places.get(place);
      const before = held ? held.before : op.before;
      if (before === op.after) this.#places.delete(place);
      else this.#places.set(place, { table: op.table, before, after: op.after } as RowOp);
    }
  }

  clear(): void {
    this.#count += 1;
    this.#waiting = [];
    this.#waitingOps = 0;
    this.#places.clear();
  }

  /** Reads something from the rows as they were saved. The model is set back for that moment only. */
  read<T>(model: Model, read: () => T): T {
    this.#fold();
    if (this.#places.size === 0) return read();
    const ops = [...this.#places.values()];
    applyOps(model, invertOps(ops));
    try {
      return read();
    } finally {
      applyOps(model, ops);
    }
  }
}
