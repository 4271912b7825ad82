import { checkValue } from '../../shared/model/checkRow.ts';
import type { Column } from '../../shared/model/tables.ts';
import type { Parsed } from '../../shared/text/parseNumber.ts';
import { quoted } from '../../shared/text/quoted.ts';
import type { FaultList } from './FaultList.ts';
import { type CellMark, columnLetters, type Sheet, type SheetRow } from './Sheet.ts';
import { headerKey } from './sheetNames.ts';

/** A column of a sheet as found: its header as the person typed it, and where it stands. */
export interface FoundColumn {
  readonly header: string;
  readonly index: number;
}

export interface SheetColumns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether columns of other names are welcome; otherwise each is a fault. */
  readonly takesFurther: boolean;
}

/** A text that must stand on one line: Alt+Enter in a spreadsheet is only how its owner wrapped a long one. */
export const onOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, ' ');

const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };
const NAME: Column = { name: '', value: { type: 'name' }, nullable: false };

/** A sheet whose header has been understood. Every look into a cell reports what is wrong with it. */
export class SheetTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly further: readonly FoundColumn[];
  readonly #found = new Map<string, FoundColumn>();
  /** What each name asked for came to: every cell of every row asks by the same few names. */
  readonly #asked = new Map<string, FoundColumn | undefined>();
  readonly faults: FaultList;

  constructor(sheet: Sheet, columns: SheetColumns, faults: FaultList) {
    this.name = sheet.name;
    this.faults = faults;
    const [header, ...rows] = sheet.rows;
    this.further = this.#readHeader(header, columns, rows);
    this.rows = rows.map((row) => new TableRow(this, row));
  }

  column(name: string): FoundColumn | undefined {
    if (!this.#asked.has(name)) this.#asked.set(name, this.#found.get(headerKey(name)));
    return this.#asked.get(name);
  }

  #readHeader(header: SheetRow | undefined, columns: SheetColumns, rows: readonly SheetRow[]): FoundColumn[] {
    const known = new Set([...columns.required, ...columns.optional].map(headerKey));
    const further: FoundColumn[] = [];
    const seen = new Map<string, string>();
    for (const [index, cell] of (header?.cells ?? []).entries()) {
      const text = onOneLine(cell);
      if (text === '') continue;
      const key = headerKey(text);
      const twin = seen.get(key);
      if (twin !== undefined) {
        const reason =
          twin === text ? 'there are two columns of this name.' : `it is the same name as ${quoted(twin)}.`;
        this.faults.add(this.name, header?.number ?? null, text, reason);
      } else if (known.has(key)) this.#found.set(key, { header: text, index });
      else if (columns.takesFurther) further.push({ header: text, index });
      else this.#unknownColumn(header, text, columns);
      seen.set(key, text);
    }
    for (const name of columns.required) {
      if (!this.column(name)) this.faults.add(this.name, header?.number ?? null, name, 'this column is missing.');
    }
    this.#checkBeyondHeader(header, rows);
    return further;
  }

  #unknownColumn(header: SheetRow | undefined, text: string, columns: SheetColumns): void {
    const names = [...columns.required, ...columns.optional].join(', ');
    const reason = `this sheet has no such column; its columns are ${names}.`;
    this.faults.add(this.name, header?.number ?? null, text, reason);
  }

  /** A value under no header would be lost; usually it shows that a comma has split a cell in two. */
  #checkBeyondHeader(header: SheetRow | undefined, rows: readonly SheetRow[]): void {
    for (const row of rows) {
      for (let index = 0; index < row.cells.length; index++) {
        if (row.cells[index]?.trim() === '' || header?.cells[index]?.trim()) continue;
        this.faults.add(this.name, row.number, columnLetters(index), 'there is a value in a column without a header.');
      }
    }
  }
}

/** One row of a sheet. The readers return null where they have reported a fault, or where an optional cell is empty. */
export class TableRow {
  readonly #table: SheetTable;
  readonly #row: SheetRow;

  constructor(table: SheetTable, row: SheetRow) {
    this.#table = table;
    this.#row = row;
  }

  get number(): number {
    return this.#row.number;
  }

  fault(column: string | null, reason: string): null {
    const header = column === null ? null : (this.#table.column(column)?.header ?? column);
    this.#table.faults.add(this.#table.name, this.number, header, reason);
    return null;
  }

  /** The trimmed text and mark of a cell by its place, without any judgement. */
  raw(index: number): { text: string; mark: CellMark | null } {
    return { text: (this.#row.cells[index] ?? '').trim(), mark: this.#row.marks?.get(index) ?? null };
  }

  /** The text of a cell, empty where there is none; null where a spreadsheet has no usable value there. */
  text(column: string): string | null {
    const found = this.#table.column(column);
    if (!found) return '';
    const { text, mark } = this.raw(found.index);
    const problem = markProblem(text, mark);
    return problem === null ? text : this.fault(column, problem);
  }

  /** A longer text of at most so many characters, without control characters; empty where the cell is. */
  longText(column: string, length: number): string | null {
    return this.#checked(column, this.text(column), { name: '', value: { type: 'text', length }, nullable: false });
  }

  /** As `text`, and an empty cell is a fault. */
  required(column: string): string | null {
    // A missing column is reported once, by the header.
    if (!this.#table.column(column)) return null;
    const text = this.text(column);
    return text === '' ? this.fault(column, 'this cell is empty.') : text;
  }

  /** A required code: text as it stands, with its leading zeros. */
  code(column: string): string | null {
    return this.#checked(column, this.required(column), CODE);
  }

  /** A name, or `otherwise` where the cell is empty. */
  name(column: string, otherwise: string): string | null {
    const text = this.text(column);
    return text === '' ? otherwise : this.#checked(column, text && onOneLine(text), NAME);
  }

  /** A required number by one of the readers of `parseNumber`. */
  quantity<Value>(column: string, parse: (text: string) => Parsed<Value>): Value | null {
    const text = this.required(column);
    return text === null ? null : this.#parsed(column, text, parse);
  }

  /** A number that may be left empty: null then, undefined where there is a fault. */
  optionalQuantity<Value>(column: string, parse: (text: string) => Parsed<Value>): Value | null | undefined {
    const text = this.text(column);
    if (text === null) return undefined;
    return text === '' ? null : (this.#parsed(column, text, parse) ?? undefined);
  }

  /** One of a few words in any case, `otherwise` where the cell is empty. */
  word<Word extends string>(column: string, words: readonly Word[], otherwise: Word): Word | null {
    const text = this.text(column);
    if (text === null) return null;
    if (text === '') return otherwise;
    const key = headerKey(text);
    const word = words.find((candidate) => headerKey(candidate) === key);
    return word ?? this.fault(column, `${quoted(text)} is not one of ${words.join(', ')}.`);
  }

  /** A percentage: in a spreadsheet a cell formatted in percent stores 45 % as 0.45. */
  percent(column: string, parse: (text: string) => Parsed<number>): number | null | undefined {
    const found = this.#table.column(column);
    if (!found) return null;
    const { text, mark } = this.raw(found.index);
    if (mark !== 'percent') return this.optionalQuantity(column, parse);
    return this.#parsed(column, timesHundred(text), parse) ?? undefined;
  }

  #checked(column: string, text: string | null, rule: Column): string | null {
    if (text === null) return null;
    const problem = checkValue(rule, text);
    return problem === null ? text : this.fault(column, `${quoted(text)} ${problem}.`);
  }

  #parsed<Value>(column: string, text: string, parse: (text: string) => Parsed<Value>): Value | null {
    const parsed = parse(text);
    return parsed.ok ? parsed.value : this.fault(column, parsed.sentence);
  }
}

/** Why a spreadsheet's cell has no value that can be taken, or null. */
export function markProblem(text: string, mark: CellMark | null): string | null {
  if (mark === 'error') return `the cell shows the error ${quoted(text)}.`;
  if (mark === 'uncalculated') {
    return 'the cell holds a formula without a saved value; open the workbook in a spreadsheet program and save it.';
  }
  if (mark === 'date') {
    return `the cell holds the date ${text}; format it as text or number and type it again.`;
  }
  return null;
}

/** A decimal text with its point moved two places: `0.455` is `45.5`. */
function timesHundred(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return decimal;
  const part = (match[3] ?? '').padEnd(2, '0');
  return `${match[1]}${match[2]}${part.slice(0, 2)}.${part.slice(2)}`;
}
