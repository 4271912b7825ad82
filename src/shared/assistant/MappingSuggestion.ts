import type { Mapping, Target } from './Mapping.ts';
import type { ColumnProfile } from './profileColumns.ts';
import type { RepairOffer } from './repairs.ts';
import type { LeftOutRow } from './totalRows.ts';

/** What is suggested for one column, and what else it might be. */
export interface ColumnSuggestion {
  readonly column: number;
  readonly header: string;
  readonly target: Target;
  readonly alternatives: readonly Target[];
  /** Why: `header “low_income” names Poverty; the newest of two years`. */
  readonly reason: string;
}

/** Everything the person sees before deciding: a complete mapping, and what could be added to it. */
export interface MappingSuggestion {
  readonly mapping: Mapping;
  readonly columns: readonly ColumnSuggestion[];
  readonly profiles: readonly ColumnProfile[];
  readonly repairs: readonly RepairOffer[];
  /** Texts in number columns that look like empty cells: `n/a`, `-`, `*`. */
  readonly blanks: readonly { readonly text: string; readonly count: number; readonly column: number }[];
  readonly leftOut: readonly LeftOutRow[];
  /** Level words of the file no level could be found for. */
  readonly unknownLevels: readonly string[];
  readonly notes: readonly string[];
}
