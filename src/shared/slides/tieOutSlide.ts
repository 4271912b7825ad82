import type { Ink } from '../pictures/inks.ts';
import type { Mark, Pattern } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { formatMoney } from '../text/formatNumber.ts';
import { exactMoney, percentChange, tableMoney } from './boardNumbers.ts';
import { wordsWidth } from './letterWidth.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { SlideContext } from './SlideContext.ts';
import { BODY, rule, words } from './sheet.ts';

interface Line {
  readonly sign: string;
  readonly label: string;
  readonly cents: number;
  readonly ink: Ink;
  readonly pattern: Pattern;
}

const ROW = 92;
const LABEL = 470;

/** Where every dollar is, to the cent: revenue = central + schools + left. */
export function tieOutSlide(_options: SlideOptions, { now }: SlideContext): SlideBody {
  const title = 'Every dollar accounted for';
  if (now.isHidden('central'))
    return emptySlide(title, 'What stays central is not shown to this audience, so the proof cannot be shown either.');
  const { tieOut, sources } = now.calculation.results;
  const { revenueCents, centralCents, schoolsCents, leftCents, shortCents, tiesOut } = tieOut;
  if (sources.length === 0)
    return emptySlide(title, 'The district has no revenue sources yet, so there is nothing to account for.');
  const lines: Line[] = [
    { sign: '', label: 'All revenue', cents: revenueCents, ink: 'ghost', pattern: 'plain' },
    { sign: '−', label: 'Central', cents: centralCents, ink: 'series2', pattern: 'hatch' },
    { sign: '−', label: 'Schools', cents: schoolsCents, ink: 'series1', pattern: 'plain' },
    {
      sign: '=',
      label: leftCents < 0 ? 'Short' : 'Not allocated',
      cents: leftCents,
      ink: leftCents < 0 ? 'loss' : 'ink3',
      pattern: 'plain',
    },
  ];
  const size = [46, 42, 38, 34].find((each) => wordsWidth(`$${formatMoney(revenueCents)}`, each, true) <= 430) ?? 30;
  const number = 440;
  const room = BODY.width - LABEL - number - 40;
  const most = Math.max(1, ...lines.map(({ cents }) => Math.abs(cents)));
  const scale = (cents: number): number => (Math.abs(cents) / most) * room;
  const marks: Mark[] = [];
  let from = scale(revenueCents);
  for (const [at, line] of lines.entries()) {
    const y = BODY.top + 8 + at * ROW + (at === 3 ? 14 : 0);
    const x = BODY.left + LABEL + number + 40;
    if (at === 3) marks.push(rule(BODY.left, y - 8, LABEL + number, 0, 'ink2'));
    marks.push(
      words(BODY.left, y + 58, line.sign, 44, { ink: 'ink2', isBold: true }),
      words(BODY.left + 56, y + 58, line.label, 40, { isBold: at === 3, width: LABEL - 60 }),
      words(BODY.left + LABEL + number, y + 58, exactMoney(line.cents), size, {
        anchor: 'end',
        isBold: true,
        ink: line.cents < 0 ? 'loss' : 'ink',
      }),
    );
    const long = scale(line.cents);
    // Each part hangs from where the one above it ends, so that what is left can be seen.
    const start = at === 0 ? 0 : at === 3 ? 0 : Math.max(0, from - long);
    if (at === 1 || at === 2) from -= long;
    if (line.cents !== 0) {
      marks.push(patterned(x + start, y + 14, Math.max(2, Math.min(long, room - start)), ROW - 32, line));
    }
  }
  const told = problemsOf(now.calculation.results.sources, now.isHidden.bind(now), shortCents);
  const y = BODY.top + 8 + 4 * ROW + 78;
  marks.push(
    words(BODY.left, y, tiesOut ? 'Ties out to the cent.' : 'Does not tie out.', 44, {
      ink: tiesOut ? 'accent' : 'loss',
      isBold: true,
    }),
    ...told
      .slice(0, 1)
      .map((text, at) => words(BODY.left, y + 54 + at * 42, text, 32, { ink: 'ink2', width: BODY.width })),
  );
  const equation = `${exactMoney(revenueCents)} = ${exactMoney(centralCents)} central + ${exactMoney(schoolsCents)} schools ${leftCents < 0 ? '−' : '+'} ${exactMoney(Math.abs(leftCents))} ${leftCents < 0 ? 'short' : 'left'}`;
  return {
    title,
    sentence: tiesOut
      ? `Every dollar of revenue is central, in the budget of a school, or not allocated; schools have ${percentOf(schoolsCents, revenueCents)} of all.`
      : 'Revenue, central, schools and what is left do not yet come out: something is short or stopped.',
    description: `${equation}. ${told.join(' ')}`.trim(),
    marks,
    table: () => ({
      columns: [
        { label: 'Source' },
        ...['Revenue', 'Central', 'Schools', 'Left'].map((label) => ({ label, write: tableMoney })),
      ],
      rows: [
        ...sources
          .filter(({ code }) => !now.isHidden(`source:${code}`))
          .map((source) => [
            source.name,
            source.amountCents / 100,
            source.centralCents / 100,
            source.schoolsCents / 100,
            source.leftCents / 100,
          ]),
        ['All sources', revenueCents / 100, centralCents / 100, schoolsCents / 100, leftCents / 100],
      ],
    }),
  };
}

const percentOf = (part: number, of: number): string => (of > 0 ? percentChange(part / of).replace('+', '') : 'none');

/** Strokes of a pattern are drawn at twice their size, for a hall. */
function patterned(x: number, y: number, width: number, height: number, { ink, pattern }: Line): Mark {
  const bar: Mark = { kind: 'bar', x: 0, y: 0, width: width / 2, height: height / 2, fill: ink, pattern };
  return pattern === 'plain' ? { ...bar, x, y, width, height } : { kind: 'group', x, y, scale: 2, marks: [bar] };
}

/** What does not come out, in words that name no school. */
function problemsOf(
  sources: SlideContext['now']['calculation']['results']['sources'],
  isHidden: (key: string) => boolean,
  shortCents: number,
): string[] {
  const name = (source: (typeof sources)[number]): string =>
    isHidden(`source:${source.code}`) ? 'A source' : source.name;
  const stopped = sources.filter((source) => source.stopped !== null);
  const short = sources.filter((source) => source.stopped === null && source.leftCents < 0);
  return [
    ...(stopped.length > 0
      ? [
          `${name(stopped[0]!)}${stopped.length > 1 ? ` and ${stopped.length - 1} more` : ''} cannot be divided among schools yet.`,
        ]
      : []),
    ...(short.length > 0
      ? [
          `${name(short[0]!)} is short by ${exactMoney(-short[0]!.leftCents)}${short.length > 1 ? `, and ${short.length - 1} more are short` : ''}.`,
        ]
      : []),
    ...(shortCents > 0 && !isHidden('topUps') ? [`Top-ups of ${exactMoney(shortCents)} are paid by nobody.`] : []),
  ];
}
