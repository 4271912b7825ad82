import { AllocationFile } from '../../shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate } from '../../shared/allocationFile/AllocationTemplate.ts';
import { checkFile } from '../../shared/allocationFile/checkFile.ts';
import {
  type ControlTotals,
  compareWithScenario,
  type TotalDifference,
} from '../../shared/allocationFile/controlTotals.ts';
import type { FileFault } from '../../shared/allocationFile/FileFault.ts';
import { fileNotices } from '../../shared/allocationFile/fileNotices.ts';
import type { PreviewCell, PreviewRecord } from '../../shared/allocationFile/previewAllocation.ts';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import type { WrittenCell } from '../../shared/allocationFile/writeCell.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import { faultsToTell } from './faultsToTell.ts';

/** Detail records that are shown; the totals and faults are of all. */
export const SHOWN_RECORDS = 100;

/** What takes no longer is done with each keystroke; what does, a moment after the last. */
const QUICK_MS = 14;
const LINES_AFTER_MS = 60;
const CHECK_AFTER_MS = 350;

/** A record without its text as one line; the window shows it cell by cell. */
export type ShownRecord = Pick<PreviewRecord, 'kind' | 'cells'>;

export interface ShownFile {
  readonly template: AllocationTemplate;
  readonly records: readonly ShownRecord[];
  readonly rowCount: number;
  readonly recordCount: number;
  readonly totals: ControlTotals;
  readonly differences: readonly TotalDifference[];
  /** Of the last check; `isChecked` says whether that was of this very file. */
  readonly faults: readonly FileFault[];
  readonly faultCount: number;
  readonly notices: readonly string[];
  readonly isChecked: boolean;
}

/**
 * What the chosen template would write, made anew after every change of numbers, rules or the template itself, edits
 * under way included; and only while the sheet is on the page. In large districts the check of every record follows a
 * moment after the lines, so that typing is never held up by it.
 */
export class PreviewWatch extends Store {
  readonly #document: DocumentState;
  readonly #templateId: number;
  readonly #unsubscribe: () => void;
  #shown: ShownFile | null = null;
  #file: AllocationFile | null = null;
  #madeFor = '';
  #linesMs = 0;
  #checkMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: DocumentState, templateId: number) {
    super();
    this.#document = document;
    this.#templateId = templateId;
    this.#unsubscribe = document.subscribe(() => this.#follow());
    this.#make();
  }

  get templateId(): number {
    return this.#templateId;
  }

  /** Null where the template cannot be read. */
  get shown(): ShownFile | null {
    return this.#shown;
  }

  /** Whether lines, totals and faults are of the document as it is now. */
  get isFresh(): boolean {
    return this.#state() === this.#madeFor && (this.#shown?.isChecked ?? true);
  }

  close(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  #state(): string {
    const { model, revision, commitRevision, scenarioId, previewed } = this.#document;
    const definition = model.table('allocationTemplate').get(String(this.#templateId))?.definition ?? '';
    const rules = previewed?.kind === 'accounts' ? previewed.label : '';
    return `${scenarioId} ${revision} ${commitRevision} ${rules} ${definition}`;
  }

  #follow(): void {
    if (this.#state() === this.#madeFor) return;
    clearTimeout(this.#timer);
    if (this.#linesMs < QUICK_MS) this.#make();
    else this.#timer = setTimeout(() => this.#make(), LINES_AFTER_MS);
  }

  /** Lines and totals; the faults stay those of the last check until the next. */
  #make(): void {
    const started = performance.now();
    const { model, calculation } = this.#document;
    this.#madeFor = this.#state();
    const row = model.table('allocationTemplate').get(String(this.#templateId));
    const reading = row ? parseTemplate(row.definition) : null;
    if (!reading?.ok) {
      this.#shown = null;
      this.#file = null;
      this.notify();
      return;
    }
    const { template } = reading;
    const file = new AllocationFile(calculation, model, template, now());
    const { faults, faultCount, notices } = this.#shown ?? { faults: [], faultCount: 0, notices: [] };
    this.#file = file;
    this.#shown = {
      template,
      records: [...file.records(SHOWN_RECORDS)].map(({ kind, cells }) => ({ kind, cells: cells.map(shownCell) })),
      rowCount: file.rows.lines.length,
      recordCount: file.context.recordCount,
      totals: file.context.totals,
      differences: compareWithScenario(calculation, template, file.context.totals),
      faults,
      faultCount,
      notices,
      isChecked: false,
    };
    this.#linesMs = performance.now() - started;
    if (this.#checkMs < QUICK_MS) this.#check();
    else this.#timer = setTimeout(() => this.#check(), CHECK_AFTER_MS);
    this.notify();
  }

  /** Looks at every record of the file whose lines are shown. */
  #check(): void {
    if (!this.#file || !this.#shown) return;
    const started = performance.now();
    const told = faultsToTell(checkFile(this.#file));
    const notices = fileNotices(this.#file);
    // Its records are many; what is shown of them is kept.
    this.#file = null;
    this.#shown = { ...this.#shown, ...told, notices, isChecked: true };
    this.#checkMs = performance.now() - started;
    this.notify();
  }
}

/** The clock of this computer as an ISO time without a zone, as it stands in the file. */
function now(): string {
  const date = new Date();
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

const shownCell = (cell: WrittenCell): PreviewCell =>
  cell.ok ? { text: cell.text, fault: null } : { text: cell.value, fault: cell.reason };
