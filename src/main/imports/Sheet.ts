import type { Fault } from '../../shared/contract/errors.ts';

/**
 * What a cell is besides its text. A spreadsheet knows more of a cell than a CSV file does, and three of these would
 * be misread without it: an error, a formula that was never calculated, and a code that became a date.
 */
export type CellMark = 'error' | 'uncalculated' | 'date' | 'percent';

export interface SheetRow {
  /** As the person sees it: counted from 1, blank rows included. */
  readonly number: number;
  /** Texts by column; an empty text is an empty cell. May be shorter than the header. */
  readonly cells: readonly string[];
  /** Marks by column index; absent where no cell of the row has one. */
  readonly marks?: ReadonlyMap<number, CellMark>;
  /** Column indexes of cells stored as numbers; told only where a reader asked for them. */
  readonly numbers?: readonly number[];
}

/** One sheet as text: nothing is interpreted yet. Blank rows are left out; the first row is the header. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** A workbook as read. `faults` are of the file itself (not UTF-8, a broken quote), found before any meaning. */
export interface Workbook {
  /** File or folder name without its path. */
  readonly fileName: string;
  /** SHA-256 of the file; of a folder, of its sheet names and their SHA-256 in order of name. */
  readonly sha256: string;
  readonly sheets: readonly Sheet[];
  readonly faults: readonly Fault[];
}

/** Letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
