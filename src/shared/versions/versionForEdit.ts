import { applyOps, type Change, invertOps, setRow } from '../changes/Change.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { InputKind, InputVersionRow, ScenarioRow } from '../model/rows.ts';
import { KEY_SEPARATOR } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import { KIND_NAMES, nextVersionId, PIN_OF_KIND, pinnedVersion, TABLE_OF_KIND } from './inputVersions.ts';

/** When and by whom, for the copy. */
export interface EditMeta {
  readonly at: string;
  readonly by: string;
}

/** Where a cell may be edited. */
export interface VersionForEdit {
  /** The version to write to: the pinned one, or its copy. */
  readonly version: number;
  /** Ops that make the copy and pin it; empty where the pinned version can be edited as it is. They precede the edit. */
  readonly ops: readonly RowOp[];
  /** Says that a copy was made and why; null where none was. */
  readonly sentence: string | null;
}

/** The scenarios beside this one that use the version of an input that it uses, adopted ones first. */
export function othersUsing(model: Model, scenario: ScenarioRow, kind: InputKind): ScenarioRow[] {
  const pinned = pinnedVersion(scenario, kind);
  const others = model.ordered('scenario').filter(({ id }) => id !== scenario.id);
  const using = others.filter((other) => pinnedVersion(other, kind) === pinned);
  return [...using.filter(({ status }) => status === 'adopted'), ...using.filter(({ status }) => status !== 'adopted')];
}

/**
 * The version in which a scenario's cell of an input is edited. A version that any other scenario uses as well is
 * copied first, row for row, and this scenario goes on with the copy, so that nothing one scenario does moves another.
 * The next edit finds a version of the scenario's own and needs no copy. Throws where the scenario itself is adopted.
 */
export function versionForEdit(model: Model, scenario: ScenarioRow, kind: InputKind, meta: EditMeta): VersionForEdit {
  const pinned = pinnedVersion(scenario, kind);
  const version = model.get('inputVersion', pinned);
  if (!version)
    throw new AllotError('version-unknown', 'This version is no longer in the document. Nothing was changed.');
  if (scenario.status === 'adopted') {
    throw new AllotError(
      'scenario-adopted',
      `“${scenario.name}” is adopted, so it cannot be edited. Nothing was changed. Take the adoption back first, or work in a copy of it.`,
    );
  }
  const others = othersUsing(model, scenario, kind);
  if (others.length === 0) return { version: pinned, ops: [], sentence: null };
  const id = nextVersionId(model);
  const copy: InputVersionRow = {
    ...version,
    id,
    name: copyName(model, version),
    createdAt: meta.at,
    createdBy: meta.by,
    note: `Copy of “${version.name}”, edited in “${scenario.name}”.`.slice(0, LIMITS.noteLength),
  };
  const ops: RowOp[] = [{ table: 'inputVersion', before: null, after: copy }];
  const table = TABLE_OF_KIND[kind];
  const prefix = `${pinned}${KEY_SEPARATOR}`;
  for (const [key, row] of model.table(table)) {
    if (key.startsWith(prefix)) ops.push({ table, before: null, after: { ...row, version: id } } as unknown as RowOp);
  }
  ops.push(...setRow(model, 'scenario', { ...scenario, [PIN_OF_KIND[kind]]: id }));
  const sentence = `“${scenario.name}” now has ${KIND_NAMES[kind]} of its own, “${copy.name}”. ${keepWords(others)} “${version.name}” as it was.`;
  return { version: id, ops, sentence };
}

/** `“Plan B”, which is adopted, keeps`, `“Plan B” and “Plan C” keep`, `“Plan B” and 3 other scenarios keep`. */
function keepWords(others: readonly ScenarioRow[]): string {
  const [first, second] = others;
  const named = `“${first?.name}”`;
  if (!second) return first?.status === 'adopted' ? `${named}, which is adopted, keeps` : `${named} keeps`;
  return others.length === 2
    ? `${named} and “${second.name}” keep`
    : `${named} and ${others.length - 1} other scenarios keep`;
}

/** `FY26 counts (2)`: the name with the lowest free number. */
function copyName(model: Model, version: InputVersionRow): string {
  const names = new Set<string>();
  for (const other of model.table('inputVersion').values()) if (other.kind === version.kind) names.add(other.name);
  const stem = version.name.replace(/ \(\d+\)$/, '').slice(0, LIMITS.nameLength - 8);
  let number = 2;
  while (names.has(`${stem} (${number})`)) number++;
  return `${stem} (${number})`;
}

/**
 * One change that edits a cell where `versionForEdit` said, the copy included, so that one undo takes both back.
 * `changeInVersion(model, edit, (version) => setCount(model, version, '0042', 'ES', 'POV', 31_000))`.
 */
export function changeInVersion(model: Model, edit: VersionForEdit, make: (version: number) => Change): Change {
  if (edit.ops.length === 0) return make(edit.version);
  // The edit is made on the copy's rows, which exist only while it is made.
  applyOps(model, edit.ops);
  try {
    const change = make(edit.version);
    return { ...change, ops: [...edit.ops, ...change.ops] };
  } finally {
    applyOps(model, invertOps(edit.ops));
  }
}
