import type { Statement } from 'better-sqlite3';
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

/** How many new rows one statement takes: half the time of as many single ones, and more would save nothing. */
const ROWS_AT_ONCE = 50;

/** The statements of one table. */
interface TableWriter {
  readonly one: (op: RowOp) => void;
  /** Takes exactly `ROWS_AT_ONCE` ops from `from` on, each of a new row of this table. */
  readonly many: (ops: readonly RowOp[], from: number) => void;
}

/** Writes row ops; the statements of a table are prepared when it is first touched. */
export class RowWriter {
  readonly #db: Connection;
  readonly #writers = new Map<TableName, TableWriter>();

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Writes ops in their order; long runs of new rows of one table go in together. */
  writeAll(ops: readonly RowOp[]): void {
    for (let from = 0; from < ops.length; ) {
      const op = ops[from] as RowOp;
      const writer = this.#writer(op.table);
      if (isRunOfNewRows(ops, from)) {
        writer.many(ops, from);
        from += ROWS_AT_ONCE;
      } else {
        writer.one(op);
        from += 1;
      }
    }
  }

  #writer(table: TableName): TableWriter {
    let writer = this.#writers.get(table);
    if (!writer) {
      writer = { one: this.#prepareOne(table), many: this.#prepareMany(table) };
      this.#writers.set(table, writer);
    }
    return writer;
  }

  #prepareMany(table: TableName): TableWriter['many'] {
    const names = TABLES[table].columns.map((column) => column.name);
    const row = `(${names.map(() => '?').join(', ')})`;
    const rows = new Array<string>(ROWS_AT_ONCE).fill(row).join(', ');
    const sql = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES ${rows}`;
    let insert: Statement<[Value[]]> | null = null;
    const values = new Array<Value>(ROWS_AT_ONCE * names.length).fill(null);
    return (ops, from) => {
      insert ??= this.#db.prepare<[Value[]]>(sql);
      let at = 0;
      for (let row = from; row < from + ROWS_AT_ONCE; row++) {
        const after = ops[row]?.after as unknown as PlainRow;
        for (const name of names) values[at++] = after[name] ?? null;
      }
      const { changes } = insert.run(values);
      if (changes !== ROWS_AT_ONCE) throw new Error(`Of ${ROWS_AT_ONCE} rows of ${table} ${changes} were taken.`);
    };
  }

  #prepareOne(table: TableName): TableWriter['one'] {
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

function isRunOfNewRows(ops: readonly RowOp[], from: number): boolean {
  if (from + ROWS_AT_ONCE > ops.length) return false;
  const table = ops[from]?.table;
  for (let at = from; at < from + ROWS_AT_ONCE; at++) {
    const op = ops[at];
    if (op?.table !== table || op?.before || !op?.after) return false;
  }
  return true;
}

/** Fills a new document; tables refer only to earlier ones, so the order of the description will do. */
export function insertAllRows(db: Connection, rows: ModelRows): void {
  const writer = new RowWriter(db);
  for (const table of TABLE_NAMES) {
    writer.writeAll(rows[table].map((after) => ({ table, before: null, after }) as unknown as RowOp));
  }
}
