import type { WordCode } from '../../assistant/Mapping.ts';
import type { YearMeasureRow } from '../../model/rows.ts';

/** What a column of a table of years is. */
export type YearTarget =
  | { readonly kind: 'ignore' }
  | { readonly kind: 'schoolCode' }
  | { readonly kind: 'schoolName' }
  | { readonly kind: 'year' }
  /** Long form: which measure a row is about, and its value. */
  | { readonly kind: 'measureName' }
  | { readonly kind: 'value' }
  | { readonly kind: 'group' }
  /** Wide form: `group` null is the row's own, else all pupils; `year` null is the row's own, else the file's. */
  | {
      readonly kind: 'measure';
      readonly measure: string;
      readonly group: string | null;
      readonly year: string | null;
    };

export interface YearColumn {
  readonly column: number;
  /** As it stands in the file, for faults. */
  readonly header: string;
  readonly target: YearTarget;
}

/** A measure of the file, and what it is. What the document holds of it already is kept. */
export interface YearsFileMeasure extends Omit<YearMeasureRow, 'position'> {
  /** The file writes percents as parts of 1: 0.45 is 45%. */
  readonly isFraction: boolean;
}

/** How a table of years is to be understood; everything in it can be seen and changed by the person. */
export interface YearsMapping {
  readonly headerRow: number;
  readonly columns: readonly YearColumn[];
  /** The year of values of which neither row nor column says one; empty where there is none. */
  readonly fileYear: string;
  /** The measure of a value column in long form without a column that says it; empty where there is none. */
  readonly fileMeasure: string;
  readonly measures: readonly YearsFileMeasure[];
  /** Texts of the file and what they stand for: years, measures of long form, groups (empty is all pupils). */
  readonly years: readonly WordCode[];
  readonly measureWords: readonly WordCode[];
  readonly groups: readonly WordCode[];
  /** Codes of digits get leading zeros back to this length; null leaves them. */
  readonly padTo: number | null;
  readonly dropPointZero: boolean;
  /** Dollars and pupils of more than two decimals are rounded half-up to two. */
  readonly rounds: boolean;
  /** What becomes of rows whose school is not in the district: kept under their code, for schools close; or left out. */
  readonly unknownSchools: 'keep' | 'leaveOut';
}

/** A mapping as suggested, and what stands in the columns for the person to judge by. */
export interface YearsSuggestion {
  readonly mapping: YearsMapping;
  readonly form: 'long' | 'wide';
  readonly columns: readonly {
    readonly column: number;
    readonly header: string;
    readonly examples: readonly string[];
    readonly filled: number;
  }[];
  readonly notes: readonly string[];
}

/** How many there are, and the first ones. */
export interface YearCount {
  readonly name: string;
  readonly count: number;
  readonly isNew: boolean;
}

/** What an import of years would do, before anything is done. */
export interface YearsPreview {
  readonly rowsRead: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Values the document holds that the file says are suppressed. */
  readonly removed: number;
  /** Cells that hold a marker in place of a value, by marker. */
  readonly suppressed: readonly { readonly text: string; readonly count: number }[];
  readonly suppressedCount: number;
  readonly years: readonly YearCount[];
  readonly measures: readonly YearCount[];
  readonly groups: readonly YearCount[];
  readonly schools: number;
  /** Schools that are not in the district, the first ones. */
  readonly unknown: readonly { readonly code: string; readonly rows: number; readonly hint: string }[];
  readonly unknownCount: number;
  /** Rows that are no school: totals and notes. */
  readonly leftOut: readonly { readonly row: number; readonly reason: string }[];
  readonly leftOutCount: number;
  readonly notes: readonly string[];
}
