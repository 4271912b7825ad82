import type { Model, RowOp } from '../model/Model.ts';
import type { YearMeasureRow, YearValueRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import { yearNumberText } from '../years/yearNumber.ts';
import { groupName, orderedGroups, orderedYearMeasures, orderedYears, YEAR_LIMITS } from '../years/yearRows.ts';
import { type Change, removeRow, setRow } from './Change.ts';
import { renameMeasureInSlides } from './slides.ts';

const of = (label: string, ops: RowOp[]): Change => ({ kind: 'years', label, scenario: null, ops });

/** What is wrong with a short text that names a year, a group or a measure; null where nothing is. */
export function yearNameFault(what: string, text: string): string | null {
  if (text.trim() === '') return `${what} needs a name.`;
  if (text.trim().length > LIMITS.codeLength) return `${what} has a name of at most ${LIMITS.codeLength} characters.`;
  if (/\p{Cc}/u.test(text)) return `${what} cannot have a line break or tab in its name.`;
  return null;
}

const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function measureFault(model: Model, name: string, but: string | null): string | null {
  const fault = yearNameFault('A measure', name);
  if (fault) return fault;
  const other = orderedYearMeasures(model).find(({ measure }) => measure !== but && sameName(measure, name));
  return other ? `There is a measure called ${quoted(other.measure)} already.` : null;
}

/** Money is in dollars and pupils are in pupils; only how pupils do has a unit to choose. */
export function fittingUnit(kind: YearMeasureRow['kind'], unit: YearMeasureRow['unit']): YearMeasureRow['unit'] {
  if (kind === 'amount') return 'dollars';
  if (kind === 'pupils') return 'pupils';
  return unit === 'percent' ? 'percent' : 'points';
}

/** A new measure behind the others. */
export function addYearMeasure(model: Model, row: Omit<YearMeasureRow, 'position'>): Change | string {
  const measure = row.measure.trim();
  const fault = measureFault(model, measure, null);
  if (fault) return fault;
  const rows = orderedYearMeasures(model);
  if (rows.length >= LIMITS.yearMeasures) {
    return `A document holds at most ${LIMITS.yearMeasures} measures by year. Remove one first.`;
  }
  const position = (rows.at(-1)?.position ?? -1) + 1;
  const added = { ...row, measure, unit: fittingUnit(row.kind, row.unit), position };
  return of(`Add measure ${measure}`, setRow(model, 'yearMeasure', added));
}

/** Another name, kind, unit or direction of a measure. Another name takes its values along, and the slides that show it. */
export function editYearMeasure(
  model: Model,
  measure: string,
  part: Partial<Omit<YearMeasureRow, 'position'>>,
): Change | string {
  const held = model.table('yearMeasure').get(measure);
  if (!held) return 'The measure is no longer there.';
  const name = (part.measure ?? measure).trim();
  const fault = measureFault(model, name, measure);
  if (fault) return fault;
  const kind = part.kind ?? held.kind;
  const after: YearMeasureRow = {
    ...held,
    ...part,
    measure: name,
    kind,
    unit: fittingUnit(kind, part.unit ?? held.unit),
  };
  if (name === measure)
    return of(`Measure ${measure}: ${whatDiffers(held, after)}`, setRow(model, 'yearMeasure', after));
  const ops: RowOp[] = setRow(model, 'yearMeasure', after);
  const removals: RowOp[] = [];
  for (const [key, row] of model.table('yearValue')) {
    if (row.measure !== measure) continue;
    ops.push({ table: 'yearValue', before: null, after: { ...row, measure: name } });
    removals.push(...removeRow(model, 'yearValue', key));
  }
  ops.push(...removals, ...removeRow(model, 'yearMeasure', measure), ...renameMeasureInSlides(model, measure, name));
  return of(`Measure ${measure} → ${name}`, ops);
}

function whatDiffers(before: YearMeasureRow, after: YearMeasureRow): string {
  if (before.kind !== after.kind) return `kind → ${after.kind}`;
  if (before.unit !== after.unit) return `unit → ${after.unit}`;
  return `better → ${after.better}`;
}

/** Takes a measure away with all its values; `describeRemoval` counts them. */
export function removeYearMeasure(model: Model, measure: string): Change {
  return of(`Remove measure ${measure}`, [
    ...removeValues(model, (row) => row.measure === measure),
    ...removeRow(model, 'yearMeasure', measure),
  ]);
}

/** Moves a measure one place up (−1) or down (+1). */
export function moveYearMeasure(model: Model, measure: string, by: -1 | 1): Change {
  const list = orderedYearMeasures(model);
  const at = list.findIndex((row) => row.measure === measure);
  const [one, other] = [list[at], list[at + by]];
  const ops: RowOp[] = [];
  if (one && other) {
    const moved = [...list];
    moved[at] = other;
    moved[at + by] = one;
    moved.forEach((row, position) => {
      ops.push(...setRow(model, 'yearMeasure', { ...row, position }));
    });
  }
  return of(`Move measure ${measure} ${by < 0 ? 'up' : 'down'}`, ops);
}

/** Which value of which school is meant. */
export type YearCell = Pick<YearValueRow, 'year' | 'school' | 'measure' | 'studentGroup'>;

/** One value, as a canonical decimal; null takes it away. A year or group is there as long as it has a value. */
export function setYearValue(model: Model, cell: YearCell, value: string | null): Change | string {
  const measure = model.table('yearMeasure').get(cell.measure);
  if (!measure) return `The measure ${quoted(cell.measure)} is no longer there.`;
  const fault = yearNameFault('A year', cell.year);
  if (fault) return fault;
  const key = keyOf(cell.year, cell.school, cell.measure, cell.studentGroup);
  const before = model.table('yearValue').get(key)?.value;
  const shown = (text: string | null | undefined): string => (text ? yearNumberText(text, measure.unit) : 'none');
  const group = cell.studentGroup === '' ? '' : `, ${groupName(model, cell.studentGroup)}`;
  const label = `${cell.measure} ${cell.year}, ${cell.school}${group} ${shown(before)} → ${shown(value)}`;
  const { year, school, studentGroup } = cell;
  const ops =
    value === null
      ? removeRow(model, 'yearValue', key)
      : setRow(model, 'yearValue', { year, school, measure: cell.measure, studentGroup, value });
  return of(label, ops);
}

/** Takes every value of a year away; the measures stay. */
export function removeYear(model: Model, year: string): Change {
  return of(
    `Remove year ${year}`,
    removeValues(model, (row) => row.year === year),
  );
}

/** Takes the values of a row of the sheet away: one school, measure and group in all years. */
export function removeYearLine(model: Model, line: Omit<YearCell, 'year'>): Change {
  const { school, measure, studentGroup } = line;
  const group = studentGroup === '' ? '' : `, ${groupName(model, studentGroup)}`;
  return of(
    `Remove ${measure} of ${school}${group}`,
    removeValues(model, (row) => row.school === school && row.measure === measure && row.studentGroup === studentGroup),
  );
}

function removeValues(model: Model, isMeant: (row: YearValueRow) => boolean): RowOp[] {
  const ops: RowOp[] = [];
  for (const row of model.table('yearValue').values()) {
    if (isMeant(row)) ops.push({ table: 'yearValue', before: row, after: null });
  }
  return ops;
}

/** What an import or a snapshot brings. */
export interface YearValuesToPut {
  /** Measures that are new; those the document has keep what they are. */
  readonly measures: readonly Omit<YearMeasureRow, 'position'>[];
  readonly values: readonly YearValueRow[];
  /** Values that the document may hold and that are not there any more: suppressed since. */
  readonly gone: readonly YearCell[];
}

/** Puts many values at once, all or none; a sentence where the document would hold more than it can. */
export function putYearValues(
  model: Model,
  put: YearValuesToPut,
  label: string,
  kind: 'years' | 'import' = 'years',
): Change | string {
  const ops: RowOp[] = [];
  const rows = orderedYearMeasures(model);
  let position = (rows.at(-1)?.position ?? -1) + 1;
  for (const row of put.measures) {
    if (model.table('yearMeasure').has(row.measure)) continue;
    const fault = measureFault(model, row.measure, null);
    if (fault) return fault;
    const { measure, kind: about, unit, better } = row;
    ops.push({
      table: 'yearMeasure',
      before: null,
      after: { measure, kind: about, unit, better, position: position++ },
    });
  }
  if (rows.length + ops.length > LIMITS.yearMeasures) {
    return `A document holds at most ${LIMITS.yearMeasures} measures by year; with these it would hold ${rows.length + ops.length}. Leave some out.`;
  }
  const years = new Set(orderedYears(model));
  const groups = new Set(orderedGroups(model));
  const held = model.table('yearValue');
  let size = held.size;
  for (const row of put.values) {
    const before = held.get(keyOf(row.year, row.school, row.measure, row.studentGroup)) ?? null;
    years.add(row.year);
    groups.add(row.studentGroup);
    if (!before) size++;
    if (before?.value !== row.value) ops.push({ table: 'yearValue', before, after: row });
  }
  for (const { year, school, measure, studentGroup } of put.gone) {
    ops.push(...removeRow(model, 'yearValue', keyOf(year, school, measure, studentGroup)));
  }
  if (years.size > YEAR_LIMITS.years) {
    return `A document holds at most ${YEAR_LIMITS.years} years; with these it would hold ${years.size}. Leave some out.`;
  }
  if (groups.size > YEAR_LIMITS.groups) {
    return `A document holds at most ${YEAR_LIMITS.groups} groups of pupils; with these it would hold ${groups.size}. Leave some out.`;
  }
  if (size > YEAR_LIMITS.values) {
    return `A document holds at most ${YEAR_LIMITS.values.toLocaleString('en-US')} values of years. Leave some out.`;
  }
  return { kind, label, scenario: null, ops };
}
