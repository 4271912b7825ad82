import type { Model, RowOp } from '../model/Model.ts';
import { INPUT_KINDS, pinnedVersion } from './inputVersions.ts';

/**
 * Why a change that takes versions away cannot be made, or null: a scenario that the change leaves alone uses one. So a
 * scenario made from another keeps the numbers it was made with when the first takes its edits back.
 */
export function versionInUse(model: Model, ops: readonly RowOp[]): string | null {
  const gone = new Set<number>();
  const moved = new Set<number>();
  for (const op of ops) {
    if (op.table === 'inputVersion' && op.before && !op.after) gone.add(op.before.id);
    if (op.table === 'scenario' && op.before) moved.add(op.before.id);
  }
  if (gone.size === 0) return null;
  for (const scenario of model.ordered('scenario')) {
    if (moved.has(scenario.id)) continue;
    const kind = INPUT_KINDS.find((each) => gone.has(pinnedVersion(scenario, each)));
    if (!kind) continue;
    const name = model.table('inputVersion').get(String(pinnedVersion(scenario, kind)))?.name ?? '';
    return `“${scenario.name}” uses “${name}”, which this step made, so it stays. Nothing was changed. Choose the version this scenario is to use on the sheet Versions instead.`;
  }
  return null;
}
