import { LIMITS } from '../../../shared/model/units.ts';
import { CELL_SHEETS, type CellSheet, splitKey } from '../../../shared/scenarios/cellKey.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import type { TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';
import type { CellContext, CellRow } from './CellContext.ts';
import {
  readGrowth,
  readPath,
  readRate,
  readShare,
  readShock,
  readTableAmount,
  readWeight,
  readWeightSet,
} from './readCells.ts';
import { readDecision, readFloor, readMinimum } from './readDecisionCells.ts';
import { readCount, readCurrent, readMeasure, readRevenue } from './readInputCells.ts';

/** Three codes and their slashes, each character with a backslash at worst. */
const LONGEST_KEY = 2 * 3 * LIMITS.codeLength + 2;

/** Sheet, key and column of a row, or null where one of them is at fault. */
export function readPlace(row: TableRow): CellRow | null {
  const sheetText = row.required('sheet');
  const key = row.longText('key', LONGEST_KEY);
  const column = row.required('column');
  const value = row.text('value');
  if (sheetText === null || key === null || column === null || value === null) return null;
  const sheet = CELL_SHEETS.find((candidate) => headerKey(candidate) === headerKey(sheetText));
  if (!sheet) {
    return row.fault('sheet', `${quoted(sheetText)} is not a sheet here; it is one of ${CELL_SHEETS.join(', ')}.`);
  }
  const parts = splitKey(key);
  if (!parts) return row.fault('key', 'a backslash stands only before a slash or another backslash.');
  return { row, sheet, parts, column, isEmpty: value === '' };
}

/**
 * When a cell is read among those of its scenario: weight sets are made before anything uses them and removed after
 * everything, and what stands beside a value comes after the value.
 */
export function turnOf(cell: CellRow): number {
  if (cell.sheet === 'weights' && cell.parts.length === 1) return cell.isEmpty ? 3 : 0;
  const column = headerKey(cell.column);
  return (cell.sheet === 'floors' && column === 'reason') || (cell.sheet === 'current' && column === 'pupils') ? 2 : 1;
}

type Read = (cells: CellContext, cell: CellRow) => void;

const readDescription: Read = (cells, cell) => {
  if (!cells.column(cell, ['description'])) return;
  const description = cell.row.longText('value', LIMITS.noteLength);
  if (description !== null) cells.draft.row = { ...cells.draft.row, description };
};

const READERS: Readonly<Record<CellSheet, Read>> = {
  scenario: readDescription,
  enrollment: readCount,
  current: readCurrent,
  schools: readMeasure,
  revenues: (cells, cell) => (headerKey(cell.column) === 'amount' ? readRevenue : readDecision)(cells, cell),
  weights: (cells, cell) => {
    if (cell.parts.length === 1) readWeightSet(cells, cell);
    else readWeight(cells, cell, 'weight');
  },
  shares: readShare,
  rates: readRate,
  table: readTableAmount,
  minimums: readMinimum,
  floors: readFloor,
  shocks: readShock,
  goal_weights: (cells, cell) => readWeight(cells, cell, 'goalWeight'),
  path: readPath,
  growth: readGrowth,
};

/** Carries one cell into the draft of its scenario, or reports what is wrong with it. */
export const readCell: Read = (cells, cell) => READERS[cell.sheet](cells, cell);
