import type { LeverTarget } from '../../shared/whatIf/leverTargets.ts';

/** One lever on its way. */
export interface Move {
  readonly target: LeverTarget;
  readonly from: number;
  readonly to: number;
}

/** Long enough to be followed with the eye, short enough not to be waited for. */
export const GLIDE_MS = 250;

/** Fast at first, then settling: the eye finds where it is going. */
const ease = (share: number): number => 1 - (1 - share) ** 3;

/**
 * Levers on their way from where they stood to where they were put. What it gives in between are values like any other:
 * each is calculated to the cent.
 */
export class Glide {
  readonly moves: readonly Move[];
  readonly #startMs: number;
  readonly #arrive: () => void;

  /** `arrive` puts everything where it belongs, exactly; it is called once, by `at` or by `finish`. */
  constructor(moves: readonly Move[], startMs: number, arrive: () => void) {
    this.moves = moves;
    this.#startMs = startMs;
    this.#arrive = arrive;
  }

  /** Sets the levers to where they are at a time. Returns whether they have arrived. */
  at(nowMs: number, set: (target: LeverTarget, value: number) => void): boolean {
    const share = (nowMs - this.#startMs) / GLIDE_MS;
    if (share >= 1) {
      this.#arrive();
      return true;
    }
    const done = ease(Math.max(0, share));
    for (const { target, from, to } of this.moves) set(target, Math.round(from + (to - from) * done));
    return false;
  }

  finish(): void {
    this.#arrive();
  }
}
