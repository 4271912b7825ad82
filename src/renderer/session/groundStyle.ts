import type { CSSProperties } from 'react';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { slideInks } from '../projector/slideInks.ts';

const styles = new Map<BoardSessionRow['appearance'], CSSProperties>();

/** The colours of the projector for a drawing of the window: a slide is light or dark as its session says, not as the window is. */
export function groundStyle(appearance: BoardSessionRow['appearance']): CSSProperties {
  let style = styles.get(appearance);
  if (!style) {
    const inks = Object.entries(slideInks(appearance)).map(([ink, colour]) => [`--picture-${ink}`, colour]);
    style = Object.fromEntries(inks) as CSSProperties;
    styles.set(appearance, style);
  }
  return style;
}
