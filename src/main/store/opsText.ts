import type { RowOp } from '../../shared/model/Model.ts';
import { TABLES } from '../../shared/model/tables.ts';

/**
 * Row ops as they stand in the change log: runs of ops on one table, its column names once, then pairs of rows
 * before and after. Names are written out so that the log stays readable when a table gains columns later.
 *
 * `[{"table":"weight","columns":["scenario",…],"rows":[[[1,"District","HS","POV",2300],[1,"District","HS","POV",3400]]]}]`
 */
type Value = string | number | null;
interface OpsRun {
  readonly table: RowOp['table'];
  readonly columns: readonly string[];
  readonly rows: [Value[] | null, Value[] | null][];
}

export function writeOps(ops: readonly RowOp[]): string {
  const runs: OpsRun[] = [];
  for (const op of ops) {
    let run = runs.at(-1);
    if (!run || run.table !== op.table) {
      run = { table: op.table, columns: TABLES[op.table].columns.map((column) => column.name), rows: [] };
      runs.push(run);
    }
    const { columns } = run;
    const values = (row: object | null): Value[] | null =>
      row && columns.map((name) => (row as Record<string, Value>)[name] ?? null);
    run.rows.push([values(op.before), values(op.after)]);
  }
  return JSON.stringify(runs);
}

export function readOps(text: string): RowOp[] {
  const ops: RowOp[] = [];
  for (const run of JSON.parse(text) as OpsRun[]) {
    const row = (values: Value[] | null): object | null =>
      values && Object.fromEntries(run.columns.map((name, at) => [name, values[at] ?? null]));
    for (const [before, after] of run.rows) {
      ops.push({ table: run.table, before: row(before), after: row(after) } as unknown as RowOp);
    }
  }
  return ops;
}
