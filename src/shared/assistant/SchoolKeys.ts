import { checkValue } from '../model/checkRow.ts';
import type { Model } from '../model/Model.ts';
import type { Column } from '../model/tables.ts';
import { quoted } from '../text/quoted.ts';
import { type CellFaults, markSentence } from './CellFaults.ts';
import { type ColumnMapping, holdings, type Mapping } from './Mapping.ts';
import { NearSchools } from './nearSchools.ts';
import { cellText, type RawRow } from './RawTable.ts';
import { repairCode } from './repairs.ts';

const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };

/** The school a row is about: one of the model, or a new one. */
export interface FoundSchool {
  readonly code: string;
  readonly isNew: boolean;
}

/** Finds the school of each row, and says what is wrong where there is none. Codes are text as they stand. */
export class SchoolKeys {
  readonly #model: Model;
  readonly #faults: CellFaults;
  readonly #near: NearSchools;
  readonly #byCode: ColumnMapping | null;
  readonly #byName: ColumnMapping | null;
  readonly #chosen: ReadonlyMap<string, string>;
  /** A file with codes and names of schools may bring new ones. */
  readonly #mayAdd: boolean;

  constructor(mapping: Mapping, model: Model, faults: CellFaults) {
    this.#model = model;
    this.#faults = faults;
    this.#near = new NearSchools(model);
    this.#byCode = mapping.columns.find(({ target }) => target.kind === 'schoolCode') ?? null;
    this.#byName = mapping.columns.find(({ target }) => target.kind === 'schoolName') ?? null;
    this.#chosen = new Map(mapping.schools);
    this.#mayAdd = holdings(mapping).includes('schools') && this.#byCode !== null && this.#byName !== null;
  }

  find(row: RawRow): FoundSchool | null {
    if (this.#byCode) return this.#findByCode(row, this.#byCode);
    return this.#byName ? this.#findByName(row, this.#byName) : null;
  }

  #findByCode(row: RawRow, column: ColumnMapping): FoundSchool | null {
    const text = cellText(row, column.column);
    const marked = markSentence(text, row.marks?.get(column.column));
    if (marked) return this.#fault(row, column, text, marked);
    if (text === '') return this.#fault(row, column, '', 'This cell is empty, so the row names no school.');
    const code = repairCode(text, column.repairs.dropPointZero, column.repairs.padTo);
    const chosen = this.#chosen.get(code);
    if (chosen !== undefined && chosen !== code) return this.#chosenSchool(row, column, text, chosen);
    if (this.#model.table('school').has(code)) return { code, isNew: false };
    const problem = checkValue(CODE, code);
    if (problem) return this.#fault(row, column, text, `The code ${quoted(code)} ${problem}.`);
    const name = this.#byName ? cellText(row, this.#byName.column) : '';
    const near = () => this.#near.find(code, name);
    if (!this.#mayAdd)
      return this.#fault(row, column, text, `${quoted(code)} is not the code of a school in this district.`, near);
    const twin = this.#near.sameLooseCode(code)[0];
    if (twin && chosen === undefined) {
      const reason = `${quoted(code)} would be a new school, but ${twin.name} has the code ${quoted(twin.code)}; say whether it is the same.`;
      return this.#fault(row, column, text, reason, near);
    }
    return { code, isNew: true };
  }

  #findByName(row: RawRow, column: ColumnMapping): FoundSchool | null {
    const text = cellText(row, column.column);
    if (text === '') return this.#fault(row, column, '', 'This cell is empty, so the row names no school.');
    const chosen = this.#chosen.get(text);
    if (chosen !== undefined) return this.#chosenSchool(row, column, text, chosen);
    const same = this.#near.sameName(text);
    if (same.length === 1 && same[0]) return { code: same[0].code, isNew: false };
    const reason =
      same.length > 1
        ? `${same.length} schools are called ${quoted(text)}; choose the one that is meant.`
        : `${quoted(text)} is not the name of a school in this district; new schools need a column with their code.`;
    return this.#fault(row, column, text, reason, () => this.#near.find('', text));
  }

  #chosenSchool(row: RawRow, column: ColumnMapping, text: string, chosen: string): FoundSchool | null {
    if (this.#model.table('school').has(chosen)) return { code: chosen, isNew: false };
    return this.#fault(
      row,
      column,
      text,
      `${quoted(text)} is to be the school ${quoted(chosen)}, which is not in this district.`,
    );
  }

  #fault(
    row: RawRow,
    column: ColumnMapping,
    value: string,
    reason: string,
    near: () => ReturnType<NearSchools['find']> = () => [],
  ): null {
    this.#faults.add(row.number, column, value, reason, near);
    return null;
  }
}
