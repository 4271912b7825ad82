import type { RowOp } from '../../shared/model/Model.ts';

/** Tables whose names stand in headers and lists. */
const NAMED: ReadonlySet<RowOp['table']> = new Set([
  'level',
  'need',
  'source',
  'schoolColumn',
  'weightSet',
  'scenario',
  'decision',
]);
/** Tables that decide which rows a sheet has: a school, or a first count at another level. */
const LISTED: ReadonlySet<RowOp['table']> = new Set(['school', 'enrollment', 'revenue']);

/** Whether lists of rows and columns may differ after these ops; a mere number never changes them. */
export function changesStructure(ops: readonly RowOp[]): boolean {
  return ops.some((op) => NAMED.has(op.table) || (LISTED.has(op.table) && (!op.before || !op.after)));
}
