/** A table of a benchmark: what it shows, its columns, its rows, and what to know when reading it. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** Columns padded so that they stand under each other; the first to the left, numbers to the right. */
export function printTable(table: Table): string {
  const widths = table.columns.map((column, at) =>
    Math.max(column.length, ...table.rows.map((row) => row[at]?.length ?? 0)),
  );
  const write = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [table.title, '', write(table.columns), rule, ...table.rows.map(write), '', ...table.notes].join('\n');
}

/** The middle of the measured times, in milliseconds. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('nothing was measured');
  return middle;
}

/** `0.412 ms`, `41.2 ms`. */
export function milliseconds(time: number): string {
  return `${time < 1 ? time.toFixed(3) : time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`;
}
