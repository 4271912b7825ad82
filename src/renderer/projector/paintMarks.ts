import type { Inks } from '../../shared/pictures/inks.ts';
import type { BarMark, Mark, PathMark, PointsMark, SegmentsMark, TextMark } from '../../shared/pictures/Picture.ts';
import { Sprites } from './Sprites.ts';
import { tileOf } from './tiles.ts';

/** As slides are written into files: their widths are known (see letterWidth.ts), so that nothing overlaps. */
const FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** Where the marks lie on the canvas, in its own pixels: moved by x and y, and enlarged by `scale`. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Paints marks as `svgNodes` draws them. Points are laid on as small pictures made once for each look and size: of
 * thousands, each drawn by its outline would take longer than a frame.
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  inks: Inks,
  placing: Placing,
): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'path':
        place(context, placing);
        paintPath(context, mark, inks);
        break;
      case 'bar':
        place(context, placing);
        paintBar(context, mark, inks, placing);
        break;
      case 'text':
        place(context, placing);
        paintText(context, mark, inks);
        break;
      case 'points':
        context.setTransform(1, 0, 0, 1, 0, 0);
        paintPoints(context, mark, inks, placing);
        break;
      case 'segments':
        place(context, placing);
        paintSegments(context, mark, inks);
        break;
      case 'group':
        paintMarks(context, mark.marks, inks, {
          x: placing.x + mark.x * placing.scale,
          y: placing.y + mark.y * placing.scale,
          scale: placing.scale * mark.scale,
        });
        break;
    }
  }
}

const place = (context: CanvasRenderingContext2D, { x, y, scale }: Placing): void =>
  context.setTransform(scale, 0, 0, scale, x, y);

function dashOf(dash: string | undefined): number[] {
  return dash === undefined ? [] : dash.split(/[\s,]+/).map(Number);
}

function paintPath(context: CanvasRenderingContext2D, mark: PathMark, inks: Inks): void {
  const path = new Path2D(mark.d);
  context.globalAlpha = mark.opacity ?? 1;
  if (mark.fill) {
    context.fillStyle = inks[mark.fill];
    context.fill(path);
  }
  if (mark.stroke) {
    context.strokeStyle = inks[mark.stroke];
    context.lineWidth = mark.width ?? 1;
    context.setLineDash(dashOf(mark.dash));
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

/**
 * Each by itself: many in one path take two to three times as long to fill in. Upright ones, which all are as long as
 * no pupils move, are bars: half the time of a line.
 */
function paintSegments(context: CanvasRenderingContext2D, mark: SegmentsMark, inks: Inks): void {
  const { at, width } = mark;
  context.globalAlpha = mark.opacity;
  context.strokeStyle = context.fillStyle = inks[mark.stroke];
  context.lineWidth = width;
  context.setLineDash([]);
  for (let from = 0; from + 3 < at.length; from += 4) {
    const [x, y, toX, toY] = [at[from]!, at[from + 1]!, at[from + 2]!, at[from + 3]!];
    if (x === toX) {
      context.fillRect(x - width / 2, Math.min(y, toY), width, Math.abs(toY - y));
      continue;
    }
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintBar(context: CanvasRenderingContext2D, mark: BarMark, inks: Inks, placing: Placing): void {
  const { x, y, width, height, pattern = 'plain' } = mark;
  // A bar of no height is not drawn by SVG either.
  if (!(width > 0 && height > 0)) return;
  context.globalAlpha = mark.opacity ?? 1;
  if (mark.fill) {
    context.fillStyle = inks[mark.fill];
    context.fillRect(x, y, width, height);
  }
  if (mark.stroke) {
    context.strokeStyle = inks[mark.stroke];
    context.lineWidth = 1.2;
    context.setLineDash(dashOf(mark.dash));
    context.strokeRect(x, y, width, height);
  }
  context.globalAlpha = 1;
  if (pattern === 'plain') return;
  const tile = tileOf(context, pattern, inks.panel, placing.scale);
  if (!tile) return;
  context.fillStyle = tile;
  context.fillRect(x, y, width, height);
}

function paintText(context: CanvasRenderingContext2D, mark: TextMark, inks: Inks): void {
  const font = `${mark.isBold ? 600 : 400} ${mark.size}px ${FONT}`;
  if (fonts.get(context) !== font) {
    context.font = font;
    fonts.set(context, font);
  }
  context.textAlign = ANCHORS[mark.anchor ?? 'start'];
  if (mark.hasHalo) {
    context.strokeStyle = inks.panel;
    context.lineWidth = 3.5;
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeText(mark.text, mark.x, mark.y);
    context.lineJoin = 'miter';
  }
  context.fillStyle = inks[mark.ink];
  context.fillText(mark.text, mark.x, mark.y);
}

const ANCHORS = { start: 'left', middle: 'center', end: 'right' } as const;

/** Setting a font anew costs even where it is the same. */
const fonts = new WeakMap<CanvasRenderingContext2D, string>();

/** A canvas that was resized has forgotten its font. */
export const forgetFont = (context: CanvasRenderingContext2D): boolean => fonts.delete(context);

const sprites = new Sprites();

function paintPoints(context: CanvasRenderingContext2D, mark: PointsMark, inks: Inks, placing: Placing): void {
  const { at } = mark;
  const { x, y, scale } = placing;
  const look = sprites.look(mark, inks, scale);
  for (let point = 0; point + 2 < at.length; point += 3) {
    const sprite = look(at[point + 2]!);
    // Whole pixels: a picture laid between two would be blurred, and take longer.
    context.drawImage(
      sprite.image,
      Math.round(x + at[point]! * scale) - sprite.center,
      Math.round(y + at[point + 1]! * scale) - sprite.center,
    );
  }
}
