import type { FileFault } from '../allocationFile/FileFault.ts';
import type { AccountSegmentRow } from '../model/rows.ts';

/** What came of writing an allocation file. With faults nothing was written, and no file was asked for. */
export interface AllocationOutcome {
  readonly faults: readonly FileFault[];
  /** All faults, of which `faults` lists the first. */
  readonly faultCount: number;
  /** Null where there were faults. */
  readonly written: {
    readonly fileName: string;
    readonly controlFileName: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly rows: number;
    readonly amountCents: number;
  } | null;
}

/** A template read from a file, not yet in the document: `addTemplate` puts it there, with the segments it needs. */
export interface ReadTemplate {
  readonly fileName: string;
  readonly name: string;
  /** As the document keeps it; `parseTemplate` reads it. */
  readonly definition: string;
  readonly segments: readonly Omit<AccountSegmentRow, 'position'>[];
}
