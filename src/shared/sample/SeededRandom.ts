/**
 * Repeatable numbers for the sample district: the same seed gives the same numbers on every machine. It uses whole
 * 32-bit arithmetic and nothing whose last digit could differ between processors. Not for secrets.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to 2^32 − 1: an even walk over all states, then stirred so that neighbours look unlike. */
  #next(): number {
    this.#state = (this.#state + 0x61c4_f1a5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x1b0d_94d3);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0x55c9_a7e9);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }

  /** At least 0, below 1. */
  fraction(): number {
    return this.#next() / 0x1_0000_0000;
  }

  /** At least `low`, below `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.fraction();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.fraction());
  }

  /** Bell-shaped between −1 and 1: most draws lie near 0. */
  bell(): number {
    return (this.fraction() + this.fraction() + this.fraction() + this.fraction()) / 2 - 1;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)] as T;
  }
}
