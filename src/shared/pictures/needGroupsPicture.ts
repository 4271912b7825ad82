import type { NeedGroup, NeedGroups } from '../equity/needGroups.ts';
import { dollarText, percentText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { formatCount } from '../text/formatNumber.ts';
import { acrossAxis, niceScale } from './axes.ts';
import { type Ink, seriesInk } from './inks.ts';
import { type LegendEntry, legendMarks } from './legend.ts';
import type { Frame, Mark, Pattern, Picture, PictureSize, Place } from './Picture.ts';
import { changeText } from './pictureWords.ts';
import { decimalDollars } from './scatterTable.ts';
import { tenth } from './shapes.ts';
import { fitText } from './textWidth.ts';

export interface NeedGroupsInput {
  readonly groups: NeedGroups;
  readonly dataName: string;
  /** The same groups of the baseline, drawn as outlines. */
  readonly before: { readonly name: string; readonly groups: NeedGroups } | null;
  /** Code of a school by row of the data. */
  readonly code: (row: number) => string;
  /** How a value of the need that groups are made by is read. */
  readonly writeNeed: (value: number) => string;
}

/** Parts beyond these are drawn as one. */
const MOST_PARTS = 7;
const ROW = 17;

/**
 * *Deciles of need*, the guidebook's Figure 2.4: a bar for each group, stacked, its total above in bold, mean shares of
 * every need printed under it, and the baseline as an outline with the change from it.
 */
export function needGroupsPicture(input: NeedGroupsInput, size: PictureSize): Picture {
  const { groups, dataName, before } = input;
  const parts = shownParts(groups);
  const legend = legendMarks(legendOf(input, parts), size.width, 0);
  const underneath = [...groups.needs.map(({ name }) => name), 'Schools', 'Pupils'];
  const left = 118;
  const top = legend.height + 40;
  const frame: Frame = {
    left,
    top,
    width: Math.max(160, size.width - left - 8),
    height: Math.max(80, size.height - top - 30 - underneath.length * ROW),
  };
  const bottom = frame.top + frame.height;
  const totals = [...groups.groups, ...(before?.groups.groups ?? [])].map(({ dollars }) => dollars);
  const lowest = [...groups.groups].flatMap((group) => stackOf(group, parts).map(({ from, to }) => Math.min(from, to)));
  const y = niceScale(totals, bottom, frame.top, 5, [
    0,
    Math.max(0, ...totals.filter(Number.isFinite)) * (before ? 1.1 : 1.05),
    ...lowest,
  ]);
  const step = frame.width / groups.groups.length;
  const wide = Math.min(92, step * 0.62);
  const marks: Mark[] = [
    ...legend.marks,
    ...acrossAxis(frame, y, 'dollars', `${groups.amountLabel}, dollars per pupil`),
  ];
  const places: Place[] = [];
  for (const [at, group] of groups.groups.entries()) {
    const middle = frame.left + step * (at + 0.5);
    const was = before?.groups.groups[at]?.dollars ?? Number.NaN;
    marks.push(...underneathMarks(group, middle, bottom, step, input));
    if (group.schools === 0) {
      marks.push({ kind: 'text', x: middle, y: bottom - 8, text: 'none', size: 11, ink: 'ink3', anchor: 'middle' });
      continue;
    }
    if (Number.isFinite(was)) {
      marks.push({
        kind: 'bar',
        x: middle - wide / 2 - 7,
        y: y(was),
        width: wide,
        height: Math.max(0, y(0) - y(was)),
        stroke: 'ghost',
        dash: '4 3',
      });
    }
    for (const [which, { from, to }] of stackOf(group, parts).entries()) {
      const [high, low] = [y(Math.max(from, to)), y(Math.min(from, to))];
      const look = parts[which]!;
      marks.push({
        kind: 'bar',
        x: middle - wide / 2,
        y: high,
        width: wide,
        height: low - high,
        fill: look.ink,
        pattern: look.pattern,
        stroke: 'panel',
      });
    }
    const peak = Math.min(y(group.dollars), Number.isFinite(was) ? y(was) : Number.POSITIVE_INFINITY);
    marks.push({
      kind: 'text',
      x: middle,
      y: peak - 7,
      text: dollarText(group.dollars),
      size: 13,
      ink: 'ink',
      isBold: true,
      anchor: 'middle',
      hasHalo: true,
    });
    if (Number.isFinite(was)) {
      const change = group.dollars - was;
      marks.push({
        kind: 'text',
        x: middle,
        y: peak - 22,
        text: changeText(change),
        size: 11,
        ink: change < 0 ? 'loss' : 'gain',
        anchor: 'middle',
        hasHalo: true,
      });
    }
    places.push({ x: middle, y: y(group.dollars), reach: Math.max(wide, 30), schools: group.rows.map(input.code) });
  }
  marks.push({
    kind: 'path',
    d: `M${tenth(frame.left)} ${tenth(y(0))}h${tenth(frame.width)}`,
    stroke: 'line',
    width: 1.2,
  });
  for (const [at, name] of underneath.entries()) {
    const isNeed = at < groups.needs.length;
    marks.push({
      kind: 'text',
      x: 2,
      y: bottom + 36 + at * ROW,
      text: fitText(name, left - 8, 11),
      size: 11,
      ink: isNeed ? 'ink2' : 'ink3',
    });
  }
  marks.push({
    kind: 'text',
    x: 2,
    y: bottom + 18,
    text: fitText(`${groups.byLabel}, range`, left - 8, 11),
    size: 11,
    ink: 'ink',
    isBold: true,
  });
  const filled = groups.groups.filter(({ schools }) => schools > 0);
  return {
    id: 'deciles',
    title: `${groups.amountLabel} per pupil by ${groups.groups.length === 5 ? 'fifths' : 'deciles'} of ${groups.byLabel}`,
    subtitle: before ? `${dataName}; outlines: ${before.name}` : dataName,
    sentence: groups.sentence,
    description: `${groups.sentence} From the least to the most: ${filled.map((group) => `${group.label} ${dollarText(group.dollars)}`).join(', ')}.`,
    ...size,
    frame,
    marks: places.length > 0 ? marks : [],
    places,
    placeText: (place) => {
      const group = filled[place]!;
      const was = before?.groups.groups[groups.groups.indexOf(group)]?.dollars ?? Number.NaN;
      return {
        title: group.label,
        lines: [
          [groups.byLabel, rangeText(group, input.writeNeed)],
          ['Schools', group.schools.toLocaleString('en-US')],
          ...stackOf(group, parts).map(({ dollars }, at) => [parts[at]!.label, dollarText(dollars)] as const),
          ['Per pupil', dollarText(group.dollars)],
          ...(Number.isFinite(was)
            ? [[before?.name ?? '', `${dollarText(was)} (${changeText(group.dollars - was)})`] as const]
            : []),
        ],
      };
    },
    notes: [
      'Means are by pupils: the dollars of the group ÷ its pupils. Shares under each bar are those of all its pupils.',
      ...groups.notes,
    ],
    table: () => tableOf(input),
  };
}

export interface ShownPart {
  readonly label: string;
  readonly ink: Ink;
  readonly pattern: Pattern;
  readonly of: readonly number[];
}

/** Restricted money is hatched; of many sources the smallest stand together. */
export function shownParts(groups: NeedGroups, most = MOST_PARTS): ShownPart[] {
  const size = (part: number): number => groups.groups.reduce((sum, { parts }) => sum + Math.abs(parts[part] || 0), 0);
  const order = groups.parts.map((_, at) => at).filter((at) => groups.parts.length === 1 || size(at) > 0);
  const large = order.length <= most ? order : [...order].sort((a, b) => size(b) - size(a)).slice(0, most - 1);
  const patterns: readonly Pattern[] = ['plain', 'hatch', 'plain', 'dots', 'plain', 'steep', 'plain'];
  const shown = order
    .filter((at) => large.includes(at))
    .map((part, at): ShownPart => {
      const { id, label } = groups.parts[part]!;
      if (id === 'unrestricted') return { label, ink: 'series1', pattern: 'plain', of: [part] };
      if (id === 'restricted') return { label, ink: 'series2', pattern: 'hatch', of: [part] };
      if (id === 'topUps') return { label, ink: 'series3', pattern: 'dots', of: [part] };
      return {
        label,
        ink: seriesInk(at),
        pattern: groups.parts.length === 1 ? 'plain' : (patterns[at] ?? 'plain'),
        of: [part],
      };
    });
  const rest = order.filter((at) => !large.includes(at));
  if (rest.length > 0)
    shown.push({ label: `${rest.length} smaller sources`, ink: 'ghost', pattern: 'plain', of: rest });
  return shown;
}

/** Parts above zero stand on one another; those below hang from it. */
export function stackOf(
  group: NeedGroup,
  parts: readonly ShownPart[],
): { from: number; to: number; dollars: number }[] {
  let [above, below] = [0, 0];
  return parts.map(({ of }) => {
    const dollars = of.reduce((sum, part) => sum + (group.parts[part] || 0), 0);
    const from = dollars < 0 ? below : above;
    const to = from + dollars;
    if (dollars < 0) below = to;
    else above = to;
    return { from, to, dollars };
  });
}

function legendOf({ groups, before }: NeedGroupsInput, parts: readonly ShownPart[]): LegendEntry[] {
  const entries = parts.map(
    ({ label, ink, pattern }): LegendEntry => ({ label, sign: { kind: 'area', ink, pattern } }),
  );
  if (before) entries.push({ label: before.name, sign: { kind: 'outline', ink: 'ghost' } });
  return groups.parts.length === 1 && !before ? [] : entries;
}

function rangeText({ from, to, schools }: NeedGroup, write: (value: number) => string): string {
  if (schools === 0) return '';
  const [low, high] = [write(from), write(to)];
  return low === high ? low : `${low} to ${high}`;
}

function underneathMarks(
  group: NeedGroup,
  x: number,
  bottom: number,
  step: number,
  { groups, writeNeed }: NeedGroupsInput,
): Mark[] {
  const short = (share: number): string => (Number.isFinite(share) ? `${Math.round(share * 100)}%` : '');
  const lines = [
    ...group.needShares.map(short),
    group.schools.toLocaleString('en-US'),
    formatCount(Math.round(group.pupils / COUNT_SCALE) * COUNT_SCALE),
  ];
  const range = rangeText(group, writeNeed)
    .replaceAll(/\.\d+%/g, '%')
    .replace(' to ', '–')
    .replace('%–', '–');
  return [
    {
      kind: 'text',
      x,
      y: bottom + 18,
      text: fitText(range, step - 4, 11),
      size: 11,
      ink: 'ink',
      isBold: true,
      anchor: 'middle',
    },
    ...lines.map(
      (text, at): Mark => ({
        kind: 'text',
        x,
        y: bottom + 36 + at * ROW,
        text,
        size: 11,
        ink: at < groups.needs.length ? 'ink2' : 'ink3',
        anchor: 'middle',
      }),
    ),
  ];
}

function tableOf({ groups, before, writeNeed }: NeedGroupsInput) {
  const whole = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return {
    columns: [
      { label: 'Group' },
      { label: `${groups.byLabel} from`, write: writeNeed },
      { label: 'to', write: writeNeed },
      { label: 'Schools', write: whole },
      { label: 'Pupils', write: whole },
      ...groups.parts.map(({ label }) => ({ label, write: decimalDollars })),
      ...(groups.parts.length > 1 ? [{ label: `${groups.amountLabel} per pupil`, write: decimalDollars }] : []),
      ...(before
        ? [
            { label: before.name, write: decimalDollars },
            { label: 'Change', write: decimalDollars },
          ]
        : []),
      ...groups.needs.map(({ name }) => ({ label: name, write: percentText })),
    ],
    rows: groups.groups.map((group, at) => {
      const was = before?.groups.groups[at]?.dollars ?? Number.NaN;
      return [
        group.label,
        group.from,
        group.to,
        group.schools,
        group.pupils / COUNT_SCALE,
        ...group.parts,
        ...(groups.parts.length > 1 ? [group.dollars] : []),
        ...(before ? [was, group.dollars - was] : []),
        ...group.needShares,
      ];
    }),
  };
}
