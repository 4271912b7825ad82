import { AllotError } from '../../shared/contract/errors.ts';
import {
  type CalculatedYear,
  multiYear,
  type ShadowStatement,
  shadowStatement,
} from '../../shared/gradual/multiYear.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

/** How long numbers must have stood still before the years ahead are calculated anew: each is a whole district. */
const AFTER_MS = 80;

/**
 * The years ahead and the shadow statement of the scenario shown, while they are looked at. They follow an edit a
 * moment later, never within its keystroke.
 */
export class GradualWatch extends Store {
  readonly #document: DocumentState;
  readonly #unsubscribe: () => void;
  #yearCount: number;
  #revision = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #years: readonly CalculatedYear[] = [];
  #shadow: ShadowStatement | null = null;
  #fault: string | null = null;

  constructor(document: DocumentState, yearCount: number) {
    super();
    this.#document = document;
    this.#yearCount = yearCount;
    this.#unsubscribe = document.subscribe(() => this.#follow());
    this.#compute();
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

  look(yearCount: number): void {
    if (yearCount === this.#yearCount) return;
    this.#yearCount = yearCount;
    this.#compute();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe();
  }

  #follow(): void {
    if (this.#document.revision === this.#revision) return;
    this.#revision = this.#document.revision;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#compute(), AFTER_MS);
  }

  #compute(): void {
    const { model, scenarioId, revision } = this.#document;
    this.#revision = revision;
    try {
      this.#years = multiYear(model, scenarioId, this.#yearCount);
      this.#shadow = shadowStatement(model, scenarioId);
      this.#fault = null;
    } catch (error) {
      // Growth can lead beyond what a document holds; the sentence stands in place of numbers.
      if (!(error instanceof AllotError)) throw error;
      this.#years = [];
      this.#shadow = null;
      this.#fault = error.message;
    }
    this.notify();
  }
}
