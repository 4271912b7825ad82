import type { RowOp } from '../model/Model.ts';
import { TABLES } from '../model/tables.ts';
import type { Change } from './Change.ts';

/**
 * Row ops as one text: so they stand in the change log, and so a large change comes to the window. Runs of ops on one
 * table, its column names once. Names are written out so that the log stays readable when a table gains columns later.
 *
 * Rows that change are pairs, before and after; null before is a new row, null after one that goes:
 *
 * `[{"table":"weight","columns":["scenario",…],"rows":[[[1,"District","HS","POV",2300],[1,"District","HS","POV",3400]]]}]`
 *
 * From eight rows on that are all new, or all go, as in an import and its undo, a run holds columns instead of rows:
 * their number, and of each column its values. Where all are alike the value stands once, by itself; where at least
 * half repeat the one above, in pairs of a value and how often it follows; otherwise one by one:
 *
 * `[{"table":"measure","columns":["version","school","measure","value"],"added":9,
 *    "values":[7,{"runs":["0001",3,"0002",6]},["index","pupils",…],["0.57","412",…]]}]`
 *
 * `"removed":9` is the same of rows that go. Logs written before there were columns have rows throughout; both are read.
 */
type Value = string | number | null;
interface RowsRun {
  readonly table: RowOp['table'];
  readonly columns: readonly string[];
  readonly rows: [Value[] | null, Value[] | null][];
}
type ColumnText = Value | Value[] | { readonly runs: Value[] };
interface ColumnsRun {
  readonly table: RowOp['table'];
  readonly columns: readonly string[];
  readonly added?: number;
  readonly removed?: number;
  readonly values: readonly ColumnText[];
}
type OpsRun = RowsRun | ColumnsRun;
type PlainRow = Readonly<Record<string, Value | undefined>>;
type Sides = Readonly<Record<'before' | 'after', PlainRow>>;

/** Fewer rows are easier to read as rows. */
const LEAST_IN_COLUMNS = 8;

/**
 * A change whose ops are a text: an import of a large district is then a few megabytes on its way to the window, where
 * its rows by name would be thirty.
 */
export interface ChangeText extends Omit<Change, 'ops'> {
  readonly ops: string;
}

export const textToChange = (change: ChangeText): Change => ({ ...change, ops: readOps(change.ops) });

export function writeOps(ops: readonly RowOp[]): string {
  const runs: OpsRun[] = [];
  let rows: RowsRun | undefined;
  for (let from = 0; from < ops.length; ) {
    const { table, before } = ops[from] as RowOp;
    const columns = TABLES[table].columns.map((column) => column.name);
    const to = endOfRun(ops, from);
    if (to - from >= LEAST_IN_COLUMNS) {
      const side = before ? 'before' : 'after';
      const values = columns.map((name) => {
        const column: Value[] = [];
        for (let at = from; at < to; at++) column.push((ops[at] as unknown as Sides)[side][name] ?? null);
        return columnText(column);
      });
      runs.push({ table, columns, [before ? 'removed' : 'added']: to - from, values });
      rows = undefined;
    } else {
      if (rows === undefined || rows.table !== table) {
        rows = { table, columns, rows: [] };
        runs.push(rows);
      }
      for (const op of ops.slice(from, to)) rows.rows.push([valuesOf(columns, op.before), valuesOf(columns, op.after)]);
    }
    from = to;
  }
  return JSON.stringify(runs);
}

/** Behind the last op that, like the one at `from`, adds to the same table or takes from it; else behind `from`. */
function endOfRun(ops: readonly RowOp[], from: number): number {
  const { table, before, after } = ops[from] as RowOp;
  let to = from + 1;
  if ((before === null) === (after === null)) return to;
  for (; to < ops.length; to++) {
    const op = ops[to] as RowOp;
    if (op.table !== table || (op.before === null) !== (before === null) || (op.after === null) !== (after === null)) {
      break;
    }
  }
  return to;
}

function valuesOf(columns: readonly string[], row: object | null): Value[] | null {
  return row && columns.map((name) => (row as PlainRow)[name] ?? null);
}

function columnText(values: Value[]): ColumnText {
  const runs: Value[] = [];
  let start = 0;
  for (let at = 1; at <= values.length; at++) {
    if (at < values.length && values[at] === values[start]) continue;
    runs.push(values[start] as Value, at - start);
    start = at;
    if (runs.length > values.length) return values;
  }
  return runs.length === 2 ? (values[0] as Value) : { runs };
}

/** More than the largest import there can be. */
const MOST_OPS = 5_000_000;
const UNREADABLE = 'These ops are not as Allot writes them.';

export function readOps(text: string): RowOp[] {
  const ops: RowOp[] = [];
  for (const run of JSON.parse(text) as OpsRun[]) {
    if ('rows' in run) {
      const row = (values: Value[] | null): object | null =>
        values && Object.fromEntries(run.columns.map((name, at) => [name, values[at] ?? null]));
      for (const [before, after] of run.rows) {
        ops.push({ table: run.table, before: row(before), after: row(after) } as unknown as RowOp);
      }
    } else readColumns(run, ops);
  }
  return ops;
}

function readColumns({ table, columns, added, removed, values }: ColumnsRun, ops: RowOp[]): void {
  const count = added ?? removed ?? 0;
  // What another program wrote into a log must not make a few characters into a memory full of rows.
  if (!Number.isInteger(count) || count < 0 || ops.length + count > MOST_OPS) throw new RangeError(UNREADABLE);
  const cells = values.map((column) => readColumn(column, count));
  for (let at = 0; at < count; at++) {
    // Rows are built in the order of their columns, so that all of a table have one shape in memory.
    const row: Record<string, Value> = {};
    for (let column = 0; column < columns.length; column++)
      row[columns[column] as string] = cells[column]?.[at] ?? null;
    const op = added === undefined ? { table, before: row, after: null } : { table, before: null, after: row };
    ops.push(op as unknown as RowOp);
  }
}

function readColumn(column: ColumnText, count: number): readonly Value[] {
  if (Array.isArray(column)) return column;
  if (column === null || typeof column !== 'object') return new Array<Value>(count).fill(column);
  const values: Value[] = [];
  for (let at = 0; at < column.runs.length; at += 2) {
    const length = column.runs[at + 1] as number;
    if (!(values.length + length <= count)) throw new RangeError(UNREADABLE);
    for (let left = length; left > 0; left--) values.push(column.runs[at] as Value);
  }
  return values;
}
