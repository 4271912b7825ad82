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
  const isMissing = new Uint8Array(data.count);
  let missing = 0;
  for (const column of columns) {
    for (let row = 0; row < isMissing.length; row++) {
      if (Number.isFinite(column[row]!) || isMissing[row] === 1) continue;
      isMissing[row] = 1;
      missing++;
    }
  }
  const picked = new Int32Array(data.count - missing);
  let at = 0;
  for (let row = 0; row < isMissing.length; row++) if (isMissing[row] === 0) picked[at++] = row;
  if (missing === 0) return { rows: picked, columns, pupils: data.pupils, missing };
  const pick = (column: Float64Array): Float64Array => Float64Array.from(picked, (row) => column[row]!);
  return { rows: picked, columns: columns.map(pick), pupils: pick(data.pupils), missing };
}

/** Weights for a fit: null where every school counts once. */
export const weightsFor = (weighting: Weighting, pupils: Float64Array): Float64Array | null =>
  weighting === 'pupils' ? pupils : null;
