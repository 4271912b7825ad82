import type { Change } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { INPUT_KINDS, pinnedVersion, TABLE_OF_KIND } from './inputVersions.ts';
import { type EditMeta, versionForEdit } from './versionForEdit.ts';

/** A change that leaves adopted inputs alone, and what to say about it; null where nothing had to be spared. */
export interface SparedChange {
  readonly change: Change;
  readonly sentence: string | null;
}

/**
 * Turns an edit of an input that an adopted scenario uses into an edit of a copy: the copy is made and pinned by the
 * scenario the edit is made in, and the edit's rows go there, all in one change and one undo. `model` is as it was
 * before the edit. An edit made in an adopted scenario itself is given back as it is, for main to refuse.
 *
 * 0042 counts 310 poor pupils in version 1, which “Board plan” was adopted with. Typing 320 in the draft beside it
 * makes version 5 with 320; “Board plan” still rests on 310.
 */
export function spareAdopted(model: Model, scenarioId: number, change: Change, meta: EditMeta): SparedChange {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario || scenario.status === 'adopted') return { change, sentence: null };
  const copies: RowOp[] = [];
  const sentences: string[] = [];
  let ops = change.ops;
  // Each copy takes the next free id; as none is in the model yet, what is copied and pinned is put together here.
  let changed = scenario;
  let id = 0;
  for (const kind of INPUT_KINDS) {
    const pinned = pinnedVersion(scenario, kind);
    const isOfKind = (op: RowOp): boolean =>
      op.table === TABLE_OF_KIND[kind] && ((op.after ?? op.before) as { version: number } | null)?.version === pinned;
    if (!ops.some(isOfKind)) continue;
    const edit = versionForEdit(model, scenario, kind, meta);
    if (!edit.sentence) continue;
    id = Math.max(id + 1, edit.version);
    const moved = (row: object | null): object | null => row && { ...row, version: id };
    for (const op of edit.ops) {
      if (op.table === 'scenario') changed = { ...changed, ...pinOf(op, edit.version, id) };
      else if (op.table === 'inputVersion') copies.push({ ...op, after: op.after && { ...op.after, id } });
      else copies.push({ ...op, after: moved(op.after) } as RowOp);
    }
    ops = ops.map((op) => (isOfKind(op) ? ({ ...op, before: moved(op.before), after: moved(op.after) } as RowOp) : op));
    sentences.push(edit.sentence);
  }
  if (copies.length === 0) return { change, sentence: null };
  const pin: RowOp = { table: 'scenario', before: scenario, after: changed };
  return { change: { ...change, ops: [...copies, pin, ...ops] }, sentence: sentences.join(' ') };
}

/** The one pin that an op on the scenario sets to `version`, set to `id` instead. */
function pinOf(op: RowOp, version: number, id: number): Record<string, number> {
  const before = op.before as unknown as Record<string, unknown>;
  const after = op.after as unknown as Record<string, unknown>;
  const column = Object.keys(after).find((name) => after[name] === version && before[name] !== version);
  return column ? { [column]: id } : {};
}
