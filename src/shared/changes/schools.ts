import type { Model, RowOp } from '../model/Model.ts';
import type { EnrollmentRow, SchoolColumnRow, SchoolRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** A new school with no pupils and no current budget. `addSchool(model, {code: '0042', name: 'Oak', level: 'ES'})`. */
export function addSchool(model: Model, school: SchoolRow): Change {
  return { kind: 'schools', label: `Add school ${school.name}`, scenario: null, ops: setRow(model, 'school', school) };
}

export function renameSchool(model: Model, code: string, name: string): Change {
  const school = model.table('school').get(code) as SchoolRow;
  const ops = setRow(model, 'school', { ...school, name });
  return { kind: 'schools', label: `Name of ${school.name} → ${name}`, scenario: null, ops };
}

/**
 * The school's own level. Its pupils move with it where they stood at the old level and the school has none at the
 * new one yet: an elementary school relabelled Middle has middle-school pupils.
 */
export function setSchoolLevel(model: Model, code: string, level: string): Change {
  const school = model.table('school').get(code) as SchoolRow;
  const ops: RowOp[] = setRow(model, 'school', { ...school, level });
  const needs = [...model.table('need').keys()];
  // Counts are asked for by their keys: a paste of levels over a whole sheet would else read every count for each school.
  const countsAt = (version: number, at: string): EnrollmentRow[] =>
    needs.flatMap((need) => model.get('enrollment', version, code, at, need) ?? []);
  for (const { id, kind } of model.table('inputVersion').values()) {
    if (kind !== 'enrollment' || countsAt(id, level).length > 0) continue;
    for (const row of countsAt(id, school.level)) {
      ops.push(...removeRow(model, 'enrollment', keyOf(row.version, row.school, row.level, row.need)));
      ops.push(...setRow(model, 'enrollment', { ...row, level }));
    }
  }
  return { kind: 'schools', label: `Level of ${school.name} ${school.level} → ${level}`, scenario: null, ops };
}

/** Removes a school and every number that names it, in all versions and scenarios, as one change. */
export function removeSchools(model: Model, codes: readonly string[]): Change {
  const gone = new Set(codes);
  const ops: RowOp[] = [];
  for (const table of [
    'accountRule',
    'tableAmount',
    'schoolMinimum',
    'exemption',
    'currentBudget',
    'measure',
    'enrollment',
    'tag',
  ] as const) {
    for (const row of model.table(table).values()) {
      if (gone.has(row.school)) ops.push({ table, before: row, after: null } as RowOp);
    }
  }
  for (const code of gone) ops.push(...removeRow(model, 'school', code));
  const first = model.table('school').get(codes[0] ?? '')?.name ?? '';
  const label = codes.length === 1 ? `Remove school ${first}` : `Remove ${codes.length} schools`;
  return { kind: 'schools', label, scenario: null, ops };
}

/** A further column of the schools sheet. */
export function addSchoolColumn(model: Model, name: string, kind: SchoolColumnRow['kind']): Change {
  const last = model.ordered('schoolColumn').at(-1)?.position ?? -1;
  const ops = setRow(model, 'schoolColumn', { name, kind, position: last + 1 });
  return { kind: 'schools', label: `Add column ${name}`, scenario: null, ops };
}

/** Removes a further column with all its values, in every version. */
export function removeSchoolColumn(model: Model, name: string): Change {
  const ops: RowOp[] = [];
  for (const row of model.table('measure').values()) {
    if (row.measure === name) ops.push({ table: 'measure', before: row, after: null });
  }
  for (const row of model.table('tag').values()) {
    if (row.tag === name) ops.push({ table: 'tag', before: row, after: null });
  }
  ops.push(...removeRow(model, 'schoolColumn', name));
  return { kind: 'schools', label: `Remove column ${name}`, scenario: null, ops };
}

/** A measure of a school in one input version; null blanks it. `value` is a canonical decimal such as `0.57`. */
export function setMeasure(
  model: Model,
  version: number,
  school: string,
  measure: string,
  value: string | null,
): Change {
  const before = model.get('measure', version, school, measure)?.value ?? 'blank';
  const name = model.table('school').get(school)?.name ?? school;
  const ops =
    value === null
      ? removeRow(model, 'measure', keyOf(version, school, measure))
      : setRow(model, 'measure', { version, school, measure, value });
  const label = `${measure} of ${name} ${before} → ${value ?? 'blank'}`;
  return { kind: 'measures', label, scenario: null, ops };
}

/** A tag of a school; an empty text removes it. */
export function setTag(model: Model, school: string, tag: string, value: string): Change {
  const name = model.table('school').get(school)?.name ?? school;
  const ops = value === '' ? removeRow(model, 'tag', keyOf(school, tag)) : setRow(model, 'tag', { school, tag, value });
  return { kind: 'schools', label: `${tag} of ${name} → ${value || 'blank'}`, scenario: null, ops };
}
