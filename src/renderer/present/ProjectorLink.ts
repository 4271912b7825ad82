import {
  channelName,
  type ProjectorKey,
  type ShownFrame,
  type ToProjector,
  type ToWindow,
} from '../projector/ShownFrame.ts';

import { FrameFlow } from './FrameFlow.ts';

const KEPT_AS = 'allot-projector';
/** A projector asks every two seconds whether the window is there. */
const SILENT_AFTER_MS = 10_000;
const LOOK_EVERY_MS = 500;

/** One channel for as long as this window lives, a reload included: a projector that is open then goes on. */
export function projectorChannel(): string {
  try {
    const kept = sessionStorage.getItem(KEPT_AS);
    if (kept) return kept;
    const made = crypto.randomUUID();
    sessionStorage.setItem(KEPT_AS, made);
    return made;
  } catch {
    return crypto.randomUUID();
  }
}

export interface LinkHandlers {
  /** A projector has come and is to be shown what stands now. */
  readonly come: () => void;
  readonly press: (key: ProjectorKey) => void;
  /** A projector has come or gone. */
  readonly changed: () => void;
}

/** The window's end of the way to the projector. Frames go out; only keys come back. */
export class ProjectorLink {
  readonly id: string;
  readonly #channel: BroadcastChannel;
  #heardMs = Number.NEGATIVE_INFINITY;
  #wasThere = false;
  readonly #flow = new FrameFlow((frame) => this.#send({ kind: 'frame', frame }));
  readonly #handlers: LinkHandlers;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #leave = (): void => this.#send({ kind: 'gone' });

  constructor(id: string, handlers: LinkHandlers) {
    this.id = id;
    this.#handlers = handlers;
    this.#channel = new BroadcastChannel(channelName(id));
    this.#channel.onmessage = ({ data }: MessageEvent<ToWindow>) => this.#hear(data);
    this.#watch = setInterval(() => this.#look(), LOOK_EVERY_MS);
    addEventListener('pagehide', this.#leave);
    // A projector that stayed open from before answers with `hello`.
    this.#send({ kind: 'here' });
  }

  /** Whether a projector follows. */
  get isThere(): boolean {
    return performance.now() - this.#heardMs < SILENT_AFTER_MS;
  }

  post(frame: ShownFrame): void {
    this.#flow.post(frame, performance.now());
  }

  end(): void {
    this.#send({ kind: 'ended' });
    clearInterval(this.#watch);
    removeEventListener('pagehide', this.#leave);
    this.#channel.close();
  }

  #send(message: ToProjector): void {
    this.#channel.postMessage(message);
  }

  #hear(message: ToWindow): void {
    this.#heardMs = message.kind === 'bye' ? Number.NEGATIVE_INFINITY : performance.now();
    if (message.kind === 'hello') this.#handlers.come();
    if (message.kind === 'painted') this.#flow.painted(message.revision, performance.now());
    if (message.kind === 'key') this.#handlers.press(message.key);
    if (message.kind === 'there') {
      // One that was open before this presentation began, or before the window was loaded anew, is given the picture.
      if (!this.#wasThere) this.#handlers.come();
      this.#send({ kind: 'here' });
    }
    this.#look();
  }

  #look(): void {
    this.#flow.look(performance.now());
    if (this.isThere === this.#wasThere) return;
    this.#wasThere = this.isThere;
    this.#handlers.changed();
  }
}
