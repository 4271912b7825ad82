import type { TableName, Tables } from './rows.ts';
import { TABLE_NAMES, TABLES } from './tables.ts';

/** Tables whose rows belong to one scenario. */
export type ScenarioTable = {
  [T in TableName]: Tables[T] extends { scenario: number } ? T : never;
}[TableName];

/** Those that a copy of a scenario takes over; the stamp of an adoption is of the one scenario that was adopted. */
export type DecisionTable = Exclude<ScenarioTable, 'adoption'>;

/**
 * Every table whose rows belong to a scenario, in the order in which tables refer to one another. It comes from the
 * table description, so a table added later is copied, deleted and exported with its scenario without being named
 * here; a test holds it against the foreign keys of the file.
 */
export const SCENARIO_TABLES = TABLE_NAMES.filter((table) =>
  TABLES[table].columns.some((column) => column.name === 'scenario' && column.references === 'scenario'),
) as readonly ScenarioTable[];

/** What a scenario decides: all of its tables but the stamp of its adoption. */
export const DECISION_TABLES = SCENARIO_TABLES.filter((table) => table !== 'adoption') as readonly DecisionTable[];
