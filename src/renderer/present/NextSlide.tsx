import { useEffect, useMemo } from 'react';
import { slideName } from '../../shared/changes/sessions.ts';
import type { SlideRow } from '../../shared/model/rows.ts';
import type { ShownFrame } from '../projector/ShownFrame.ts';
import { FrameStore, type LiveSession } from './LiveSession.ts';
import { SlideCanvas } from './SlideCanvas.tsx';

/** A lever at rest for so long: the next slide is then drawn anew. While it moves, all time is the shown slide’s. */
const REST_MS = 300;

/** The slide that comes next, small. */
export function NextSlide({ live, slide }: { readonly live: LiveSession; readonly slide: SlideRow }) {
  const held = useMemo(() => new Preview(live, slide), [live, slide]);
  useEffect(() => held.follow(), [held]);
  return (
    <SlideCanvas
      store={held.store}
      read={held.read}
      className="next-canvas"
      label={`Next: ${slideName(slide)}`}
      testId="present-next"
    />
  );
}

/** Draws a slide when the levers have come to rest. */
class Preview {
  readonly store = new FrameStore();
  readonly #live: LiveSession;
  readonly #slide: SlideRow;
  #frame: ShownFrame | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: LiveSession, slide: SlideRow) {
    this.#live = live;
    this.#slide = slide;
  }

  readonly read = (): ShownFrame | null => this.#frame;

  readonly follow = (): (() => void) => {
    const later = (delayMs: number): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#draw(), delayMs);
    };
    later(0);
    const stop = this.#live.frames.subscribe(() => later(REST_MS));
    return () => {
      stop();
      clearTimeout(this.#timer);
    };
  };

  #draw(): void {
    this.#frame = this.#live.drawOther(this.#slide);
    this.store.tell();
  }
}
