import { area, line } from 'd3-shape';
import type { AmountId, AxisId } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import type { GhostArrow } from '../equity/ghostArrows.ts';
import type { HighNeed } from '../equity/highNeed.ts';
import type { NeedAndSpending } from '../equity/needAndSpending.ts';
import { decimalText, dollarText, schoolsText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { formatCount } from '../text/formatNumber.ts';
import { acrossAxis, alongAxis, axisText, niceScale, type Scale } from './axes.ts';
import type { Ink } from './inks.ts';
import { seriesInk } from './inks.ts';
import { type LegendEntry, legendMarks } from './legend.ts';
import type { Frame, Mark, Picture, PictureSize, Place, Shape } from './Picture.ts';
import { changeText } from './pictureWords.ts';
import { placeLabels } from './placeLabels.ts';
import { readableRange } from './readableRange.ts';
import { scatterTable, shownShare } from './scatterTable.ts';
import { shapeAt, tenth } from './shapes.ts';
import { fitText } from './textWidth.ts';

export interface ScatterInput {
  readonly data: EquityData;
  readonly amount: AmountId;
  readonly against: AxisId;
  readonly scatter: NeedAndSpending;
  /** What schools come from: a ghost of each, with an arrow, and the line fitted to them. */
  readonly before: {
    readonly name: string;
    readonly scatter: NeedAndSpending;
    readonly arrows: readonly GhostArrow[];
  } | null;
  /** A second need whose schools stand out; without it, colours tell levels. */
  readonly high: HighNeed | null;
  /** Codes of schools that stay strong while all others fade. */
  readonly picked: ReadonlySet<string> | null;
}

/** Arrows of more schools than this are drawn without heads, which would be all one saw. */
const MOST_HEADS = 250;

/** Below this height the points need the room of what the sentence above the picture says as well. */
const LOW = 260;

/**
 * *Need and spending*, the guidebook's Figures 2.1 and 2.3: each school a point whose shape is its level and whose area
 * its pupils, the fitted line with its band, and arrows from a baseline. Schools far from the line are named.
 */
export function scatterPicture(input: ScatterInput, size: PictureSize): Picture {
  const { data, against, scatter, before, high } = input;
  // A district may have thirty levels; its schools still need their room.
  const legend = legendMarks(legendOf(input), size.width, 0, Math.max(2, Math.floor(size.height / 80)));
  const hasLabels = before !== null && (scatter.fit !== null || before.scatter.fit !== null);
  const isLow = size.height < LOW;
  const right = hasLabels ? 112 : 16;
  const top = legend.height + (isLow ? 14 : 32);
  const frame: Frame = {
    left: 62,
    top,
    width: Math.max(120, size.width - 62 - right),
    height: Math.max(80, size.height - top - 44),
  };
  const bottom = frame.top + frame.height;
  const xUnit = data.unit(against);
  const x = niceScale(
    scatter.x,
    frame.left,
    frame.left + frame.width,
    Math.max(3, Math.min(10, Math.floor(frame.width / 72))),
    ghostEnds(before),
  );
  const range = readableRange(
    scatter.y,
    before?.arrows.map(({ fromY }) => fromY),
  );
  // The line is seen to its ends where that takes little room.
  const room = 0.3 * (range.most - range.least);
  const ends = [scatter, ...(before ? [before.scatter] : [])]
    .flatMap(({ steps }) => [steps[0]?.y ?? Number.NaN, steps.at(-1)?.y ?? Number.NaN])
    .filter((end) => end > range.least - room && end < range.most + room);
  // As many values as there are rows for their letters.
  const values = Math.max(2, Math.min(7, Math.floor(frame.height / 20)));
  const whole = niceScale([range.least, range.most], bottom, frame.top, values, ends);
  const within = (value: number): number => Math.min(bottom, Math.max(frame.top, whole(value)));
  const y: Scale = Object.assign(within, { ticks: whole.ticks, invert: whole.invert });
  const beyond = scatter.y.filter((value) => whole(value) < frame.top - 0.5 || whole(value) > bottom + 0.5).length;
  const fromBeyond = (before?.arrows ?? []).filter(
    ({ fromY }) => whole(fromY) < frame.top - 0.5 || whole(fromY) > bottom + 0.5,
  ).length;
  const xTitle = xUnit === 'share' ? `${scatter.againstLabel}, share of pupils` : scatter.againstLabel;
  const points = pointsOf(input, x, y, frame);
  const marks: Mark[] = [
    ...legend.marks,
    ...acrossAxis(frame, y, 'dollars', isLow ? '' : `${scatter.amountLabel}, dollars per pupil`),
    ...alongAxis(frame, x, xUnit, xTitle),
    ...bandMarks(scatter, x, y),
    ...(before ? ghostMarks(before, x, y, frame) : []),
    ...points.marks,
    ...lineMarks(scatter, x, y, frame),
    ...(hasLabels ? endLabels(input, y, frame) : []),
    ...placeLabels(
      scatter.outliers.flatMap(({ row, name }) => {
        const at = scatter.rows.indexOf(row);
        return at < 0 ? [] : [{ x: points.x[at]!, y: points.y[at]!, r: points.r[at]!, text: name }];
      }),
      frame,
    ),
  ];
  const writeX = axisText(xUnit, xUnit === 'share' ? 0.001 : 0.01);
  // Asked for by a pointer, never by an edit.
  let was: ReadonlyMap<number, number> | null = null;
  let places: readonly Place[] | null = null;
  return {
    id: 'need-and-spending',
    title: `${scatter.amountLabel} per pupil against ${scatter.againstLabel}`,
    subtitle: before ? `${data.name}, coming from ${before.name}` : data.name,
    sentence: scatter.sentence,
    description: descriptionOf(input),
    ...size,
    frame,
    // Axes of nothing would only look like an answer.
    marks: scatter.rows.length > 0 ? marks : [],
    get places() {
      places ??= placesOf(data, scatter.rows, points);
      return places;
    },
    placeText: (place) => {
      const row = scatter.rows[place]!;
      const amount = scatter.y[place]!;
      was ??= beforeByRow(before?.arrows ?? []);
      const from = was.get(row);
      return {
        title: data.schoolName(row),
        lines: [
          ['Level', data.levelName(data.level[row]!)],
          ['Pupils', formatCount(scatter.pupils[place]!)],
          [scatter.againstLabel, shownShare(data, row, against, writeX) ?? writeX(scatter.x[place]!)],
          ['Per pupil', dollarText(amount)],
          ...(scatter.fit
            ? [['From the line', changeText(amount - scatter.fit.line(scatter.x[place]!))] as const]
            : []),
          ...(before && from !== undefined
            ? [[before.name, `${dollarText(from)} (${changeText(amount - from)})`] as const]
            : []),
        ],
      };
    },
    notes: [
      ...(scatter.fit
        ? [`Fitted line: ${equationOf(scatter)}. The band is where the line lies with 95% certainty.`]
        : []),
      ...(beyond > 0
        ? [`${schoolsText(beyond)} beyond the axis ${beyond === 1 ? 'stands' : 'stand'} at its edge.`]
        : []),
      ...(fromBeyond > 0
        ? [
            `${fromBeyond === 1 ? 'One arrow comes' : `${fromBeyond.toLocaleString('en-US')} arrows come`} from beyond the axis.`,
          ]
        : []),
      ...scatter.notes,
    ],
    table: () => scatterTable(input),
  };

  function legendOf({ high: stands }: ScatterInput): LegendEntry[] {
    const levels = [...new Set(Array.from(scatter.rows, (row) => data.level[row]!))].sort((a, b) => a - b);
    const entries = levels.map((level): LegendEntry => {
      const look = lookOf(level, null);
      return {
        label: data.levelName(level),
        sign: { kind: 'point', ...look, ...(stands ? { ink: 'series1', isSolid: false } : {}) },
      };
    });
    if (stands)
      entries.push({ label: stands.label, sign: { kind: 'point', shape: 'circle', ink: 'high', isSolid: true } });
    if (before)
      entries.push({
        label: `${before.arrows.length > MOST_HEADS ? 'Lines' : 'Arrows'} come from ${before.name}`,
        sign: { kind: 'line', ink: 'ghost' },
      });
    if (high === null && levels.length < 2) return entries.slice(1);
    return entries;
  }
}

/** `$6,120 + $27.31 × Poverty in percent, R² 0.62`. */
export function equationOf({ equation, fit }: NeedAndSpending): string {
  return fit && Number.isFinite(fit.rSquared) ? `${equation}, R² ${decimalText(fit.rSquared, 2)}` : equation;
}

/** How far along the axis ghosts reach. */
function ghostEnds(before: ScatterInput['before']): number[] {
  if (!before) return [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { fromX } of before.arrows) {
    least = Math.min(least, fromX);
    most = Math.max(most, fromX);
  }
  return [least, most].filter(Number.isFinite);
}

function beforeByRow(arrows: readonly GhostArrow[]): Map<number, number> {
  return new Map(arrows.map(({ row, fromY }) => [row, fromY]));
}

function lookOf(level: number, isHigh: boolean | null): { shape: Shape; ink: Ink; isSolid: boolean } {
  const shape = level < 0 ? 'cross' : shapeAt(level);
  if (isHigh === null) return { shape, ink: level < 0 ? 'ghost' : seriesInk(level), isSolid: true };
  return isHigh ? { shape, ink: 'high', isSolid: true } : { shape, ink: 'series1', isSolid: false };
}

interface DrawnPoints {
  readonly marks: readonly Mark[];
  /** Of each row that is drawn. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly r: Float64Array;
}

/** Areas follow pupils; large schools are drawn first, so that small ones lie on top. */
function pointsOf({ data, scatter, high, picked }: ScatterInput, x: Scale, y: Scale, frame: Frame): DrawnPoints {
  const count = scatter.rows.length;
  let most = 1;
  for (const pupils of scatter.pupils) most = Math.max(most, pupils);
  // On a small sheet points are smaller as well, so that they can be told apart.
  const largest = Math.min(12, frame.height / 22, Math.max(4.5, 150 / Math.sqrt(Math.max(1, count))));
  const drawn = { x: new Float64Array(count), y: new Float64Array(count), r: new Float64Array(count) };
  const groups = new Map<number, { look: ReturnType<typeof lookOf>; isFaint: boolean; at: number[] }>();
  const places = new Int32Array(data.count).fill(-1);
  for (let at = 0; at < count; at++) places[scatter.rows[at]!] = at;
  for (const row of data.order('pupils').toReversed()) {
    const at = places[row]!;
    if (at < 0) continue;
    const across = x(scatter.x[at]!);
    const up = y(scatter.y[at]!);
    const r = Math.max(2.4, largest * Math.sqrt(scatter.pupils[at]! / most));
    drawn.x[at] = across;
    drawn.y[at] = up;
    drawn.r[at] = r;
    const level = data.level[row]!;
    const isHigh = high ? high.isHigh[row] === 1 : null;
    const isFaint = picked !== null && !picked.has(data.code(row));
    const key = 4 * level + (isHigh ? 2 : 0) + (isFaint ? 1 : 0);
    const group = groups.get(key);
    if (group) group.at.push(across, up, r);
    else groups.set(key, { look: lookOf(level, isHigh), isFaint, at: [across, up, r] });
  }
  // Faint ones below all others, then those of high need above the rest.
  const rank = ({ look, isFaint }: { look: ReturnType<typeof lookOf>; isFaint: boolean }): string =>
    `${isFaint ? 0 : 1} ${look.ink === 'high' ? 1 : 0} ${look.shape} ${look.ink}`;
  const marks = [...groups.values()]
    .map((group) => ({ ...group, rank: rank(group) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(
      ({ look, isFaint, at }): Mark => ({
        kind: 'points',
        ...look,
        ...(isFaint ? { opacity: 0.16 } : {}),
        at: Float32Array.from(at),
      }),
    );
  return { marks, ...drawn };
}

/** Made when somebody points at the picture: a slide that follows a lever is pointed at by nobody. */
function placesOf(data: EquityData, rows: ArrayLike<number>, { x, y, r }: DrawnPoints): Place[] {
  return Array.from(rows, (row, at) => ({ x: x[at]!, y: y[at]!, reach: r[at]! + 9, schools: [data.code(row)] }));
}

function bandMarks({ fit, steps }: NeedAndSpending, x: Scale, y: Scale): Mark[] {
  if (!fit || fit.degrees < 1) return [];
  const d = area<(typeof steps)[number]>()
    .x((step) => x(step.x))
    .y0((step) => y(step.mean.low))
    .y1((step) => y(step.mean.high))
    .digits(1)(steps);
  return d ? [{ kind: 'path', d, fill: 'accent', opacity: 0.12 }] : [];
}

function lineMarks({ steps }: NeedAndSpending, x: Scale, y: Scale, frame: Frame): Mark[] {
  const d = fittedPath(steps, x, y, frame);
  return d === null
    ? []
    : [
        { kind: 'path', d, stroke: 'panel', width: 4.5, opacity: 0.7 },
        { kind: 'path', d, stroke: 'accent', width: 2.2 },
      ];
}

/** A line that leaves the frame ends where it does. */
function fittedPath(steps: NeedAndSpending['steps'], x: Scale, y: Scale, frame: Frame): string | null {
  const isInside = (step: (typeof steps)[number]): boolean => {
    const [along, at] = [x(step.x), y(step.y)];
    const isBeside = along < frame.left - 0.5 || along > frame.left + frame.width + 0.5;
    return !isBeside && at > frame.top && at < frame.top + frame.height;
  };
  const path = line<(typeof steps)[number]>()
    .defined(isInside)
    .x((step) => x(step.x))
    .y((step) => y(step.y))
    .digits(1);
  return path(steps);
}

function ghostMarks(
  { scatter, arrows }: NonNullable<ScatterInput['before']>,
  x: Scale,
  y: Scale,
  frame: Frame,
): Mark[] {
  const isCrowded = arrows.length > MOST_HEADS;
  const marks: Mark[] = [];
  let heads = '';
  let count = 0;
  const shafts = new Float32Array(4 * arrows.length);
  for (const { fromX, fromY, toX, toY } of arrows) {
    const x0 = x(fromX);
    const y0 = y(fromY);
    const x1 = x(toX);
    const y1 = y(toY);
    const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
    if (length < 1.5) continue;
    shafts[count] = x0;
    shafts[count + 1] = y0;
    shafts[count + 2] = x1;
    shafts[count + 3] = y1;
    count += 4;
    if (length >= 9 && !isCrowded) heads += headPath(x0, y0, (x1 - x0) / length, (y1 - y0) / length, length);
  }
  if (count > 0) {
    const at = shafts.subarray(0, count);
    marks.push({ kind: 'segments', stroke: 'ghost', width: 1, opacity: isCrowded ? 0.28 : 0.5, at });
  }
  if (heads) marks.push({ kind: 'path', d: heads, stroke: 'ghost', width: 1.2, opacity: 0.8 });
  const d = fittedPath(scatter.steps, x, y, frame);
  if (d) marks.push({ kind: 'path', d, stroke: 'ghost', width: 2, dash: '6 4' });
  return marks;
}

/** Half way along the arrow, for its end lies under the point. */
function headPath(x: number, y: number, dx: number, dy: number, length: number): string {
  const [mx, my] = [x + dx * length * 0.55, y + dy * length * 0.55];
  const wing = (side: 1 | -1): string =>
    `${tenth(mx - 4 * dx - side * 2.5 * dy)} ${tenth(my - 4 * dy + side * 2.5 * dx)}`;
  return `M${wing(1)}L${tenth(mx)} ${tenth(my)}L${wing(-1)}`;
}

/** What each line is, at its right end; apart from one another where the lines meet. */
function endLabels({ data, scatter, before }: ScatterInput, y: Scale, frame: Frame): Mark[] {
  const ends = [
    { steps: scatter.steps, name: data.name, ink: 'accent' as Ink },
    { steps: before?.scatter.steps ?? [], name: before?.name ?? '', ink: 'ghost' as Ink },
  ].flatMap(({ steps, name, ink }) => {
    const last = steps.at(-1);
    if (!last) return [];
    return [{ x: frame.left + frame.width + 8, y: y(last.y) + 4, name, ink }];
  });
  const [a, b] = [ends[0], ends[1]];
  if (a && b && Math.abs(a.y - b.y) < 15) {
    const middle = (a.y + b.y) / 2;
    const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
    upper.y = middle - 7.5;
    lower.y = middle + 7.5;
  }
  // Below the frame stand the values of the axis.
  const beyond = Math.max(0, ...ends.map((end) => end.y - frame.top - frame.height));
  for (const end of ends) end.y -= beyond;
  return ends.map(
    ({ x: at, y: place, name, ink }): Mark => ({
      kind: 'text',
      x: at,
      y: place,
      text: fitText(name, 104, 12),
      size: 12,
      ink: ink === 'ghost' ? 'ink3' : ink,
      isBold: ink === 'accent',
      hasHalo: true,
    }),
  );
}

function descriptionOf({ scatter, before, data }: ScatterInput): string {
  const parts = [scatter.sentence];
  if (scatter.fit) parts.push(`Fitted line: ${equationOf(scatter)}.`);
  if (before)
    parts.push(`${schoolsText(before.arrows.length)} with an arrow from ${before.name}. ${before.scatter.sentence}`);
  if (scatter.outliers.length > 0) {
    const names = scatter.outliers.map(({ name, dollars }) => `${name} (${changeText(dollars)})`).join(', ');
    parts.push(`Furthest from the line: ${names}.`);
  }
  let pupils = 0;
  for (const each of scatter.pupils) pupils += each;
  parts.push(
    `${schoolsText(scatter.rows.length)} and ${formatCount(Math.round(pupils / COUNT_SCALE) * COUNT_SCALE)} pupils of ${data.name}.`,
  );
  return parts.join(' ');
}
