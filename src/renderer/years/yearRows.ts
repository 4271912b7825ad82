import type { Model } from '../../shared/model/Model.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import { orderedGroups, orderedYearMeasures, sortGroups } from '../../shared/years/yearRows.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';

/** One school, measure and group of pupils; its years are columns. */
export interface YearSheetRow extends SheetRow {
  readonly school: string;
  readonly measure: string;
  readonly group: string;
}

export const yearRowKey = (school: string, measure: string, group: string): string =>
  `${school} · ${measure} · ${group}`;

/**
 * The rows of the sheet: every school of the district for each measure and each group that the measure has values of,
 * or that was just added; schools that have closed where there are values of them. By school, measure, group.
 */
export function yearRows(
  model: Model,
  schools: readonly { readonly code: string }[],
  measure: string,
  addedGroups: readonly string[],
): YearSheetRow[] {
  const measures = orderedYearMeasures(model).filter((row) => measure === '' || row.measure === measure);
  const own = new Set(schools.map(({ code }) => code));
  const closed = new Map<string, Set<string>>();
  for (const row of model.table('yearValue').values()) {
    if (own.has(row.school)) continue;
    const lines = closed.get(row.school) ?? new Set<string>();
    closed.set(row.school, lines.add(`${row.measure}\u001f${row.studentGroup}`));
  }
  const groupsOf = new Map(
    measures.map((row) => [
      row.measure,
      sortGroups(
        model,
        new Set(['', ...orderedGroups(model, row.measure), ...(row.kind === 'amount' ? [] : addedGroups)]),
      ),
    ]),
  );
  const rows: YearSheetRow[] = [];
  const codes = [...schools.map(({ code }) => code), ...[...closed.keys()].sort(compareCodes)];
  for (const school of codes) {
    const lines = closed.get(school);
    for (const { measure: name } of measures) {
      for (const group of groupsOf.get(name) ?? []) {
        if (lines && !lines.has(`${name}\u001f${group}`)) continue;
        rows.push({ key: yearRowKey(school, name, group), index: rows.length, school, measure: name, group });
      }
    }
  }
  return rows;
}

/** The same list where nothing has come or gone, so that the grid keeps its place while values are typed. */
export function keepRows(before: readonly YearSheetRow[], now: YearSheetRow[]): readonly YearSheetRow[] {
  return before.length === now.length && now.every(({ key }, at) => key === before[at]?.key) ? before : now;
}
