import type { Paint } from './inks.ts';
import type { Mark, Pattern } from './Picture.ts';
import { shapePath, tenth } from './shapes.ts';

/** One element of a drawing, before it is written as text or shown in the window. Attributes are named as in React. */
export interface SvgNode {
  readonly tag: 'path' | 'rect' | 'text' | 'defs' | 'pattern' | 'g';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly SvgNode[];
}

const PATTERNS: readonly Exclude<Pattern, 'plain'>[] = ['hatch', 'dots', 'steep'];
const patternId = (prefix: string, pattern: Pattern): string => `${prefix}-${pattern}`;

/** Strokes in the colour of the ground, laid over a coloured area. `prefix` keeps pictures of one page apart. */
export function patternNodes(prefix: string, paint: Paint): SvgNode {
  const stroke = { stroke: paint('panel'), strokeWidth: 1.6, fill: 'none' };
  const inside: Readonly<Record<(typeof PATTERNS)[number], SvgNode>> = {
    hatch: { tag: 'path', attributes: { d: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5', ...stroke } },
    dots: { tag: 'path', attributes: { d: shapePath('circle', 3, 3, 1.1), fill: paint('panel') } },
    steep: { tag: 'path', attributes: { d: 'M0 -1L0 7M3 -1L3 7M6 -1L6 7', ...stroke, strokeWidth: 1 } },
  };
  return {
    tag: 'defs',
    attributes: {},
    children: PATTERNS.map((pattern) => ({
      tag: 'pattern',
      attributes: { id: patternId(prefix, pattern), width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      children: [inside[pattern]],
    })),
  };
}

/** A mark as the elements that draw it. */
export function svgNodes(mark: Mark, prefix: string, paint: Paint): SvgNode[] {
  switch (mark.kind) {
    case 'path':
      return [
        {
          tag: 'path',
          attributes: {
            d: mark.d,
            fill: mark.fill ? paint(mark.fill) : 'none',
            ...(mark.stroke ? { stroke: paint(mark.stroke), strokeWidth: mark.width ?? 1 } : {}),
            ...optional(mark),
          },
        },
      ];
    case 'bar': {
      const box = { x: tenth(mark.x), y: tenth(mark.y), width: tenth(mark.width), height: tenth(mark.height) };
      const area: SvgNode = {
        tag: 'rect',
        attributes: {
          ...box,
          fill: mark.fill ? paint(mark.fill) : 'none',
          ...(mark.stroke ? { stroke: paint(mark.stroke), strokeWidth: 1.2 } : {}),
          ...optional(mark),
        },
      };
      const { pattern = 'plain' } = mark;
      if (pattern === 'plain') return [area];
      const over: SvgNode = { tag: 'rect', attributes: { ...box, fill: `url(#${patternId(prefix, pattern)})` } };
      return [area, over];
    }
    case 'text':
      return [
        {
          tag: 'text',
          attributes: {
            x: tenth(mark.x),
            y: tenth(mark.y),
            fill: paint(mark.ink),
            fontSize: mark.size,
            textAnchor: mark.anchor ?? 'start',
            ...(mark.isBold ? { fontWeight: 600 } : {}),
            ...(mark.hasHalo
              ? { stroke: paint('panel'), strokeWidth: 3.5, strokeLinejoin: 'round', paintOrder: 'stroke' }
              : {}),
          },
          text: mark.text,
        },
      ];
    case 'points': {
      const look = mark.isSolid
        ? {
            fill: paint(mark.ink),
            fillOpacity: mark.opacity ?? 0.78,
            stroke: paint('panel'),
            strokeWidth: 0.9,
          }
        : {
            fill: paint('panel'),
            fillOpacity: 0.35,
            stroke: paint(mark.ink),
            strokeWidth: 1.2,
            strokeOpacity: mark.opacity ?? 1,
          };
      const children: SvgNode[] = [];
      for (let from = 0; from < mark.at.length; from += 3 * POINTS_OF_PATH) {
        let d = '';
        for (let at = from; at < Math.min(mark.at.length, from + 3 * POINTS_OF_PATH); at += 3) {
          d += shapePath(mark.shape, mark.at[at]!, mark.at[at + 1]!, mark.at[at + 2]!);
        }
        children.push({ tag: 'path', attributes: { d } });
      }
      return [{ tag: 'g', attributes: look, children }];
    }
    case 'segments': {
      const children: SvgNode[] = [];
      for (let from = 0; from < mark.at.length; from += 4 * SEGMENTS_OF_PATH) {
        const part = mark.at.subarray(from, from + 4 * SEGMENTS_OF_PATH);
        let d = '';
        for (let at = 0; at + 3 < part.length; at += 4) {
          d += `M${tenth(part[at]!)} ${tenth(part[at + 1]!)}L${tenth(part[at + 2]!)} ${tenth(part[at + 3]!)}`;
        }
        children.push({ tag: 'path', attributes: { d, opacity: mark.opacity } });
      }
      return [
        { tag: 'g', attributes: { fill: 'none', stroke: paint(mark.stroke), strokeWidth: mark.width }, children },
      ];
    }
    case 'group':
      return [
        {
          tag: 'g',
          attributes: { transform: `translate(${tenth(mark.x)} ${tenth(mark.y)}) scale(${mark.scale})` },
          children: mark.marks.flatMap((inner) => svgNodes(inner, prefix, paint)),
        },
      ];
  }
}

/** A path of thousands of outlines takes a screen far longer to fill than many paths of a few. */
const POINTS_OF_PATH = 40;
const SEGMENTS_OF_PATH = 60;

function optional({
  opacity,
  dash,
}: {
  readonly opacity?: number;
  readonly dash?: string;
}): Record<string, string | number> {
  return { ...(opacity === undefined ? {} : { opacity }), ...(dash === undefined ? {} : { strokeDasharray: dash }) };
}
