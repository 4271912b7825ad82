import type { Model, RowOp } from '../model/Model.ts';
import { rowKey } from '../model/tables.ts';

/**
 * What a person meant by an edit. The kind tells the history what it was; the ops tell exactly what moved.
 * One change is one undo step and one transaction.
 */
export type ChangeKind =
  | 'district'
  | 'levels'
  | 'needs'
  | 'schools'
  | 'enrollment'
  | 'measures'
  | 'current'
  | 'revenues'
  | 'sources'
  | 'weights'
  | 'shares'
  | 'rates'
  | 'table'
  | 'minimums'
  | 'floors'
  | 'scenario'
  | 'findings'
  | 'accounts'
  | 'templates'
  | 'rationale'
  | 'picture'
  | 'years'
  | 'session'
  | 'paste'
  | 'import'
  | 'undo'
  | 'redo';

/** An edit as data: a label for the menu and the log, and each touched row before and after. */
export interface Change {
  readonly kind: ChangeKind;
  /** As it reads after “Undo”: `Poverty weight, High 0.23 → 0.34`. */
  readonly label: string;
  /** The scenario whose undo list it belongs to; null for what all scenarios share. */
  readonly scenario: number | null;
  readonly ops: readonly RowOp[];
  /** Set on an undo or redo: the log id it takes back or brings back. */
  readonly of?: number;
}

/** Why a change does not fit the model: someone else's row, or one that moved since. */
export interface Conflict {
  readonly table: string;
  readonly key: string;
}

function sameRow(left: object | null | undefined, right: object | null | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return !left && !right;
  const a = left as Record<string, unknown>;
  const b = right as Record<string, unknown>;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => a[name] === b[name]);
}

/** The first op whose `before` is not what the model holds, or null. Rows touched twice are checked in turn. */
export function findConflict(model: Model, ops: readonly RowOp[]): Conflict | null {
  const pending = new Map<string, Map<string, object | null>>();
  for (const op of ops) {
    const row = op.after ?? op.before;
    if (!row) continue;
    const key = rowKey(op.table, row as never);
    const touched = pending.get(op.table) ?? new Map<string, object | null>();
    const earlier = touched.get(key);
    const held = earlier === undefined ? model.table(op.table).get(key) : earlier;
    if (!sameRow(op.before, held)) return { table: op.table, key };
    pending.set(op.table, touched.set(key, op.after));
  }
  return null;
}

/** The key of each op's row, made once for all that asks for it: an import has hundreds of thousands. */
export function keysOf(ops: readonly RowOp[]): string[] {
  return ops.map((op) => {
    const row = op.after ?? op.before;
    return row ? rowKey(op.table, row as never) : '';
  });
}

/** Applies a change to a model in memory. The caller has asked `findConflict` first. */
export function applyOps(model: Model, ops: readonly RowOp[]): void {
  for (const op of ops) model.put(op);
}

/**
 * `findConflict` and `applyOps` in one going: the model itself tells what rows touched twice have become. Where there
 * is a conflict the ops put so far are taken back, and the model holds what it held.
 */
export function applyUnlessConflict(
  model: Model,
  ops: readonly RowOp[],
  keys: readonly string[] = keysOf(ops),
): Conflict | null {
  for (let at = 0; at < ops.length; at++) {
    const op = ops[at] as RowOp;
    if (!op.after && !op.before) continue;
    const key = keys[at] as string;
    if (!sameRow(op.before, model.table(op.table).get(key))) {
      applyOps(model, invertOps(ops.slice(0, at)));
      return { table: op.table, key };
    }
    model.put(op, key);
  }
  return null;
}

/** The ops that take `ops` back: in reverse order, before and after exchanged (I10). */
export function invertOps(ops: readonly RowOp[]): RowOp[] {
  const inverse: RowOp[] = [];
  for (let at = ops.length - 1; at >= 0; at--) {
    const op = ops[at] as RowOp;
    inverse.push({ table: op.table, before: op.after, after: op.before } as RowOp);
  }
  return inverse;
}

/** The op that sets one row, or nothing when the row is already so. */
export function setRow<T extends RowOp['table']>(
  model: Model,
  table: T,
  row: Extract<RowOp, { table: T }>['after'] & object,
): RowOp[] {
  const before = model.table(table).get(rowKey(table, row as never)) ?? null;
  return sameRow(before, row) ? [] : [{ table, before, after: row } as unknown as RowOp];
}

/** The op that removes one row, or nothing when there is none. */
export function removeRow(model: Model, table: RowOp['table'], key: string): RowOp[] {
  const before = model.table(table).get(key) ?? null;
  return before ? [{ table, before, after: null } as unknown as RowOp] : [];
}
