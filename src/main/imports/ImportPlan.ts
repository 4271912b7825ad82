import { setRow } from '../../shared/changes/Change.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import type { InputKind, InputVersionRow, ScenarioRow, TableName, Tables } from '../../shared/model/rows.ts';
import { rowKey, TABLE_NAMES } from '../../shared/model/tables.ts';
import { LIMITS } from '../../shared/model/units.ts';

/** Where an import comes from, for the input versions and the log. */
export interface ImportMeta {
  readonly fileName: string;
  readonly sha256: string;
  /** ISO time. */
  readonly at: string;
  readonly by: string;
}

const PIN_OF_KIND = {
  enrollment: 'enrollmentVersion',
  revenues: 'revenuesVersion',
  current: 'currentVersion',
  measures: 'measuresVersion',
} as const satisfies Record<InputKind, keyof ScenarioRow>;

/** A file's name as a name the model can hold: files may be called anything. */
export function labelOf(fileName: string): string {
  const text = fileName
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, LIMITS.nameLength - 20)
    .toWellFormed();
  return text.trim() || 'workbook';
}

/**
 * What an import wants the model to hold, table by table; the difference from what it holds becomes the change.
 * Rows are put in the order in which tables refer to one another and removed in the reverse, so that no step on the
 * way refers to something missing.
 */
export class ImportPlan {
  readonly #model: Model;
  readonly #meta: ImportMeta;
  readonly #wanted = new Map<TableName, Map<string, Tables[TableName]>>();
  readonly #unwanted = new Map<TableName, Set<string>>();
  #scenario: ScenarioRow;
  #nextVersion: number;

  constructor(model: Model, scenario: ScenarioRow, meta: ImportMeta) {
    this.#model = model;
    this.#scenario = scenario;
    this.#meta = meta;
    this.#nextVersion = 1 + Math.max(0, ...[...model.table('inputVersion').values()].map((row) => row.id));
  }

  /** The scenario with its pins as the plan moves them. */
  get scenario(): ScenarioRow {
    return this.#scenario;
  }

  /** Puts `rows` in the place of all rows of the table that `replaces` accepts. */
  replace<T extends TableName>(
    table: T,
    rows: readonly Tables[T][],
    replaces: (row: Tables[T]) => boolean = () => true,
  ): void {
    const wanted = this.#wanted.get(table) ?? new Map<string, Tables[TableName]>();
    for (const row of rows) wanted.set(rowKey(table, row), row);
    this.#wanted.set(table, wanted);
    for (const [key, row] of this.#model.table(table)) {
      if (!wanted.has(key) && replaces(row)) this.remove(table, key);
    }
  }

  remove(table: TableName, key: string): void {
    const keys = this.#unwanted.get(table) ?? new Set();
    this.#unwanted.set(table, keys.add(key));
  }

  /** A new input version from this file, pinned by the scenario; rows of earlier versions stay as they are. */
  addVersion(kind: InputKind): number {
    const id = this.putVersion(kind, labelOf(this.#meta.fileName));
    this.#scenario = { ...this.#scenario, [PIN_OF_KIND[kind]]: id };
    this.replace('scenario', [this.#scenario], () => false);
    return id;
  }

  /** A new input version from this file that no scenario uses yet. */
  putVersion(kind: InputKind, name: string): number {
    const { fileName, sha256, at, by } = this.#meta;
    const id = this.#nextVersion++;
    const row: InputVersionRow = {
      id,
      kind,
      name,
      fileName: labelOf(fileName),
      fileSha256: sha256,
      createdAt: at,
      createdBy: by,
      note: '',
    };
    this.replace('inputVersion', [row], () => false);
    return id;
  }

  /** Keys that the plan takes out of a table. */
  removedFrom(table: TableName): ReadonlySet<string> {
    return this.#unwanted.get(table) ?? new Set();
  }

  /** The row a table holds under a key once the plan is carried out. */
  rowAfter<T extends TableName>(table: T, key: string): Tables[T] | undefined {
    const wanted = this.#wanted.get(table)?.get(key) as Tables[T] | undefined;
    if (wanted) return wanted;
    return this.#unwanted.get(table)?.has(key) ? undefined : this.#model.table(table).get(key);
  }

  /** All rows a table holds once the plan is carried out. */
  *rowsAfter<T extends TableName>(table: T): Generator<Tables[T]> {
    const wanted = this.#wanted.get(table) as Map<string, Tables[T]> | undefined;
    const unwanted = this.#unwanted.get(table);
    for (const [key, row] of this.#model.table(table)) {
      if (!wanted?.has(key) && !unwanted?.has(key)) yield row;
    }
    if (wanted) yield* wanted.values();
  }

  toOps(): RowOp[] {
    const ops: RowOp[] = [];
    for (const table of TABLE_NAMES) {
      const held = this.#model.table(table) as ReadonlyMap<string, object>;
      for (const [key, row] of this.#wanted.get(table) ?? []) {
        // A new version is thousands of new rows; only where there was a row is there anything to compare.
        if (!held.has(key)) ops.push({ table, before: null, after: row } as RowOp);
        else ops.push(...setRow(this.#model, table, row as never));
      }
    }
    for (const table of TABLE_NAMES.toReversed()) {
      for (const key of this.#unwanted.get(table) ?? []) {
        ops.push({ table, before: this.#model.table(table).get(key), after: null } as RowOp);
      }
    }
    return ops;
  }
}
