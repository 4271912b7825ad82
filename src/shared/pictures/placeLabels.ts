import type { Frame, Mark } from './Picture.ts';
import { fitText, textWidth } from './textWidth.ts';

export interface WantedLabel {
  readonly x: number;
  readonly y: number;
  /** Radius of what is labelled. */
  readonly r: number;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SIZE = 11;

/**
 * Names beside their points: at the right, else the left, else above or below, wherever none placed before lies and the
 * frame still holds it. A name that finds no room is left out; the first ones come first.
 */
export function placeLabels(wanted: readonly WantedLabel[], frame: Frame): Mark[] {
  const taken: Box[] = wanted.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }));
  const marks: Mark[] = [];
  for (const [at, { x, y, r, text }] of wanted.entries()) {
    const shown = fitText(text, 170, SIZE);
    const wide = textWidth(shown, SIZE);
    const places = [
      { x: x + r + 4, y: y + 4, anchor: 'start' as const, left: x + r + 3 },
      { x: x - r - 4, y: y + 4, anchor: 'end' as const, left: x - r - 5 - wide },
      { x, y: y - r - 5, anchor: 'middle' as const, left: x - wide / 2 },
      { x, y: y + r + 13, anchor: 'middle' as const, left: x - wide / 2 },
    ];
    for (const place of places) {
      const box = { left: place.left, top: place.y - 10, right: place.left + wide + 2, bottom: place.y + 3 };
      const isInside =
        box.left >= frame.left - 2 &&
        box.right <= frame.left + frame.width + 2 &&
        box.top >= frame.top - 8 &&
        box.bottom <= frame.top + frame.height;
      if (!isInside || taken.some((other, which) => which !== at && overlap(box, other))) continue;
      taken.push(box);
      marks.push({
        kind: 'text',
        x: place.x,
        y: place.y,
        text: shown,
        size: SIZE,
        ink: 'ink',
        anchor: place.anchor,
        hasHalo: true,
      });
      break;
    }
  }
  return marks;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
