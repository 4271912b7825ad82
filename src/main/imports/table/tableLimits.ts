import { READ_LIMITS, type ReadLimits } from '../limits.ts';

/** What a table file may cost before it is refused. */
export interface TableLimits extends ReadLimits {
  /** Longest line of a text file. */
  readonly lineCharacters: number;
  /** Rows of a text file, blank ones included: what a spreadsheet can show. */
  readonly rows: number;
}

export const TABLE_LIMITS: TableLimits = {
  ...READ_LIMITS,
  cellCharacters: 32_767,
  lineCharacters: 1_000_000,
  rows: 1_048_576,
  memoryMegabytes: 1_024,
};
