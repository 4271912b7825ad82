import type { Change } from '../../shared/changes/Change.ts';
import type { Parsed } from '../../shared/text/parseNumber.ts';
import type { Explained } from '../state/ExplainTarget.ts';
import type { ResultsSnapshot } from '../state/ResultsSnapshot.ts';

/**
 * A row of a sheet: nothing but where to look. `key` never changes while the row exists; `index` is the school index,
 * or the position in whatever list the sheet shows. Values are always read through the columns.
 */
export interface SheetRow {
  readonly key: string;
  readonly index: number;
}

/**
 * What a column holds, and in which unit its `value` is given (units of `shared/model/units.ts`).
 *
 * | kind    | value                      | shown       |
 * |---------|----------------------------|-------------|
 * | text, code, formula | text           | as it is    |
 * | choice  | the code of a choice       | its label   |
 * | money   | cents                      | 1,234.56    |
 * | dollars | cents                      | 1,235       |
 * | count   | hundredths of a pupil      | 1,480       |
 * | weight  | ten-thousandths            | 0.34        |
 * | index   | ten-thousandths            | 0.9802      |
 * | percent | percent units              | 45%         |
 * | rate    | millionths of a dollar     | 3,741.00    |
 * | decimal | a canonical decimal text   | 0.57        |
 * | integer | a whole number             | 125         |
 */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'formula'
  | 'choice'
  | 'money'
  | 'dollars'
  | 'count'
  | 'weight'
  | 'index'
  | 'percent'
  | 'rate'
  | 'decimal'
  | 'integer';

export type CellValue = number | string | null;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SheetColumn<Row extends SheetRow = SheetRow> {
  /** Stable: widths, sort and selection are remembered by it. */
  readonly id: string;
  readonly header: string;
  /** Columns side by side with the same group stand under one heading. */
  readonly group?: string;
  readonly kind: ColumnKind;
  readonly width: number;
  /** Takes the width that is left over. */
  readonly grows?: boolean;
  readonly pinned?: 'left' | 'right';
  readonly headerTooltip?: string;
  /** Null or NaN is shown as a dash (numbers) or nothing (texts). Must be quick: it is called for each cell painted. */
  readonly value: (row: Row) => CellValue;
  /** Decimals shown, always this many; by default as many as the value has. For percent, weight and index. */
  readonly places?: number;
  /** Shown with + and −, gains blue and losses orange. */
  readonly signed?: boolean;
  /** Quieter ink, for what stands beside the numbers that matter. */
  readonly quiet?: boolean;
  /** The number matters most in its row. */
  readonly strong?: boolean;
  /** A second, smaller number in the same cell: the dollars beside a weight. */
  readonly aside?: (row: Row) => string;
  /** Cells that can be typed in. Without `edit` a column is never editable. */
  readonly editable?: boolean | ((row: Row) => boolean);
  /** Belongs to the document and to no scenario, so that it can be typed while an adopted scenario is shown. */
  readonly ofDocument?: boolean;
  /** Why a cell that looks editable is not, said when a person starts to type. */
  readonly refusal?: (row: Row) => string | null;
  /** The text a person starts from with F2; by default the value as shown, without marks. */
  readonly editText?: (row: Row) => string;
  /** Reads what was typed; by default after the kind. An empty text is given to `edit` as null where `blank` is set. */
  readonly parse?: (text: string, row: Row) => Parsed<CellValue>;
  /** An emptied cell is a value (null) and not a mistake. */
  readonly blank?: boolean;
  /** The change that this value makes, or a sentence why it cannot be. Called on each keystroke. */
  readonly edit?: (row: Row, value: CellValue) => Change | string;
  /** The value of a cell depends on all the others through the calculation, so several cannot be set at once. */
  readonly solves?: boolean;
  readonly choices?: (row: Row) => readonly Choice[];
  /** Alt+Up and Alt+Down, live: by one step, and by `large` with Shift. In the unit of the value. */
  readonly step?: { readonly small: number; readonly large: number };
  /** The value of the totals row, and its kind where it differs from the column's (pupils under weights). */
  readonly total?: () => CellValue;
  readonly totalKind?: ColumnKind;
  /** A calculated value as it was in earlier results: what moved is marked by which way it went. */
  readonly before?: (row: Row, then: ResultsSnapshot) => number | null;
  /** A standing tint that has nothing to do with an edit. */
  readonly tint?: (row: Row) => 'gain' | 'loss' | 'warn' | null;
  /** What the formula bar explains while this cell is selected; null where a person typed the value. */
  readonly explain?: (row: Row) => Explained | null;
  /** The same for the totals row. */
  readonly explainTotal?: () => Explained | null;
  /** Sum and average in the bottom bar mean something. Default: money, dollars, count and integer. */
  readonly summable?: boolean;
}
