import type { Scale } from '../pictures/axes.ts';
import { type LegendEntry, legendMarks } from '../pictures/legend.ts';
import type { Frame, Mark } from '../pictures/Picture.ts';
import { tenth } from '../pictures/shapes.ts';
import { BODY, SMALLEST, words } from './sheet.ts';

/** Lines across with their values at the left, in the size of a slide. */
export function bigAcross(frame: Frame, scale: Scale, write: (value: number) => string): Mark[] {
  const d = scale.ticks.map((tick) => `M${tenth(frame.left)} ${tenth(scale(tick))}h${tenth(frame.width)}`).join('');
  return [
    { kind: 'path', d, stroke: 'line2', width: 2 },
    ...scale.ticks.map((tick) =>
      words(frame.left - 16, scale(tick) + 11, write(tick), SMALLEST, {
        ink: 'ink2',
        anchor: 'end',
        width: frame.left - BODY.left - 16,
      }),
    ),
  ];
}

/** The signs of the board's pictures and what they stand for, enlarged. */
export function bigLegend(
  entries: readonly LegendEntry[],
  top: number,
  width = BODY.width,
): { marks: Mark[]; height: number } {
  const scale = SMALLEST / 12;
  const { marks, height } = legendMarks(entries, width / scale, 0, 2);
  return {
    marks: marks.length === 0 ? [] : [{ kind: 'group', x: BODY.left, y: top, scale, marks }],
    height: height * scale,
  };
}
