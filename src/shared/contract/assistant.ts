import type { CellFault } from '../assistant/CellFaults.ts';
import type { ImportPreview } from '../assistant/ImportPreview.ts';
import type { MappingSuggestion } from '../assistant/MappingSuggestion.ts';
import type { Delimiter, TextEncodingName } from '../assistant/RawTable.ts';
import type { ChangeText } from '../changes/opsText.ts';
import type { Committed } from './requests.ts';

/** One sheet of a file that main has read and keeps; the window sees it in pieces. */
export interface AssistantSheet {
  readonly name: string;
  /** Rows that hold anything. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A file read for an import. `token` names it until another is read or the assistant is left; it is not a path. */
export interface AssistantFile {
  readonly token: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: TextEncodingName | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly AssistantSheet[];
}

/** A row as it is shown beside the mapping. */
export interface AssistantRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface AssistantSuggestion {
  readonly suggestion: MappingSuggestion;
  /** The mapping was decided before, for a file of the same header. */
  readonly isRemembered: boolean;
}

export interface AssistantPreview {
  readonly preview: ImportPreview;
  /** The first faults; the import is possible when `faultCount` is 0. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
}

/** As the preview, and the change as it was logged where there was no fault. */
export interface AssistantOutcome extends AssistantPreview {
  readonly fileName: string;
  readonly change: ChangeText | null;
  readonly committed: Committed | null;
}
