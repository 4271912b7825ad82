import { applyOps, invertOps } from '../../shared/changes/Change.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { rowKey } from '../../shared/model/tables.ts';

/** Which rows differ from the last save, as the ops that lead from there to here. Rows that came back drop out. */
export class SavedRows {
  readonly #places = new Map<string, RowOp>();

  /** Nothing differs from the last save. */
  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  note(ops: readonly RowOp[]): void {
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
    this.#places.clear();
  }

  /** Reads something from the rows as they were saved. The model is set back for that moment only. */
  read<T>(model: Model, read: () => T): T {
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
