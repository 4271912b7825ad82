import type { Model } from '../model/Model.ts';
import type { YearMeasureRow, YearValueRow } from '../model/rows.ts';
import { compareCodes } from '../model/tables.ts';
import { compareYears } from './yearText.ts';

/** How much of years a document holds. */
export const YEAR_LIMITS = { years: 60, groups: 60, values: 3_000_000 } as const;

/** What measures are called where a district has none of the kind yet. */
export const USUAL_MEASURES = {
  amount: { measure: 'Budget', kind: 'amount', unit: 'dollars', better: 'neither' },
  pupils: { measure: 'Pupils', kind: 'pupils', unit: 'pupils', better: 'neither' },
} as const satisfies Record<string, Omit<YearMeasureRow, 'position'>>;

export const ALL_PUPILS = 'All pupils';

/** The measures in their order. */
export function orderedYearMeasures(model: Model): YearMeasureRow[] {
  return [...model.table('yearMeasure').values()].sort(
    (left, right) => left.position - right.position || compareCodes(left.measure, right.measure),
  );
}

/** The first measure of a kind, which budgets or pupils of a year are read from; null where there is none. */
export function firstOfKind(model: Model, kind: YearMeasureRow['kind']): YearMeasureRow | null {
  return orderedYearMeasures(model).find((row) => row.kind === kind) ?? null;
}

/** The years of which there is any value, in the order of time; of one measure, where it is given. */
export function orderedYears(model: Model, measure?: string): string[] {
  const years = new Set<string>();
  let last = '';
  for (const row of model.table('yearValue').values()) {
    if (row.year === last || (measure !== undefined && row.measure !== measure)) continue;
    years.add(row.year);
    last = measure === undefined ? row.year : '';
  }
  return [...years].sort(compareYears);
}

/** The groups of pupils with values: all pupils first, then needs in their order, then others by name. */
export function orderedGroups(model: Model, measure?: string): string[] {
  const groups = new Set<string>();
  for (const row of model.table('yearValue').values()) {
    if (measure === undefined || row.measure === measure) groups.add(row.studentGroup);
  }
  return sortGroups(model, groups);
}

export function sortGroups(model: Model, groups: Iterable<string>): string[] {
  const needs = new Map(model.ordered('need').map(({ code }, at) => [code, at]));
  const place = (group: string): number => (group === '' ? -1 : (needs.get(group) ?? needs.size));
  return [...groups].sort((left, right) => place(left) - place(right) || compareCodes(left, right));
}

/** A group as people read it: `All pupils`, a need's name, or the name it was given. */
export function groupName(model: Model, group: string): string {
  if (group === '') return ALL_PUPILS;
  return model.table('need').get(group)?.name ?? group;
}

/** Values of one measure and group by year and school, as numbers; exact enough for statistics, never paid. */
export type ValuesByYear = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One reading of the values for several measures at once: `read(measure, group)` is empty where there are none. */
export class YearValues {
  readonly #held = new Map<string, Map<string, Map<string, number>>>();

  constructor(model: Model, wanted: readonly { readonly measure: string; readonly group?: string }[]) {
    const measures = new Map<string, ReadonlySet<string> | null>();
    for (const { measure, group } of wanted) {
      const held = measures.get(measure);
      if (held === null) continue;
      measures.set(measure, group === undefined ? null : new Set([...(held ?? []), group]));
    }
    for (const row of model.table('yearValue').values()) {
      const groups = measures.get(row.measure);
      if (groups === undefined || (groups !== null && !groups.has(row.studentGroup))) continue;
      this.#add(row);
    }
  }

  #add({ measure, studentGroup, year, school, value }: YearValueRow): void {
    const key = `${measure}\u001f${studentGroup}`;
    const years = this.#held.get(key) ?? new Map<string, Map<string, number>>();
    this.#held.set(key, years);
    const schools = years.get(year) ?? new Map<string, number>();
    years.set(year, schools);
    schools.set(school, Number(value));
  }

  read(measure: string, group: string): ValuesByYear {
    return this.#held.get(`${measure}\u001f${group}`) ?? NOTHING;
  }

  /** The values of one year by school. */
  of(measure: string, group: string, year: string): ReadonlyMap<string, number> {
    return this.read(measure, group).get(year) ?? NO_SCHOOLS;
  }
}

const NOTHING: ValuesByYear = new Map();
const NO_SCHOOLS: ReadonlyMap<string, number> = new Map();
