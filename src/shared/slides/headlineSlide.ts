import { schoolsText } from '../equity/words.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Ink } from '../pictures/inks.ts';
import type { Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import {
  type BoardNumber,
  boardChange,
  boardMoney,
  boardNumber,
  plainInteger,
  wholeChange,
  wholeDollars,
} from './boardNumbers.ts';
import { wordsWidth } from './letterWidth.ts';
import { payerWords } from './payerWords.ts';
import type { SlideBody } from './SlideBody.ts';
import { hasMoved, type Seen, type SlideContext } from './SlideContext.ts';
import { schoolChanges } from './schoolChanges.ts';
import { BODY, rule, words } from './sheet.ts';
import { scenarioBaseline, slideBaseline } from './slideBaseline.ts';

/** One number, what it was at the start of the what-if, and by how much it has moved. */
interface Tile {
  readonly label: string;
  /** One number, or two beside one another. */
  readonly figures: readonly (BoardNumber & { readonly ink?: Ink })[];
  /** Under the number, where it has moved; with the ink that says whether up is a gain. */
  readonly moved?: { readonly text: string; readonly ink: Ink } | undefined;
  readonly beneath: string;
  /** For the table: exact value now and at the start, as text. */
  readonly row: readonly [label: string, now: number, start: number];
}

const COLUMNS = 3;
const GAP = 44;
const SIZES = [84, 76, 68, 60, 52, 44] as const;
const UNIT = 36;
const UNIT_GAP = 6;
const FIGURE_GAP = 26;

/** The numbers a board asks for first, each beside what it was before a lever moved. */
export function headlineSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const tiles = tilesOf(context, String(options.baseline ?? 'current'));
  const wide = (BODY.width - GAP * (COLUMNS - 1)) / COLUMNS;
  const size = figureSize(tiles, wide);
  const high = BODY.height / Math.ceil(tiles.length / COLUMNS);
  const marks = tiles.flatMap((tile, at) => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    return tileMarks(tile, BODY.left + column * (wide + GAP), BODY.top + row * high, wide, size);
  });
  return {
    title: 'The plan in numbers',
    sentence: sentenceOf(context, String(options.baseline ?? 'current')),
    description: tiles
      .map(
        ({ label, figures, beneath }) =>
          `${label}: ${figures.map(figureText).join(' and ')}${beneath === '' ? '' : `, ${beneath}`}.`,
      )
      .join(' '),
    marks,
    notes: context.now.note === null ? [] : [context.now.note],
    table: () => ({
      columns: [{ label: 'Figure' }, { label: 'What-if' }, { label: 'At the start' }, { label: 'Difference' }],
      rows: tiles.map(({ row: [label, now, start] }) => [label, now, start, now - start]),
    }),
  };
}

const figureText = ({ figure, unit }: BoardNumber): string => (unit === '' ? figure : `${figure} ${unit}`);

function tileMarks(tile: Tile, x: number, y: number, width: number, size: number): Mark[] {
  const marks: Mark[] = [rule(x, y + 2, width), words(x, y + 46, tile.label, 32, { ink: 'ink2', isBold: true, width })];
  let at = x;
  for (const { figure, unit, ink = 'ink' } of tile.figures) {
    marks.push(words(at, y + 138, figure, size, { ink, isBold: true }));
    at += wordsWidth(figure, size, true) + UNIT_GAP;
    if (unit !== '') marks.push(words(at, y + 138, unit, UNIT, { ink: 'ink2' }));
    at += (unit === '' ? 0 : wordsWidth(unit, UNIT)) + FIGURE_GAP;
  }
  const { moved } = tile;
  if (moved) marks.push(words(x, y + 190, moved.text, 34, { ink: moved.ink, isBold: true, width }));
  if (tile.beneath !== '') marks.push(words(x, y + (moved ? 234 : 190), tile.beneath, 30, { ink: 'ink2', width }));
  return marks;
}

/** The largest size in which the figures of every tile fit: one for all is calmer than the largest for each. */
function figureSize(tiles: readonly Tile[], width: number): number {
  return SIZES.find((size) => tiles.every((tile) => figuresWidth(tile, size) <= width)) ?? SIZES.at(-1)!;
}

function figuresWidth({ figures }: Tile, size: number): number {
  return figures.reduce(
    (sum, { figure, unit }) =>
      sum + wordsWidth(figure, size, true) + UNIT_GAP + (unit === '' ? 0 : wordsWidth(unit, UNIT)) + FIGURE_GAP,
    -UNIT_GAP - FIGURE_GAP,
  );
}

function tilesOf(context: SlideContext, option: string): Tile[] {
  const { now, start } = context;
  const isMoved = hasMoved(context);
  const [to, from] = [now.calculation.results, start.calculation.results];
  const baseline = slideBaseline(option, context);
  const budgets = moneyTile('Budgets of schools', to.totals.total, from.totals.total, isMoved);
  const tiles: Tile[] = [isMoved ? budgets : { ...budgets, beneath: lockedWords(now) }];
  if (baseline !== null && typeof baseline !== 'string') {
    if (baseline.kind === 'current') {
      tiles.push(changeTile(to.totals.change, from.totals.change, isMoved));
    } else {
      const was = baseline.seen.calculation.results.totals.total;
      tiles.push({
        ...changeTile(to.totals.total - was, from.totals.total - was, isMoved),
        label: `Against ${baseline.label}`,
      });
    }
    const [after, before] = [schoolChanges(now, baseline), schoolChanges(start, baseline)];
    tiles.push({
      label: 'Who gains, who loses',
      figures: [
        { figure: `▲${plainInteger(after.gain)}`, unit: '', ink: 'gain' },
        { figure: `▼${plainInteger(after.lose)}`, unit: '', ink: 'loss' },
      ],
      beneath: isMoved
        ? `${plainInteger(before.gain)} and ${plainInteger(before.lose)} at the start`
        : after.stay === 0
          ? ''
          : `${plainInteger(after.stay)} stay as they are`,
      row: ['Schools that gain', after.gain, before.gain],
    });
  } else {
    const pupils = (seen: Seen): number => seen.calculation.results.totals.pupils;
    tiles.push({
      label: 'Pupils',
      figures: [{ figure: plainInteger(Math.round(pupils(now) / COUNT_SCALE)), unit: '' }],
      beneath: `in ${schoolsText(now.calculation.schools.length)}`,
      row: ['Pupils', pupils(now) / COUNT_SCALE, pupils(start) / COUNT_SCALE],
    });
  }
  if (!now.isHidden('topUps')) tiles.push(topUpTile(context));
  const mean = (seen: Seen): number => {
    const { total, pupils } = seen.calculation.results.totals;
    return (total * COUNT_SCALE) / pupils;
  };
  tiles.push({
    label: 'Mean per pupil',
    figures: [{ figure: wholeDollars(mean(now)), unit: '' }],
    ...(isMoved ? { moved: { text: steadyChange(mean(now) - mean(start)), ink: inkOf(mean(now) - mean(start)) } } : {}),
    beneath: isMoved ? `${wholeDollars(mean(start))} at the start` : 'budgets of schools ÷ pupils',
    row: ['Mean per pupil', mean(now) / 100, mean(start) / 100],
  });
  tiles.push(tieOutTile(now, start));
  return tiles;
}

/** What makes *Schools* of the tie-out more than their budgets; nothing where an audience does not see all of its sources. */
function lockedWords(now: Seen): string {
  const { totals, sources } = now.calculation.results;
  const cents = totals.allIn - totals.total;
  const isHidden = sources.some(({ code, status }) => status === 'lock' && now.isHidden(`source:${code}`));
  return cents === 0 || isHidden ? '' : `plus ${boardMoney(cents)} locked`;
}

/** Whole dollars with their sign, in words where none differs. */
const steadyChange = (cents: number): string => (Math.abs(cents) < 50 ? 'no change' : wholeChange(cents));

const inkOf = (change: number): Ink => (Math.abs(change) < 50 ? 'ink2' : change > 0 ? 'gain' : 'loss');

function moneyTile(label: string, now: number, start: number, isMoved: boolean): Tile {
  return {
    label,
    figures: [boardNumber(now)],
    ...(isMoved ? { moved: { text: boardChange(now - start), ink: inkOf(now - start) } } : {}),
    beneath: isMoved ? `${boardMoney(start)} at the start` : '',
    row: [label, now / 100, start / 100],
  };
}

function changeTile(now: number, start: number, isMoved: boolean): Tile {
  const { figure, unit } = boardNumber(now);
  return {
    ...moneyTile('Against current budgets', now, start, isMoved),
    figures: [{ figure: now > 0 && figure !== '$0' ? `+${figure}` : figure, unit, ink: inkOf(now) }],
    beneath: isMoved ? `${boardChange(start)} at the start` : '',
  };
}

function topUpTile({ now, start, ...context }: SlideContext): Tile {
  const { topUps } = now.calculation.results;
  const before = start.calculation.results.topUps;
  const isMoved = context.moved.length > 0 && (topUps.isOn || before.isOn);
  const row: Tile['row'] = ['Top-ups', topUps.totalCents / 100, before.totalCents / 100];
  if (!topUps.isOn) {
    const beneath = before.isOn ? `${boardMoney(before.totalCents)} at the start` : 'no school is topped up';
    return { label: 'Top-ups to the floor', figures: [{ figure: 'No floors', unit: '' }], beneath, row };
  }
  const schools = schoolsText(topUps.toppedUpCount);
  const change = boardChange(topUps.totalCents - before.totalCents);
  return {
    label: 'Top-ups to the floor',
    figures: [boardNumber(topUps.totalCents)],
    moved: { text: isMoved ? change : schools, ink: 'ink2' },
    beneath:
      topUps.totalCents === 0
        ? 'no school is below its floor'
        : `${isMoved ? `${schools}, ` : ''}${payerWords(topUps)}`,
    row,
  };
}

function tieOutTile(now: Seen, start: Seen): Tile {
  const { tiesOut, leftCents } = now.calculation.results.tieOut;
  return {
    label: 'Every dollar accounted for',
    figures: [tiesOut ? { figure: 'Ties out', unit: '' } : { figure: 'Does not tie', unit: '', ink: 'loss' }],
    beneath:
      now.isHidden('central') || leftCents === 0
        ? tiesOut
          ? 'to the cent'
          : ''
        : leftCents < 0
          ? `${boardMoney(-leftCents)} short`
          : `${boardMoney(leftCents)} not allocated`,
    row: ['Ties out (1 is yes)', tiesOut ? 1 : 0, start.calculation.results.tieOut.tiesOut ? 1 : 0],
  };
}

function sentenceOf(context: SlideContext, option: string): string {
  const { now, start } = context;
  const { results } = now.calculation;
  const { total, pupils } = results.totals;
  const baseline = slideBaseline(option, context);
  const parts: string[] = [];
  if (baseline === null || typeof baseline === 'string') {
    parts.push(`Schools get ${boardMoney(total)} for ${plainInteger(Math.round(pupils / COUNT_SCALE))} pupils.`);
  } else {
    const change =
      baseline.kind === 'current' ? results.totals.change : total - baseline.seen.calculation.results.totals.total;
    const more =
      Math.abs(change) < 50 ? 'as much as' : `${boardMoney(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than`;
    parts.push(`Schools get ${boardMoney(total)}, ${more} in ${baseline.name}.`);
  }
  if (hasMoved(context)) {
    const { gainedCents, lostCents } = schoolChanges(now, scenarioBaseline(start));
    const movedCents = Math.max(gainedCents, -lostCents);
    parts.push(
      movedCents === 0
        ? 'The what-if moves no school.'
        : `The what-if moves ${boardMoney(movedCents)} between schools.`,
    );
  }
  return parts.join(' ');
}
