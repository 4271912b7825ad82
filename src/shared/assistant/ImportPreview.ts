import type { InputKind } from '../model/rows.ts';
import type { Holding } from './Mapping.ts';
import type { LeftOutRow } from './totalRows.ts';

/** One value before and after, as it is shown. */
export interface FieldChange {
  /** `Poverty`, `Current budget`, `opportunity_index`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A school or revenue source of the file or the model. */
export interface RecordChange {
  readonly code: string;
  readonly name: string;
  /** Its first row in the file; null for one the file does not name. */
  readonly row: number | null;
  readonly changes: readonly FieldChange[];
}

/** A list with its full length; only the first ones are told. */
export interface Counted<Value> {
  readonly count: number;
  readonly first: readonly Value[];
}
export const RECORDS_TOLD = 500;

/** A sum of the district before and after: pupils in hundredths, money in cents. */
export interface TotalChange {
  /** `Poverty`, `Current budgets`, `Revenues`. */
  readonly what: string;
  readonly unit: 'pupils' | 'cents';
  readonly before: number;
  readonly after: number;
}

/** What an import would do, before anything is done. */
export interface ImportPreview {
  readonly holds: readonly Holding[];
  readonly of: 'schools' | 'sources';
  readonly rowsRead: number;
  readonly added: Counted<RecordChange>;
  readonly changed: Counted<RecordChange>;
  readonly unchanged: number;
  /** In the model and not in the file; `changes` tell what the new version takes from them. */
  readonly missing: Counted<RecordChange>;
  readonly totals: readonly TotalChange[];
  /** The input versions this import makes and the scenario then uses. */
  readonly versions: readonly InputKind[];
  readonly newNeeds: readonly string[];
  readonly newColumns: readonly string[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notes: readonly string[];
}

/** Collects records of one sort, keeping the first ones. */
export class RecordList {
  readonly #first: RecordChange[] = [];
  #count = 0;

  /** Whether the next record is still told with what differs. */
  get isTold(): boolean {
    return this.#count < RECORDS_TOLD;
  }

  add(record: RecordChange): void {
    if (this.#count++ < RECORDS_TOLD) this.#first.push(record);
  }

  get counted(): Counted<RecordChange> {
    return { count: this.#count, first: this.#first };
  }
}
