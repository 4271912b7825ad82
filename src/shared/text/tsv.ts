import { type DelimitedLimits, type DelimitedReading, quoteCell, readDelimited } from './delimited.ts';

/**
 * Reads what a spreadsheet puts on the clipboard: tabs between cells, a line per row, quotes only around cells that
 * hold a tab, a line break or a quote. A quote that is never closed is an ordinary character, as in `5" pipe`.
 */
export const readTsv = (text: string, limits: DelimitedLimits): DelimitedReading =>
  readDelimited(text, { delimiter: '\t', strictQuotes: false, limits });

/** Writes the clipboard form, with a line break after every row as spreadsheets have it. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  let text = '';
  for (const row of rows) text += `${row.map((cell) => quoteCell(cell, '\t')).join('\t')}\r\n`;
  return text;
}
