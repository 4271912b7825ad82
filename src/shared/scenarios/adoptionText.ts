import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { ScenarioRow, TableName } from '../model/rows.ts';
import { DECISION_TABLES } from '../model/scenarioTables.ts';
import { compareCodes, TABLES } from '../model/tables.ts';

/** What all scenarios share and every calculation reads. Names are part of it: a board reads names. */
const SHARED_TABLES = ['level', 'need', 'school', 'schoolColumn', 'tag', 'source'] as const;
const VERSION_TABLES = ['enrollment', 'measure', 'currentBudget', 'revenue'] as const;

type PlainRow = Record<string, string | number | null>;

/**
 * Everything a scenario is calculated from, as text: one line for each row, tables in their order, rows in the order
 * of their lines, without the numbers of scenario and version, which say nothing about content. The same inputs give
 * the same text on every machine. Its SHA-256 is the `inputsSha256` of an adoption.
 */
export function inputsText(model: Model, scenario: ScenarioRow): string {
  const pins = new Set([
    scenario.enrollmentVersion,
    scenario.revenuesVersion,
    scenario.currentVersion,
    scenario.measuresVersion,
  ]);
  const lines: string[] = [];
  const add = (table: TableName, rows: Iterable<unknown>): void => {
    const names = TABLES[table].columns
      .map(({ name }) => name)
      .filter((name) => !['scenario', 'version'].includes(name));
    const written: string[] = [];
    for (const row of rows) written.push(JSON.stringify([table, ...names.map((name) => (row as PlainRow)[name])]));
    lines.push(...written.sort(compareCodes));
  };
  for (const table of SHARED_TABLES) add(table, model.table(table).values());
  for (const table of VERSION_TABLES) {
    add(
      table,
      [...model.table(table).values()].filter((row) => pins.has(row.version)),
    );
  }
  for (const table of DECISION_TABLES) {
    add(
      table,
      [...model.table(table).values()].filter((row) => row.scenario === scenario.id),
    );
  }
  return lines.join('\n');
}

/**
 * The results a person sees, as text: each source's proof, each school's budget by source, in cents. Its SHA-256 is
 * the `resultsSha256` of an adoption.
 */
export function resultsText({ results, schools }: Calculation): string {
  const lines: string[] = [];
  for (const source of results.sources) {
    const { code, amountCents, centralCents, schoolsCents, leftCents } = source;
    lines.push(JSON.stringify(['source', code, amountCents, centralCents, schoolsCents, leftCents]));
  }
  // A value that does not exist is null, as in any JSON.
  const figures = ['pupils', 'formula', 'grants', 'locked', 'floor', 'topUp', 'deduction', 'total'] as const;
  for (const [at, { code }] of schools.entries()) {
    const amounts = results.sources.map((source) => source.amounts[at]);
    lines.push(JSON.stringify(['school', code, ...figures.map((figure) => results[figure][at]), ...amounts]));
  }
  return lines.join('\n');
}
