import type { Inks } from '../../shared/pictures/inks.ts';
import type { PointsMark, Shape } from '../../shared/pictures/Picture.ts';
import { shapePath } from '../../shared/pictures/shapes.ts';

interface Sprite {
  readonly image: ImageBitmap;
  /** From its edge to its middle, in pixels. */
  readonly center: number;
}

/** Radii are taken to a quarter of a pixel, so that there are few pictures of points, however many the points. */
const STEP = 4;
/** A window that is resized for long makes many; then it begins anew. */
const MOST = 3_000;

/** Small pictures of points, one for each shape, size and colour that was asked for. */
export class Sprites {
  readonly #made = new Map<string, Map<number, Sprite>>();
  #count = 0;

  /** The pictures of one look, by radius. */
  look(mark: Omit<PointsMark, 'at'>, inks: Inks, scale: number): (r: number) => Sprite {
    if (this.#count > MOST) {
      this.#made.clear();
      this.#count = 0;
    }
    const { shape, isSolid, ink, opacity } = mark;
    const key = `${shape} ${isSolid} ${inks[ink]} ${inks.panel} ${opacity} ${scale.toFixed(3)}`;
    let bySize = this.#made.get(key);
    if (!bySize) {
      bySize = new Map();
      this.#made.set(key, bySize);
    }
    const held = bySize;
    return (r) => {
      const size = Math.round(r * scale * STEP);
      let sprite = held.get(size);
      if (!sprite) {
        sprite = draw(mark, inks, scale, size / STEP);
        held.set(size, sprite);
        this.#count += 1;
      }
      return sprite;
    };
  }
}

/** How far a shape reaches from its middle, of its radius (`shapePath`), and its outline beyond, of its width. */
export const REACHES: Readonly<Record<Shape, readonly [number, number]>> = {
  circle: [1, 0.5],
  square: [0.88, 0.5],
  triangle: [1.25, 1.1],
  diamond: [1.25, 0.8],
  cross: [1.15, 0.5],
  kite: [1.25, 1.1],
};

/** No larger than it has to be: each of its pixels is laid on for each point. */
function draw(mark: Omit<PointsMark, 'at'>, inks: Inks, scale: number, radius: number): Sprite {
  const [reach, beyond] = REACHES[mark.shape];
  const outlineWidth = mark.isSolid ? 0.9 : 1.2;
  // Outlines are written to a tenth, so that a shape may be half of one larger.
  const center = Math.ceil(reach * radius + (beyond * outlineWidth + 0.05) * scale);
  const canvas = new OffscreenCanvas(2 * center, 2 * center);
  const context = canvas.getContext('2d')!;
  context.setTransform(scale, 0, 0, scale, center, center);
  const outline = new Path2D(shapePath(mark.shape, 0, 0, radius / scale));
  const { opacity } = mark;
  context.globalAlpha = mark.isSolid ? (opacity ?? 0.78) : 0.35;
  context.fillStyle = mark.isSolid ? inks[mark.ink] : inks.panel;
  context.fill(outline);
  context.globalAlpha = mark.isSolid ? 1 : (opacity ?? 1);
  context.strokeStyle = mark.isSolid ? inks.panel : inks[mark.ink];
  context.lineWidth = outlineWidth;
  context.stroke(outline);
  return { image: canvas.transferToImageBitmap(), center };
}
