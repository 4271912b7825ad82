import type { Calculation } from '../../shared/calc/Calculation.ts';
import { toNumber } from '../../shared/calc/rational.ts';
import {
  CAP_RANGE,
  HOLD_HARMLESS_RANGE,
  LoweredTradeOff,
  type PercentRange,
  type TradeOffPoint,
  tradeOffByCap,
  tradeOffByHoldHarmless,
} from '../../shared/calc/topUps/tradeOff.ts';
import type { Solve } from '../../shared/model/rows.ts';
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

/** Under the payer formula each point is a recalculation; in a larger district one would be felt, so it is estimated. */
const MOST_EXACT_SCHOOLS = 3_000;
const isExact = ({ topUps, schools }: Calculation): boolean =>
  topUps.floors.decision.payer === 'formula' && schools.length <= MOST_EXACT_SCHOOLS;

/** As many points on every curve. */
const STEPS = 20;
/** A range of caps ends at a multiple of this, in percent units. */
const CAP_END = 50_000;

/** Caps from 0 % to 10 %, or far enough to show the cap that is typed or solved. */
export function capRange({ calculation }: DocumentState): PercentRange {
  const { capPercent, solve } = calculation.topUps.floors.decision;
  const solved = calculation.results.topUps.capPercent;
  const cap = solve === 'cap' ? (solved ? toNumber(solved) * 10_000 : 0) : (capPercent ?? 0);
  const to = Math.max(CAP_RANGE.to, Math.ceil((cap * 1.2) / CAP_END) * CAP_END);
  return { from: 0, to, step: to / STEPS };
}

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
  #solve: Solve | null = null;
  #calculation: Calculation | null = null;
  #tasks: readonly Task[] = [];
  #lowered: LoweredTradeOff | null = null;

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

  /** What was solved when the curves were computed: it decides what the curve of caps is about. */
  get solve(): Solve | null {
    return this.#solve;
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
    const { revision, calculation } = this.#document;
    if (revision === this.#revision && calculation === this.#calculation) return;
    this.#revision = revision;
    this.#calculation = calculation;
    this.#stop();
    this.#isFresh = false;
    this.#timer = setTimeout(() => {
      // Only gainers have a cap, so under another payer there is no second curve.
      const { payer } = this.#document.calculation.topUps.floors.decision;
      const caps = payer === 'gainers' ? tasksOf('cap', capRange(this.#document)) : [];
      this.#tasks = [...tasksOf('floor', HOLD_HARMLESS_RANGE), ...caps];
      this.#lowered = null;
      this.#whenIdle([], 0);
    }, AFTER_MS);
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
    while (at < this.#tasks.length && performance.now() - started < SLICE_MS) {
      const { curve, percent } = this.#tasks[at] as Task;
      const here: PercentRange = { from: percent, to: percent, step: 1 };
      const { calculation } = this.#document;
      if (isExact(calculation)) {
        if (!this.#lowered) {
          // Making it is a slice by itself.
          this.#lowered = new LoweredTradeOff(calculation);
          break;
        }
        done.push(this.#lowered.pointAt(percent));
      } else
        done.push(
          ...(curve === 'floor' ? tradeOffByHoldHarmless(calculation, here) : tradeOffByCap(calculation, here)),
        );
      at += 1;
    }
    if (at < this.#tasks.length) {
      this.#whenIdle(done, at);
      return;
    }
    this.#floor = done.filter((_, index) => this.#tasks[index]?.curve === 'floor');
    this.#cap = done.filter((_, index) => this.#tasks[index]?.curve === 'cap');
    this.#solve = this.#document.calculation.topUps.floors.decision.solve;
    this.#lowered = null;
    this.#isFresh = true;
    this.notify();
  }
}
