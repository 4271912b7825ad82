import type { ShownFrame } from '../projector/ShownFrame.ts';

/** So many frames may be on their way: one is painted while the next ones come. */
const ON_THEIR_WAY = 3;
/** A projector that says nothing for so long is hidden, or none is there: frames are then sent as they come. */
const SILENT_MS = 600;

/**
 * Sends frames no faster than the projector paints them. One that is slower than this window would otherwise fall ever
 * further behind; what it has not been sent yet gives way to the newest.
 */
export class FrameFlow {
  readonly #send: (frame: ShownFrame) => void;
  #onTheirWay: number[] = [];
  #waiting: ShownFrame | null = null;
  #sentMs = Number.NEGATIVE_INFINITY;

  constructor(send: (frame: ShownFrame) => void) {
    this.#send = send;
  }

  post(frame: ShownFrame, nowMs: number): void {
    if (nowMs - this.#sentMs > SILENT_MS) this.#onTheirWay = [];
    if (this.#onTheirWay.length >= ON_THEIR_WAY) {
      this.#waiting = frame;
      return;
    }
    this.#waiting = null;
    this.#onTheirWay.push(frame.revision);
    this.#sentMs = nowMs;
    this.#send(frame);
  }

  /** The projector has painted a frame, and with it all before it. */
  painted(revision: number, nowMs: number): void {
    this.#onTheirWay = this.#onTheirWay.filter((each) => each > revision);
    if (this.#waiting) this.post(this.#waiting, nowMs);
  }

  /** A frame that still waits though nobody has painted for long; looked for now and then. */
  look(nowMs: number): void {
    if (this.#waiting && nowMs - this.#sentMs > SILENT_MS) this.post(this.#waiting, nowMs);
  }
}
