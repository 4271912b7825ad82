import { toNumber } from '../calc/rational.ts';
import type { SourceResult } from '../calc/results.ts';
import { schoolsText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { plainInteger, tableMoney, wholeChange, wholeDollars } from './boardNumbers.ts';
import { wrapWords } from './letterWidth.ts';
import { remember } from './remember.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { Seen, SlideContext } from './SlideContext.ts';
import { BODY, rule, words } from './sheet.ts';

const MOST_LEVELS = 7;
const MOST_NEEDS = 6;
const LABEL = 300;
const HEADER = 92;

/** The schools that the same sources reach, where most pupils are. */
interface Profile {
  readonly schools: number;
  readonly pupils: number;
  /** Places in `results.sources`. */
  readonly sources: readonly number[];
}

/** What a pupil brings, by level and need, as a table whose colour follows the dollars. */
export function matrixSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const { now, start } = context;
  const title = 'What a pupil brings';
  const { calculation } = now;
  const { levels, needs, results } = calculation;
  const profile = largestProfile(now);
  if (!profile) return emptySlide(title, 'No source pays by pupils, so there is no amount per pupil to show.');
  const pupils = cellPupils(now);
  const size = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + pupils[cell]!, 0);
  const levelSizes = levels.map((_, level) => size(needs.map((__, need) => level * needs.length + need)));
  const needSizes = needs.map((_, need) => size(levels.map((__, level) => level * needs.length + need)));
  const paying = profile.sources.map((at) => results.sources[at]!);
  const isPaid = (cell: number): boolean => paying.some(({ rates }) => (rates?.[cell]?.numerator ?? 0n) !== 0n);
  const shownLevels = largest(levelSizes, MOST_LEVELS);
  const shownNeeds = largest(
    needSizes.map((each, need) =>
      now.isHidden(`need:${needs[need]!.code}`) || !levels.some((_, level) => isPaid(level * needs.length + need))
        ? 0
        : each,
    ),
    MOST_NEEDS,
  );
  if (shownLevels.length === 0 || shownNeeds.length === 0)
    return emptySlide(title, 'There are no pupils that bring money, so there is nothing to show.');
  const isChange = options.show === 'change';
  const cellOf = (level: number, need: number): number => level * needs.length + need;
  const rate = (sources: readonly SourceResult[], cell: number): number =>
    sources.reduce((sum, { rates }) => sum + (rates?.[cell] ? toNumber(rates[cell]) : 0), 0);
  const before = start.calculation.results.sources;
  const beforeRate = (level: number, need: number): number => {
    const at = start.calculation.plan.levelIndex.get(levels[level]!.code) ?? -1;
    const place = start.calculation.plan.needIndex.get(needs[need]!.code) ?? -1;
    if (at < 0 || place < 0) return 0;
    return rate(
      paying.flatMap(({ code }) => before.find((source) => source.code === code) ?? []),
      at * start.calculation.needs.length + place,
    );
  };
  const cells = shownLevels.map((level) =>
    shownNeeds.map((need) => {
      const cell = cellOf(level, need);
      const isSeen = now.seesGroup(pupils[cell]!) && pupils[cell]! > 0;
      const cents = isSeen ? rate(paying, cell) : Number.NaN;
      return {
        cents,
        change: isSeen ? cents - beforeRate(level, need) : Number.NaN,
        pupils: isSeen ? pupils[cell]! : Number.NaN,
      };
    }),
  );
  const values = cells.map((row) => row.map(({ cents, change }) => (isChange ? change : cents)));
  const unseen = cells.some((row) => row.some(({ cents }) => Number.isNaN(cents)));
  const left = [
    tooMany(levelSizes.filter((each) => each > 0).length - shownLevels.length, 'level'),
    tooMany(
      needSizes.filter(
        (each, need) =>
          each > 0 &&
          !now.isHidden(`need:${needs[need]!.code}`) &&
          levels.some((_, level) => isPaid(cellOf(level, need))),
      ).length - shownNeeds.length,
      'need',
    ),
  ].filter((text) => text !== '');
  const all = calculation.schools.length;
  const reach =
    profile.schools === all
      ? 'every school'
      : `${plainInteger(profile.schools)} of ${schoolsText(all)} (${plainInteger(Math.round(profile.pupils / COUNT_SCALE))} pupils)`;
  return {
    title: isChange ? `${title}: change since the start` : title,
    sentence: `Dollars per pupil, over all sources that pay by pupils, at ${reach}; a need comes on top of ${needs[0]?.name ?? 'the first column'}.${left.length > 0 ? ` ${left.join(', ')} not shown.` : ''}`,
    description: shownLevels
      .map(
        (level, row) =>
          `${levels[level]!.name}: ${shownNeeds.map((need, column) => `${needs[need]!.name} ${wholeDollars(cells[row]![column]!.cents)}`).join(', ')}.`,
      )
      .join(' '),
    marks: drawTable(
      shownLevels.map((level) => levels[level]!.name),
      shownNeeds.map((need) => needs[need]!.name),
      values,
      isChange,
    ),
    notes: unseen ? ['– stands where a group has no pupils, or too few to be shown.'] : [],
    table: () => ({
      columns: [
        { label: 'Level' },
        { label: 'Need' },
        { label: 'Dollars per pupil', write: tableMoney },
        { label: 'Change since the start', write: tableMoney },
      ],
      rows: shownLevels.flatMap((level, row) =>
        shownNeeds.map((need, column) => [
          levels[level]!.name,
          needs[need]!.name,
          cells[row]![column]!.cents / 100,
          cells[row]![column]!.change / 100,
        ]),
      ),
    }),
  };
}

const tooMany = (count: number, what: string): string =>
  count > 0 ? `${plainInteger(count)} more ${what}${count === 1 ? '' : 's'}` : '';

/** Places of the largest that are above zero, in the order of the district. */
function largest(sizes: readonly number[], most: number): number[] {
  return sizes
    .map((_, at) => at)
    .filter((at) => sizes[at]! > 0)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** Pupils of each level × need over the district, hundredths. */
function cellPupils(now: Seen): Float64Array {
  return remember(now, 'cellPupils', () => {
    const { plan, levels, needs } = now.calculation;
    const cells = new Float64Array(levels.length * needs.length);
    const { cell, count } = plan.counts;
    for (let line = 0; line < cell.length; line++) cells[cell[line]!]! += count[line]!;
    return cells;
  });
}

/** Of sources that pay by pupils, the set that reaches the schools with most pupils. */
function largestProfile({ calculation }: Seen): Profile | null {
  const { sources, pupils, schoolCount } = calculation.results;
  const celled = sources.flatMap((source, at) => (source.status !== 'lock' && source.rates !== null ? [at] : []));
  if (celled.length === 0) return null;
  const found = new Map<string, { schools: number; pupils: number; sources: number[] }>();
  for (let school = 0; school < schoolCount; school++) {
    // Sources are up to 200: as many digits of 30 signs as are needed.
    let mark = '';
    let bits = 0;
    for (let at = 0; at < celled.length; at++) {
      bits = bits * 2 + sources[celled[at]!]!.eligible[school]!;
      if (at % 30 === 29 || at === celled.length - 1) {
        mark += `${bits},`;
        bits = 0;
      }
    }
    const profile = found.get(mark);
    if (profile) {
      profile.schools++;
      profile.pupils += pupils[school]!;
    } else {
      const reaching = celled.filter((at) => sources[at]!.eligible[school] === 1);
      found.set(mark, { schools: 1, pupils: pupils[school]!, sources: reaching });
    }
  }
  let best: Profile | null = null;
  for (const profile of found.values()) {
    if (profile.sources.length > 0 && (best === null || profile.pupils > best.pupils)) best = profile;
  }
  return best;
}

function drawTable(
  rows: readonly string[],
  columns: readonly string[],
  values: readonly (readonly number[])[],
  isChange: boolean,
): Mark[] {
  const wide = Math.min(270, (BODY.width - LABEL) / columns.length);
  const high = Math.min(112, (BODY.height - HEADER) / rows.length);
  const size = high > 90 && wide > 200 ? 46 : 36;
  const most = Math.max(1, ...values.flat().filter(Number.isFinite).map(Math.abs));
  const marks: Mark[] = [];
  for (const [column, name] of columns.entries()) {
    const right = BODY.left + LABEL + (column + 1) * wide;
    const lines = wrapWords(name, wide - 20, 30, 2, true);
    for (const [line, text] of lines.entries()) {
      marks.push(
        words(right - 16, BODY.top + 32 + (line + 2 - lines.length) * 38, text, 30, {
          anchor: 'end',
          isBold: true,
          ink: 'ink2',
        }),
      );
    }
  }
  for (const [row, name] of rows.entries()) {
    const y = BODY.top + HEADER + row * high;
    marks.push(rule(BODY.left, y, LABEL + wide * columns.length));
    marks.push(words(BODY.left, y + high / 2 + 12, name, 32, { isBold: true, width: LABEL - 16 }));
    for (const [column, value] of values[row]!.entries()) {
      const x = BODY.left + LABEL + column * wide;
      if (Number.isFinite(value) && Math.abs(value) >= 50) {
        const ink = isChange ? (value < 0 ? 'loss' : 'gain') : 'accent';
        // Pale enough for dark numbers, in steps that a grey print keeps.
        marks.push({
          kind: 'bar',
          x: x + 3,
          y: y + 3,
          width: wide - 6,
          height: high - 6,
          fill: ink,
          opacity: 0.06 + 0.3 * (Math.abs(value) / most),
        });
      }
      const text = isChange ? (Math.abs(value) < 50 ? '0' : wholeChange(value)) : wholeDollars(value);
      marks.push(
        words(x + wide - 16, y + high / 2 + 13, Number.isNaN(value) ? '–' : text, size, {
          anchor: 'end',
          isBold: true,
          width: wide - 20,
        }),
      );
    }
  }
  return marks;
}
