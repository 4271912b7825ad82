/**
 * The whole of this window's observing: something changed, look again. Listeners are called at once, in the order in
 * which they came, so that a grid repaints in the same frame as the keystroke that moved its numbers.
 */
export class Store {
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Grows with each notification; the snapshot React compares. */
  get version(): number {
    return this.#version;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getVersion = (): number => this.#version;

  protected notify(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}
