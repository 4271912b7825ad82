import { scaleLinear } from 'd3-scale';
import type { ColumnUnit } from '../equity/columnIds.ts';
import { decimalText, dollarText } from '../equity/words.ts';
import { formatCompactMoney } from '../text/formatNumber.ts';
import type { Frame, Mark } from './Picture.ts';
import { tenth } from './shapes.ts';
import { fitText, textWidth } from './textWidth.ts';

export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
  readonly invert: (place: number) => number;
}

/** From values to pixels. The ends are round numbers; a single value stands in the middle. */
export function niceScale(
  values: Iterable<number>,
  from: number,
  to: number,
  ticks: number,
  holds: readonly number[] = [],
): Scale {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const see = (value: number): void => {
    if (!Number.isFinite(value)) return;
    least = Math.min(least, value);
    most = Math.max(most, value);
  };
  for (const value of values) see(value);
  holds.forEach(see);
  if (least > most) [least, most] = [0, 1];
  if (least === most) {
    const room = Math.abs(least) * 0.1 || 1;
    [least, most] = [least - room, most + room];
  }
  const scale = scaleLinear().domain([least, most]).range([from, to]).nice(ticks);
  // What the scale of the library does, without looking anew for each of thousands of points what kind of scale it is.
  const [first = 0, last = 1] = scale.domain();
  const width = last - first;
  const place = (value: number): number => {
    const part = (value - first) / width;
    return from * (1 - part) + to * part;
  };
  return Object.assign(place, {
    ticks: scale.ticks(ticks),
    invert: (place: number) => scale.invert(place),
  });
}

/** Dollars, percents and numbers as they stand at an axis. */
export function axisText(unit: ColumnUnit, step: number): (value: number) => string {
  if (unit === 'dollars') {
    if (step >= 1_000_000) return (value) => formatCompactMoney(value * 100);
    if (step === 0 || step >= 1) return dollarText;
    return (value) => `${value < 0 ? '−' : ''}$${decimalText(Math.abs(value), 2)}`;
  }
  if (unit === 'share') return (value) => `${decimalText(value * 100, step > 0 && step < 0.01 ? 1 : 0)}%`;
  const places = step >= 1 || step <= 0 ? 0 : Math.min(4, Math.ceil(-Math.log10(step)));
  return (value) =>
    places === 0 ? `${value < 0 ? '−' : ''}${Math.abs(value).toLocaleString('en-US')}` : decimalText(value, places);
}

/** The way from one value of an axis to the next; 0 where there is one only. */
export const stepOf = ({ ticks }: Scale): number => (ticks.length > 1 ? ticks[1]! - ticks[0]! : 0);

/** Lines across, with their values at the left and what they are above. */
export function acrossAxis(frame: Frame, scale: Scale, unit: ColumnUnit, title: string): Mark[] {
  return linesAcross(frame, scale, axisText(unit, stepOf(scale)), title);
}

/** The same, with values as `write` has them. */
export function linesAcross(frame: Frame, scale: Scale, write: (value: number) => string, title: string): Mark[] {
  const d = scale.ticks
    .map((tick) => `M${tenth(frame.left)} ${tenth(scale(tick))}H${tenth(frame.left + frame.width)}`)
    .join('');
  return [
    { kind: 'path', d, stroke: 'line2', width: 1 },
    ...scale.ticks.map(
      (tick): Mark => ({
        kind: 'text',
        x: frame.left - 8,
        y: scale(tick) + 4,
        text: write(tick),
        size: 11,
        ink: 'ink2',
        anchor: 'end',
      }),
    ),
    ...(title === '' ? [] : [axisTitle(frame, title)]),
  ];
}

const axisTitle = (frame: Frame, title: string): Mark => ({
  kind: 'text',
  x: 2,
  y: frame.top - 10,
  text: fitText(title, 1.08 * (frame.left + frame.width), 12),
  size: 12,
  ink: 'ink2',
  isBold: true,
});

/** All values of an axis below, or every second, third, … so that long ones do not lie on one another. */
function everyFitting(scale: Scale, write: (value: number) => string): readonly number[] {
  const [first, second] = scale.ticks;
  if (first === undefined || second === undefined) return scale.ticks;
  const widest = Math.max(...scale.ticks.map((tick) => textWidth(write(tick), 11)));
  const every = Math.ceil((widest + 8) / Math.abs(scale(second) - scale(first)));
  return every > 1 ? scale.ticks.filter((_, at) => at % every === 0) : scale.ticks;
}

/** Values below, and what they are at the right end. */
export function alongAxis(frame: Frame, scale: Scale, unit: ColumnUnit, title: string): Mark[] {
  const write = axisText(unit, stepOf(scale));
  const bottom = frame.top + frame.height;
  const d = scale.ticks.map((tick) => `M${tenth(scale(tick))} ${tenth(bottom)}v5`).join('');
  return [
    { kind: 'path', d: `M${tenth(frame.left)} ${tenth(bottom)}h${tenth(frame.width)}${d}`, stroke: 'line', width: 1 },
    ...everyFitting(scale, write).map(
      (tick): Mark => ({
        kind: 'text',
        x: scale(tick),
        y: bottom + 18,
        text: write(tick),
        size: 11,
        ink: 'ink2',
        anchor: 'middle',
      }),
    ),
    {
      kind: 'text',
      x: frame.left + frame.width,
      y: bottom + 36,
      text: title,
      size: 12,
      ink: 'ink2',
      isBold: true,
      anchor: 'end',
    },
  ];
}
