import type { ShownFrame, ToProjector } from './ShownFrame.ts';

/** What the projector has to show, and what it tells below it. */
export type ProjectorState = 'waiting' | 'following' | 'lost' | 'ended';

export const STATUS_SENTENCES: Readonly<Record<ProjectorState, string>> = {
  waiting: 'Waiting for Allot…',
  following: '',
  lost: 'This picture no longer follows Allot: its window was closed or does not answer.',
  ended: 'The presentation has ended.',
};

/** After so long without a word the window counts as gone. It answers a question of the projector within a moment. */
export const LOST_AFTER_MS = 6_000;
export const ASK_EVERY_MS = 2_000;

/** What the projector knows of the presentation it follows. Of several frames it keeps the newest. */
export class Following {
  #state: ProjectorState = 'waiting';
  #frame: ShownFrame | null = null;
  #heardAtMs = 0;

  get state(): ProjectorState {
    return this.#state;
  }

  /** The frame to paint; null before the first, and after the end. */
  get frame(): ShownFrame | null {
    return this.#state === 'ended' ? null : this.#frame;
  }

  hear(message: ToProjector, atMs: number): void {
    this.#heardAtMs = atMs;
    switch (message.kind) {
      case 'frame':
        this.#frame = message.frame;
        this.#state = 'following';
        break;
      case 'here':
        break;
      case 'ended':
        this.#state = 'ended';
        this.#frame = null;
        break;
      case 'gone':
        if (this.#state === 'following') this.#state = 'lost';
        break;
    }
  }

  /** Looks whether the window has been silent for too long. */
  look(atMs: number): void {
    if (this.#state === 'following' && atMs - this.#heardAtMs > LOST_AFTER_MS) this.#state = 'lost';
  }
}
