import type { Ink } from './inks.ts';
import type { Mark, Pattern, Shape } from './Picture.ts';
import { tenth } from './shapes.ts';
import { fitText, textWidth } from './textWidth.ts';

/** One sign and what it stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly sign:
    | {
        readonly kind: 'point';
        readonly shape: Shape;
        readonly ink: Ink;
        readonly isSolid: boolean;
        readonly r?: number;
      }
    | { readonly kind: 'area'; readonly ink: Ink; readonly pattern: Pattern }
    | { readonly kind: 'outline'; readonly ink: Ink }
    | { readonly kind: 'line'; readonly ink: Ink; readonly dash?: string }
    | { readonly kind: 'none' };
}

const ROW = 20;

interface Legend {
  readonly marks: Mark[];
  /** What it uses. */
  readonly height: number;
}

/**
 * Signs in rows from the left, as many as a row takes. Where there are more rows than `mostRows`, the last sign stays
 * and those before it are counted: `22 more`.
 */
export function legendMarks(
  entries: readonly LegendEntry[],
  width: number,
  top: number,
  mostRows = Number.POSITIVE_INFINITY,
): Legend {
  const most = mostRows * ROW;
  let legend = lay(entries, width, top);
  for (let kept = entries.length - 2; kept >= 0 && legend.height > most; kept--) {
    const more: LegendEntry = { label: `${entries.length - 1 - kept} more`, sign: { kind: 'none' } };
    legend = lay([...entries.slice(0, kept), more, ...entries.slice(-1)], width, top);
  }
  return legend;
}

function lay(entries: readonly LegendEntry[], width: number, top: number): Legend {
  const marks: Mark[] = [];
  let x = 2;
  let y = top + 10;
  for (const { label, sign } of entries) {
    const shown = fitText(label, Math.min(width - 40, 340), 12);
    const wide = 22 + textWidth(shown, 12) + 16;
    if (x > 2 && x + wide > width) {
      x = 2;
      y += ROW;
    }
    marks.push(...signMarks(sign, x + 8, y));
    marks.push({ kind: 'text', x: x + 21, y: y + 4, text: shown, size: 12, ink: 'ink2' });
    x += wide;
  }
  return { marks, height: entries.length === 0 ? 0 : y - top + 10 };
}

function signMarks(sign: LegendEntry['sign'], x: number, y: number): Mark[] {
  switch (sign.kind) {
    case 'none':
      return [];
    case 'point':
      return [
        {
          kind: 'points',
          shape: sign.shape,
          ink: sign.ink,
          isSolid: sign.isSolid,
          opacity: 1,
          at: Float32Array.of(x, y, sign.r ?? 5),
        },
      ];
    case 'area':
      return [{ kind: 'bar', x: x - 6, y: y - 6, width: 13, height: 12, fill: sign.ink, pattern: sign.pattern }];
    case 'outline':
      return [{ kind: 'bar', x: x - 6, y: y - 6, width: 12, height: 12, stroke: sign.ink, dash: '3 2' }];
    case 'line':
      return [
        {
          kind: 'path',
          d: `M${tenth(x - 8)} ${tenth(y)}h17`,
          stroke: sign.ink,
          width: 2,
          ...(sign.dash === undefined ? {} : { dash: sign.dash }),
        },
      ];
  }
}
