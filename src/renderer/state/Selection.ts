import type { Explained } from './ExplainTarget.ts';

/** What the selected cells come to: those of the block, or where one cell is selected, of its column as shown. */
export interface ColumnSummary {
  readonly of: 'cells' | 'column';
  readonly count: number;
  /** As they are shown, or null where a sum of the column means nothing (percents, texts). */
  readonly sum: string | null;
  readonly average: string | null;
  /** Null where the cells hold texts, or numbers of different units. */
  readonly least: string | null;
  readonly greatest: string | null;
}

/** The cell a person stands on. */
export interface Selection {
  readonly sheet: string;
  readonly rowKey: string;
  readonly columnId: string;
  /** `Jefferson High · Total`, for the name box. */
  readonly title: string;
  /** The value as shown, for cells that have no explanation. */
  readonly text: string;
  /** What `explain` is asked for, or null where a person typed the value. */
  readonly target: Explained | null;
  /** Asked anew at each revision, so that the bottom bar follows an edit. */
  readonly summarise: () => ColumnSummary | null;
}
