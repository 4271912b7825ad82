import type { Change } from '../../shared/changes/Change.ts';
import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import type { Model } from '../../shared/model/Model.ts';

/**
 * The scenario to show after a step that the model holds already, or null where the shown one stays: one that the step
 * has added, or where the shown one is gone, the one that took its place.
 */
export function scenarioToShow(
  model: Model,
  shown: number,
  { kind, ops }: Pick<Change, 'kind' | 'ops'>,
): number | null {
  const rows = ops.filter((op) => op.table === 'scenario');
  // An import may bring several; the person goes on looking at the one they imported into.
  const added = kind === 'scenario' ? rows.find((op) => !op.before)?.after?.id : undefined;
  if (added !== undefined) return added;
  const removed = rows.find((op) => !op.after && op.before?.id === shown)?.before;
  if (!removed) return null;
  const order = scenariosInOrder(model);
  return (order[Math.min(removed.position, order.length - 1)] ?? order[0])?.id ?? null;
}
