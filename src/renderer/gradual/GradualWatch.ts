import { AllotError } from '../../shared/contract/errors.ts';
import {
  type CalculatedYear,
  type ShadowStatement,
  shadowStatement,
  yearByYear,
} from '../../shared/gradual/multiYear.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

/** How long numbers must have stood still before the years ahead are calculated anew: each is a whole district. */
const AFTER_MS = 80;
const AT_THE_LATEST_MS = 300;
/** A slice of work that leaves room for a frame; a single year may take longer, but no two of them in one slice. */
const SLICE_MS = 8;

/**
 * The years ahead and the shadow statement of the scenario shown, while they are looked at. They follow an edit a
 * moment later, never within its keystroke: year by year in idle moments, begun anew when something moves meanwhile.
 */
export class GradualWatch extends Store {
  readonly #document: DocumentState;
  readonly #unsubscribe: () => void;
  #yearCount: number;
  #revision = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;
  #isFresh = false;
  #years: readonly CalculatedYear[] = [];
  #shadow: ShadowStatement | null = null;
  #fault: string | null = null;

  constructor(document: DocumentState, yearCount: number) {
    super();
    this.#document = document;
    this.#yearCount = yearCount;
    this.#unsubscribe = document.subscribe(() => this.#follow());
    this.#begin();
  }

  get years(): readonly CalculatedYear[] {
    return this.#years;
  }

  get shadow(): ShadowStatement | null {
    return this.#shadow;
  }

  /** Why the years cannot be calculated, or null. */
  get fault(): string | null {
    return this.#fault;
  }

  /** False while the years are of a moment ago. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  look(yearCount: number): void {
    if (yearCount === this.#yearCount) return;
    this.#yearCount = yearCount;
    this.#begin();
  }

  close(): void {
    this.#stop();
    this.#unsubscribe();
  }

  #follow(): void {
    if (this.#document.revision === this.#revision) return;
    this.#revision = this.#document.revision;
    this.#stop();
    this.#timer = setTimeout(() => this.#begin(), AFTER_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#idle && typeof cancelIdleCallback === 'function') cancelIdleCallback(this.#idle);
    this.#idle = 0;
  }

  #begin(): void {
    this.#stop();
    this.#revision = this.#document.revision;
    this.#setFresh(false);
    this.#goOn(this.#work());
  }

  #setFresh(isFresh: boolean): void {
    if (isFresh === this.#isFresh) return;
    this.#isFresh = isFresh;
    this.notify();
  }

  #goOn(work: Iterator<void>): void {
    const slice = (): void => {
      const started = performance.now();
      while (performance.now() - started < SLICE_MS) if (work.next().done) return;
      this.#goOn(work);
    };
    if (typeof requestIdleCallback === 'function') {
      this.#idle = requestIdleCallback(slice, { timeout: AT_THE_LATEST_MS });
    } else this.#timer = setTimeout(slice, 0);
  }

  /** One year at a time; what is shown stays until all are there. */
  *#work(): Generator<void> {
    const { model, scenarioId } = this.#document;
    try {
      const years: CalculatedYear[] = [];
      for (const year of yearByYear(model, scenarioId, this.#yearCount)) {
        years.push(year);
        yield;
      }
      this.#shadow = shadowStatement(model, scenarioId);
      this.#years = years;
      this.#fault = null;
    } catch (error) {
      // Growth can lead beyond what a document holds; the sentence stands in place of numbers.
      if (!(error instanceof AllotError)) throw error;
      this.#years = [];
      this.#shadow = null;
      this.#fault = error.message;
    }
    this.#isFresh = true;
    this.notify();
  }
}
