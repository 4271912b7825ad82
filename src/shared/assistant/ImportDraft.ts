import { setRow } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { InputKind, ScenarioRow, TableName, Tables } from '../model/rows.ts';
import { keyOf, TABLE_NAMES } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import { nextVersionId, PIN_OF_KIND } from '../versions/inputVersions.ts';

/** Where an import comes from: for the input versions and the log. */
export interface ImportMeta {
  readonly fileName: string;
  readonly sha256: string;
  /** ISO time. */
  readonly at: string;
  readonly by: string;
}

/**
 * The ops of an import, gathered by table and given in the order in which tables refer to one another. New versions
 * are only ever added; rows of earlier ones are not touched.
 */
export class ImportDraft {
  readonly #model: Model;
  readonly #meta: ImportMeta;
  readonly #ops = new Map<TableName, RowOp[]>();
  #scenario: ScenarioRow;
  #nextVersion: number;
  readonly kinds: InputKind[] = [];

  constructor(model: Model, scenario: ScenarioRow, meta: ImportMeta) {
    this.#model = model;
    this.#meta = meta;
    this.#scenario = scenario;
    this.#nextVersion = nextVersionId(model);
  }

  /** A row of a table that is not versioned, new or changed. */
  put<T extends TableName>(table: T, row: Tables[T]): void {
    for (const op of setRow(this.#model, table, row as never)) this.#list(table).push(op);
  }

  /** A row of a version made here: it cannot be there already, so nothing is looked up. */
  insert<T extends TableName>(table: T, row: Tables[T]): void {
    this.#list(table).push({ table, before: null, after: row } as unknown as RowOp);
  }

  remove(table: TableName, ...key: readonly (string | number)[]): void {
    const before = this.#model.table(table).get(keyOf(...key));
    if (before) this.#list(table).push({ table, before, after: null } as unknown as RowOp);
  }

  /** A new input version of this file, which the scenario then uses. */
  addVersion(kind: InputKind): number {
    const id = this.#nextVersion++;
    const { fileName, sha256, at, by } = this.#meta;
    const name = fileName.slice(0, LIMITS.nameLength).trim() || 'Import';
    const row = { id, kind, name, fileName: name, fileSha256: sha256, createdAt: at, createdBy: by, note: '' };
    this.insert('inputVersion', row);
    this.#scenario = { ...this.#scenario, [PIN_OF_KIND[kind]]: id };
    this.kinds.push(kind);
    return id;
  }

  toOps(): RowOp[] {
    if (this.kinds.length > 0) this.#ops.set('scenario', setRow(this.#model, 'scenario', this.#scenario));
    const ops: RowOp[] = [];
    for (const table of TABLE_NAMES) for (const op of this.#ops.get(table) ?? []) ops.push(op);
    return ops;
  }

  #list(table: TableName): RowOp[] {
    let list = this.#ops.get(table);
    if (!list) {
      list = [];
      this.#ops.set(table, list);
    }
    return list;
  }
}
