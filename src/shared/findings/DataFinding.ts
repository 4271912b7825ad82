import type { AcceptedFindingRow, TableName } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { hashText } from '../text/hashText.ts';

/** The sheet of the window on which a cell stands. */
export type FindingSheet =
  | 'schools'
  | 'enrollment'
  | 'revenues'
  | 'sources'
  | 'weights'
  | 'grants'
  | 'budgets'
  | 'tie-out';

/** A cell a finding is about: where to go, and what it is in the document. */
export interface FindingCell {
  readonly sheet: FindingSheet;
  readonly table: TableName;
  /** The row's key, as `rowKey` gives it; of a row that is missing, the key it would have. */
  readonly key: string;
  /** Column of the table. */
  readonly column: string;
  /** Code of the school or source whose row it is on the sheet. */
  readonly row: string;
}

/** What a rule finds. */
export interface FoundDoubt {
  /** What the doubt is about, with the numbers that raise it: moves with them, so that an acceptance lapses. */
  readonly key: string;
  /** One sentence: what is so, and what to look into. */
  readonly sentence: string;
  readonly cells: readonly FindingCell[];
  /** Stops a source of the scenario; absent, it only warns. */
  readonly stops?: boolean;
}

/** A doubt about the data, or a stop of the calculation, as the sheet Findings shows it. */
export interface DataFinding {
  readonly rule: string;
  readonly key: string;
  readonly severity: 'stops' | 'warns';
  readonly sentence: string;
  readonly cells: readonly FindingCell[];
  /** Who accepted it, when and why; null where nobody has. A finding that stops cannot be accepted. */
  readonly accepted: AcceptedFindingRow | null;
}

/** Joins what a key is made of; long ones are cut and end in a hash of the whole. */
export function findingKey(...parts: readonly (string | number)[]): string {
  const text = parts.join('|');
  if (text.length <= LIMITS.findingKeyLength) return text;
  const hash = hashText(text);
  return `${text.slice(0, LIMITS.findingKeyLength - hash.length - 1)}#${hash}`;
}
