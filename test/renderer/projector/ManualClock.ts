import type { FrameClock } from '../../../src/renderer/projector/FramePacer.ts';

/** Frames of the screen that go by when a test says so. */
export class ManualClock implements FrameClock {
  #waiting: (() => void)[] = [];
  nowMs = 0;

  readonly next = (work: () => void): void => {
    this.#waiting.push(work);
  };

  tick(byMs = 16): void {
    this.nowMs += byMs;
    const now = this.#waiting;
    this.#waiting = [];
    for (const work of now) work();
  }
}
