import { type DelimitedLimits, type DelimitedReading, quoteCell, readDelimited } from './delimited.ts';

/** A cell to be written: text is guarded against being run as a formula, a number is written as it stands. */
export type CsvCell = string | { readonly number: string };

/** What a spreadsheet would take for the beginning of a formula, full-width forms included. */
const FORMULA_START = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Text that a spreadsheet cannot run: an apostrophe goes before `=`, `+`, `-`, `@`, a tab or a line break. A code such
 * as `-01` is text too and becomes `'-01`. Text that already begins with apostrophes before such a character gets one
 * more, so that `unguardText` always gives back exactly what was written.
 */
export const guardText = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/** Takes back the one apostrophe `guardText` put there. */
export const unguardText = (text: string): string =>
  text.charCodeAt(0) === 39 && FORMULA_START.test(text) ? text.slice(1) : text;

/** Reads CSV after RFC 4180, refusing unbalanced quotes with their line, and takes guards off. */
export function readCsv(text: string, limits: DelimitedLimits): DelimitedReading {
  const reading = readDelimited(text, { delimiter: ',', strictQuotes: true, limits });
  if (!reading.ok || !text.includes("'")) return reading;
  const rows = reading.table.rows.map((row) => row.map(unguardText));
  return { ok: true, table: { rows, lines: reading.table.lines } };
}

/** Writes CSV with CRLF after every row, as RFC 4180 and spreadsheets have it. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      const cell = row[at] as CsvCell;
      if (at > 0) text += ',';
      text += typeof cell === 'string' ? quoteCell(guardText(cell), ',') : quoteCell(cell.number, ',');
    }
    text += '\r\n';
  }
  return text;
}
