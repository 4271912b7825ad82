import { scenariosInOrder } from '../changes/scenarios.ts';
import type { AxisId } from '../equity/columnIds.ts';
import { rankInGroups } from '../equity/needGroups.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { boardChange, boardMoney, percentChange, plainInteger, wholeDollars } from './boardNumbers.ts';
import { wrapWords } from './letterWidth.ts';
import { remember } from './remember.ts';
import type { SlideBody } from './SlideBody.ts';
import { hasMoved, nowLabel, type Seen, type SlideContext } from './SlideContext.ts';
import { SCENARIOS_UNCHOSEN } from './scenariosOfSlides.ts';
import { schoolChanges } from './schoolChanges.ts';
import { BODY, rule, words } from './sheet.ts';
import { needAxis } from './slideAxis.ts';
import { type SlideBaseline, slideBaseline } from './slideBaseline.ts';

const LABEL = 450;
const MOST_COLUMNS = 5;

interface Column {
  readonly name: string;
  readonly seen: Seen;
  readonly figures: Figures;
}

interface Figures {
  readonly totalCents: number;
  /** Against current budgets, or against the start where there are none; NaN without any. */
  readonly changeCents: number;
  readonly topUpCents: number;
  /** What schools and the central part have together beyond revenue; zero where nothing is missing. */
  readonly shortCents: number;
  readonly gain: number;
  readonly lose: number;
  /** The greatest loss as a fraction; zero where nobody loses. */
  readonly greatestLoss: number;
  /** Dollars per pupil. */
  readonly highNeed: number;
  readonly lowNeed: number;
}

interface Row {
  readonly label: string;
  readonly value: (figures: Figures) => number;
  readonly write: (value: number) => string;
  readonly isMoney?: boolean;
}

/** Scenarios side by side, the what-if as a column of its own. */
export function scenariosSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const current = slideBaseline('current', context);
  const isCurrent = current !== null && typeof current !== 'string';
  const baseline = isCurrent ? current : (slideBaseline('', context) as SlideBaseline);
  const axis = needAxis(context.start.equityData(), options.need === '' ? '' : `need:${String(options.need)}`);
  const { seen, more } = columnsOf(options, context);
  const columns = seen.map(
    ({ name, seen: each }): Column => ({ name, seen: each, figures: figuresOf(each, baseline, axis) }),
  );
  const rows = rowsOf(context, columns, isCurrent, axis);
  const wide = (BODY.width - LABEL) / Math.max(3, columns.length);
  const marks: Mark[] = [];
  const header = 92;
  const high = Math.min(66, (BODY.height - header) / rows.length);
  const right = (at: number): number => BODY.left + LABEL + (at + 1) * wide;
  if (hasMoved(context)) {
    marks.push({
      kind: 'bar',
      x: right(0) - wide + 10,
      y: BODY.top - 8,
      width: wide - 2,
      height: header + high * rows.length + 12,
      fill: 'accent',
      opacity: 0.1,
    });
  }
  for (const [at, { name }] of columns.entries()) {
    const lines = wrapWords(name, wide - 24, 30, 2, true);
    for (const [line, text] of lines.entries()) {
      marks.push(
        words(right(at), BODY.top + 30 + line * 38 + (2 - lines.length) * 38, text, 30, {
          anchor: 'end',
          isBold: true,
          ink: at === 0 && hasMoved(context) ? 'accent' : 'ink',
        }),
      );
    }
  }
  for (const [at, row] of rows.entries()) {
    const y = BODY.top + header + at * high;
    marks.push(rule(BODY.left, y, BODY.width));
    marks.push(words(BODY.left, y + high / 2 + 11, row.label, 32, { ink: 'ink2', width: LABEL - 12 }));
    for (const [place, { figures }] of columns.entries()) {
      const value = row.value(figures);
      marks.push(
        words(right(place), y + high / 2 + 12, row.write(value), 34, {
          anchor: 'end',
          isBold: place === 0,
          width: wide - 12,
        }),
      );
    }
  }
  return {
    title: 'Scenarios side by side',
    sentence: sentenceOf(columns, baseline, axis === null ? '' : context.start.equityData().label(axis), more),
    description: columns
      .map(
        ({ name, figures }) =>
          `${name}: ${rows.map((row) => `${row.label} ${row.write(row.value(figures))}`).join(', ')}.`,
      )
      .join(' '),
    marks,
    notes: context.now.note === null ? [] : [context.now.note],
    table: () => ({
      columns: [{ label: 'Figure' }, ...columns.map(({ name }) => ({ label: name }))],
      rows: rows.map((row) => [
        row.label.replace(', $ million', ' in dollars'),
        ...columns.map(({ figures }) => (row.isMoney ? row.value(figures) / 100 : row.value(figures))),
      ]),
    }),
  };
}

/** The what-if, what it began from, and the scenarios that were chosen: as many as can be read. */
function columnsOf(
  options: SlideOptions,
  context: SlideContext,
): { seen: { name: string; seen: Seen }[]; more: number } {
  const { now, start, model } = context;
  const startId = start.calculation.scenarioId;
  const chosen = (options.scenarios as readonly string[]).map(Number).filter((id) => id !== startId);
  const ids =
    chosen.length > 0 || (options.scenarios as readonly string[]).length > 0
      ? chosen
      : scenariosInOrder(model)
          .map(({ id }) => id)
          .filter((id) => id !== startId)
          .slice(0, SCENARIOS_UNCHOSEN);
  const others = ids.flatMap((id) => {
    const seen = context.of(id);
    return seen ? [{ name: seen.scenarioName(id), seen }] : [];
  });
  const first = hasMoved(context)
    ? [
        { name: nowLabel(context), seen: now },
        { name: start.scenarioName(startId), seen: start },
      ]
    : [{ name: start.scenarioName(startId), seen: start }];
  const all = [...first, ...others];
  return { seen: all.slice(0, MOST_COLUMNS), more: Math.max(0, all.length - MOST_COLUMNS) };
}

function figuresOf(seen: Seen, baseline: SlideBaseline, axis: AxisId | null): Figures {
  const key = `scenarios:${baseline.kind}:${axis}`;
  const make = (): Figures => {
    const { totals, topUps } = seen.calculation.results;
    const changes = schoolChanges(seen, baseline);
    let greatestLoss = 0;
    for (const part of changes.fraction) if (part < greatestLoss) greatestLoss = part;
    const [lowNeed, highNeed] = axis === null ? [Number.NaN, Number.NaN] : fifths(seen, axis);
    return {
      totalCents: totals.total,
      changeCents:
        baseline.kind === 'current' ? totals.change : totals.total - baseline.seen.calculation.results.totals.total,
      topUpCents: topUps.totalCents,
      shortCents: Math.max(0, -seen.calculation.results.tieOut.leftCents),
      gain: changes.gain,
      lose: changes.lose,
      greatestLoss,
      highNeed,
      lowNeed,
    };
  };
  return baseline.kind === 'current' ? remember(seen, key, make) : make();
}

/** Mean dollars per pupil of the fifth of schools with the least and with the greatest need; NaN where too few are seen. */
function fifths(seen: Seen, axis: AxisId): [number, number] {
  const data = seen.equityData();
  const [need, total] = [data.column(axis), data.column('total')];
  const rows = Array.from(data.order(axis)).filter((row) => Number.isFinite(need[row]!));
  const groupOf = rankInGroups(need, rows, null, 5);
  const highest = groupOf.at(-1) ?? 0;
  const sums = [0, 0];
  const pupils = [0, 0];
  for (const [at, row] of rows.entries()) {
    const side = groupOf[at] === 0 ? 0 : groupOf[at] === highest ? 1 : -1;
    if (side < 0) continue;
    sums[side]! += total[row]! * data.pupils[row]!;
    pupils[side]! += data.pupils[row]!;
  }
  const mean = (side: 0 | 1): number =>
    pupils[side]! > 0 && seen.seesGroup(pupils[side]!) && highest > 0 ? sums[side]! / pupils[side]! : Number.NaN;
  return [mean(0), mean(1)];
}

function rowsOf(context: SlideContext, columns: readonly Column[], isCurrent: boolean, axis: AxisId | null): Row[] {
  const { now } = context;
  const isLarge = columns.some(({ figures }) => Math.abs(figures.totalCents) >= 1_000_000_00);
  const million =
    (signed: boolean) =>
    (cents: number): string => {
      if (!isLarge) return signed ? boardChange(cents) : boardMoney(cents);
      const text = (Math.abs(cents) / 1_000_000_00)
        .toFixed(Math.abs(cents) < 1_000_000_000 ? 2 : 1)
        .replace(/\B(?=(\d{3})+\.)/g, ',');
      const sign = Number(text.replaceAll(',', '')) === 0 ? '' : cents < 0 ? '−' : signed ? '+' : '';
      return Number.isFinite(cents) ? `${sign}${text}` : '–';
    };
  const unit = isLarge ? ', $ million' : '';
  const dollars = (value: number): string => wholeDollars(value * COUNT_SCALE);
  return [
    { label: `To schools${unit}`, value: ({ totalCents }) => totalCents, write: million(false), isMoney: true },
    {
      label: `${isCurrent ? 'Against current' : 'Against the start'}${unit}`,
      value: ({ changeCents }) => changeCents,
      write: million(true),
      isMoney: true,
    },
    ...(now.isHidden('topUps')
      ? []
      : [
          {
            label: `Top-ups${unit}`,
            value: ({ topUpCents }: Figures) => topUpCents,
            write: (cents: number) => (cents === 0 ? 'none' : million(false)(cents)),
            isMoney: true,
          },
        ]),
    // A column that looks kinder because nobody pays for it must not be read beside the others without that.
    ...(now.isHidden('central') || columns.every(({ figures }) => figures.shortCents === 0)
      ? []
      : [
          {
            label: `Short of revenue${unit}`,
            value: ({ shortCents }: Figures) => shortCents,
            write: (cents: number) => (cents === 0 ? 'none' : million(false)(cents)),
            isMoney: true,
          },
        ]),
    { label: 'Schools that gain', value: ({ gain }) => gain, write: plainInteger },
    { label: 'Schools that lose', value: ({ lose }) => lose, write: plainInteger },
    {
      label: 'Greatest loss',
      value: ({ greatestLoss }) => greatestLoss,
      write: (value) => (value === 0 ? 'none' : percentChange(value)),
    },
    ...(axis === null
      ? []
      : [
          { label: 'Neediest fifth, per pupil', value: ({ highNeed }: Figures) => highNeed, write: dollars },
          { label: 'Least needy fifth, per pupil', value: ({ lowNeed }: Figures) => lowNeed, write: dollars },
        ]),
  ];
}

/** What the columns are held against, what the fifths are of, and who comes out best in both. */
function sentenceOf(columns: readonly Column[], baseline: SlideBaseline, need: string, more: number): string {
  const gap = ({ figures }: Column): number => figures.highNeed - figures.lowNeed;
  const of = need === '' ? '' : `, the fifths by ${need}`;
  const parts = [`Gains and losses are against ${baseline.name}${of}.`];
  const neediest = columns.reduce((best, column) => (gap(column) > gap(best) ? column : best), columns[0]!);
  const kindest = columns.reduce(
    (best, column) => (column.figures.lose < best.figures.lose ? column : best),
    columns[0]!,
  );
  const isApart = (of: (column: Column) => number): boolean => columns.some((column) => of(column) !== of(columns[0]!));
  if (isApart(({ figures }) => figures.lose)) parts.push(`Fewest schools lose in “${kindest.name}”.`);
  if (isApart(gap)) parts.push(`The neediest fifth is furthest ahead in “${neediest.name}”.`);
  if (more > 0) parts.push(`${plainInteger(more)} more ${more === 1 ? 'scenario does' : 'scenarios do'} not fit.`);
  return parts.join(' ');
}
