import { parseEligibility } from '../../../shared/calc/eligibility.ts';
import { parseFormula } from '../../../shared/calc/formula/formula.ts';
import { defaultFloorDecision } from '../../../shared/changes/floors.ts';
import { defaultDecision } from '../../../shared/changes/sources.ts';
import type { DecisionRow, MinimumKind } from '../../../shared/model/rows.ts';
import { keyOf } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { FLOOR_KEYS } from '../../../shared/scenarios/floorKeys.ts';
import { parsePercent, parsePositiveMoney, parseRate } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { isYes, readFloorKey } from '../readFloorKey.ts';
import { headerKey } from '../sheetNames.ts';
import type { CellContext, CellRow } from './CellContext.ts';

const DECISION_COLUMNS = [
  'status',
  'central_percent',
  'central_amount',
  'method',
  'weight_set',
  'formula',
  'eligibility',
  'rounding',
  'compare',
] as const;
type DecisionColumn = (typeof DECISION_COLUMNS)[number];

const LONGEST_ELIGIBILITY = 2_000_000;

/**
 * What a scenario decides about a source. As in the sheet `revenues`, a rule or formula must be readable, and what it
 * names may be missing; whether a method goes with a status is said by the calculation, at the source.
 */
export function readDecision(cells: CellContext, cell: CellRow): void {
  const parts = cells.parts(cell, ['source']);
  const source = parts && cells.source(cell.row, parts[0]!);
  const column = cells.column(cell, DECISION_COLUMNS);
  if (source === null || column === null) return;
  const scenario = cells.draft.row.id;
  const held = cells.draft.table('decision').get(keyOf(scenario, source)) ?? defaultDecision(scenario, source);
  const fields = readDecisionValue(cells, cell, column, held);
  if (fields) cells.draft.set('decision', { ...held, ...fields });
}

function readDecisionValue(
  cells: CellContext,
  { row, isEmpty }: CellRow,
  column: DecisionColumn,
  held: DecisionRow,
): Partial<DecisionRow> | null {
  const word = <Word extends string>(words: readonly Word[]): Word | null =>
    isEmpty ? null : row.word('value', words, words[0] as Word);
  switch (column) {
    case 'status': {
      const status = word(['lock', 'unlock', 'grant']);
      return isEmpty ? { status: 'lock' } : status && { status };
    }
    case 'method': {
      const method = word(['none', 'weights', 'shares', 'rates', 'proportional', 'per_school', 'table']);
      return isEmpty ? { method: 'none' } : method && { method };
    }
    case 'rounding':
      return { rounding: word(['rates', 'cent', 'dollar']) };
    case 'compare':
      return { compare: word(['in', 'out']) };
    case 'central_percent': {
      if (isEmpty) return held.centralKind === 'percent' ? { centralValue: 0 } : null;
      const percent = row.percent('value', parsePercent);
      return typeof percent === 'number' ? { centralKind: 'percent', centralValue: percent } : null;
    }
    case 'central_amount': {
      if (isEmpty) return held.centralKind === 'amount' ? { centralKind: 'percent', centralValue: 0 } : null;
      const amount = row.quantity('value', parsePositiveMoney);
      return amount === null ? null : { centralKind: 'amount', centralValue: amount };
    }
    case 'weight_set': {
      if (isEmpty) return { weightSet: null };
      const weightSet = cells.weightSet(row, 'value', row.text('value') ?? '');
      return weightSet === null ? null : { weightSet };
    }
    case 'formula': {
      const formula = row.longText('value', LIMITS.formulaLength);
      if (formula === null || formula === '') return { formula: null };
      const parsed = parseFormula(formula);
      if (!parsed.ok) row.fault('value', parsed.sentence);
      return { formula };
    }
    case 'eligibility': {
      const eligibility = row.longText('value', LONGEST_ELIGIBILITY);
      if (eligibility === null || eligibility === '') return { eligibility: '' };
      const parsed = parseEligibility(eligibility);
      if (parsed.kind === 'fault') row.fault('value', parsed.sentence);
      return { eligibility };
    }
  }
}

export function readMinimum(cells: CellContext, cell: CellRow): void {
  const { row, isEmpty } = cell;
  const parts = cells.parts(cell, ['level', 'code']);
  if (!parts) return;
  const [of, code] = parts as [string, string];
  if (of !== 'level' && of !== 'school') {
    row.fault('key', 'the key begins with level or school.');
    return;
  }
  const place = of === 'level' ? cells.level(row, code) : cells.school(row, code);
  const kind = cells.column<MinimumKind>(cell, ['per_pupil', 'amount']);
  if (place === null || kind === null) return;
  const table = of === 'level' ? 'levelMinimum' : 'schoolMinimum';
  const scenario = cells.draft.row.id;
  if (isEmpty) {
    // The other of the two columns may have been filled already; then this one says nothing.
    const held = cells.draft.table(table).get(keyOf(scenario, place));
    if (held?.kind === kind) cells.draft.table(table).delete(keyOf(scenario, place));
    return;
  }
  const value = row.quantity('value', kind === 'per_pupil' ? parseRate : parsePositiveMoney);
  if (value === null) return;
  if (of === 'level') cells.draft.set('levelMinimum', { scenario, level: place, kind, value });
  else cells.draft.set('schoolMinimum', { scenario, school: place, kind, value });
}

export function readFloor(cells: CellContext, cell: CellRow): void {
  const { row, parts } = cell;
  const { draft } = cells;
  const scenario = draft.row.id;
  if (parts.length === 2) {
    if (parts[0] === 'central_source') readPayingSource(cells, cell);
    else if (parts[0] === 'exempt') readExemption(cells, cell);
    else row.fault('key', 'a key of two parts begins with central_source or exempt.');
    return;
  }
  const key = FLOOR_KEYS.find((candidate) => headerKey(candidate) === headerKey(parts[0] ?? ''));
  if (parts.length !== 1 || key === undefined) {
    row.fault('key', `${quoted(parts.join('/'))} is not one of ${FLOOR_KEYS.join(', ')}.`);
    return;
  }
  if (!cells.column(cell, ['value'])) return;
  const held = draft.table('floorDecision').get(String(scenario)) ?? defaultFloorDecision(scenario);
  const fields = readFloorKey(row, key, (at) => {
    const code = at.text('value') ?? '';
    if (cells.context.hasSource(code)) return code;
    return at.fault('value', `${quoted(code)} is not the code of a revenue source.`);
  });
  draft.set('floorDecision', { ...held, ...fields });
}

function readPayingSource(cells: CellContext, cell: CellRow): void {
  const source = cells.source(cell.row, cell.parts[1]!);
  if (source === null || !cells.column(cell, ['value'])) return;
  const scenario = cells.draft.row.id;
  if (isYes(cell.row)) cells.draft.set('payingSource', { scenario, source });
  else cells.draft.table('payingSource').delete(keyOf(scenario, source));
}

function readExemption(cells: CellContext, cell: CellRow): void {
  const school = cells.school(cell.row, cell.parts[1]!);
  const column = cells.column(cell, ['value', 'reason']);
  if (school === null || column === null) return;
  const scenario = cells.draft.row.id;
  const rows = cells.draft.table('exemption');
  const held = rows.get(keyOf(scenario, school));
  if (column === 'reason') {
    const reason = cell.row.longText('value', LIMITS.noteLength);
    if (held && reason !== null) cells.draft.set('exemption', { ...held, reason });
    else if (!cell.isEmpty) cell.row.fault('key', 'only an exempt school has a reason.');
  } else if (isYes(cell.row)) cells.draft.set('exemption', { scenario, school, reason: held?.reason ?? '' });
  else rows.delete(keyOf(scenario, school));
}
