/** How a cell of a hand-out looks and whether it may be typed in; what each looks like is the writer's. */
export type LayoutStyle =
  | 'title'
  | 'subtitle'
  | 'draft'
  | 'adopted'
  | 'note'
  | 'section'
  | 'sectionNumber'
  | 'header'
  | 'headerNumber'
  | 'label'
  | 'strong'
  | 'text'
  | 'textRight'
  | 'dim'
  | 'source'
  | 'method'
  | 'money'
  | 'moneyDim'
  | 'moneySource'
  | 'moneySourceDim'
  | 'moneySum'
  | 'moneySumDim'
  | 'moneyTotal'
  | 'moneyTotalDim'
  | 'totalLabel'
  | 'sumLabel'
  | 'change'
  | 'changeSum'
  | 'changeTotal'
  | 'count'
  | 'countDim'
  | 'whole'
  | 'wholeTotal'
  | 'decimal'
  | 'decimalTotal'
  | 'share'
  | 'weight'
  | 'rate'
  | 'rateExact'
  | 'percent'
  | 'percentTotal'
  | 'number'
  /** Unlocked: the person's own count. */
  | 'input'
  /** Unlocked: a choice from a list. */
  | 'choice'
  | 'word0'
  | 'word1'
  | 'word2';

/** Rows and columns count from 1, as in a spreadsheet. */
export interface LayoutCell {
  readonly row: number;
  readonly column: number;
  /** A text stays a text, whatever it begins with. */
  readonly value: number | string | null;
  /** Without the equals sign; `value` is what it comes to. */
  readonly formula: string | null;
  readonly style: LayoutStyle;
}

export interface Validation {
  readonly range: string;
  /** A decimal from 0 up, or a choice from the cells of a range. */
  readonly rule: { readonly kind: 'count' } | { readonly kind: 'list'; readonly source: string };
  readonly prompt: string;
  readonly error: string;
}

/** A real table of the spreadsheet: named, banded, with filter buttons. Its cells are among the sheet's. */
export interface LayoutTable {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
}

/** Fills cells of a range where a formula, written for its first cell, is true. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  readonly tone: 'changed' | 'below' | 'above';
}

export interface LayoutPrint {
  readonly orientation: 'portrait' | 'landscape';
  /** Null: as many pages downwards as it takes. */
  readonly pagesTall: number | null;
  /** One where not said. */
  readonly pagesWide?: number;
  readonly titleRows?: string;
  readonly titleColumns?: string;
  readonly footer: string;
}

export interface SheetLayout {
  readonly name: string;
  /** Widths in characters, from the first column on. */
  readonly widths: readonly number[];
  readonly cells: readonly LayoutCell[];
  /** Heights in points of rows that differ from the usual one. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly string[];
  /** Rows above and columns left of this stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** Locks every cell that is not an input. There is never a password. */
  readonly isProtected: boolean;
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
  readonly tables: readonly LayoutTable[];
  readonly print: LayoutPrint;
  readonly isHidden?: boolean;
}

/** A workbook with places of its own for everything, as data. */
export interface WorkbookLayout {
  readonly title: string;
  readonly subject: string;
  readonly sheets: readonly SheetLayout[];
  /** Defined names and what they refer to, such as `Calculator!$H$60`. */
  readonly names: readonly { readonly name: string; readonly range: string }[];
}
