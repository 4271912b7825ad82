import type { Reach } from './eligibility.ts';
import type { Outcome } from './methods/Method.ts';
import { type PublishedPay, payPublishedRates } from './publishedRates.ts';
import type { SourceState, Surroundings } from './SourceState.ts';

/** Sources wait for each other at most this long; a multiple of the four that are paid in one pass. */
const MOST_WAITING = 8;

/**
 * Computes sources one after the other, but lets those with published rates wait so that several are paid in one
 * pass over the counts. A source that asks for the amounts of earlier ones first has them settled.
 */
export class Payments {
  readonly #scratch: Float64Array[];
  #waiting: { readonly state: SourceState; readonly found: Outcome; readonly next: Float64Array }[] = [];

  constructor(schools: number) {
    this.#scratch = Array.from({ length: MOST_WAITING }, () => new Float64Array(schools));
  }

  add(state: SourceState, surroundings: Surroundings): void {
    if (state.amountSources.length > 0) this.settle(surroundings);
    const next = this.#scratch[this.#waiting.length]!;
    const found = state.compute(surroundings, next);
    if (!found.published) {
      state.settle(surroundings, found, next);
      return;
    }
    if (state.hasPaid(found.published)) {
      state.settle(surroundings, found, null);
      return;
    }
    this.#waiting.push({ state, found, next });
    if (this.#waiting.length === MOST_WAITING) this.settle(surroundings);
  }

  /** Pays and settles whoever waits. */
  settle(surroundings: Surroundings): void {
    const byReach = new Map<Reach, PublishedPay[]>();
    for (const { state, found } of this.#waiting) {
      const reach = state.reach!;
      const together = byReach.get(reach);
      if (together) together.push(found.published!);
      else byReach.set(reach, [found.published!]);
    }
    const { counts } = surroundings.plan;
    for (const [reach, published] of byReach) payPublishedRates(counts, reach.eligible, reach.cellCounts, published);
    for (const { state, found, next } of this.#waiting) state.settle(surroundings, found, next);
    this.#waiting = [];
  }
}
