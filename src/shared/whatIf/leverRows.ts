import { applyOps, removeRow, setRow } from '../changes/Change.ts';
import { Model, type RowOp } from '../model/Model.ts';
import type { TableName, Tables } from '../model/rows.ts';
import { rowKey } from '../model/tables.ts';

/** The tables a lever may write to: all belong to one scenario, none to a version of the inputs. */
export const MOVED_TABLES = ['decision', 'weight', 'share', 'floorDecision', 'levelMinimum', 'shock'] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

/** What levers read besides: the lists that say what there is to move. */
const READ_TABLES = ['scenario', 'level', 'need', 'source', 'weightSet'] as const;

const ALL: readonly TableName[] = [...MOVED_TABLES, ...READ_TABLES];

/**
 * A model of the few rows that levers of one scenario read and write. It is a state of a what-if: some hundred rows,
 * where the district has a hundred thousand.
 */
export function leverRows(model: Model, scenario: number): Model {
  const rows = new Model();
  for (const table of ALL) {
    for (const [key, row] of model.table(table)) {
      const isOther = table === 'scenario' ? (row as Tables['scenario']).id !== scenario : isOfAnother(row, scenario);
      if (!isOther) rows.put({ table, before: null, after: row } as RowOp, key);
    }
  }
  return rows;
}

function isOfAnother(row: object, scenario: number): boolean {
  return 'scenario' in row && row.scenario !== scenario;
}

/** The same rows once more, so that one can be moved and the other kept. */
export function copyOf(rows: Model): Model {
  return rows.derive({});
}

/** The ops that lead from one state to another. */
export function opsBetween(from: Model, to: Model): RowOp[] {
  const ops: RowOp[] = [];
  for (const table of MOVED_TABLES) {
    for (const key of from.table(table).keys()) if (!to.table(table).has(key)) ops.push(...removeRow(from, table, key));
    for (const row of to.table(table).values()) ops.push(...setRow(from, table, row as never));
  }
  return ops;
}

/** A row of a state, named by table and key. */
export interface RowPlace {
  readonly table: MovedTable;
  readonly key: string;
}

/** Whether two states hold the same in all of these places. */
export function isSameAt(places: readonly RowPlace[], one: Model, other: Model): boolean {
  return places.every(({ table, key }) => {
    const row = other.table(table).get(key);
    if (row === undefined) return !one.table(table).has(key);
    return one.table(table).has(key) && setRow(one, table, row as never).length === 0;
  });
}

/** Makes `to` hold in these places what `from` holds there. */
export function takeOver(places: readonly RowPlace[], from: Model, to: Model): void {
  for (const { table, key } of places) {
    const row = from.table(table).get(key);
    applyOps(to, row === undefined ? removeRow(to, table, key) : setRow(to, table, row as never));
  }
}

/** Where a row stands. */
export const placeOf = <T extends MovedTable>(table: T, row: Tables[T]): RowPlace => ({
  table,
  key: rowKey(table, row as never),
});
