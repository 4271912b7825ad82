import type { DataFinding } from '../../shared/findings/DataFinding.ts';
import { countOpen, findingSteps } from '../../shared/findings/findings.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

/** How long a person must have been still before doubts are looked for anew. */
const AFTER_COMMIT_MS = 250;
/** On a busy computer no moment may be idle; then a slice is taken all the same, well below what a person notices. */
const AT_THE_LATEST_MS = 100;
const BUSY_SLICE_MS = 8;

type Steps = ReturnType<typeof findingSteps>;

export type FindingsShown = 'open' | 'stops' | 'warns' | 'accepted';

/** What of the list is shown, and how far it is scrolled. */
export interface FindingsView {
  show: FindingsShown;
  /** A rule's id, or empty for all. */
  group: string;
  scrollTop: number;
}

/**
 * The doubts about a document, looked for when it is opened and after each change made, never on a keystroke: all
 * rules look at all schools, and that may take longer than a frame. What is shown may be a moment old.
 */
export class FindingsWatch extends Store {
  readonly #document: DocumentState;
  #list: readonly DataFinding[] = [];
  #counts: { readonly stops: number; readonly warns: number } = { stops: 0, warns: 0 };
  /** The changes made and the scenario shown when doubts were last asked for. */
  #lookedAt = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasLooked = false;
  /** How the sheet was looked at last, so that going to a cell and back loses no place. */
  readonly view: FindingsView = { show: 'open', group: '', scrollTop: 0 };

  constructor(document: DocumentState) {
    super();
    this.#document = document;
    document.subscribe(() => this.#follow());
    this.#follow();
  }

  /** First what stops a source, then doubts in the order of the rules; accepted ones in their place. */
  get list(): readonly DataFinding[] {
    return this.#list;
  }

  get counts(): { readonly stops: number; readonly warns: number } {
    return this.#counts;
  }

  /** False until the first look is over; then an empty list means that there is nothing. */
  get hasLooked(): boolean {
    return this.#hasLooked;
  }

  /** What was just accepted or opened again moves at once; a full look follows as after any change. */
  followAcceptance(): void {
    const { model } = this.#document;
    this.#show(
      this.#list.map((finding) =>
        finding.severity === 'stops'
          ? finding
          : { ...finding, accepted: model.get('acceptedFinding', finding.rule, finding.key) ?? null },
      ),
    );
  }

  #follow(): void {
    if (this.#state() === this.#lookedAt) return;
    this.#lookedAt = this.#state();
    this.#soon();
  }

  /** What the doubts rest on. */
  #state(): string {
    return `${this.#document.commitRevision} ${this.#document.scenarioId}`;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#whenIdle(null, ''), AFTER_COMMIT_MS);
  }

  /** Goes on with steps begun before, as long as the browser has nothing better to do. */
  #whenIdle(steps: Steps | null, begunAt: string): void {
    requestIdleCallback((deadline) => this.#goOn(steps, begunAt, deadline), { timeout: AT_THE_LATEST_MS });
  }

  #goOn(begun: Steps | null, begunAt: string, deadline: IdleDeadline): void {
    const now = this.#state();
    // A number still being typed is no doubt yet; its end is a new commit, or nothing.
    if (this.#document.previewed || (begun && now !== begunAt)) {
      this.#soon();
      return;
    }
    const steps = begun ?? this.#begin();
    if (!steps) return;
    const until = performance.now() + BUSY_SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) {
        this.#show(step.value);
        return;
      }
    } while (deadline.timeRemaining() > 0 || (deadline.didTimeout && performance.now() < until));
    this.#whenIdle(steps, now);
  }

  #begin(): Steps | null {
    const { model, calculation, scenarioId } = this.#document;
    const scenario = model.get('scenario', scenarioId);
    return scenario ? findingSteps(model, scenario, calculation) : null;
  }

  #show(list: readonly DataFinding[]): void {
    this.#list = list;
    this.#counts = countOpen(list);
    this.#hasLooked = true;
    this.notify();
  }
}

const watches = new WeakMap<DocumentState, FindingsWatch>();

/** The one watch of a document; it lives as long as the document does. */
export function findingsOf(document: DocumentState): FindingsWatch {
  let watch = watches.get(document);
  if (!watch) {
    watch = new FindingsWatch(document);
    watches.set(document, watch);
  }
  return watch;
}
