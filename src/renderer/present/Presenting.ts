import { Store } from '../state/Store.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { LiveSession, PresentView } from './LiveSession.ts';
import type { ProjectorLink } from './ProjectorLink.ts';

/**
 * Whether a session is presented in this window, and where it stands. It tells only of these two, so that turning a
 * slide draws nothing of the sheets anew; what is shown is told by the session.
 */
export class Presenting extends Store {
  readonly #window: WindowState;
  #live: LiveSession | null = null;
  #link: ProjectorLink | null = null;
  #view: PresentView | null = null;
  #sheet = '';
  #stop: () => void = () => {};

  constructor(window: WindowState) {
    super();
    this.#window = window;
  }

  get live(): LiveSession | null {
    return this.#live;
  }

  get link(): ProjectorLink | null {
    return this.#link;
  }

  /** Where the presentation stands; null where there is none. */
  get view(): PresentView | null {
    return this.#view;
  }

  begin(live: LiveSession, link: ProjectorLink): void {
    this.end();
    this.#live = live;
    this.#link = link;
    this.#sheet = this.#window.sheet;
    const stops = [live.subscribe(() => this.#look()), this.#window.subscribe(() => this.#lookAtWindow())];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    this.#look();
  }

  end(): void {
    const live = this.#live;
    if (!live) return;
    this.#stop();
    this.#live = null;
    this.#view = null;
    live.end();
    this.#link?.end();
    this.#link = null;
    if (this.#window.appInfo?.host === 'electron') void this.#window.bridge.ask('projector/close', null);
    this.notify();
  }

  #look(): void {
    const live = this.#live;
    if (!live) return;
    // Its session was deleted, or its making undone: there is nothing to present any more.
    if (!live.session) {
      this.end();
      return;
    }
    if (this.#view === live.view) return;
    this.#view = live.view;
    this.notify();
  }

  #lookAtWindow(): void {
    const live = this.#live;
    if (!live) return;
    if (this.#window.document !== live.document) {
      this.end();
      return;
    }
    // Whoever asks for a sheet wants to see it.
    if (this.#window.sheet === this.#sheet) return;
    this.#sheet = this.#window.sheet;
    live.show('bar');
  }
}

const presentings = new WeakMap<WindowState, Presenting>();

export function presentingOf(window: WindowState): Presenting {
  let presenting = presentings.get(window);
  if (!presenting) {
    presenting = new Presenting(window);
    presentings.set(window, presenting);
  }
  return presenting;
}
