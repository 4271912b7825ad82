import type { Weighting } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';

/** Columns of the rows that have every one of them. */
export interface CompleteRows {
  /** Row of each entry in the data. */
  readonly rows: Int32Array;
  readonly columns: readonly Float64Array[];
  /** Hundredths of a pupil. */
  readonly pupils: Float64Array;
  /** Rows left out for want of a value. */
  readonly missing: number;
}

/** Where no value is missing, the columns themselves are given, not copies. */
export function completeRows(data: EquityData, columns: readonly Float64Array[]): CompleteRows {
  const rows: number[] = [];
  for (let row = 0; row < data.count; row++)
    if (columns.every((column) => Number.isFinite(column[row]!))) rows.push(row);
  const missing = data.count - rows.length;
  const picked = Int32Array.from(rows);
  if (missing === 0) return { rows: picked, columns, pupils: data.pupils, missing };
  const pick = (column: Float64Array): Float64Array => Float64Array.from(picked, (row) => column[row]!);
  return { rows: picked, columns: columns.map(pick), pupils: pick(data.pupils), missing };
}

/** Weights for a fit: null where every school counts once. */
export const weightsFor = (weighting: Weighting, pupils: Float64Array): Float64Array | null =>
  weighting === 'pupils' ? pupils : null;
