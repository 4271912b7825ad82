import type { Pattern } from '../../shared/pictures/Picture.ts';
import { shapePath } from '../../shared/pictures/shapes.ts';

/** In units of the picture, as in `patternNodes`. */
const SIDE = 6;

const STROKES: Readonly<Record<Exclude<Pattern, 'plain' | 'dots'>, { readonly d: string; readonly width: number }>> = {
  hatch: { d: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5', width: 1.6 },
  steep: { d: 'M0 -1L0 7M3 -1L3 7M6 -1L6 7', width: 1 },
};

const made = new Map<string, CanvasPattern | null>();

/** The strokes or dots that lie over a bar, as something to fill with. */
export function tileOf(
  context: CanvasRenderingContext2D,
  pattern: Exclude<Pattern, 'plain'>,
  ground: string,
  scale: number,
): CanvasPattern | null {
  const key = `${pattern} ${ground} ${scale.toFixed(3)}`;
  const held = made.get(key);
  if (held !== undefined) return held;
  const pixels = Math.max(2, Math.round(SIDE * scale));
  const canvas = new OffscreenCanvas(pixels, pixels);
  const inside = canvas.getContext('2d')!;
  inside.scale(pixels / SIDE, pixels / SIDE);
  if (pattern === 'dots') {
    inside.fillStyle = ground;
    inside.fill(new Path2D(shapePath('circle', 3, 3, 1.1)));
  } else {
    inside.strokeStyle = ground;
    inside.lineWidth = STROKES[pattern].width;
    inside.stroke(new Path2D(STROKES[pattern].d));
  }
  const tile = context.createPattern(canvas, 'repeat');
  tile?.setTransform(new DOMMatrix().scale(SIDE / pixels));
  made.set(key, tile);
  return tile;
}
