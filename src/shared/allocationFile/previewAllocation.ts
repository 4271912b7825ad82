import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import { AllocationFile, type RecordKind, recordText } from './AllocationFile.ts';
import type { AllocationTemplate } from './AllocationTemplate.ts';
import { checkFile } from './checkFile.ts';
import type { ControlTotals } from './controlTotals.ts';
import type { FileFault } from './FileFault.ts';
import { fileNotices } from './fileNotices.ts';

/** One cell of a previewed record, as it stands in the file; in one that cannot be written, what was to be written. */
export interface PreviewCell {
  readonly text: string;
  /** Why the cell cannot be written, as the end of a sentence; null where it can. */
  readonly fault: string | null;
}

export interface PreviewRecord {
  readonly kind: RecordKind;
  readonly cells: readonly PreviewCell[];
  /** The record as one line of the file. */
  readonly text: string;
}

/** What a file would be, for the window to show while a template is edited. */
export interface AllocationPreview {
  /** Header, headings, the first detail records, control records. */
  readonly records: readonly PreviewRecord[];
  /** Their texts. */
  readonly lines: readonly string[];
  /** Detail records of the whole file, of which some are shown. */
  readonly rowCount: number;
  readonly recordCount: number;
  readonly totals: ControlTotals;
  readonly faults: readonly FileFault[];
  readonly faultCount: number;
  /** What is no fault and still good to know before the file is loaded. */
  readonly notices: readonly string[];
}

/**
 * The file of a scenario under a template, as far as it is shown: the first `maxLines` detail records, all faults, and
 * the totals of all records. It is what main writes, by the same functions; only the time of writing differs.
 */
export function previewAllocation(
  calculation: Calculation,
  model: Model,
  template: AllocationTemplate,
  maxLines: number,
  writtenAt = new Date().toISOString(),
): AllocationPreview {
  const file = new AllocationFile(calculation, model, template, writtenAt);
  const faults = checkFile(file);
  const records: PreviewRecord[] = [];
  for (const record of file.records(maxLines)) {
    records.push({
      kind: record.kind,
      cells: record.cells.map((cell) =>
        cell.ok ? { text: cell.text, fault: null } : { text: cell.value, fault: cell.reason },
      ),
      text: recordText(record, template),
    });
  }
  return {
    records,
    lines: records.map(({ text }) => text),
    rowCount: file.rows.lines.length,
    recordCount: file.context.recordCount,
    totals: file.context.totals,
    faults: faults.list,
    faultCount: faults.count,
    notices: fileNotices(file),
  };
}
