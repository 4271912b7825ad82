import type { Fault } from '../contract/errors.ts';
import { quoted } from '../text/quoted.ts';
import { columnLetters, type RawMark } from './RawTable.ts';

/** A school that a key might mean. */
export interface NearSchool {
  readonly code: string;
  readonly name: string;
  /** `differs only in zeros`, `a similar name`. */
  readonly why: string;
}

/** A fault with the value it is about, as it stands in the file, and what the value might have meant. */
export interface CellFault extends Fault {
  readonly value: string | null;
  readonly columnIndex: number | null;
  readonly near: readonly NearSchool[];
}

/** How many faults are told one by one; a wrong column would otherwise fill the window. */
export const FAULTS_TOLD = 1_000;

/** Faults as they are found. One is enough for nothing to be imported. */
export class CellFaults {
  readonly #sheet: string;
  readonly #faults: CellFault[] = [];
  #count = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** How many there are, told or not. */
  get count(): number {
    return this.#count;
  }

  get told(): readonly CellFault[] {
    return this.#faults;
  }

  /** Near matches cost time, so they are asked for only while faults are told. */
  add(
    row: number | null,
    column: { readonly column: number; readonly header: string } | null,
    value: string | null,
    reason: string,
    near: () => readonly NearSchool[] = () => [],
  ): void {
    this.#count++;
    if (this.#faults.length >= FAULTS_TOLD) return;
    const header = column === null ? null : column.header || columnLetters(column.column);
    this.#faults.push({
      sheet: this.#sheet,
      row,
      column: header,
      columnIndex: column?.column ?? null,
      value,
      reason,
      near: near(),
    });
  }
}

/** Why a spreadsheet's cell has no value that can be taken, or null. */
export function markSentence(text: string, mark: RawMark | undefined): string | null {
  if (mark === 'error') return `The cell shows the error ${quoted(text)}.`;
  if (mark === 'uncalculated') {
    return 'The cell holds a formula without a saved value; open the file in a spreadsheet program and save it.';
  }
  if (mark === 'date') return `The cell holds the date ${text}; format it as text or number and type it again.`;
  return null;
}
