/**
 * How a file for a finance system is written. A template is kept in the document as JSON (see templateText.ts); every
 * field is always there, so that a template reads the same on every machine. What a layout leaves open stands in `note`.
 */
export type FileFormat = 'delimited' | 'fixed' | 'xlsx';
export type Delimiter = ',' | '\t' | ';' | '|';
export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'ascii';
export type LineEnd = 'crlf' | 'lf';
export type Quoting = 'when_needed' | 'always' | 'never';

/** Which money becomes rows. Each kind stands in rows of its own. */
export interface TemplateMoney {
  /** Unlock sources. */
  readonly formula: boolean;
  readonly grants: boolean;
  /** What locked sources commit to schools by a table. */
  readonly locked: boolean;
  /** Under the source `top_up`. */
  readonly topUps: boolean;
  /** Negative, under the source `deduction`. */
  readonly deductions: boolean;
  /** What sources keep central, under the school `central`, before they pay top-ups. */
  readonly central: boolean;
  /** What central parts pay of top-ups: negative, under the school `central`. */
  readonly payers: boolean;
}

/** Into what the money of a school and source is divided. Methods without lines stay at the school's own level. */
export type SplitBy = 'none' | 'need' | 'level' | 'level_need';
/** Rows that are summed: of equal accounts whatever the school, or within a school or a source. */
export type GroupBy = 'none' | 'account' | 'school' | 'source';
export type SortKey = 'account' | 'school' | 'source' | 'level' | 'need' | 'month';

/**
 * How an amount is written. `point`: with a decimal point and `places` decimals (2: `1234.50`; 0: whole dollars).
 * `implied`: digits only, the last `places` of them decimals (2: `123450`). Odd cents that do not fit are a fault.
 */
export interface AmountForm {
  readonly decimals: 'point' | 'implied';
  readonly places: number;
  /** Where the sign stands. `absolute` shows none and needs a debit/credit column beside it. */
  readonly sign: 'minus' | 'plus_minus' | 'trailing' | 'parentheses' | 'absolute';
  /** Writes nothing for a zero amount. */
  readonly blankZero: boolean;
}

export type SchoolField = 'code' | 'name' | 'level';
export type SourceField = 'code' | 'name' | 'origin' | 'restriction' | 'status';
export type CategoryField = 'code' | 'name';
/** `name`: Jul; `number`: 07; `period`: 01 for the first month of the list. */
export type MonthField = 'name' | 'number' | 'period';
/** `as_typed`, the year it begins or ends in with four or two digits. A single year typed is the one it ends in. */
export type YearField = 'as_typed' | 'begins' | 'ends' | 'begins_short' | 'ends_short';
export type ScenarioField = 'name' | 'status' | 'draft_mark' | 'adopted_at' | 'adopted_by' | 'stamp';
/** `amount`: debits less credits; `gross`: debits plus credits; the others count records or one side. */
export type TotalField = 'amount' | 'gross' | 'debit' | 'credit';

/** What stands in a column. Totals and record counts are of the whole file; the others may be blank outside detail records. */
export type ColumnValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'segment'; readonly segment: string }
  /** Several segments in one column, `01-0000-1110`. */
  | { readonly kind: 'account'; readonly segments: readonly string[]; readonly separator: string }
  | { readonly kind: 'school'; readonly field: SchoolField }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'source'; readonly field: SourceField }
  | { readonly kind: 'level'; readonly field: CategoryField }
  | { readonly kind: 'need'; readonly field: CategoryField }
  | { readonly kind: 'month'; readonly field: MonthField }
  | { readonly kind: 'district'; readonly field: 'name' }
  | { readonly kind: 'year'; readonly field: YearField }
  | { readonly kind: 'scenario'; readonly field: ScenarioField }
  /** `period` 0 is the whole row, 1 to 12 its part in a month of the list. Debit and credit are never negative. */
  | {
      readonly kind: 'amount';
      readonly period: number;
      readonly side: 'both' | 'debit' | 'credit';
      readonly form: AmountForm;
    }
  /** `D` or `C`: on which side the row stands; a zero row is a debit. */
  | { readonly kind: 'side'; readonly debit: string; readonly credit: string }
  /** Counts detail records: first, first + step, … */
  | { readonly kind: 'sequence'; readonly first: number; readonly step: number }
  /** YYYY, YY, MM, DD, Mon, hh, mm and ss are filled in. */
  | { readonly kind: 'date'; readonly of: 'written' | 'adopted'; readonly pattern: string }
  | { readonly kind: 'records'; readonly of: 'detail' | 'all' }
  | { readonly kind: 'total'; readonly of: TotalField; readonly form: AmountForm };
export type ColumnKind = ColumnValue['kind'];

export interface TemplateColumn {
  readonly heading: string;
  readonly value: ColumnValue;
  /** Characters: exactly so many in a fixed-width file, at most so many in others; 0: as many as there are. */
  readonly width: number;
  /** One character that fills the width up; empty: not filled (delimited files only). */
  readonly pad: string;
  readonly align: 'left' | 'right';
  readonly letterCase: 'as_is' | 'upper' | 'lower';
  readonly quoting: Quoting;
  readonly tooLong: 'fault' | 'cut';
  /** A blank value is a fault; so is a segment without a rule. */
  readonly required: boolean;
}

export interface TemplateRecord {
  readonly columns: readonly TemplateColumn[];
}

export interface AllocationTemplate {
  readonly version: 1;
  /** Name of the built-in template it began as; empty where it is the district's own. */
  readonly builtIn: string;
  /** In whose words the layout is published: the manual's name. Empty for a layout of the district's own. */
  readonly publishedIn: string;
  /** What the published layout leaves open, and what to settle before the file is loaded. */
  readonly note: string;
  readonly format: FileFormat;
  readonly delimiter: Delimiter;
  readonly encoding: FileEncoding;
  readonly lineEnd: LineEnd;
  /** Without the point: `csv`, `txt`, `dat`, `xlsx`. */
  readonly extension: string;
  /** A first line of column headings above the detail records. */
  readonly headings: boolean;
  /** Puts an apostrophe before text that a spreadsheet would run as a formula; never in files for machines. */
  readonly guardText: boolean;
  readonly money: TemplateMoney;
  readonly splitBy: SplitBy;
  /** Calendar months in the order of the fiscal year, for rows by month and for amounts by period. */
  readonly months: readonly number[];
  /** One row for each month of the list. */
  readonly rowsByMonth: boolean;
  readonly zeroRows: boolean;
  readonly groupBy: GroupBy;
  readonly sort: readonly SortKey[];
  /** Whether two detail records may be alike in everything but amount, sequence and totals. */
  readonly duplicates: 'fault' | 'allow';
  /** The segment whose values control totals are given by; empty: none. */
  readonly fundSegment: string;
  /** Which sign is a debit: positive amounts, or for budgets kept as credits, negative ones. */
  readonly debit: 'positive' | 'negative';
  readonly header: readonly TemplateRecord[];
  readonly detail: TemplateRecord;
  readonly control: readonly TemplateRecord[];
}

/** July to June, the fiscal year of most districts. */
export const JULY_TO_JUNE: readonly number[] = [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6];
