import type { TableName, Tables } from './rows.ts';
import { rowKey, TABLE_NAMES } from './tables.ts';

/** A whole model as plain lists of rows, the form in which it crosses from main to the window. */
export type ModelRows = { [T in TableName]: Tables[T][] };

/** One row before and after; null before is an insertion, null after a deletion. The key never changes. */
export type RowOp = {
  [T in TableName]: { table: T; before: Tables[T] | null; after: Tables[T] | null };
}[TableName];

/**
 * A district model in memory: every table as a map from row key to row. Rows are never mutated, only replaced, so a
 * reference to a row is a snapshot of it.
 */
export class Model {
  readonly #tables: { [T in TableName]: Map<string, Tables[T]> };

  constructor(rows?: Partial<ModelRows>) {
    const tables: Partial<Record<TableName, Map<string, unknown>>> = {};
    for (const name of TABLE_NAMES) {
      const map = new Map<string, unknown>();
      for (const row of rows?.[name] ?? []) map.set(rowKey(name, row as never), row);
      tables[name] = map;
    }
    this.#tables = tables as { [T in TableName]: Map<string, Tables[T]> };
  }

  table<T extends TableName>(name: T): ReadonlyMap<string, Tables[T]> {
    return this.#tables[name];
  }

  get<T extends TableName>(name: T, ...key: readonly (string | number)[]): Tables[T] | undefined {
    return this.#tables[name].get(key.length === 1 ? String(key[0]) : key.join('\u001f'));
  }

  /** Rows of a table that has a `position`, in order. */
  ordered<T extends 'level' | 'need' | 'source' | 'scenario' | 'schoolColumn' | 'weightSet'>(name: T): Tables[T][] {
    return [...this.#tables[name].values()].sort((left, right) => left.position - right.position);
  }

  /**
   * Puts the `after` of each op in place. It does not check `before`; changes/apply does. `key` is the row's, for a
   * caller that has it at hand.
   */
  put(op: RowOp, key?: string): void {
    const map = this.#tables[op.table] as Map<string, Tables[TableName]>;
    const row = op.after ?? op.before;
    if (!row) return;
    const at = key ?? rowKey(op.table, row as never);
    if (op.after) map.set(at, op.after);
    else map.delete(at);
  }

  /**
   * A model of its own with the rows of some tables replaced, or left out where null is given. Rows keep their keys, so
   * that none has to be built again: for calculating a whole district under other assumptions.
   */
  derive(replace: { readonly [T in TableName]?: (row: Tables[T]) => Tables[T] | null }): Model {
    const derived = new Model();
    for (const name of TABLE_NAMES) {
      const map = derived.#tables[name] as Map<string, Tables[TableName]>;
      const change = replace[name] as ((row: Tables[TableName]) => Tables[TableName] | null) | undefined;
      for (const [key, row] of this.#tables[name]) {
        const after = change ? change(row) : row;
        if (after) map.set(key, after);
      }
    }
    return derived;
  }

  toRows(): ModelRows {
    const rows: Partial<Record<TableName, unknown[]>> = {};
    for (const name of TABLE_NAMES) rows[name] = [...this.#tables[name].values()];
    return rows as ModelRows;
  }
}
