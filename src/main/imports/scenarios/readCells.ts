import type { GrowthRow, ShockRow, Tables } from '../../../shared/model/rows.ts';
import type { DecisionTable } from '../../../shared/model/scenarioTables.ts';
import { keyOf } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import {
  type Parsed,
  parseMoney,
  parsePercent,
  parsePositiveMoney,
  parseRate,
  parseShockPercent,
  parseWeight,
} from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import type { CellContext, CellRow } from './CellContext.ts';

type Parse = (text: string) => Parsed<number>;

/** Sets or removes one row that holds one number. */
function putNumber<T extends DecisionTable>(
  { draft }: CellContext,
  { row, isEmpty }: CellRow,
  table: T,
  keyParts: readonly (string | number)[],
  parse: Parse,
  make: (value: number) => Tables[T],
): void {
  if (isEmpty) {
    draft.table(table).delete(keyOf(draft.row.id, ...keyParts));
    return;
  }
  const isPercent = parse === parsePercent || parse === parseShockPercent;
  const value = isPercent ? row.percent('value', parse) : row.quantity('value', parse);
  if (typeof value === 'number') draft.set(table, make(value));
}

const isAll = <Value>(values: readonly (Value | null)[]): values is readonly Value[] => !values.includes(null);

export function readWeight(cells: CellContext, cell: CellRow, table: 'weight' | 'goalWeight'): void {
  const parts = cells.parts(cell, ['weight_set', 'level', 'need']);
  if (!parts || !cells.column(cell, ['weight'])) return;
  const { row } = cell;
  const codes = [
    cells.weightSet(row, 'key', parts[0]!),
    cells.level(row, parts[1]!),
    cells.need(row, parts[2]!),
  ] as const;
  if (!isAll(codes)) return;
  const [weightSet, level, need] = codes as readonly [string, string, string];
  const scenario = cells.draft.row.id;
  putNumber(cells, cell, table, codes, parseWeight, (weight) => ({ scenario, weightSet, level, need, weight }));
}

/** The place of a weight set, which makes it where there is none; an empty one removes it. */
export function readWeightSet(cells: CellContext, cell: CellRow): void {
  if (!cells.column(cell, ['position'])) return;
  const { draft } = cells;
  const { row } = cell;
  const weightSet = cell.parts[0]!;
  const scenario = draft.row.id;
  if (!cell.isEmpty) {
    const text = row.text('value') ?? '';
    if (!/^[1-9]\d{0,2}$/.test(text) || Number(text) > LIMITS.weightSets) {
      row.fault('value', `${quoted(text)} is not a place; it is a whole number from 1 to ${LIMITS.weightSets}.`);
    } else if (weightSet === '' || weightSet.length > LIMITS.codeLength || weightSet.trim() !== weightSet) {
      row.fault('key', `${quoted(weightSet)} cannot be the name of a weight set.`);
    } else draft.set('weightSet', { scenario, weightSet, position: Number(text) - 1 });
    return;
  }
  const user = [...draft.table('decision').values()].find((decision) => decision.weightSet === weightSet);
  if (user) {
    row.fault('key', `${quoted(weightSet)} cannot be removed, because the source ${user.source} uses it.`);
    return;
  }
  draft.table('weightSet').delete(keyOf(scenario, weightSet));
  for (const table of ['weight', 'goalWeight'] as const) {
    for (const [key, held] of draft.table(table)) if (held.weightSet === weightSet) draft.table(table).delete(key);
  }
}

export function readShare(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['source', 'level', 'need'], 1);
  if (!parts || !cells.column(cell, ['percent'])) return;
  const { row } = cell;
  const codes = [
    cells.source(row, parts[0]!),
    cells.level(row, parts[1]!),
    parts[2] === '' ? '' : cells.need(row, parts[2]!),
  ] as const;
  if (!isAll(codes)) return;
  const [source, level, need] = codes as readonly [string, string, string];
  const scenario = cells.draft.row.id;
  putNumber(cells, cell, 'share', codes, parsePercent, (percent) => ({ scenario, source, level, need, percent }));
}

export function readRate(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['source', 'level', 'need']);
  if (!parts || !cells.column(cell, ['rate'])) return;
  const { row } = cell;
  const codes = [cells.source(row, parts[0]!), cells.level(row, parts[1]!), cells.need(row, parts[2]!)] as const;
  if (!isAll(codes)) return;
  const [source, level, need] = codes as readonly [string, string, string];
  const scenario = cells.draft.row.id;
  putNumber(cells, cell, 'rate', codes, parseRate, (rate) => ({ scenario, source, level, need, rate }));
}

export function readTableAmount(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['source', 'school']);
  if (!parts || !cells.column(cell, ['amount'])) return;
  const codes = [cells.source(cell.row, parts[0]!), cells.school(cell.row, parts[1]!)] as const;
  if (!isAll(codes)) return;
  const [source, school] = codes as readonly [string, string];
  const scenario = cells.draft.row.id;
  putNumber(cells, cell, 'tableAmount', codes, parseMoney, (amountCents) => ({
    scenario,
    source,
    school,
    amountCents,
  }));
}

/** What a key that begins with `enrollment` or `revenue` is about; an empty part is every level, need or source. */
function readSubject(
  cells: CellContext,
  cell: CellRow,
  enrollment: readonly string[],
): Pick<ShockRow, 'kind' | 'level' | 'need' | 'source'> | null {
  const { row } = cell;
  const kind = cell.parts[0];
  if (kind === 'revenue') {
    const parts = cells.parts(cell, ['revenue', 'source'], 1);
    const source = parts && (parts[1] === '' ? '' : cells.source(row, parts[1]!));
    return source === null ? null : { kind, level: '', need: '', source };
  }
  if (kind !== 'enrollment') return row.fault('key', 'the key begins with enrollment or revenue.');
  const parts = cells.parts(cell, ['enrollment', ...enrollment], enrollment.length);
  if (!parts) return null;
  const level = parts[1] === '' ? '' : cells.level(row, parts[1]!);
  const need = (parts[2] ?? '') === '' ? '' : cells.need(row, parts[2]!);
  return level === null || need === null ? null : { kind, level, need, source: '' };
}

export function readShock(cells: CellContext, cell: CellRow): void {
  const subject = readSubject(cells, cell, ['level', 'need']);
  if (!subject || !cells.column(cell, ['percent'])) return;
  const scenario = cells.draft.row.id;
  const { kind, level, need, source } = subject;
  putNumber(cells, cell, 'shock', [kind, level, need, source], parseShockPercent, (percent) => ({
    scenario,
    ...subject,
    percent,
  }));
}

export function readGrowth(cells: CellContext, cell: CellRow): void {
  const subject = readSubject(cells, cell, ['level']);
  if (!subject || !cells.column(cell, ['percent'])) return;
  const { kind, level, source } = subject;
  const row: Omit<GrowthRow, 'percent'> = { scenario: cells.draft.row.id, kind, level, source };
  putNumber(cells, cell, 'growth', [kind, level, source], parseShockPercent, (percent) => ({ ...row, percent }));
}

export function readPath(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['year']);
  if (!parts) return;
  const scenario = cells.draft.row.id;
  if (parts[0] === 'revenue_trigger') {
    if (!cells.column(cell, ['amount'])) return;
    putNumber(cells, cell, 'revenueTrigger', [], parsePositiveMoney, (amountCents) => ({ scenario, amountCents }));
    return;
  }
  if (!cells.column(cell, ['share'])) return;
  const year = /^\d{1,3}$/.test(parts[0]!) ? Number(parts[0]) : -1;
  if (year < 0 || year > LIMITS.pathYears) {
    cell.row.fault('key', `${quoted(parts[0]!)} is neither revenue_trigger nor a year from 0 to ${LIMITS.pathYears}.`);
    return;
  }
  putNumber(cells, cell, 'pathShare', [year], parsePercent, (share) => ({ scenario, year, share }));
}
