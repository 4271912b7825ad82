import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import type { ScenarioRow, TableName } from '../../shared/model/rows.ts';
import { resultsText, sharedLines } from '../../shared/scenarios/adoptionText.ts';

/** Lists that all scenarios share. Nothing in them belongs to one scenario, yet an adopted one rests on them too. */
const SHARED: ReadonlySet<TableName> = new Set(['level', 'need', 'school', 'schoolColumn', 'tag', 'source']);

const WORDS: Partial<Record<TableName, string>> = {
  level: 'the schooling level',
  need: 'the need category',
  source: 'the revenue source',
};

const adoptedOf = (model: Model): ScenarioRow[] =>
  [...model.table('scenario').values()].filter(({ status }) => status === 'adopted');

const restOf = (model: Model, scenario: ScenarioRow): string =>
  [...sharedLines(model, scenario), resultsText(new Calculation(model, scenario.id))].join('\n');

/** What each adopted scenario takes from the shared lists, and its results; empty where the ops leave those lists alone. */
export function readAdopted(model: Model, ops: readonly RowOp[]): ReadonlyMap<number, string> {
  if (!ops.some(({ table }) => SHARED.has(table))) return new Map();
  return new Map(adoptedOf(model).map((scenario) => [scenario.id, restOf(model, scenario)]));
}

/**
 * A change of schools, levels, needs or sources is refused where it would move what was adopted: the model holds `ops`
 * by now, and `before` is what `readAdopted` read without them. Adding a school or a source moves nothing adopted, nor
 * does a new name that no formula asks for.
 */
export function checkAdoptedRest(model: Model, ops: readonly RowOp[], before: ReadonlyMap<number, string>): void {
  for (const scenario of adoptedOf(model)) {
    const held = before.get(scenario.id);
    if (held === undefined || held === restOf(model, scenario)) continue;
    const why = restSentence(scenario, ops) ?? `“${scenario.name}” is adopted, and this would move it.`;
    throw new AllotError('scenario-adopted', `${why} Nothing was changed. Take the adoption back first.`);
  }
}

/** What an adopted scenario rests on and the ops would take away or change, in a sentence; null where nothing is named. */
export function restSentence(scenario: ScenarioRow, ops: readonly RowOp[]): string | null {
  for (const op of ops) {
    if (!SHARED.has(op.table) || !op.before) continue;
    if (op.table === 'school' && op.after && op.after.level !== op.before.level) {
      return `“${scenario.name}” is adopted with ${op.before.name} (${op.before.code}) at its present level, so the level stays.`;
    }
    if (op.table === 'source' && op.after && op.after.restriction !== op.before.restriction) {
      return `“${scenario.name}” is adopted with ${op.before.name} ${op.before.restriction}, so that stays.`;
    }
    if (op.after || op.table === 'tag') continue;
    const row = op.before as { name: string; code?: string };
    const named =
      op.table === 'schoolColumn' ? `the column ${row.name}` : `${WORDS[op.table] ?? ''} ${row.name}`.trim();
    const code = op.table === 'school' ? ` (${row.code})` : '';
    return `“${scenario.name}” is adopted and rests on ${named}${code}, so it cannot be removed.`;
  }
  return null;
}
