import type { ResultsSnapshot } from './ResultsSnapshot.ts';

/** How long moved cells keep their tint after an edit is committed, and how long it takes to fade. */
const TINT_HOLD_MS = 1_400;
const TINT_FADE_MS = 900;

export type Movement = 'still' | 'moving' | 'fading';

/** Which numbers an edit moves, while it is made and a moment after: the tint of the cells. */
export class MovedCells {
  readonly #changed: () => void;
  #before: ResultsSnapshot | null = null;
  #movement: Movement = 'still';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get movement(): Movement {
    return this.#movement;
  }

  /** The results before the edit under way (or just made), while its tint is on screen. */
  get before(): ResultsSnapshot | null {
    return this.#before;
  }

  start(before: ResultsSnapshot): void {
    clearTimeout(this.#timer);
    this.#before = before;
    this.#movement = 'moving';
  }

  /** The edit is made: its tint stays a moment and fades. */
  hold(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#movement = 'fading';
      this.#changed();
      this.#timer = setTimeout(() => {
        this.stop();
        this.#changed();
      }, TINT_FADE_MS);
    }, TINT_HOLD_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#movement = 'still';
    this.#before = null;
  }
}
