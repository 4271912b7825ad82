import type { ModelRows, RowOp } from '../../shared/model/Model.ts';
import type { TableName } from '../../shared/model/rows.ts';
import { TABLE_NAMES, TABLES } from '../../shared/model/tables.ts';
import type { Connection } from './connection.ts';

/**
 * The rows of all tables, read and written by one set of statements built from the table description.
 * SQL identifiers come from that description only, values are always bound.
 */

type Value = string | number | null;
type PlainRow = Record<string, Value>;

/** `amountCents` is `amount_cents` in SQL; names in the description hold letters and digits only. */
export function sqlName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const quoted = (name: string): string => `"${sqlName(name)}"`;

export function readAllRows(db: Connection): ModelRows {
  const rows: Partial<Record<TableName, unknown[]>> = {};
  for (const name of TABLE_NAMES) {
    const columns = TABLES[name].columns.map((column) => `${quoted(column.name)} AS "${column.name}"`);
    const key = TABLES[name].key.map((column) => quoted(column));
    rows[name] = db.prepare(`SELECT ${columns.join(', ')} FROM ${quoted(name)} ORDER BY ${key.join(', ')}`).all();
  }
  return rows as unknown as ModelRows;
}

/** Writes row ops; the statements of a table are prepared when it is first touched. */
export class RowWriter {
  readonly #db: Connection;
  readonly #writers = new Map<TableName, (op: RowOp) => void>();

  constructor(db: Connection) {
    this.#db = db;
  }

  write(op: RowOp): void {
    let writer = this.#writers.get(op.table);
    if (!writer) {
      writer = this.#prepare(op.table);
      this.#writers.set(op.table, writer);
    }
    writer(op);
  }

  #prepare(table: TableName): (op: RowOp) => void {
    const { columns, key } = TABLES[table];
    const names = columns.map((column) => column.name);
    const beside = names.filter((name) => !(key as readonly string[]).includes(name));
    // A table of nothing but keys is updated to what it is, so that a row missing in the document is still noticed.
    const rest = beside.length > 0 ? beside : key;
    const where = key.map((name) => `${quoted(name)} = ?`).join(' AND ');
    const into = `${quoted(table)} (${names.map(quoted).join(', ')})`;
    const insert = this.#db.prepare<Value[]>(`INSERT INTO ${into} VALUES (${names.map(() => '?').join(', ')})`);
    const update = this.#db.prepare<Value[]>(
      `UPDATE ${quoted(table)} SET ${rest.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE ${where}`,
    );
    const remove = this.#db.prepare<Value[]>(`DELETE FROM ${quoted(table)} WHERE ${where}`);
    const pick = (row: PlainRow, wanted: readonly string[]): Value[] => wanted.map((name) => row[name] ?? null);
    return (op) => {
      const before = op.before as PlainRow | null;
      const after = op.after as PlainRow | null;
      let changes = 1;
      if (after && !before) changes = insert.run(...pick(after, names)).changes;
      else if (after) changes = update.run(...pick(after, rest), ...pick(after, key)).changes;
      else if (before) changes = remove.run(...pick(before, key)).changes;
      if (changes !== 1) throw new Error(`A row of ${table} is in memory but not in the document.`);
    };
  }
}

/** Fills a new document; tables refer only to earlier ones, so the order of the description will do. */
export function insertAllRows(db: Connection, rows: ModelRows): void {
  const writer = new RowWriter(db);
  for (const table of TABLE_NAMES) {
    for (const after of rows[table]) writer.write({ table, before: null, after } as unknown as RowOp);
  }
}
