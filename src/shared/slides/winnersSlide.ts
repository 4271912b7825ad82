import { schoolsText } from '../equity/words.ts';
import type { Mark, PictureTable, Place } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import {
  boardChange,
  boardMoney,
  percentChange,
  plainInteger,
  tableChange,
  tableMoney,
  wholeChange,
} from './boardNumbers.ts';
import { changeHistogram } from './changeHistogram.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { Seen, SlideContext } from './SlideContext.ts';
import { type SchoolChanges, sameSchool, schoolChanges } from './schoolChanges.ts';
import { BODY, BODY_BOTTOM, rule, words } from './sheet.ts';
import { type SlideBaseline, slideBaseline } from './slideBaseline.ts';

const TITLE = 'Who gains and who loses';
const LIST_WIDTH = 930;
const ROW = 50;
const GROUP_GAP = 26;

/** The schools that gain and lose most as diverging bars, and beside them how far all schools move. */
export function winnersSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const baseline = slideBaseline(String(options.baseline), context);
  if (baseline === null) return emptySlide(TITLE, 'Choose what the budgets are to be compared with.');
  if (typeof baseline === 'string') return emptySlide(TITLE, baseline);
  const { now } = context;
  const level = String(options.level);
  const levelRow = now.calculation.levels.find(({ code }) => code === level);
  if (level !== '' && !levelRow)
    return emptySlide(TITLE, 'The level of this slide is not there any more. Choose another one.');
  const changes = schoolChanges(now, baseline, level);
  const among = levelRow ? ` of ${levelRow.name}` : '';
  if (changes.schools.length === 0) {
    return emptySlide(TITLE, `No school${among} that is shown can be compared with ${baseline.name}.`);
  }
  const isPercent = options.unit === 'percent';
  const most = Math.round(Number(options.count));
  const { gainers, losers } = extremes(changes, isPercent, most);
  const marks: Mark[] = [
    ...listMarks(now, changes, [gainers, losers], isPercent),
    ...(options.beside === 'levels' ? levelMarks(context, baseline) : changeHistogram(changes, RIGHT)),
  ];
  return {
    title: levelRow ? `${TITLE}: ${levelRow.name}` : TITLE,
    sentence: sentenceOf(changes, baseline, among),
    description: [told('Gaining most', now, changes, gainers), told('Losing most', now, changes, losers)]
      .filter((part) => part !== '')
      .join(' '),
    marks,
    notes: [
      ...(now.note === null ? [] : [now.note]),
      ...(baseline.kind === 'current' ? ['Schools without a current budget are in none of the counts.'] : []),
    ],
    places: placesOf(now, changes, [gainers, losers]),
    placeText: (place) => {
      const at = [...gainers, ...losers][place]!;
      return {
        title: now.name(changes.schools[at]!),
        lines: [
          ['Change', tableChange(changes.cents[at]! / 100)],
          ['In percent', percentChange(changes.fraction[at]!)],
        ],
      };
    },
    table: () => tableOf(now, changes, baseline),
  };
}

const RIGHT = { left: BODY.left + LIST_WIDTH + 80, width: BODY.width - LIST_WIDTH - 80 };

/** Places in `changes`, the greatest change first; equal ones as they are listed. */
function extremes(changes: SchoolChanges, isPercent: boolean, most: number): { gainers: number[]; losers: number[] } {
  const values = isPercent ? changes.fraction : changes.cents;
  const order = Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]!));
  order.sort((a, b) => values[b]! - values[a]! || a - b);
  return {
    gainers: order.slice(0, most).filter((at) => values[at]! > 0),
    losers: order
      .slice(-most)
      .reverse()
      .filter((at) => values[at]! < 0),
  };
}

function rowTops([gainers, losers]: readonly [readonly number[], readonly number[]]): number[] {
  const gap = gainers.length > 0 && losers.length > 0 ? GROUP_GAP : 0;
  return [
    ...gainers.map((_, at) => BODY.top + at * ROW),
    ...losers.map((_, at) => BODY.top + gainers.length * ROW + gap + at * ROW),
  ];
}

function listMarks(
  now: Seen,
  changes: SchoolChanges,
  groups: readonly [number[], number[]],
  isPercent: boolean,
): Mark[] {
  const rows = [...groups[0], ...groups[1]];
  if (rows.length === 0) {
    return [words(BODY.left, BODY.top + 60, 'No school changes.', 44, { ink: 'ink2', width: LIST_WIDTH })];
  }
  const values = isPercent ? changes.fraction : changes.cents;
  const largest = Math.max(...rows.map((at) => Math.abs(values[at]!)));
  const isLarge = !isPercent && largest >= 1_000_000_000;
  const [nameWidth, numberWidth] = [390, isLarge ? 250 : 190];
  const half = (LIST_WIDTH - nameWidth - numberWidth - 24) / 2;
  const zero = BODY.left + nameWidth + 12 + half;
  const tops = rowTops(groups);
  const marks: Mark[] = [];
  for (const [row, at] of rows.entries()) {
    const top = tops[row]!;
    const value = values[at]!;
    const long = Math.max(3, (Math.abs(value) / largest) * half);
    const ink = value > 0 ? 'gain' : 'loss';
    marks.push(
      words(BODY.left, top + 36, now.name(changes.schools[at]!), 30, { width: nameWidth }),
      { kind: 'bar', x: value > 0 ? zero : zero - long, y: top + 9, width: long, height: ROW - 18, fill: ink },
      words(
        BODY.left + LIST_WIDTH,
        top + 36,
        isPercent ? percentChange(value) : isLarge ? boardChange(value) : wholeChange(value),
        30,
        {
          ink,
          anchor: 'end',
          isBold: true,
        },
      ),
    );
  }
  marks.push(rule(zero, BODY.top, 0, tops.at(-1)! + ROW - BODY.top, 'ghost'));
  return marks;
}

/** By level: how many gain, stay and lose; levels whose unseen schools could be worked out are left out. */
function levelMarks({ now }: SlideContext, baseline: SlideBaseline): Mark[] {
  const { left, width } = RIGHT;
  const levels = now.calculation.levels.flatMap((level, at) => {
    const { gain, lose, stay } = schoolChanges(now, baseline, level.code);
    return gain + lose + stay > 0 && now.seesLevel(at) ? [{ name: level.name, gain, lose, stay }] : [];
  });
  const shown = levels.slice(0, 5);
  const high = 98;
  const marks = shown.flatMap(({ name, gain, lose, stay }, at): Mark[] => {
    const top = BODY.top + at * high;
    const each = width / (gain + lose + stay);
    return [
      words(left, top + 32, name, 30, { width: width - 250 }),
      words(left + width - 124, top + 32, `▲${gain}`, 30, { ink: 'gain', anchor: 'end', isBold: true }),
      words(left + width, top + 32, `▼${lose}`, 30, { ink: 'loss', anchor: 'end', isBold: true }),
      { kind: 'bar', x: left, y: top + 46, width: gain * each, height: 26, fill: 'gain' },
      { kind: 'bar', x: left + gain * each, y: top + 46, width: stay * each, height: 26, fill: 'line' },
      { kind: 'bar', x: left + (gain + stay) * each, y: top + 46, width: lose * each, height: 26, fill: 'loss' },
    ];
  });
  if (levels.length > shown.length) {
    marks.push(
      words(left, BODY_BOTTOM - 14, `and ${levels.length - shown.length} more levels`, 30, { ink: 'ink3', width }),
    );
  }
  return marks;
}

function sentenceOf(
  { gain, lose, stay, gainedCents, lostCents }: SchoolChanges,
  { name }: SlideBaseline,
  among: string,
): string {
  const gains = `${schoolsText(gain)}${among} ${gain === 1 ? 'gains' : 'gain'}${gain > 0 ? ` ${boardMoney(gainedCents)}` : ''}`;
  const loses = `${plainInteger(lose)} ${lose === 1 ? 'loses' : 'lose'}${lose > 0 ? ` ${boardMoney(-lostCents)}` : ''}`;
  const stays =
    stay === 0
      ? ''
      : ` and ${plainInteger(stay)} ${stay === 1 ? 'stays' : 'stay'} as ${stay === 1 ? 'it is' : 'they are'}`;
  return `Against ${name}, ${gains}, ${loses}${stays}.`;
}

function told(what: string, now: Seen, changes: SchoolChanges, rows: readonly number[]): string {
  if (rows.length === 0) return '';
  return `${what}: ${rows.map((at) => `${now.name(changes.schools[at]!)} ${wholeChange(changes.cents[at]!)}`).join(', ')}.`;
}

function placesOf(now: Seen, changes: SchoolChanges, groups: readonly [number[], number[]]): Place[] {
  const tops = rowTops(groups);
  return [...groups[0], ...groups[1]].map((at, row) => ({
    x: BODY.left + LIST_WIDTH / 2,
    y: tops[row]! + ROW / 2,
    reach: LIST_WIDTH / 2,
    schools: [now.code(changes.schools[at]!)],
  }));
}

function tableOf(now: Seen, changes: SchoolChanges, baseline: SlideBaseline): PictureTable {
  const { calculation } = now;
  const from = baseline.kind === 'current' ? calculation.results.current : baseline.seen.calculation.results.total;
  return {
    columns: [
      { label: 'Code' },
      { label: 'School' },
      { label: baseline.label, write: tableMoney },
      { label: 'Budget', write: tableMoney },
      { label: 'Change', write: tableChange },
      { label: 'Change, part of what it was', write: percentChange },
    ],
    rows: Array.from(changes.schools, (school, at) => {
      const before = baseline.kind === 'current' ? school : sameSchool(now, baseline.seen, school);
      const values = [from[before]! / 100, calculation.results.total[school]! / 100, changes.cents[at]! / 100];
      return [now.code(school), now.name(school), ...values, changes.fraction[at]!];
    }),
  };
}
