import type { Change } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { InputKind, ScenarioRow } from '../model/rows.ts';
import { INPUT_KINDS, pinnedVersion, TABLE_OF_KIND } from './inputVersions.ts';
import { structuralOps } from './structuralOps.ts';
import { type EditMeta, othersUsing, versionForEdit } from './versionForEdit.ts';

/** A change that leaves every other scenario alone, and what to say about it; null where nothing had to be spared. */
export interface SparedChange {
  readonly change: Change;
  readonly sentence: string | null;
}

const isOf = (op: RowOp, kind: InputKind, version: number): boolean =>
  op.table === TABLE_OF_KIND[kind] && ((op.after ?? op.before) as { version: number } | null)?.version === version;

/** The inputs that a change edits in a version that other scenarios use as well. */
function kindsToCopy(model: Model, scenario: ScenarioRow, change: Change): InputKind[] {
  const structural = structuralOps(change.ops);
  return INPUT_KINDS.filter((kind) => {
    const pinned = pinnedVersion(scenario, kind);
    const edits = change.ops.some((op) => isOf(op, kind, pinned) && !structural.has(op));
    return edits && othersUsing(model, scenario, kind).length > 0;
  });
}

/** Whether `spareOthers` would make a copy. Asked at every edit, so it looks at the edit's rows alone. */
export function needsCopy(model: Model, scenarioId: number, change: Change): boolean {
  if (model.table('scenario').size < 2) return false;
  const scenario = model.get('scenario', scenarioId);
  return scenario !== undefined && scenario.status !== 'adopted' && kindsToCopy(model, scenario, change).length > 0;
}

/**
 * Whether a change edits an input that only other scenarios use. No sheet offers that, so such a change was made for a
 * version that this scenario has left meanwhile.
 */
export function editsOnlyOthers(model: Model, scenarioId: number, change: Change): boolean {
  const scenario = model.get('scenario', scenarioId);
  const others = model.ordered('scenario').filter(({ id }) => id !== scenarioId);
  if (!scenario || others.length === 0) return false;
  const structural = structuralOps(change.ops);
  return INPUT_KINDS.some((kind) =>
    others.some((other) => {
      const version = pinnedVersion(other, kind);
      if (version === pinnedVersion(scenario, kind)) return false;
      return change.ops.some((op) => isOf(op, kind, version) && !structural.has(op));
    }),
  );
}

/**
 * Turns an edit of an input that other scenarios use as well into an edit of a copy: the copy is made and pinned by the
 * scenario the edit is made in, and the edit's rows go there, all in one change and one undo. `model` is as it was
 * before the edit. An edit made in an adopted scenario is given back as it is, for main to refuse. What follows from a
 * change of schools, levels, needs or sources, which all scenarios share, stays in every version.
 *
 * 0042 counts 310 poor pupils in version 1, which “Board plan” and “Plan B” use. Typing 320 in “Plan B” makes version
 * 5 with 320; “Board plan” still rests on 310.
 */
export function spareOthers(model: Model, scenarioId: number, change: Change, meta: EditMeta): SparedChange {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario || !needsCopy(model, scenarioId, change)) return { change, sentence: null };
  const structural = structuralOps(change.ops);
  const copies: RowOp[] = [];
  const sentences: string[] = [];
  let ops: RowOp[] = [...change.ops];
  // Each copy takes the next free id; as none is in the model yet, what is copied and pinned is put together here.
  let changed = scenario;
  let id = 0;
  for (const kind of kindsToCopy(model, scenario, change)) {
    const pinned = pinnedVersion(scenario, kind);
    const edit = versionForEdit(model, scenario, kind, meta);
    if (!edit.sentence) continue;
    id = Math.max(id + 1, edit.version);
    const own = id;
    const moved = (row: object | null): object | null => row && { ...row, version: own };
    const inCopy = (op: RowOp): RowOp => ({ ...op, before: moved(op.before), after: moved(op.after) }) as RowOp;
    for (const op of edit.ops) {
      if (op.table === 'scenario') changed = { ...changed, ...pinOf(op, edit.version, own) };
      else if (op.table === 'inputVersion') copies.push({ ...op, after: op.after && { ...op.after, id: own } });
      else copies.push(inCopy(op));
    }
    ops = ops.flatMap((op) => {
      if (!isOf(op, kind, pinned)) return [op];
      return structural.has(op) ? [op, inCopy(op)] : [inCopy(op)];
    });
    sentences.push(edit.sentence);
  }
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
