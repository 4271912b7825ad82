import type { Difference } from '../../shared/scenarios/differences.ts';
import { enrollmentKey } from '../enrollment/enrollmentRows.ts';

/** Where a difference stands in the window. */
export interface DifferencePlace {
  readonly sheet: string;
  readonly cell?: { readonly rowKey: string; readonly columnId?: string; readonly grid?: string };
  /** A field that is no cell, by its test id. */
  readonly field?: string;
  /** How the sheet has to be opened so that the cell is on it: what it keeps in the document’s session. */
  readonly session?: Readonly<Record<string, string>>;
}

const DECISION_COLUMNS: Readonly<Record<string, string>> = {
  amount: 'amount',
  status: 'status',
  central_percent: 'central-share',
  central_amount: 'central-share',
  method: 'method',
  formula: 'method',
  weight_set: 'weight-set',
  eligibility: 'eligibility',
  rounding: 'rounding',
  compare: 'compare',
};

const FLOOR_FIELDS: Readonly<Record<string, string>> = {
  hold_harmless_percent: 'hold-harmless',
  basis: 'hold-harmless',
  use_minimums: 'use-minimums',
  cap_percent: 'cap',
  scaling: 'scaling',
};

/** The very cell or field of a difference, as the window’s sheets call their rows and columns. */
export function placeOf({ sheet, parts, column, versions }: Difference): DifferencePlace {
  const [first = '', second = '', third = ''] = parts;
  if (versions) {
    const pair = `${versions.before} ${versions.after}`;
    return { sheet: 'versions', session: { 'versions/kind': versions.kind, 'versions/pair': pair } };
  }
  switch (sheet) {
    case 'weights':
    case 'goal_weights': {
      const isGoal = sheet === 'goal_weights';
      const columnId = `${isGoal ? 'goal' : 'need'}:${third}`;
      const session = { weightSet: first, weightFace: isGoal ? 'goal' : 'weight' };
      return { sheet: 'weights', session, ...(second ? { cell: { rowKey: second, columnId } } : {}) };
    }
    case 'revenues':
      return column === 'amountCents'
        ? { sheet: 'revenues', cell: { rowKey: first, columnId: 'amount' } }
        : { sheet: 'sources', cell: { rowKey: first, columnId: DECISION_COLUMNS[column] ?? 'status' } };
    case 'shares':
    case 'rates': {
      const columnId = third === '' ? 'level-share' : `need:${third}`;
      const cell = { rowKey: second, columnId, grid: `source-${sheet}` };
      return { sheet: 'sources', cell, session: { 'sources/shown': first } };
    }
    case 'table':
      return { sheet: 'grants', cell: { rowKey: second, columnId: `source:${first}` } };
    case 'minimums': {
      const isLevel = first === 'level';
      const columnId = isLevel
        ? { per_pupil: 'per-pupil', amount: 'per-school' }[column]
        : { per_pupil: 'own-rate', amount: 'own-amount' }[column];
      const grid = isLevel ? 'level-minimums' : 'floor-schools';
      const cell = { rowKey: second, ...(columnId ? { columnId } : {}), grid };
      return { sheet: 'floors', cell, session: { 'floors/face': isLevel ? 'levels' : 'schools' } };
    }
    case 'floors':
      if (first === 'exempt') {
        const cell = { rowKey: second, columnId: 'exempt', grid: 'floor-schools' };
        return { sheet: 'floors', cell, session: { 'floors/face': 'schools' } };
      }
      return { sheet: 'floors', field: FLOOR_FIELDS[first] ?? 'payers' };
    case 'shocks': {
      const session = { scenarioRight: 'suppose' };
      if (first === 'revenue') {
        return {
          sheet: 'scenarios',
          session,
          cell: { rowKey: second || '*', columnId: 'percent', grid: 'shocks-revenue' },
        };
      }
      const columnId = third === '' ? 'every' : `need:${third}`;
      return { sheet: 'scenarios', session, cell: { rowKey: second || '*', columnId, grid: 'shocks-enrollment' } };
    }
    case 'path':
      return first === 'revenue_trigger'
        ? { sheet: 'gradual', field: 'revenue-trigger' }
        : { sheet: 'gradual', cell: { rowKey: first, columnId: 'share', grid: 'path' } };
    case 'growth':
      return { sheet: 'gradual', cell: { rowKey: `${first}:${second}`, columnId: 'percent', grid: 'growth' } };
    case 'enrollment':
      return { sheet: 'enrollment', cell: { rowKey: enrollmentKey(first, second), columnId: `need:${third}` } };
    case 'current': {
      const columnId = column === 'pupils' ? 'current-pupils' : 'current';
      return { sheet: 'schools', cell: { rowKey: first, columnId } };
    }
    case 'schools':
      return { sheet: 'schools', cell: { rowKey: first, columnId: `measure:${second}` } };
    case 'scenario':
      return { sheet: 'scenarios', session: { scenarioRight: 'about' } };
  }
}
