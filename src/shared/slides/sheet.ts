import type { Ink } from '../pictures/inks.ts';
import type { Frame, Mark, TextMark } from '../pictures/Picture.ts';
import { tenth } from '../pictures/shapes.ts';
import { cutWords } from './letterWidth.ts';

export const SLIDE_WIDTH = 1600;
export const SLIDE_HEIGHT = 900;
/** Nothing stands nearer to the edge. */
export const SIDE = 64;
/** 2 % of the width: what is smaller is not read at ten metres. */
export const SMALLEST = 30;

/** The part of a slide that its kind draws. */
export const BODY: Frame = { left: SIDE, top: 236, width: SLIDE_WIDTH - 2 * SIDE, height: 562 };
export const BODY_BOTTOM = BODY.top + BODY.height;

interface WordsLook {
  readonly ink?: Ink;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  /** Cut to this width. */
  readonly width?: number;
}

/** A text of a slide; never smaller than what is read at ten metres. */
export function words(x: number, y: number, text: string, size: number, look: WordsLook = {}): TextMark {
  const { ink = 'ink', anchor = 'start', isBold = false, width } = look;
  return {
    kind: 'text',
    x,
    y,
    text: width === undefined ? text : cutWords(text, width, size, isBold),
    size: Math.max(SMALLEST, size),
    ink,
    ...(anchor === 'start' ? {} : { anchor }),
    ...(isBold ? { isBold } : {}),
  };
}

/** A thin line across or down. */
export const rule = (x: number, y: number, across: number, down = 0, ink: Ink = 'line'): Mark => ({
  kind: 'path',
  d: `M${tenth(x)} ${tenth(y)}l${tenth(across)} ${tenth(down)}`,
  stroke: ink,
  width: 2,
});
