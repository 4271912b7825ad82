import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { ScenarioRow, TableName } from '../model/rows.ts';
import { DECISION_TABLES } from '../model/scenarioTables.ts';
import { compareCodes, TABLES } from '../model/tables.ts';
import { categoriesKnown, isSourceKnown, schoolsKnown } from './partsOf.ts';

const VERSION_TABLES = ['enrollment', 'measure', 'currentBudget', 'revenue'] as const;

type PlainRow = Record<string, string | number | null>;

/**
 * What a scenario takes from the lists that all scenarios share, as lines: its levels, needs and sources in their order,
 * its schools with their levels, and the tags that its rules and formulas read. Only what the scenario knows is in it,
 * so a school or source added later leaves it alone; names are not, since they calculate nothing.
 */
export function sharedLines(model: Model, scenario: ScenarioRow): string[] {
  const known = schoolsKnown(model, scenario);
  const schools = [...model.table('school').values()].filter(({ code }) => known.has(code));
  const { levels, needs } = categoriesKnown(model, scenario);
  const levelsOfSchools = new Set(schools.map(({ level }) => level));
  const lines = [
    ...model
      .ordered('level')
      .flatMap(({ code }) => (levels.has(code) || levelsOfSchools.has(code) ? [['level', code]] : [])),
    ...model.ordered('need').flatMap(({ code }) => (needs.has(code) ? [['need', code]] : [])),
    ...model
      .ordered('source')
      .filter(({ code }) => isSourceKnown(model, scenario, code))
      .map(({ code, origin, restriction }) => ['source', code, origin, restriction]),
    ...schools.sort((a, b) => compareCodes(a.code, b.code)).map(({ code, level }) => ['school', code, level]),
  ];
  const isRead = tagsRead(model, scenario);
  const tags = [...model.table('tag').values()]
    .filter(({ tag, school }) => known.has(school) && isRead(tag))
    .map(({ school, tag, value }) => JSON.stringify(['tag', school, tag, value]));
  return [...lines.map((line) => JSON.stringify(line)), ...tags.sort(compareCodes)];
}

/** Whether a rule or formula of the scenario may read a tag; its name is matched as loosely as formulas match it. */
function tagsRead(model: Model, scenario: ScenarioRow): (tag: string) => boolean {
  const fold = (text: string): string => text.toLowerCase().replace(/[\s_]+/g, '');
  const decisions = [...model.table('decision').values()].filter((row) => row.scenario === scenario.id);
  const written = fold(decisions.map(({ formula, eligibility }) => `${formula ?? ''} ${eligibility}`).join(' '));
  return (tag) => written.includes(fold(tag));
}

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
  const lines: string[] = sharedLines(model, scenario);
  const add = (table: TableName, rows: Iterable<unknown>): void => {
    const names = TABLES[table].columns
      .map(({ name }) => name)
      .filter((name) => !['scenario', 'version'].includes(name));
    const written: string[] = [];
    for (const row of rows) written.push(JSON.stringify([table, ...names.map((name) => (row as PlainRow)[name])]));
    for (const line of written.sort(compareCodes)) lines.push(line);
  };
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
 * the `resultsSha256` of an adoption. Schools and sources that the scenario does not know are left out: they get and
 * give nothing once it is adopted.
 */
export function resultsText({ results, schools, plan }: Calculation): string {
  const lines: string[] = [];
  const sources = results.sources.filter(({ code }) => isSourceKnown(plan.model, plan.scenario, code));
  for (const source of sources) {
    const { code, amountCents, centralCents, schoolsCents, leftCents } = source;
    lines.push(JSON.stringify(['source', code, amountCents, centralCents, schoolsCents, leftCents]));
  }
  const known = schoolsKnown(plan.model, plan.scenario);
  // A value that does not exist is null, as in any JSON.
  const figures = ['pupils', 'formula', 'grants', 'locked', 'floor', 'topUp', 'deduction', 'total'] as const;
  for (const [at, { code }] of schools.entries()) {
    if (!known.has(code)) continue;
    const amounts = sources.map((source) => source.amounts[at]);
    lines.push(JSON.stringify(['school', code, ...figures.map((figure) => results[figure][at]), ...amounts]));
  }
  return lines.join('\n');
}
