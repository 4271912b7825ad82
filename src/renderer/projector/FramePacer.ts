/** A window that is covered or in the background gets no animation frames; its projector is seen all the same. */
const WITHOUT_FRAMES_MS = 60;

/** How the pacer learns that a frame of the screen has gone by. Tests give their own. */
export interface FrameClock {
  readonly next: (work: () => void) => void;
}

export const screenClock: FrameClock = {
  next(work) {
    let isDone = false;
    const once = (): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      work();
    };
    const timer = setTimeout(once, WITHOUT_FRAMES_MS);
    const frame = requestAnimationFrame(once);
  },
};

/**
 * Lets work be done at most once per frame of the screen. The first time it is asked for it is done at once, so that
 * the projector has the picture before its own next frame; what is asked for until then is done once, at that frame.
 */
export class FramePacer {
  readonly #work: () => void;
  readonly #clock: FrameClock;
  #isWaiting = false;
  #isAsked = false;

  constructor(work: () => void, clock: FrameClock = screenClock) {
    this.#work = work;
    this.#clock = clock;
  }

  /** Whether work was asked for that is not done yet. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  ask(): void {
    if (this.#isWaiting) {
      this.#isAsked = true;
      return;
    }
    this.#run();
  }

  #run(): void {
    this.#isWaiting = true;
    this.#isAsked = false;
    this.#clock.next(() => {
      this.#isWaiting = false;
      if (this.#isAsked) this.#run();
    });
    this.#work();
  }
}
