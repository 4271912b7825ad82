import type { DocumentState } from '../../state/DocumentState.ts';
import { formatCell, isNumeric } from '../formatCell.ts';
import type { CellValue, SheetColumn, SheetRow } from '../SheetColumn.ts';

/** Kept with the document's session, because it is about how a person looks at this document. */
export const MARKS_CHANGES = 'marksChanges';

/** Whether cells show what changed since the document was last saved. */
export const marksChanges = (document: DocumentState): boolean => document.session.get(MARKS_CHANGES) === 'yes';

/**
 * What stood in the cells of one grid when the document was last saved. Calculated numbers are looked up in the results
 * kept from then; typed ones are read once per change from a model that is set back for a moment.
 */
export class Baseline {
  readonly #document: DocumentState;
  readonly #rows: () => readonly SheetRow[];
  #isOn: boolean;
  /** By column id, then by row key: each column is read once for all its rows. */
  #typed = new Map<string, Map<string, CellValue>>();
  #held = '';

  constructor(document: DocumentState, rows: () => readonly SheetRow[]) {
    this.#document = document;
    this.#rows = rows;
    this.#isOn = marksChanges(document);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** True where it was switched on or off since it was last asked. */
  follow(): boolean {
    const isOn = marksChanges(this.#document);
    if (isOn === this.#isOn) return false;
    this.#isOn = isOn;
    return true;
  }

  /** The value as saved; undefined where it is not known, because the row or the column was not there. */
  valueOf<Row extends SheetRow>(column: SheetColumn<Row>, row: Row): CellValue | undefined {
    if (!column.edit) return column.before ? (column.before(row, this.#document.saved) ?? undefined) : undefined;
    const held = `${this.#document.commitRevision} ${this.#document.savedRows.count}`;
    if (this.#held !== held) {
      this.#typed.clear();
      this.#held = held;
    }
    let values = this.#typed.get(column.id);
    if (!values) {
      const rows = this.#rows() as readonly Row[];
      const read = (): Map<string, CellValue> => new Map(rows.map((one) => [one.key, column.value(one)]));
      values = this.#document.savedRows.read(this.#document.model, read);
      this.#typed.set(column.id, values);
    }
    return values.get(row.key);
  }

  /** 1 for more than then, -1 for less, 2 for another text; 0 for the same. */
  changeOf<Row extends SheetRow>(column: SheetColumn<Row>, row: Row): -1 | 0 | 1 | 2 {
    const before = this.valueOf(column, row);
    if (before === undefined) return 0;
    const now = column.value(row);
    if (now === before || (isAbsent(now) && isAbsent(before))) return 0;
    if (!isNumeric(column.kind)) return 2;
    return Number(now ?? 0) > Number(before ?? 0) ? 1 : -1;
  }

  /** `It was 12 when the document was last saved.` */
  sentence<Row extends SheetRow>(column: SheetColumn<Row>, row: Row): string | null {
    if (this.changeOf(column, row) === 0) return null;
    const before = this.valueOf(column, row) ?? null;
    return `It was ${isAbsent(before) ? 'empty' : formatCell(column, before, row)} when the document was last saved.`;
  }
}

const isAbsent = (value: CellValue): boolean => value === null || value === '' || Number.isNaN(value);
