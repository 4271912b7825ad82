/** What crosses the process boundary when something cannot be done. `message` is a sentence for a person. */
export interface AllotErrorData {
  /** A stable name: `document-newer`, `document-foreign`, `import-faults`, `change-conflict`, … */
  readonly code: string;
  /** What happened, what is safe, what to do; never a stack. */
  readonly message: string;
  /** Further lines: faults, paths the main process chose to tell. */
  readonly detail: readonly string[];
}

/** An error that is meant to be read: hosts send its data, the command line prints its lines. */
export class AllotError extends Error implements AllotErrorData {
  readonly code: string;
  readonly detail: readonly string[];

  constructor(code: string, message: string, detail: readonly string[] = []) {
    super(message);
    this.name = 'AllotError';
    this.code = code;
    this.detail = detail;
  }

  toData(): AllotErrorData {
    return { code: this.code, message: this.message, detail: this.detail };
  }
}

/** One fault of an imported workbook, as the person finds it in the file. Rows count from 1 as in a spreadsheet. */
export interface Fault {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly reason: string;
}

/** `schools, row 12, column level: "Primary" is not a level of this district.` */
export function faultSentence(fault: Fault): string {
  const place = [
    fault.sheet,
    fault.row === null ? '' : `row ${fault.row}`,
    fault.column === null ? '' : `column ${fault.column}`,
  ];
  return `${place.filter(Boolean).join(', ')}: ${fault.reason}`;
}
