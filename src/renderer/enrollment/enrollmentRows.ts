import type { SheetRow } from '../grid/SheetColumn.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** One school at one level. A K-8 school has two. */
export interface EnrollmentSheetRow extends SheetRow {
  readonly school: string;
  readonly level: string;
}

export const enrollmentKey = (school: string, level: string): string => `${school} · ${level}`;

/**
 * The rows of the enrollment sheet: each school at its own level, at every level where it has counts, and at the
 * levels in `kept`, where a row was just added or emptied and nothing is typed yet. Levels come in the district's order.
 */
export function enrollmentRows(document: DocumentState, kept: ReadonlySet<string>): EnrollmentSheetRow[] {
  const { model, calculation } = document;
  const version = pinnedVersions(document).enrollment;
  const counted = new Set<string>();
  for (const row of model.table('enrollment').values()) {
    if (row.version === version) counted.add(enrollmentKey(row.school, row.level));
  }
  const levels = model.ordered('level').map((level) => level.code);
  const rows: EnrollmentSheetRow[] = [];
  for (const school of calculation.schools) {
    for (const level of levels) {
      const key = enrollmentKey(school.code, level);
      if (school.level === level || counted.has(key) || kept.has(key)) {
        rows.push({ key, index: rows.length, school: school.code, level });
      }
    }
  }
  return rows;
}
