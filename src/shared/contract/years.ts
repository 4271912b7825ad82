import type { CellFault } from '../assistant/CellFaults.ts';
import type { ChangeText } from '../changes/opsText.ts';
import type { YearsPreview } from '../years/import/YearsMapping.ts';
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
