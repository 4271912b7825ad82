import type { Weighting } from '../equity/columnIds.ts';
import { type NeedGroup, type NeedGroups, needGroups } from '../equity/needGroups.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { axisText, niceScale } from '../pictures/axes.ts';
import type { LegendEntry } from '../pictures/legend.ts';
import { needGroupsPicture, type ShownPart, shownParts, stackOf } from '../pictures/needGroupsPicture.ts';
import type { Frame, Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { formatCompactMoney } from '../text/formatNumber.ts';
import { bigAcross, bigLegend } from './bigAxes.ts';
import { plainInteger, wholeChange, wholeDollars } from './boardNumbers.ts';
import { equityBaseline } from './equityBaseline.ts';
import { cutWords, wordsWidth } from './letterWidth.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import { nowLabel, type Seen, type SlideContext } from './SlideContext.ts';
import { BODY, BODY_BOTTOM, rule, words } from './sheet.ts';
import { needAxis, slideAmount } from './slideAxis.ts';

const LEFT = 280;
const ROW = 42;
/** Shares of more needs than these leave no room for the bars. */
const MOST_NEEDS = 2;
/** Parts of a bar that are told apart from afar. */
const MOST_PARTS = 5;

/**
 * *Deciles of need* for a hall: the board's picture prints letters a hall does not read, so bars, totals and shares are
 * laid out anew from the same groups.
 */
export function decilesSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const { now } = context;
  const data = now.equityData(nowLabel(context));
  const by = needAxis(data, String(options.against));
  if (by === null)
    return emptySlide(
      'Deciles of need',
      'The district has no needs beyond all its pupils, so there are no groups of need.',
    );
  const amount = slideAmount(String(options.amount));
  const count: 5 | 10 = options.groups === '5' ? 5 : 10;
  const choice = {
    by,
    groups: count,
    equal: options.weighting as Weighting,
    stack: options.stack === 'source' ? 'source' : 'restriction',
  } as const;
  const baseline = equityBaseline(String(options.baseline), amount, context);
  const groups = seenGroups(needGroups(data, { ...choice, amount }), now);
  const before =
    baseline === null || typeof baseline === 'string'
      ? null
      : {
          name: baseline.label,
          groups: baseline.once(`groups ${amount} ${JSON.stringify(choice)}`, () =>
            seenGroups(needGroups(baseline.data, { ...choice, amount: baseline.amount }), now),
          ),
        };
  const writeNeed = axisText(data.unit(by), data.unit(by) === 'share' ? 0.001 : 0.01);
  const input = { groups, dataName: data.name, before, code: (row: number) => data.code(row), writeNeed };
  // Its table, its words and its places; what it draws is laid out anew.
  const picture = needGroupsPicture(input, { width: BODY.width, height: BODY.height });
  const drawn = draw(groups, before?.groups ?? null, before?.name ?? '', (value) => axisText(data.unit(by), 1)(value));
  return {
    title: picture.title,
    sentence: picture.sentence,
    description: picture.description.slice(picture.sentence.length).trim(),
    marks: groups.problem === null || groups.groups.some(({ schools }) => schools > 0) ? drawn : [],
    notes: [
      ...picture.notes,
      ...(typeof baseline === 'string' ? [baseline] : []),
      ...(now.note === null ? [] : [now.note]),
    ],
    table: picture.table,
  };
}

/** A group of fewer pupils than the audience sees is as empty as one without schools. */
function seenGroups(groups: NeedGroups, seen: Seen): NeedGroups {
  if (groups.groups.every(({ pupils }) => pupils === 0 || seen.seesGroup(pupils))) return groups;
  const none = { from: Number.NaN, to: Number.NaN, schools: 0, pupils: 0, dollars: Number.NaN, rows: [] };
  const blank = (of: readonly number[]): number[] => of.map(() => Number.NaN);
  return {
    ...groups,
    groups: groups.groups.map((group) =>
      seen.seesGroup(group.pupils)
        ? group
        : { ...group, ...none, parts: blank(group.parts), needShares: blank(group.needShares) },
    ),
  };
}

function draw(
  groups: NeedGroups,
  before: NeedGroups | null,
  beforeName: string,
  writeNeed: (value: number) => string,
): Mark[] {
  const parts = shownParts(groups, MOST_PARTS);
  const entries: LegendEntry[] =
    parts.length > 1 || before
      ? parts.map(({ label, ink, pattern }) => ({ label, sign: { kind: 'area', ink, pattern } }))
      : [];
  if (before) entries.push({ label: beforeName, sign: { kind: 'outline', ink: 'ghost' } });
  const legend = bigLegend(entries, BODY.top - 12);
  const needs = largestNeeds(groups);
  const under = 2 + needs.length;
  const highest = BODY.top + legend.height + (before ? 84 : 50);
  const frame: Frame = {
    left: BODY.left + LEFT - 60,
    top: highest,
    width: BODY.width - LEFT + 60,
    height: BODY_BOTTOM - 8 - under * ROW - highest,
  };
  const bottom = frame.top + frame.height;
  const totals = [...groups.groups, ...(before?.groups ?? [])].map(({ dollars }) => dollars);
  const stacked = groups.groups
    .flatMap((group) => stackOf(group, parts).flatMap(({ from, to }) => [from, to]))
    .filter(Number.isFinite);
  const peak = Math.max(0, ...totals.filter(Number.isFinite), ...stacked);
  const lowest = Math.min(0, ...stacked);
  // What hangs below zero has room there, and no values at the axis.
  const zero = bottom - (frame.height * -lowest) / Math.max(1, peak - lowest);
  const y = niceScale([peak], zero, frame.top, 4, [0]);
  const step = (frame.width - 60) / groups.groups.length;
  const wide = Math.min(150, step * 0.6);
  const marks: Mark[] = [...legend.marks, ...bigAcross(frame, y, (value) => wholeDollars(value * COUNT_SCALE))];
  const write = writerFor(totals, step - 8);
  const isNarrow = groups.groups.some(
    (group) => group.schools > 0 && wordsWidth(rangeText(group, writeNeed), 30, true) > step - 6,
  );
  for (const [at, group] of groups.groups.entries()) {
    const middle = frame.left + 60 + step * (at + 0.5);
    if (group.schools === 0) {
      marks.push(words(middle, bottom - 14, '–', 30, { ink: 'ink3', anchor: 'middle' }));
      continue;
    }
    marks.push(...barMarks(group, before?.groups[at], parts, middle, wide, y));
    const was = before?.groups[at]?.dollars ?? Number.NaN;
    const peaks = [group.dollars, was, 0, ...stackOf(group, parts).map(({ to }) => to)].filter(Number.isFinite);
    const top = y(Math.max(...peaks));
    marks.push(words(middle, top - 14, write(group.dollars), 30, { anchor: 'middle', isBold: true }));
    if (Number.isFinite(was)) {
      const change = wholeChange((group.dollars - was) * COUNT_SCALE).replace('$', '');
      marks.push(
        words(middle, top - 50, change, 30, {
          anchor: 'middle',
          ink: group.dollars < was ? 'loss' : 'gain',
          width: step - 6,
        }),
      );
    }
    const lines = [
      isNarrow ? writeNeed(group.from) : rangeText(group, writeNeed),
      ...needs.map((need) =>
        Number.isFinite(group.needShares[need]!) ? `${Math.round(group.needShares[need]! * 100)}%` : '–',
      ),
      plainInteger(group.schools),
    ];
    for (const [row, text] of lines.entries()) {
      marks.push(
        words(middle, bottom + 38 + row * ROW, text, 30, {
          anchor: 'middle',
          ink: row === 0 ? 'ink' : 'ink2',
          isBold: row === 0,
          width: step - 6,
        }),
      );
    }
  }
  const labels = [
    isNarrow ? `${groups.byLabel}, from` : groups.byLabel,
    ...needs.map((need) => groups.needs[need]!.name),
    'Schools',
  ];
  for (const [row, text] of labels.entries()) {
    marks.push(
      words(BODY.left, bottom + 38 + row * ROW, text, 30, {
        ink: row === 0 ? 'ink' : 'ink2',
        isBold: row === 0,
        width: LEFT - 10,
      }),
    );
  }
  return [...marks, rule(frame.left, y(0), frame.width)];
}

/** Places of the needs whose shares stand under the bars: those of most pupils, not the one the groups are made by. */
function largestNeeds(groups: NeedGroups): number[] {
  const size = (need: number): number =>
    groups.groups.reduce((sum, { needShares, pupils }) => sum + (needShares[need] || 0) * pupils, 0);
  return groups.needs
    .map((_, at) => at)
    .filter((at) => groups.needs[at]!.name !== groups.byLabel && size(at) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST_NEEDS);
}

/** The longest way to write all of some dollars within a width: `$12,345`, `12,345`, `$8.4 M`. */
function writerFor(dollars: readonly number[], width: number): (dollars: number) => string {
  const ways: readonly ((value: number) => string)[] = [
    (value) => wholeDollars(value * COUNT_SCALE),
    (value) => wholeDollars(value * COUNT_SCALE).replace('$', ''),
  ];
  const known = dollars.filter(Number.isFinite);
  const fits = ways.find((write) => known.every((value) => wordsWidth(write(value), 30, true) <= width));
  return fits ?? ((value) => cutWords(formatCompactMoney(Math.round(value * COUNT_SCALE)), width, 30, true));
}

/** `12–18%`, or the value where both ends are the same. */
function rangeText({ from, to }: NeedGroup, write: (value: number) => string): string {
  const [low, high] = [write(from), write(to)];
  return low === high ? low : `${low.replace('%', '')}–${high}`;
}

function barMarks(
  group: NeedGroup,
  before: NeedGroup | undefined,
  parts: readonly ShownPart[],
  middle: number,
  wide: number,
  y: (value: number) => number,
): Mark[] {
  const marks: Mark[] = [];
  if (before && Number.isFinite(before.dollars)) {
    const high = Math.max(0, y(0) - y(before.dollars));
    marks.push({
      kind: 'bar',
      x: middle - wide / 2 - 14,
      y: y(before.dollars),
      width: wide,
      height: high,
      stroke: 'ghost',
      dash: '8 6',
    });
  }
  for (const [which, { from, to }] of stackOf(group, parts).entries()) {
    const [high, low] = [y(Math.max(from, to)), y(Math.min(from, to))];
    const { ink, pattern } = parts[which]!;
    if (!(low - high > 0)) continue;
    // Patterns are drawn at twice their size, as they are seen from afar.
    marks.push({
      kind: 'group',
      x: middle - wide / 2,
      y: high,
      scale: 2,
      marks: [
        { kind: 'bar', x: 0, y: 0, width: wide / 2, height: (low - high) / 2, fill: ink, pattern, stroke: 'panel' },
      ],
    });
  }
  return marks;
}
