import { keyOf } from '../../../shared/model/tables.ts';
import { parseCount, parseMeasure, parseMoney, parsePositiveMoney } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import type { CellContext, CellRow } from './CellContext.ts';

/** A projected amount that differs from the base's; the scenario then has its own version of the revenues. */
export function readRevenue(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['source']);
  const source = parts && cells.source(cell.row, parts[0]!);
  if (source === null) return;
  const amountCents = cell.isEmpty ? null : cell.row.quantity('value', parsePositiveMoney);
  const rows = cells.draft.input('revenues');
  const version = cells.draft.row.revenuesVersion;
  if (cell.isEmpty) rows.delete(keyOf(version, source));
  else if (amountCents !== null) rows.set(keyOf(version, source), { version, source, amountCents });
}

export function readCount(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['school', 'level', 'need']);
  if (!parts || !cells.column(cell, ['count'])) return;
  const school = cells.school(cell.row, parts[0]!);
  const level = cells.level(cell.row, parts[1]!);
  const need = cells.need(cell.row, parts[2]!);
  if (school === null || level === null || need === null) return;
  const count = cell.isEmpty ? null : cell.row.quantity('value', parseCount);
  const rows = cells.draft.input('enrollment');
  const version = cells.draft.row.enrollmentVersion;
  if (cell.isEmpty) rows.delete(keyOf(version, school, level, need));
  else if (count !== null) rows.set(keyOf(version, school, level, need), { version, school, level, need, count });
}

export function readCurrent(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['school']);
  const school = parts && cells.school(cell.row, parts[0]!);
  const column = cells.column(cell, ['amount', 'pupils']);
  if (school === null || column === null) return;
  const rows = cells.draft.input('current');
  const version = cells.draft.row.currentVersion;
  const key = keyOf(version, school);
  const held = rows.get(key);
  if (column === 'amount') {
    const amountCents = cell.isEmpty ? null : cell.row.quantity('value', parseMoney);
    if (cell.isEmpty) rows.delete(key);
    else if (amountCents !== null) rows.set(key, { version, school, pupils: held?.pupils ?? null, amountCents });
    return;
  }
  const pupils = cell.isEmpty ? null : cell.row.quantity('value', parseCount);
  if (held) rows.set(key, { ...held, pupils });
  else if (!cell.isEmpty) cell.row.fault('key', 'only a school with a current amount has pupils it was for.');
}

export function readMeasure(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['school']);
  const school = parts && cells.school(cell.row, parts[0]!);
  if (school === null) return;
  const measure = cell.column;
  if (cells.context.plan.rowAfter('schoolColumn', measure)?.kind !== 'measure') {
    cell.row.fault('column', `${quoted(measure)} is not a measure of the sheet schools.`);
    return;
  }
  const value = cell.isEmpty ? null : cell.row.quantity('value', parseMeasure);
  const rows = cells.draft.input('measures');
  const version = cells.draft.row.measuresVersion;
  if (cell.isEmpty) rows.delete(keyOf(version, school, measure));
  else if (value !== null) rows.set(keyOf(version, school, measure), { version, school, measure, value });
}
