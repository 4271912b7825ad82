import type { CellFault } from '../assistant/CellFaults.ts';
import type { ImportPreview } from '../assistant/ImportPreview.ts';
import type { Mapping } from '../assistant/Mapping.ts';
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

/** What the window may ask of the import assistant. */
export interface AssistantRequests {
  /** Main asks for a table file and reads it, telling `progress/step`; null when the person closed the dialog. */
  'assistant/read': { params: null; result: AssistantFile | null };
  /** Reads the text file at hand anew, in another encoding or divided otherwise. It stays as it was where that fails. */
  'assistant/readAgain': {
    params: { token: string; encoding: TextEncodingName; delimiter: Delimiter };
    result: AssistantFile;
  };
  /** Stops reading (`assistant/read` then fails with `read-cancelled`) and forgets the file. */
  'assistant/cancel': { params: null; result: null };
  /** Rows of a sheet as they stand, from the `from`-th that holds anything, counted from 0. */
  'assistant/rows': {
    params: { token: string; sheet: number; from: number; count: number };
    result: readonly AssistantRow[];
  };
  /** How the sheet is understood; `headerRow` null lets main find it. */
  'assistant/suggest': {
    params: { token: string; sheet: number; headerRow: number | null };
    result: AssistantSuggestion;
  };
  /** What an import would do. Nothing is changed. */
  'assistant/preview': {
    params: { token: string; sheet: number; scenario: number; mapping: Mapping };
    result: AssistantPreview;
  };
  'assistant/import': {
    params: { token: string; sheet: number; scenario: number; mapping: Mapping };
    result: AssistantOutcome;
  };
}

export const ASSISTANT_REQUEST_NAMES = [
  'assistant/read',
  'assistant/readAgain',
  'assistant/cancel',
  'assistant/rows',
  'assistant/suggest',
  'assistant/preview',
  'assistant/import',
] as const;
