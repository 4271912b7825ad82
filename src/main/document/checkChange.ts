import { applyUnlessConflict, type Change, invertOps } from '../../shared/changes/Change.ts';
import { writeOps } from '../../shared/changes/opsText.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { checkRow } from '../../shared/model/checkRow.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import type { ScenarioRow, TableName } from '../../shared/model/rows.ts';
import { rowKey, TABLES } from '../../shared/model/tables.ts';
import { restSentence } from './adoptedRests.ts';

const NOTHING = 'Nothing was changed.';

/** Every row of a change must be a whole row of its table, and an op may not move a row to another key. */
export function checkShape(change: Change): void {
  const refuse = (reason: string): never => {
    throw new AllotError('change-invalid', `${reason} ${NOTHING}`);
  };
  for (const op of change.ops) {
    if (!Object.hasOwn(TABLES, op.table)) refuse('The change names a table that does not exist.');
    if (!op.before && !op.after) refuse(`The change touches ${op.table} without saying what.`);
    for (const row of [op.before, op.after]) {
      const problem = row && checkRow(op.table, row);
      if (problem) refuse(problem);
    }
    if (op.before && op.after && rowKey(op.table, op.before as never) !== rowKey(op.table, op.after as never)) {
      refuse(`A row of ${op.table} cannot change its key; it must be removed and added.`);
    }
  }
}

/**
 * Puts a change into the model, of which it must start: otherwise it was made on rows that have moved since, and the
 * model stays as it is. `keys` are those of its ops.
 */
export function applyToModel(model: Model, change: Change, keys: readonly string[]): void {
  const conflict = applyUnlessConflict(model, change.ops, keys);
  if (!conflict) return;
  throw new AllotError(
    'change-conflict',
    `This changed in the meantime (${conflict.table} ${conflict.key.split('\u001f').join(' · ')}). ${NOTHING} Look at it again and repeat the edit.`,
  );
}

/** Tables whose rows belong to a scenario, and tables whose rows belong to an input version. */
const isOf = (table: TableName, column: string): boolean =>
  TABLES[table].columns.some((candidate) => candidate.name === column);

/**
 * An adopted scenario is read-only: its decisions, the input versions it pins, and its own row except for taking the
 * adoption back, which takes its stamp with it. Taking it back is a change of its own, so that it stands in the log by
 * itself. Where its tab stands and what it is listed as based on are no part of what was adopted.
 */
export function checkAdopted(model: Model, change: Change): void {
  const adopted = [...model.table('scenario').values()].filter((scenario) => scenario.status === 'adopted');
  if (adopted.length === 0) return;
  for (const scenario of adopted) {
    const touching = change.ops.filter((op) => touchesScenario(op, scenario) && !isArrangement(op));
    const isReleased =
      touching.length === change.ops.length &&
      touching.some((op) => isRelease(op, scenario)) &&
      touching.every((op) => isRelease(op, scenario) || (op.table === 'adoption' && op.after === null));
    if (touching.length === 0 || isReleased) continue;
    // What all scenarios share is the same in a copy.
    const rest = restSentence(scenario, change.ops);
    const why = rest ?? `“${scenario.name}” is adopted, so it cannot be edited.`;
    const remedy = `Take the adoption back first${rest ? '' : ', or work in a copy of it'}.`;
    throw new AllotError('scenario-adopted', `${why} ${NOTHING} ${remedy}`);
  }
}

function touchesScenario(op: RowOp, scenario: ScenarioRow): boolean {
  const row = (op.after ?? op.before) as unknown as Record<string, unknown>;
  if (op.table === 'scenario') return row.id === scenario.id;
  if (op.table === 'inputVersion') return op.after === null && pins(scenario).includes(row.id as number);
  if (isOf(op.table, 'scenario')) return row.scenario === scenario.id;
  return isOf(op.table, 'version') && pins(scenario).includes(row.version as number);
}

function pins(scenario: ScenarioRow): number[] {
  return [scenario.enrollmentVersion, scenario.revenuesVersion, scenario.currentVersion, scenario.measuresVersion];
}

function isRelease(op: RowOp, scenario: ScenarioRow): boolean {
  if (op.table !== 'scenario' || !op.after) return false;
  const after = op.after;
  return after.status !== scenario.status && isSameBut(scenario, after, ['status']);
}

/** Only the place of a scenario's tab or the scenario it is listed as based on moves. */
function isArrangement(op: RowOp): boolean {
  if (op.table !== 'scenario' || !op.before || !op.after) return false;
  return isSameBut(op.before, op.after, ['position', 'basedOn']);
}

function isSameBut(left: ScenarioRow, right: ScenarioRow, columns: readonly (keyof ScenarioRow)[]): boolean {
  return TABLES.scenario.columns.every(({ name }) => {
    const column = name as keyof ScenarioRow;
    return columns.includes(column) || left[column] === right[column];
  });
}

/** An undo is the exact inverse of the logged change it names, a redo its exact repetition; nothing else is either. */
export function checkTakenBack(change: Change, readChange: (id: number) => Change | null): void {
  const isUndo = change.kind === 'undo';
  if (!isUndo && change.kind !== 'redo') {
    if (change.of === undefined) return;
    throw new AllotError('change-invalid', `Only an undo or a redo can name an earlier change. ${NOTHING}`);
  }
  const original = change.of === undefined ? null : readChange(change.of);
  if (!original) throw new AllotError('undo-mismatch', `The change to take back is not in the log. ${NOTHING}`);
  const wanted = writeOps(isUndo ? invertOps(original.ops) : original.ops);
  if (original.scenario === change.scenario && writeOps(change.ops) === wanted) return;
  throw new AllotError(
    'undo-mismatch',
    `What was asked for is not the ${isUndo ? 'inverse' : 'repetition'} of “${original.label}”. ${NOTHING}`,
  );
}
