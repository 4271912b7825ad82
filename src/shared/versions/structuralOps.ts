import type { RowOp } from '../model/Model.ts';

/** Shared lists, and the column by which rows of inputs name them. */
const NAMED_BY = {
  school: 'school',
  level: 'level',
  need: 'need',
  source: 'source',
  schoolColumn: 'measure',
} as const;
type SharedList = keyof typeof NAMED_BY;

/**
 * The ops of a change that follow from its change of a shared list, such as the counts that go with a school that is
 * removed: every version needs them, whichever scenario the change is made in.
 */
export function structuralOps(ops: readonly RowOp[]): ReadonlySet<RowOp> {
  const gone = new Map<SharedList, Set<string>>();
  const relevelled = new Set<string>();
  for (const op of ops) {
    if (!(op.table in NAMED_BY) || !op.before) continue;
    if (op.table === 'school' && op.after && op.after.level !== op.before.level) relevelled.add(op.before.code);
    const isGone = !op.after || (op.table === 'schoolColumn' && op.after.kind !== op.before.kind);
    if (!isGone) continue;
    const table = op.table as SharedList;
    const key = 'code' in op.before ? op.before.code : (op.before as { name: string }).name;
    gone.set(table, (gone.get(table) ?? new Set()).add(key));
  }
  const found = new Set<RowOp>();
  if (gone.size === 0 && relevelled.size === 0) return found;
  for (const op of ops) {
    const row = (op.after ?? op.before) as unknown as Record<string, unknown>;
    if (!('version' in row)) continue;
    const names = (table: SharedList): boolean => gone.get(table)?.has(row[NAMED_BY[table]] as string) ?? false;
    const follows = (Object.keys(NAMED_BY) as SharedList[]).some(names);
    if (follows || (op.table === 'enrollment' && relevelled.has(row.school as string))) found.add(op);
  }
  return found;
}
