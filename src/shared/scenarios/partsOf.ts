import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { KEY_SEPARATOR } from '../model/tables.ts';

const SCHOOL_INPUTS = [
  ['enrollment', 'enrollmentVersion'],
  ['currentBudget', 'currentVersion'],
  ['measure', 'measuresVersion'],
] as const;
const SCHOOL_DECISIONS = ['tableAmount', 'schoolMinimum', 'exemption'] as const;

/**
 * The schools that a scenario knows: those its inputs or its decisions name. Schools are shared by all scenarios, so
 * one that opens after a budget was adopted is in the document but no part of what was adopted.
 */
export function schoolsKnown(model: Model, scenario: ScenarioRow): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [table, pin] of SCHOOL_INPUTS) {
    for (const row of model.table(table).values()) if (row.version === scenario[pin]) known.add(row.school);
  }
  for (const table of SCHOOL_DECISIONS) {
    for (const row of model.table(table).values()) if (row.scenario === scenario.id) known.add(row.school);
  }
  return known;
}

/** Whether a scenario knows a source: it has decided about it, or its revenues hold an amount of it. */
export const isSourceKnown = (model: Model, scenario: ScenarioRow, code: string): boolean =>
  model.get('decision', scenario.id, code) !== undefined ||
  model.get('revenue', scenario.revenuesVersion, code) !== undefined;

/** Levels and needs that rows of a scenario name, its inputs and its decisions. */
export function categoriesKnown(
  model: Model,
  scenario: ScenarioRow,
): { readonly levels: ReadonlySet<string>; readonly needs: ReadonlySet<string> } {
  const levels = new Set<string>();
  const needs = new Set<string>();
  const add = (row: { level?: string; need?: string }): void => {
    if (row.level) levels.add(row.level);
    if (row.need) needs.add(row.need);
  };
  const prefix = `${scenario.enrollmentVersion}${KEY_SEPARATOR}`;
  for (const [key, row] of model.table('enrollment')) if (key.startsWith(prefix)) add(row);
  for (const table of ['weight', 'share', 'rate', 'levelMinimum', 'shock', 'goalWeight', 'growth'] as const) {
    for (const row of model.table(table).values()) if (row.scenario === scenario.id) add(row);
  }
  return { levels, needs };
}
