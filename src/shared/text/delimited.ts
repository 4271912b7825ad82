/** A table of text as it stood in a file: cell by row and column, and the line each row began on. */
export interface DelimitedTable {
  readonly rows: readonly (readonly string[])[];
  /** The line of the file, from 1, on which each row begins; differs from the row after an embedded line break. */
  readonly lines: readonly number[];
}

export type DelimitedReading =
  | { readonly ok: true; readonly table: DelimitedTable }
  | { readonly ok: false; readonly sentence: string };

/** How much is read before giving up, so that a hostile or mistaken file cannot fill the memory. */
export interface DelimitedLimits {
  readonly cells: number;
  readonly characters: number;
}

export interface DelimitedFormat {
  readonly delimiter: ',' | '\t' | ';' | '|';
  /** Files refuse a quote that is never closed; a clipboard takes it as an ordinary character, as spreadsheets do. */
  readonly strictQuotes: boolean;
  readonly limits: DelimitedLimits;
  /** Told every few thousand rows how many characters are read. */
  readonly onProgress?: (characters: number) => void;
}

const ROWS_BETWEEN_REPORTS = 4_096;

const QUOTE = '"';
const CR = 13;
const LF = 10;

/** The end of a quoted cell that opens at `open`: the index of its closing quote, or -1. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf(QUOTE, open + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

function countLineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

const thousands = (value: number): string => value.toLocaleString('en-US');

/**
 * Reads comma- or tab-separated text after RFC 4180: quoted cells with doubled quotes and embedded line breaks, lines
 * ended by CRLF, LF or CR, a byte order mark ignored. Blank lines are rows with one empty cell, so that row numbers
 * are those a spreadsheet shows. A last line break ends the last row and begins no new one.
 */
export function readDelimited(source: string, format: DelimitedFormat): DelimitedReading {
  const { delimiter, strictQuotes, limits } = format;
  if (source.length > limits.characters) {
    return refuse(
      `The file holds more than ${thousands(limits.characters)} characters, which is more than can be read`,
    );
  }
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  if (text.includes('\u0000')) return refuse('The file is not plain text; save it as CSV in UTF-8 and try again');
  const rows: string[][] = [];
  const lines: number[] = [];
  const separator = delimiter.charCodeAt(0);
  let cells = 0;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    rows.push(row);
    lines.push(line);
    if (rows.length % ROWS_BETWEEN_REPORTS === 0) format.onProgress?.(at);
    for (;;) {
      if (++cells > limits.cells) {
        return refuse(`The file holds more than ${thousands(limits.cells)} cells, which is more than can be read`);
      }
      let end = at;
      if (text[at] === QUOTE) {
        const close = closingQuote(text, at);
        const after = close < 0 ? Number.NaN : text.charCodeAt(close + 1);
        const isClosed =
          close >= 0 && (close + 1 >= text.length || after === separator || after === CR || after === LF);
        if (isClosed) {
          row.push(text.slice(at + 1, close).replaceAll('""', QUOTE));
          line += countLineBreaks(text, at, close);
          end = close + 1;
        } else if (strictQuotes) {
          const place = `Line ${line}, column ${row.length + 1}`;
          return refuse(
            close < 0
              ? `${place} begins with a quotation mark that is never closed; close it, or write it twice to mean the mark itself`
              : `${place} has text after its closing quotation mark; write a quotation mark inside a cell twice`,
          );
        }
      }
      if (end === at) {
        while (end < text.length) {
          const unit = text.charCodeAt(end);
          if (unit === separator || unit === CR || unit === LF) break;
          end++;
        }
        row.push(text.slice(at, end));
      }
      at = end;
      if (text.charCodeAt(at) !== separator) break;
      at++;
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    at++;
    line++;
  }
  return { ok: true, table: { rows, lines } };
}

const refuse = (reason: string): { ok: false; sentence: string } => ({ ok: false, sentence: `${reason}.` });

/** A cell in quotes where its text needs them. */
export function quoteCell(text: string, delimiter: DelimitedFormat['delimiter']): string {
  const needed =
    text.includes(QUOTE) ||
    text.includes(delimiter) ||
    text.includes('\n') ||
    text.includes('\r') ||
    /^\s|\s$/.test(text);
  return needed ? `${QUOTE}${text.replaceAll(QUOTE, '""')}${QUOTE}` : text;
}
