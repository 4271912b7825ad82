import { Store } from '../state/Store.ts';

/** Which tab is being renamed where it stands: asked for by a double click, a key, a menu or the search field. */
class TabRenaming extends Store {
  #scenario: number | null = null;

  get scenario(): number | null {
    return this.#scenario;
  }

  start(scenario: number): void {
    this.#scenario = scenario;
    this.notify();
  }

  end(): void {
    this.#scenario = null;
    this.notify();
  }
}

export const tabRenaming = new TabRenaming();
