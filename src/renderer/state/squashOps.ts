import type { RowOp } from '../../shared/model/Model.ts';
import { rowKey } from '../../shared/model/tables.ts';

/** Lists that are known to be the fewest. Squashing them once more would build thousands of keys for nothing. */
const FEWEST = new WeakSet<readonly RowOp[]>();

/**
 * Ops in a row as the fewest ops with the same outcome: a row touched twice goes from its first `before` to its last
 * `after`, and a row that ends as it began drops out. Taking back one preview and putting the next is then one step.
 */
export function squashOps(ops: readonly RowOp[]): RowOp[] {
  if (FEWEST.has(ops)) return [...ops];
  const places = new Map<string, { table: RowOp['table']; before: object | null; after: object | null }>();
  for (const op of ops) {
    const row = op.after ?? op.before;
    if (!row) continue;
    const place = `${op.table}:${rowKey(op.table, row as never)}`;
    const held = places.get(place);
    if (held) held.after = op.after;
    else places.set(place, { table: op.table, before: op.before, after: op.after });
  }
  const squashed: RowOp[] = [];
  for (const held of places.values()) {
    if (held.before !== held.after) squashed.push(held as RowOp);
  }
  return squashed;
}

/** The same for a list that is kept as it is, such as the ops of a change: it is never squashed twice. */
export function fewestOps(ops: readonly RowOp[]): readonly RowOp[] {
  const fewest = Object.freeze(squashOps(ops));
  FEWEST.add(fewest);
  return fewest;
}

/** Whether two lists of ops lead to the same rows. */
export function sameOps(left: readonly RowOp[], right: readonly RowOp[]): boolean {
  return left.length === right.length && left.every((op, at) => JSON.stringify(op) === JSON.stringify(right[at]));
}
