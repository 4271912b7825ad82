import type { EquityData } from '../equity/EquityData.ts';
import { decimalText, dollarText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { type SpendingAndOutcome, spendingText } from '../years/outcomes.ts';
import { distanceText, type LineUnit, lineText } from '../years/yearUnits.ts';
import { alongAxis, niceScale } from './axes.ts';
import { type Ink, seriesInk } from './inks.ts';
import { legendMarks } from './legend.ts';
import type { Frame, Mark, Picture, PictureSize, Place, Shape } from './Picture.ts';
import { readableRange } from './readableRange.ts';
import { decimalDollars } from './scatterTable.ts';
import { shapeAt, tenth } from './shapes.ts';
import { unitAxis } from './unitAxes.ts';

export interface OutcomesPictureInput {
  readonly outcomes: SpendingAndOutcome;
  /** Names and levels of the schools, as they are seen. */
  readonly data: EquityData;
  /** Codes of schools that stand out; null for all. */
  readonly picked: ReadonlySet<string> | null;
}

const STEPS = 40;

/** Half of the last number along the axis, such as *$28,000*, stands beyond the frame. */
const RIGHT = 30;

/** Each school a point: dollars per pupil along, the outcome up; with the line and its band. */
export function outcomesPicture({ outcomes, data, picked }: OutcomesPictureInput, size: PictureSize): Picture {
  const { points, fit, isChange } = outcomes;
  // A change of a percentage is told in points.
  const unit: LineUnit = isChange && outcomes.unit === 'percent' ? 'points' : outcomes.unit;
  const outcomeLabel = unit === outcomes.unit ? outcomes.outcomeLabel : `${outcomes.outcomeLabel}, points`;
  const levels = [...new Set(points.map(({ row }) => data.level[row] ?? -1))].sort((a, b) => a - b);
  const legend = legendMarks(
    levels.length > 1
      ? levels.map((level) => ({ label: data.levelName(level), sign: { kind: 'point', ...lookOf(level) } }))
      : [],
    size.width,
    0,
  );
  const top = legend.height + 30;
  const frame: Frame = {
    left: 62,
    top,
    width: Math.max(140, size.width - 62 - RIGHT),
    height: Math.max(60, size.height - top - 48),
  };
  const bottom = frame.top + frame.height;
  const xs = readableRange(points.map((point) => point.x));
  const ys = readableRange(points.map((point) => point.y));
  const ticks = Math.max(3, Math.round(frame.width / 110));
  const x = niceScale([xs.least, xs.most], frame.left, frame.left + frame.width, ticks, isChange ? [0] : []);
  const y = niceScale([ys.least, ys.most], bottom, frame.top, frame.height < 140 ? 4 : 6, isChange ? [0] : []);
  const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  const placeOf = (point: { readonly x: number; readonly y: number }) => ({
    x: clamp(x(point.x), frame.left, frame.left + frame.width),
    y: clamp(y(point.y), frame.top, bottom),
  });
  const most = points.reduce((largest, { pupils }) => Math.max(largest, pupils), 1);
  // On a small sheet points are smaller as well, so that they can be told apart.
  const largest = Math.min(12, frame.height / 22, Math.max(4.5, 150 / Math.sqrt(Math.max(1, points.length))));
  const places: Place[] = points.map((point) => {
    const r = Math.max(2.4, largest * Math.sqrt(point.pupils / most));
    return { ...placeOf(point), reach: r + 9, schools: [data.code(point.row)] };
  });
  const marks: Mark[] = [
    ...legend.marks,
    ...unitAxis(frame, y, unit, outcomeLabel),
    ...alongAxis(frame, x, 'dollars', outcomes.spendingLabel),
    ...zeroLines(isChange, frame, x(0), y(0)),
    ...bandMarks(outcomes, x, y, frame),
    ...pointMarks(),
    ...lineMarks(outcomes, x, y, frame),
  ];

  function pointMarks(): Mark[] {
    const looks = new Map<string, { level: number; isFaint: boolean; at: { x: number; y: number; r: number }[] }>();
    for (const [index, point] of points.entries()) {
      const level = data.level[point.row] ?? -1;
      const isFaint = picked !== null && !picked.has(data.code(point.row));
      const key = `${isFaint ? 0 : 1} ${level}`;
      const look = looks.get(key) ?? { level, isFaint, at: [] };
      look.at.push({ x: places[index]!.x, y: places[index]!.y, r: places[index]!.reach - 9 });
      looks.set(key, look);
    }
    return [...looks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { level, isFaint, at }]): Mark => {
        return {
          ...{ kind: 'points', ...lookOf(level) },
          at: Float32Array.from(at.sort((a, b) => b.r - a.r).flatMap(({ x, y, r }) => [x, y, r])),
          ...(isFaint ? { opacity: 0.16 } : {}),
        };
      });
  }

  return {
    id: 'outcomes',
    title: `${outcomes.outcomeLabel} against ${outcomes.spendingLabel}`,
    subtitle: data.name,
    sentence: outcomes.sentence,
    description: `${outcomes.sentence} ${points.length.toLocaleString('en-US')} schools.`,
    ...size,
    frame,
    marks: points.length > 0 ? marks : [],
    places,
    placeText: (place) => {
      const point = points[place]!;
      return {
        title: data.schoolName(point.row),
        lines: [
          ['Pupils', Math.round(point.pupils / COUNT_SCALE).toLocaleString('en-US')],
          [isChange ? 'Change per pupil' : 'Per pupil', spendingText(point.x, isChange)],
          [isChange ? 'Change of the outcome' : 'Outcome', lineText(point.y, unit)],
          ...(fit ? [['From the line', lineText(point.y - fit.line(point.x), unit)] as const] : []),
        ],
      };
    },
    notes: [
      ...(fit && Number.isFinite(fit.rSquared)
        ? [
            `Fitted line: ${fit.slope < 0 ? '−' : '+'}${distanceText(fit.slope * 1_000, outcomes.unit)} for each ${dollarText(1_000)} per pupil, R² ${decimalText(fit.rSquared, 2)}.`,
          ]
        : []),
      ...outcomes.notes,
    ],
    table: () => ({
      columns: [
        { label: 'Code' },
        { label: 'School' },
        { label: 'Level' },
        { label: 'Pupils', write: (value: number) => value.toLocaleString('en-US') },
        { label: outcomes.spendingLabel, write: decimalDollars },
        { label: outcomeLabel, write: (value: number) => lineText(value, unit) },
        ...(fit ? [{ label: 'From the line', write: (value: number) => lineText(value, unit) }] : []),
      ],
      rows: points.map((point) => [
        data.code(point.row),
        data.schoolName(point.row),
        data.levelName(data.level[point.row] ?? -1),
        point.pupils / COUNT_SCALE,
        point.x,
        point.y,
        ...(fit ? [point.y - fit.line(point.x)] : []),
      ]),
    }),
  };
}

function lookOf(level: number): { shape: Shape; ink: Ink; isSolid: boolean } {
  return level < 0
    ? { shape: 'cross', ink: 'ghost', isSolid: true }
    : { shape: shapeAt(level), ink: seriesInk(level), isSolid: true };
}

function zeroLines(isChange: boolean, frame: Frame, x: number, y: number): Mark[] {
  if (!isChange) return [];
  const d = `M${tenth(x)} ${tenth(frame.top)}v${tenth(frame.height)}M${tenth(frame.left)} ${tenth(y)}h${tenth(frame.width)}`;
  return [{ kind: 'path', d, stroke: 'line', width: 1.2 }];
}

/** Where the mean of schools runs; cut to the frame, which the file of a picture does not do by itself. */
function bandMarks({ fit }: SpendingAndOutcome, x: Scaled, y: Scaled, frame: Frame): Mark[] {
  if (!fit || fit.degrees < 1) return [];
  const cut = (value: number): number => Math.min(frame.top + frame.height, Math.max(frame.top, value));
  const upper: string[] = [];
  const lower: string[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const at = x.invert(frame.left + (frame.width * step) / STEPS);
    const { low, high } = fit.confidenceBand(at);
    upper.push(`${tenth(x(at))} ${tenth(cut(y(high)))}`);
    lower.unshift(`${tenth(x(at))} ${tenth(cut(y(low)))}`);
  }
  return [{ kind: 'path', d: `M${[...upper, ...lower].join('L')}Z`, fill: 'accent', opacity: 0.12 }];
}

function lineMarks({ fit, points }: SpendingAndOutcome, x: Scaled, y: Scaled, frame: Frame): Mark[] {
  if (!fit) return [];
  const values = points.map((point) => point.x);
  const [from, to] = [
    Math.max(Math.min(...values), x.invert(frame.left)),
    Math.min(Math.max(...values), x.invert(frame.left + frame.width)),
  ];
  const ends = [from, to].map((at) => ({ x: x(at), y: y(fit.line(at)) }));
  const inside = ends.every((end) => end.y >= frame.top - 1 && end.y <= frame.top + frame.height + 1);
  if (!inside) return [];
  const d = `M${ends.map((end) => `${tenth(end.x)} ${tenth(end.y)}`).join('L')}`;
  return [
    { kind: 'path', d, stroke: 'panel', width: 4.5, opacity: 0.7 },
    { kind: 'path', d, stroke: 'accent', width: 2.2 },
  ];
}

type Scaled = ReturnType<typeof niceScale>;
