import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { CurrentBudgetRow, ScenarioRow, SchoolRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { formatMoney } from '../text/formatNumber.ts';
import type { FindingCell } from './DataFinding.ts';
import type { FindingSettings } from './FindingSettings.ts';

/** A school with what the scenario's versions say of it. */
export interface FindingSchool {
  readonly row: SchoolRow;
  /** `Lincoln (0042)`. */
  readonly title: string;
  /** Pupils of the first need over all levels as counted, before any shock of the scenario, in hundredths. */
  readonly pupils: number;
  /** Pupils by level and need as counted, in hundredths; no entry is no pupils. */
  readonly counts: ReadonlyMap<string, number>;
  readonly current: CurrentBudgetRow | null;
}

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** The key of a school's count. */
export const countKey = (level: string, need: string): string => keyOf(level, need);

/** What every rule looks at: the model, the scenario's versions, and the calculation. */
export class FindingContext {
  readonly model: Model;
  readonly scenario: ScenarioRow;
  readonly calculation: Calculation;
  readonly settings: FindingSettings;
  readonly schools: readonly FindingSchool[];
  /** Values of the pinned measures: decimal text by measure, then by school. */
  readonly measures: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(model: Model, scenario: ScenarioRow, calculation: Calculation, settings: FindingSettings) {
    this.model = model;
    this.scenario = scenario;
    this.calculation = calculation;
    this.settings = settings;
    const first = calculation.needs[0]?.code;
    const counts = new Map<string, Map<string, number>>();
    const pupils = new Map<string, number>();
    for (const row of model.table('enrollment').values()) {
      if (row.version !== scenario.enrollmentVersion) continue;
      const held = counts.get(row.school);
      if (held) held.set(countKey(row.level, row.need), row.count);
      else counts.set(row.school, new Map([[countKey(row.level, row.need), row.count]]));
      if (row.need === first) pupils.set(row.school, (pupils.get(row.school) ?? 0) + row.count);
    }
    this.schools = calculation.schools.map((row) => ({
      row,
      title: `${row.name} (${row.code})`,
      pupils: pupils.get(row.code) ?? 0,
      counts: counts.get(row.code) ?? NO_COUNTS,
      current: model.get('currentBudget', scenario.currentVersion, row.code) ?? null,
    }));
    const measures = new Map<string, Map<string, string>>();
    for (const column of model.ordered('schoolColumn'))
      if (column.kind === 'measure') measures.set(column.name, new Map());
    for (const row of model.table('measure').values()) {
      if (row.version === scenario.measuresVersion) measures.get(row.measure)?.set(row.school, row.value);
    }
    this.measures = measures;
  }

  currentCell(school: string, column: 'amountCents' | 'pupils' = 'amountCents'): FindingCell {
    const key = keyOf(this.scenario.currentVersion, school);
    return { sheet: 'schools', table: 'currentBudget', key, column, row: school };
  }

  countCell(school: string, level: string, need: string): FindingCell {
    const key = keyOf(this.scenario.enrollmentVersion, school, level, need);
    return { sheet: 'enrollment', table: 'enrollment', key, column: 'count', row: school };
  }

  measureCell(school: string, measure: string): FindingCell {
    const key = keyOf(this.scenario.measuresVersion, school, measure);
    return { sheet: 'schools', table: 'measure', key, column: 'value', row: school };
  }

  tagCell(school: string, tag: string): FindingCell {
    return { sheet: 'schools', table: 'tag', key: keyOf(school, tag), column: 'value', row: school };
  }

  schoolCell(school: string, column: 'code' | 'name' | 'level' = 'code'): FindingCell {
    return { sheet: 'schools', table: 'school', key: school, column, row: school };
  }
}

/** `A, B and C`; of many the first ones and how many more. */
export function listed(texts: readonly string[], most = 4): string {
  if (texts.length === 1) return texts[0] as string;
  if (texts.length <= most) return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  return `${texts.slice(0, most).join(', ')} and ${texts.length - most} more`;
}

export const dollars = (cents: number): string => (cents < 0 ? `−$${formatMoney(-cents)}` : `$${formatMoney(cents)}`);

/** Groups by a key, in order of first mention; groups of one are left out. */
export function groupsOf<Item>(items: Iterable<Item>, key: (item: Item) => string | null): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const at = key(item);
    if (at === null) continue;
    const group = groups.get(at);
    if (group) group.push(item);
    else groups.set(at, [item]);
  }
  return [...groups].filter(([, group]) => group.length > 1);
}
