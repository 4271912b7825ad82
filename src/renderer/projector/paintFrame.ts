import { forgetFont, type Placing, paintMarks } from './paintMarks.ts';
import type { ShownFrame } from './ShownFrame.ts';
import { slideInks } from './slideInks.ts';

/**
 * Where a picture lies on a canvas of so many pixels: as large as it fits, in the middle of what is left.
 *
 * @example placingOf({ width: 1600, height: 900 }, 1920, 1200) // { x: 0, y: 60, scale: 1.2 }
 */
export function placingOf(picture: Pick<ShownFrame, 'width' | 'height'>, width: number, height: number): Placing {
  const scale = Math.min(width / picture.width, height / picture.height);
  return {
    x: Math.round((width - picture.width * scale) / 2),
    y: Math.round((height - picture.height * scale) / 2),
    scale,
  };
}

/** Gives the canvas the pixels of the screen that it covers, so that letters are sharp. Returns whether it had others. */
export function fitCanvas(canvas: HTMLCanvasElement, ratio: number): boolean {
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width === width && canvas.height === height) return false;
  canvas.width = width;
  canvas.height = height;
  return true;
}

/** Without transparency there is less to do for each pixel, and letters are smoothed as on a page. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This window has no canvas to paint on.');
  return context;
}

/** Paints a whole frame, ground included; a blank one is the ground alone. */
export function paintFrame(context: CanvasRenderingContext2D, frame: ShownFrame): void {
  const { width, height } = context.canvas;
  const inks = slideInks(frame.appearance);
  forgetFont(context);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = frame.isBlank ? '#000000' : inks.panel;
  context.fillRect(0, 0, width, height);
  if (!frame.isBlank) paintMarks(context, frame.marks, inks, placingOf(frame, width, height));
}
