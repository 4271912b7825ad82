import { invertOps } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';

/**
 * The model as it was before some entries were made: each is taken back, the newest first. What the log says counts,
 * also where another program has changed a row since.
 */
export function modelAt(now: Model, newestFirst: Iterable<readonly RowOp[]>): Model {
  const model = now.derive({});
  for (const ops of newestFirst) for (const op of invertOps(ops)) model.put(op);
  return model;
}
