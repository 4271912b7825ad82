import { useEffect, useRef } from 'react';
import { contextOf, fitCanvas, paintFrame } from '../projector/paintFrame.ts';
import type { ShownFrame } from '../projector/ShownFrame.ts';
import type { Store } from '../state/Store.ts';

export interface SlideCanvasProps {
  /** Tells when there is another frame. */
  readonly store: Store;
  readonly read: () => ShownFrame | null;
  readonly className: string;
  /** What it is, for people who do not see it. */
  readonly label: string;
  readonly testId?: string;
}

/** A slide in the window, painted as on the projector, without React having a part in it. */
export function SlideCanvas({ store, read, className, label, testId }: SlideCanvasProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const canvas = element.current;
    if (!canvas) return;
    const context = contextOf(canvas);
    const paint = (): void => {
      const frame = latest.current();
      if (!frame) return;
      fitCanvas(canvas, devicePixelRatio);
      paintFrame(context, frame);
      canvas.dataset.revision = String(frame.revision);
      canvas.dataset.slide = String(frame.slide);
    };
    const observer = new ResizeObserver(paint);
    observer.observe(canvas);
    const stop = store.subscribe(paint);
    paint();
    return () => {
      observer.disconnect();
      stop();
    };
  }, [store]);
  return <canvas ref={element} className={className} data-testid={testId} role="img" aria-label={label} />;
}
