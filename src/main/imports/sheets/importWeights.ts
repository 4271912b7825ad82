import { checkValue } from '../../../shared/model/checkRow.ts';
import type { WeightRow, WeightSetRow } from '../../../shared/model/rows.ts';
import type { Column } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { parseWeight } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { categoryIn, type ImportContext, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';

const SET_NAME: Column = { name: '', value: { type: 'code' }, nullable: false };

/** Reads the sheet `weights`. Weight sets come in the order in which they are first named. */
export function importWeights(context: ImportContext): void {
  const required = ['weight_set', 'level', 'need', 'weight'];
  const table = context.table('weights', { required, optional: [], takesFurther: false });
  if (!table) return;
  const scenario = context.scenarioId;
  const levels = context.levels();
  const needs = context.needs();
  const sets = new Map<string, WeightSetRow>();
  const weights: WeightRow[] = [];
  const unique = new UniqueKeys();
  const addSet = (row: TableRow, weightSet: string): void => {
    const problem = checkValue(SET_NAME, weightSet);
    if (problem !== null) row.fault('weight_set', `${quoted(weightSet)} ${problem}.`);
    sets.set(weightSet, { scenario, weightSet, position: sets.size });
  };
  for (const row of table.rows) {
    const weightSet = row.required('weight_set');
    // A set without any weight is told by a row that names it and nothing else.
    const isNameAlone = ['level', 'need', 'weight'].every((name) => row.text(name) === '');
    if (weightSet !== null && !sets.has(weightSet)) addSet(row, weightSet);
    if (isNameAlone) continue;
    const level = categoryIn(row, 'level', levels);
    const need = categoryIn(row, 'need', needs);
    const weight = row.quantity('weight', parseWeight);
    const what = () => `the weight of ${quoted(weightSet ?? '')}, ${level}, ${need}`;
    if (!unique.isNew(row, null, [weightSet, level, need], what)) continue;
    if (weightSet === null || level === null || need === null || weight === null) continue;
    weights.push({ scenario, weightSet, level, need, weight });
  }
  if (sets.size > LIMITS.weightSets) {
    context.faults.add(table.name, null, null, `there are more than ${LIMITS.weightSets} weight sets.`);
  }
  context.plan.replace('weightSet', [...sets.values()], (row) => row.scenario === scenario);
  context.plan.replace('weight', weights, (row) => row.scenario === scenario);
}
