/** What a spreadsheet knows of a cell besides its text; a text file knows none of it. */
export type RawMark = 'error' | 'uncalculated' | 'date' | 'percent';

/** A row of a file as text: nothing is interpreted, nothing rounded. */
export interface RawRow {
  /** As the person sees it in a spreadsheet: counted from 1, blank rows included. */
  readonly number: number;
  /** Texts by column, trailing empty ones left out; an empty text is an empty cell. */
  readonly cells: readonly string[];
  /** Marks by column index; absent where no cell of the row has one. */
  readonly marks?: ReadonlyMap<number, RawMark>;
  /** Column indexes of the cells a spreadsheet stored as numbers; absent in text files. */
  readonly numbers?: readonly number[];
}

/** One sheet of a workbook, or a whole text file. Blank rows are left out. */
export interface RawTable {
  readonly sheet: string;
  readonly rows: readonly RawRow[];
}

export const TEXT_ENCODINGS = ['UTF-8', 'Windows-1252', 'UTF-16 LE', 'UTF-16 BE'] as const;
export type TextEncodingName = (typeof TEXT_ENCODINGS)[number];
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a person wants a text file to be read; null leaves it to the file. */
export interface AskedReading {
  readonly encoding: TextEncodingName | null;
  readonly delimiter: Delimiter | null;
}

/** A file as read, with how it was understood, so that the person can see a wrong guess. */
export interface TableFile {
  /** File name without its folder. */
  readonly fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Null for a workbook. */
  readonly encoding: TextEncodingName | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly RawTable[];
}

/** Letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The trimmed text of a cell; an empty text where the row is shorter. */
export const cellText = (row: RawRow, column: number): string => (row.cells[column] ?? '').trim();

/** How many columns the widest row of a table has. */
export function tableWidth(table: RawTable): number {
  let width = 0;
  for (const row of table.rows) if (row.cells.length > width) width = row.cells.length;
  return width;
}
