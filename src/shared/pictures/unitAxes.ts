import { type LineUnit, lineText } from '../years/yearUnits.ts';
import type { Scale } from './axes.ts';
import type { Frame, Mark } from './Picture.ts';
import { tenth } from './shapes.ts';
import { fitText } from './textWidth.ts';

/** A value at an axis: no more decimals than the steps need. */
export function axisValue(unit: LineUnit, step: number): (value: number) => string {
  const isWhole = step >= 1 || (unit === 'share' && step >= 0.01);
  if (!isWhole || unit === 'correlation') return (value) => lineText(value, unit);
  return (value) => lineText(value, unit).replace(/\.0(?=%?$)/, '');
}

const stepOf = ({ ticks }: Scale): number => (ticks.length > 1 ? ticks[1]! - ticks[0]! : 0);

/** Lines across in the unit of a measure by year, with what they are above. */
export function unitAxis(frame: Frame, scale: Scale, unit: LineUnit, title: string): Mark[] {
  const write = axisValue(unit, stepOf(scale));
  const d = scale.ticks
    .map((tick) => `M${tenth(frame.left)} ${tenth(scale(tick))}H${tenth(frame.left + frame.width)}`)
    .join('');
  return [
    { kind: 'path', d, stroke: 'line2', width: 1 },
    ...scale.ticks.map(
      (tick): Mark => ({
        ...{ kind: 'text', x: frame.left - 8, y: scale(tick) + 4, text: write(tick), size: 11 },
        ...{ ink: 'ink2', anchor: 'end' },
      }),
    ),
    {
      ...{ kind: 'text', x: 2, y: frame.top - 10, size: 12, ink: 'ink2', isBold: true },
      text: fitText(title, 1.08 * (frame.left + frame.width), 12),
    },
  ];
}
