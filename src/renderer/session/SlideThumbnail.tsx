import { memo, useEffect, useId, useRef, useState } from 'react';
import type { BoardSessionRow, SlideRow } from '../../shared/model/rows.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { PictureDrawing } from '../pictures/PictureDrawing.tsx';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { drawShown } from './drawShown.ts';
import { groundStyle } from './groundStyle.ts';

export interface SlideThumbnailProps {
  readonly session: BoardSessionRow;
  readonly slide: SlideRow;
}

/** A slide as small as a stamp. It is drawn once it comes into view, and anew when the window has time for it. */
export const SlideThumbnail = memo(function SlideThumbnail({ session, slide }: SlideThumbnailProps) {
  const document = useDocumentOnce();
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const isNear = useIsNear(root);
  const [picture, setPicture] = useState<Picture | null>(null);
  // It follows what is decided, not each keystroke of a weight; its own slide is another row with each letter typed.
  const state = useDocumentValue((it) => `${it.scenarioId} ${it.commitRevision} ${it.structureRevision}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the document is another.
  useEffect(() => {
    if (!isNear) return;
    const waiting = requestIdleCallback(
      () => {
        const drawn = drawShown(document, session, slide);
        setPicture(typeof drawn === 'string' ? null : drawn);
      },
      { timeout: 1_000 },
    );
    return () => cancelIdleCallback(waiting);
  }, [isNear, document, session, slide, state]);
  return (
    <span
      ref={root}
      className="slide-thumbnail slide-ground"
      style={groundStyle(session.appearance)}
      aria-hidden="true"
    >
      {picture ? <PictureDrawing picture={picture} prefix={`t${id.replaceAll(/\W/g, '')}`} /> : null}
    </span>
  );
});

/** Whether an element is on screen or will soon be. */
function useIsNear(root: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '120px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return isNear;
}
