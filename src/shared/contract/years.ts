import type { CellFault } from '../assistant/CellFaults.ts';
import type { ChangeText } from '../changes/opsText.ts';
import type { YearsMapping, YearsPreview, YearsSuggestion } from '../years/import/YearsMapping.ts';
import type { Committed } from './requests.ts';

export interface YearsPreviewAnswer {
  readonly preview: YearsPreview;
  /** The first faults; the import is possible when `faultCount` is 0. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
}

/** As the preview, and the change as it was logged where there was no fault. */
export interface YearsOutcome extends YearsPreviewAnswer {
  readonly fileName: string;
  readonly change: ChangeText | null;
  readonly committed: Committed | null;
}

/** What the window may ask about years. */
export interface YearsRequests {
  /** How a table of years that `assistant/read` has read is understood; `headerRow` null lets main find it. */
  'years/suggest': {
    params: { token: string; sheet: number; headerRow: number | null };
    result: YearsSuggestion;
  };
  /** What an import of years would do. Nothing is changed. */
  'years/preview': { params: { token: string; sheet: number; mapping: YearsMapping }; result: YearsPreviewAnswer };
  /** `scenario` is the one shown, which no year moves. */
  'years/import': {
    params: { token: string; sheet: number; scenario: number; mapping: YearsMapping };
    result: YearsOutcome;
  };
  /** All values by year as a CSV file, as the sheet of the workbook; null when the person closed the dialog. */
  'years/export': { params: null; result: { fileName: string } | null };
}

export const YEARS_REQUEST_NAMES = ['years/suggest', 'years/preview', 'years/import', 'years/export'] as const;
