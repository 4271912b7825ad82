import { schoolsText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { YearLine, YearSeries } from '../years/yearSeries.ts';
import { distanceText, lineText } from '../years/yearUnits.ts';
import { niceScale } from './axes.ts';
import { type Ink, seriesInk } from './inks.ts';
import type { Frame, Mark, Picture, PictureSize, Place } from './Picture.ts';
import { shapeAt, tenth } from './shapes.ts';
import { fitText, textWidth } from './textWidth.ts';
import { unitAxis } from './unitAxes.ts';

export interface YearsPictureInput {
  readonly series: YearSeries;
  readonly dataName: string;
}

interface DrawnLine {
  readonly line: YearLine;
  readonly ink: Ink;
  readonly at: number;
  /** Places of its points by year; null where there is no value. */
  readonly points: readonly ({ readonly x: number; readonly y: number } | null)[];
}

/** Lines of a measure by year: one for the district, or one for each level, fifth or group. */
export function yearsPicture({ series, dataName }: YearsPictureInput, size: PictureSize): Picture {
  const { years, unit, label } = series;
  const lines = series.lines.filter(({ points }) => points.some(({ value }) => Number.isFinite(value)));
  const inkOf = (at: number): Ink => inkFor(series, lines[at], at);
  // Each line is named at its end, in its own colour: there is nothing left for a legend to say.
  const names = lines.length > 1 ? Math.min(150, Math.max(...lines.map((line) => textWidth(line.label, 12)), 20)) : 0;
  const top = 30;
  const frame: Frame = {
    left: 62,
    top,
    // The last point stands a little inside the frame, and its name begins there.
    width: Math.max(120, size.width - 62 - 12 - Math.max(0, names - 20)),
    height: Math.max(60, size.height - top - 30),
  };
  const bottom = frame.top + frame.height;
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const holds = unit === 'correlation' ? [0] : [];
  const y = niceScale(values, bottom, frame.top, frame.height < 140 ? 4 : 6, holds);
  const pad = Math.min(44, frame.width / Math.max(2, 2 * years.length));
  const step = (frame.width - 2 * pad) / Math.max(1, years.length - 1);
  const xOf = (year: number): number =>
    years.length < 2 ? frame.left + frame.width / 2 : frame.left + pad + step * year;
  const drawn = lines.map((line, at): DrawnLine => {
    const points = line.points.map(({ value }, year) =>
      Number.isFinite(value) ? { x: xOf(year), y: y(value) } : null,
    );
    return { line, ink: inkOf(at), at, points };
  });
  const places: Place[] = [];
  const placed: { line: YearLine; year: number }[] = [];
  for (const { line, points } of drawn) {
    for (const [year, point] of points.entries()) {
      if (!point) continue;
      places.push({ ...point, reach: 14, schools: [] });
      placed.push({ line, year });
    }
  }
  const marks: Mark[] = [
    ...unitAxis(frame, y, unit, label),
    ...yearLabels(series, xOf, step, bottom),
    ...drawn.flatMap(lineMarks),
    ...endLabels(drawn, frame),
    ...(lines.length === 1 ? valueLabels(drawn, series) : []),
  ];
  return {
    id: 'years',
    title: `${label} by year`,
    subtitle: dataName,
    sentence: series.sentence,
    description: describe(series, lines),
    ...size,
    frame,
    marks: lines.length > 0 ? marks : [],
    places,
    placeText: (place) => {
      const { line, year } = placed[place]!;
      const point = line.points[year]!;
      return {
        title: `${line.label}, ${years[year] ?? ''}`,
        lines: [
          [label, lineText(point.value, unit)],
          ...(point.schools > 0 ? [['Schools', point.schools.toLocaleString('en-US')] as const] : []),
          ...(Number.isFinite(point.pupils)
            ? [['Pupils', Math.round(point.pupils / COUNT_SCALE).toLocaleString('en-US')] as const]
            : []),
          ...series.gaps
            .filter(({ values: gap }) => Number.isFinite(gap[year]))
            .slice(0, 4)
            .map(({ label: name, values: gap }) => [name, signed(gap[year]!, unit)] as const),
        ],
      };
    },
    notes: series.notes,
    table: () => tableOf(series),
  };
}

/** Fifths go from light to strong; all pupils are a quiet line that others are held against. */
function inkFor({ by }: YearSeries, line: YearLine | undefined, at: number): Ink {
  if (by === 'groups') return line?.key === 'all' ? 'ghost' : seriesInk(at);
  return by === 'district' || by === 'spread' ? 'accent' : seriesInk(at);
}

const signed = (value: number, unit: YearSeries['unit']): string =>
  `${value < 0 ? '−' : '+'}${distanceText(value, unit)}`;

/** The scenario stands behind a gap in the line, under its own name. */
function yearLabels(
  { years, hasNow }: YearSeries,
  xOf: (year: number) => number,
  step: number,
  bottom: number,
): Mark[] {
  const every = Math.max(1, Math.ceil(56 / step));
  return years.flatMap((year, at): Mark[] => {
    const isNow = hasNow && at === years.length - 1;
    if (!isNow && at % every !== 0) return [];
    return [
      {
        ...{ kind: 'text', x: xOf(at), y: bottom + 20, size: 12, anchor: 'middle' },
        ...{ text: fitText(year, Math.max(60, step - 6), 12), ink: isNow ? 'accent' : 'ink2', isBold: true },
      },
    ];
  });
}

function lineMarks({ points, ink, at, line }: DrawnLine): Mark[] {
  let d = '';
  let isDown = false;
  for (const point of points) {
    if (!point) {
      isDown = false;
      continue;
    }
    d += `${isDown ? 'L' : 'M'}${tenth(point.x)} ${tenth(point.y)}`;
    isDown = true;
  }
  const known = Float32Array.from(points.flatMap((point) => (point ? [point.x, point.y, 4.5] : [])));
  return [
    { kind: 'path', d, stroke: ink, width: 2.2, ...(line.key === 'all' ? { dash: '6 4' } : {}) },
    { kind: 'points', shape: shapeAt(at), ink, isSolid: true, opacity: 1, at: known },
  ];
}

/** What each line is, at its right end; apart from one another where lines meet. */
function endLabels(drawn: readonly DrawnLine[], frame: Frame): Mark[] {
  if (drawn.length < 2) return [];
  const ends = drawn
    .flatMap(({ points, line, ink }) => {
      const last = points.findLast((point) => point !== null);
      return last ? [{ x: Math.max(last.x + 10, 0), y: last.y + 4, text: line.label, ink }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const room = Math.min(14, frame.height / Math.max(1, ends.length));
  for (let at = 1; at < ends.length; at++) {
    const [above, below] = [ends[at - 1]!, ends[at]!];
    if (below.y < above.y + room) below.y = above.y + room;
  }
  const over = (ends.at(-1)?.y ?? 0) - (frame.top + frame.height);
  if (over > 0) for (const end of ends) end.y -= over;
  return ends.map(({ x, y, text, ink }): Mark => {
    return {
      kind: 'text',
      x,
      y,
      text: fitText(text, 128, 12),
      size: 12,
      ink: ink === 'ghost' ? 'ink3' : ink,
      hasHalo: true,
    };
  });
}

function valueLabels(drawn: readonly DrawnLine[], { unit }: YearSeries): Mark[] {
  return drawn.flatMap(({ points, line }) =>
    points.flatMap((point, year): Mark[] =>
      point
        ? [
            {
              ...{ kind: 'text', x: point.x, y: point.y - 11, size: 12, anchor: 'middle', hasHalo: true },
              ...{ text: lineText(line.points[year]?.value ?? Number.NaN, unit), ink: 'ink', isBold: true },
            },
          ]
        : [],
    ),
  );
}

function describe({ sentence, years, unit }: YearSeries, lines: readonly YearLine[]): string {
  const parts = lines.slice(0, 8).map(({ label, points }) => {
    const values = points.flatMap(({ value }, at) =>
      Number.isFinite(value) ? [`${years[at]} ${lineText(value, unit)}`] : [],
    );
    return `${label}: ${values.join(', ')}.`;
  });
  return [sentence, ...parts].join(' ');
}

function tableOf({
  years,
  lines,
  gaps,
  unit,
  by,
}: YearSeries): Picture['table'] extends () => infer Table ? Table : never {
  const write = (value: number): string => lineText(value, unit);
  const isOne = lines.length === 1 && by !== 'groups';
  return {
    columns: [
      { label: 'Year' },
      ...lines.map(({ label }) => ({ label, write })),
      ...gaps.map(({ label }) => ({ label, write: (value: number) => signed(value, unit) })),
      ...(isOne
        ? [
            { label: 'Schools', write: (value: number) => schoolsText(value).replace(/ schools?$/, '') },
            { label: 'Pupils', write: (value: number) => Math.round(value).toLocaleString('en-US') },
          ]
        : []),
    ],
    rows: years.map((year, at) => [
      year,
      ...lines.map(({ points }) => points[at]?.value ?? Number.NaN),
      ...gaps.map(({ values }) => values[at] ?? Number.NaN),
      ...(isOne
        ? [lines[0]?.points[at]?.schools ?? 0, (lines[0]?.points[at]?.pupils ?? Number.NaN) / COUNT_SCALE]
        : []),
    ]),
  };
}
