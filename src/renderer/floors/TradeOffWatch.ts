import {
  CAP_RANGE,
  HOLD_HARMLESS_RANGE,
  type PercentRange,
  type TradeOffPoint,
  tradeOffByCap,
  tradeOffByHoldHarmless,
} from '../../shared/calc/topUps/tradeOff.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

/** How long numbers must have stood still before the curves are computed anew. */
const AFTER_MS = 90;
const AT_THE_LATEST_MS = 600;
/** A slice of work that leaves room for a frame. */
const SLICE_MS = 8;

interface Task {
  readonly curve: 'floor' | 'cap';
  readonly percent: number;
}

const tasksOf = (curve: Task['curve'], { from, to, step }: PercentRange): Task[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => ({ curve, percent: from + at * step }));

const TASKS: readonly Task[] = [...tasksOf('floor', HOLD_HARMLESS_RANGE), ...tasksOf('cap', CAP_RANGE)];

/**
 * The trade-off curves of a document while they are looked at: computed point by point in idle moments after numbers
 * have moved, never within a keystroke. What is shown may be a moment old; the marked point is always of now.
 */
export class TradeOffWatch extends Store {
  readonly #document: DocumentState;
  readonly #unsubscribe: () => void;
  #revision = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;
  #floor: readonly TradeOffPoint[] = [];
  #cap: readonly TradeOffPoint[] = [];
  #isFresh = false;

  constructor(document: DocumentState) {
    super();
    this.#document = document;
    this.#unsubscribe = document.subscribe(() => this.#follow());
    this.#follow();
  }

  /** Cost by hold-harmless percent. */
  get floor(): readonly TradeOffPoint[] {
    return this.#floor;
  }

  /** What gainers give by cap. */
  get cap(): readonly TradeOffPoint[] {
    return this.#cap;
  }

  /** False while the curves are of a moment ago. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  close(): void {
    this.#unsubscribe();
    this.#stop();
  }

  #follow(): void {
    if (this.#document.revision === this.#revision) return;
    this.#revision = this.#document.revision;
    this.#stop();
    this.#isFresh = false;
    this.#timer = setTimeout(() => this.#whenIdle([], 0), AFTER_MS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#idle && typeof cancelIdleCallback === 'function') cancelIdleCallback(this.#idle);
    this.#idle = 0;
  }

  #whenIdle(done: TradeOffPoint[], from: number): void {
    if (typeof requestIdleCallback === 'function') {
      this.#idle = requestIdleCallback(() => this.#compute(done, from), { timeout: AT_THE_LATEST_MS });
    } else this.#timer = setTimeout(() => this.#compute(done, from), 0);
  }

  #compute(done: TradeOffPoint[], from: number): void {
    const started = performance.now();
    let at = from;
    while (at < TASKS.length && performance.now() - started < SLICE_MS) {
      const { curve, percent } = TASKS[at] as Task;
      const here: PercentRange = { from: percent, to: percent, step: 1 };
      const { calculation } = this.#document;
      done.push(...(curve === 'floor' ? tradeOffByHoldHarmless(calculation, here) : tradeOffByCap(calculation, here)));
      at += 1;
    }
    if (at < TASKS.length) {
      this.#whenIdle(done, at);
      return;
    }
    this.#floor = done.filter((_, index) => TASKS[index]?.curve === 'floor');
    this.#cap = done.filter((_, index) => TASKS[index]?.curve === 'cap');
    this.#isFresh = true;
    this.notify();
  }
}
