/**
 * What a workbook may cost before it is refused. They are far above any district (100,000 schools with twenty
 * columns) and low enough that a hostile file ends in a sentence instead of a dead computer.
 */
export interface ReadLimits {
  readonly fileBytes: number;
  /** All parts of an .xlsx together, unpacked. */
  readonly unzippedBytes: number;
  readonly cells: number;
  readonly columns: number;
  readonly sheets: number;
  /** Longest text of one cell; a spreadsheet's own limit is 32,767. */
  readonly cellCharacters: number;
  readonly timeoutMs: number;
  /** Memory of the child process that reads. */
  readonly memoryMegabytes: number;
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 100_000_000,
  unzippedBytes: 400_000_000,
  cells: 8_000_000,
  columns: 500,
  sheets: 100,
  cellCharacters: 2_000_000,
  timeoutMs: 60_000,
  memoryMegabytes: 2_048,
};
