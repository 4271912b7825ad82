import type { AllocationTemplate } from '../../shared/allocationFile/AllocationTemplate.ts';
import { compareWithScenario, type TotalDifference } from '../../shared/allocationFile/controlTotals.ts';
import { type AllocationPreview, previewAllocation } from '../../shared/allocationFile/previewAllocation.ts';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

/** Detail records that are shown; the totals and faults are of all. */
export const SHOWN_RECORDS = 100;

/** A preview that takes no longer is made with each keystroke; a longer one a moment after the last. */
const QUICK_MS = 14;
const AFTER_MS = 140;

export interface ShownFile {
  readonly templateId: number;
  readonly template: AllocationTemplate;
  readonly preview: AllocationPreview;
  readonly differences: readonly TotalDifference[];
}

/**
 * What the chosen template would write, made anew after every change of numbers, rules or the template itself, edits
 * under way included; and only while the sheet is on the page.
 */
export class PreviewWatch extends Store {
  readonly #document: DocumentState;
  readonly #templateId: number;
  readonly #unsubscribe: () => void;
  #shown: ShownFile | null = null;
  #madeFor = '';
  #isFresh = false;
  #tookMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: DocumentState, templateId: number) {
    super();
    this.#document = document;
    this.#templateId = templateId;
    this.#unsubscribe = document.subscribe(() => this.#follow());
    this.#make();
  }

  /** Null where the template cannot be read. */
  get shown(): ShownFile | null {
    return this.#shown;
  }

  /** False while what is shown is of a moment ago. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  close(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  #state(): string {
    const { model, revision, commitRevision, scenarioId } = this.#document;
    const definition = model.table('allocationTemplate').get(String(this.#templateId))?.definition ?? '';
    const previewed = this.#document.previewed?.kind === 'accounts' ? this.#document.previewed.label : '';
    return `${scenarioId} ${revision} ${commitRevision} ${previewed} ${definition}`;
  }

  #follow(): void {
    if (this.#state() === this.#madeFor) return;
    clearTimeout(this.#timer);
    if (this.#tookMs < QUICK_MS) {
      this.#make();
      this.notify();
      return;
    }
    if (this.#isFresh) {
      this.#isFresh = false;
      this.notify();
    }
    this.#timer = setTimeout(() => {
      this.#make();
      this.notify();
    }, AFTER_MS);
  }

  #make(): void {
    const started = performance.now();
    const { model, calculation } = this.#document;
    this.#madeFor = this.#state();
    const row = model.table('allocationTemplate').get(String(this.#templateId));
    const reading = row ? parseTemplate(row.definition) : null;
    if (reading?.ok) {
      const preview = previewAllocation(calculation, model, reading.template, SHOWN_RECORDS);
      const differences = compareWithScenario(calculation, reading.template, preview.totals);
      this.#shown = { templateId: this.#templateId, template: reading.template, preview, differences };
    } else this.#shown = null;
    this.#isFresh = true;
    this.#tookMs = performance.now() - started;
  }
}
