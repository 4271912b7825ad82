import { area, line } from 'd3-shape';
import type { ColumnUnit } from '../equity/columnIds.ts';
import type { NetLine, NetPoint } from '../equity/netLine.ts';
import { dollarText, percentText } from '../equity/words.ts';
import { acrossAxis, alongAxis, axisText, niceScale } from './axes.ts';
import type { Ink } from './inks.ts';
import type { Frame, Mark, Picture, PictureSize, Place } from './Picture.ts';
import { changeText } from './pictureWords.ts';
import { decimalDollars } from './scatterTable.ts';
import { fitText } from './textWidth.ts';

export interface NetLineInput {
  /** What is shown first, then what it is held against. */
  readonly lines: readonly NetLine[];
  readonly amountLabel: string;
  readonly unit: ColumnUnit;
}

const LOOKS: readonly { readonly ink: Ink; readonly dash?: string }[] = [
  { ink: 'accent' },
  { ink: 'series2', dash: '7 4' },
];

/**
 * The *net* line of the guidebook's regression: what a school with some of the need has beyond one with none of it, all
 * else alike, with its 95% band; the baseline's beside it, dashed. A steeper line sends more money to the need.
 */
export function netLinePicture({ lines, amountLabel, unit }: NetLineInput, size: PictureSize): Picture {
  const drawn = lines.flatMap((each, at) =>
    each.points.length > 0 ? [{ ...each, look: LOOKS[at] ?? LOOKS[1]! }] : [],
  );
  const label = lines[0]?.label ?? '';
  const frame: Frame = {
    left: 62,
    top: 26,
    width: Math.max(120, size.width - 62 - 128),
    height: Math.max(80, size.height - 26 - 44),
  };
  const bottom = frame.top + frame.height;
  const all = drawn.flatMap(({ points }) => points);
  const x = niceScale(
    all.map(({ need }) => need),
    frame.left,
    frame.left + frame.width,
    Math.max(3, Math.min(10, Math.floor(frame.width / 56))),
    [0],
  );
  const y = niceScale(
    all.flatMap(({ dollarsLow, dollarsHigh }) => [dollarsLow, dollarsHigh]),
    bottom,
    frame.top,
    Math.max(2, Math.min(6, Math.floor(frame.height / 22))),
    [0],
  );
  const marks: Mark[] = [
    ...acrossAxis(frame, y, 'dollars', `${amountLabel} per pupil beyond a school with no ${label}`),
    ...alongAxis(frame, x, unit, unit === 'share' ? `${label}, share of pupils` : label),
  ];
  const ends: { y: number; name: string; amount: string; ink: Ink }[] = [];
  for (const { points, look, dataName } of [...drawn].reverse()) {
    const band = area<NetPoint>()
      .x((point) => x(point.need))
      .y0((point) => y(point.dollarsLow))
      .y1((point) => y(point.dollarsHigh))
      .digits(1);
    const path = line<NetPoint>()
      .x((point) => x(point.need))
      .y((point) => y(point.dollars))
      .digits(1);
    const isKnown = points.every(({ dollarsLow, dollarsHigh }) => Number.isFinite(dollarsLow + dollarsHigh));
    if (isKnown) marks.push({ kind: 'path', d: band(points) ?? '', fill: look.ink, opacity: 0.12 });
    marks.push({
      kind: 'path',
      d: path(points) ?? '',
      stroke: look.ink,
      width: 2.2,
      ...(look.dash ? { dash: look.dash } : {}),
    });
    const last = points.at(-1)!;
    ends.push({ y: y(last.dollars) + 4, name: dataName, amount: changeText(last.dollars), ink: look.ink });
  }
  marks.push(...endMarks(ends, frame));
  const places: Place[] = [];
  const placed: { readonly at: number; readonly point: NetPoint }[] = [];
  for (const [at, { points }] of drawn.entries()) {
    for (const point of points) {
      places.push({ x: x(point.need), y: y(point.dollars), reach: 26, schools: [] });
      placed.push({ at, point });
    }
  }
  const write = axisText(unit, unit === 'share' ? 0.001 : 0.01);
  return {
    id: 'net-line',
    title: `What ${label} brings, all else alike`,
    subtitle: lines.map(({ dataName }) => dataName).join(' and '),
    sentence: lines[0]?.sentence ?? '',
    description: lines.map(({ dataName, sentence }) => `${dataName}: ${sentence}`).join(' '),
    ...size,
    frame,
    marks: places.length > 0 ? marks : [],
    places,
    placeText: (place) => {
      const { at, point } = placed[place]!;
      return {
        title: drawn[at]!.dataName,
        lines: [
          [label, write(point.need)],
          ['Beyond none', changeText(point.dollars)],
          ['95% certain', `${dollarText(point.dollarsLow)} to ${dollarText(point.dollarsHigh)}`],
          ['Relative', percentText(point.relative)],
        ],
      };
    },
    notes: [...new Set(lines.flatMap(({ notes }) => notes))],
    table: () => ({
      columns: [
        { label: 'Scenario' },
        { label, write },
        { label: 'Dollars beyond none', write: decimalDollars },
        { label: 'Low', write: decimalDollars },
        { label: 'High', write: decimalDollars },
        { label: 'Relative', write: percentText },
        { label: 'Relative low', write: percentText },
        { label: 'Relative high', write: percentText },
      ],
      rows: drawn.flatMap(({ dataName, points }) =>
        points.map((point) => [
          dataName,
          point.need,
          point.dollars,
          point.dollarsLow,
          point.dollarsHigh,
          point.relative,
          point.relativeLow,
          point.relativeHigh,
        ]),
      ),
    }),
  };
}

/** Names at the right ends, two rows each, pushed apart where lines end near one another. */
function endMarks(ends: { y: number; name: string; amount: string; ink: Ink }[], frame: Frame): Mark[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  for (let at = 1; at < sorted.length; at++) sorted[at]!.y = Math.max(sorted[at]!.y, sorted[at - 1]!.y + 32);
  const beyond = (sorted.at(-1)?.y ?? 0) + 15 - (frame.top + frame.height);
  if (beyond > 0) for (const end of sorted) end.y -= beyond;
  const x = frame.left + frame.width + 10;
  return sorted.flatMap(({ y, name, amount, ink }): Mark[] => [
    { kind: 'text', x, y, text: amount, size: 13, ink, isBold: true },
    { kind: 'text', x, y: y + 15, text: fitText(name, 116, 11), size: 11, ink: 'ink2' },
  ]);
}
