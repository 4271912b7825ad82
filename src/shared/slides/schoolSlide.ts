import { COUNT_SCALE } from '../model/units.ts';
import type { Mark } from '../pictures/Picture.ts';
import type { SlideOptions } from '../session/SlideField.ts';
import { formatCount } from '../text/formatNumber.ts';
import { boardMoney, percentChange, tableMoney, wholeChange, wholeDollars } from './boardNumbers.ts';
import { cutWords, wordsWidth } from './letterWidth.ts';
import { emptySlide, type SlideBody } from './SlideBody.ts';
import type { Seen, SlideContext } from './SlideContext.ts';
import { sameSchool } from './schoolChanges.ts';
import { pupilsBring, type SchoolPart, schoolSources } from './schoolParts.ts';
import { BODY, rule, words } from './sheet.ts';
import { type SlideBaseline, slideBaseline } from './slideBaseline.ts';

const TITLE = 'One school';
const GAP = 44;
const ROW = 46;

/** One school's page: its budget, what it is made of, what its pupils bring, and its level's mean. */
export function schoolSlide(options: SlideOptions, context: SlideContext): SlideBody {
  const { now } = context;
  const code = String(options.school);
  if (code === '') return emptySlide(TITLE, 'Choose the school that this slide is about.');
  const school = now.schoolIndex(code);
  if (school < 0) {
    return emptySlide(TITLE, 'The school of this slide is not shown to this audience, or it is not in the district.');
  }
  const chosen = slideBaseline(String(options.baseline), context);
  const baseline = typeof chosen === 'string' ? null : chosen;
  const { calculation } = now;
  const { results } = calculation;
  const [total, pupils] = [results.total[school]!, results.pupils[school]!];
  const was = baseline ? budgetBefore(now, school, baseline) : Number.NaN;
  const sources = schoolSources(now, school);
  const brought = pupilsBring(now, school);
  const level = levelMean(now, school);
  const wide = (BODY.width - 2 * GAP) / 3;
  const perPupil = results.perPupil[school]!;
  const marks: Mark[] = [
    ...tile(0, wide, 'Budget', boardMoney(total), was === total || Number.isNaN(was) ? '' : `was ${boardMoney(was)}`),
    ...tile(
      1,
      wide,
      'Per pupil',
      wholeDollars(perPupil),
      level ? `${wholeDollars(level.meanCents)} mean of ${level.name}` : '',
    ),
    ...(baseline
      ? tile(
          2,
          wide,
          `Against ${baseline.name}`,
          Number.isNaN(was) ? '–' : wholeChange(total - was),
          Number.isNaN(was) ? 'It has none to compare with.' : was > 0 ? percentChange((total - was) / was) : '',
          total - was,
        )
      : tile(2, wide, 'Pupils', formatCount(pupils), '')),
    ...listMarks(BODY.left, 'Where the money comes from', sources),
    ...listMarks(BODY.left + (BODY.width + GAP) / 2, 'What its pupils bring', brought),
  ];
  const name = now.name(school);
  const levelName = calculation.levels.find((each) => each.code === calculation.schools[school]!.level)?.name;
  const who = `${levelName === undefined ? '' : `${levelName} · `}${formatCount(pupils)} pupils`;
  const beside =
    level && Number.isFinite(perPupil)
      ? `, ${Math.abs(perPupil - level.meanCents) < 50 ? 'as much as' : `${wholeDollars(Math.abs(perPupil - level.meanCents))} ${perPupil > level.meanCents ? 'more' : 'less'} than`} the mean of its level`
      : '';
  return {
    title: name,
    sentence: `${who}. ${Number.isFinite(perPupil) ? `${wholeDollars(perPupil)} for each pupil${beside}.` : ''}`.trim(),
    description: [...sources, ...brought]
      .map(({ label, cents, note }) => `${label} ${wholeDollars(cents)}${note === '' ? '' : ` (${note})`}`)
      .join('; '),
    marks,
    notes: ['What pupils bring is before rounding; the mean of the level is by pupils, of the schools shown.'],
    table: () => ({
      columns: [{ label: 'Part' }, { label: 'Of' }, { label: 'Pupils' }, { label: 'Dollars', write: tableMoney }],
      rows: [
        ['Budget', '', formatCount(pupils), total / 100],
        ['Per pupil', '', '', perPupil / 100],
        ...(level ? [['Mean of the level', level.name, '', level.meanCents / 100]] : []),
        ...(baseline && Number.isFinite(was) ? [['Budget before', baseline.label, '', was / 100]] : []),
        ...sources.map(({ label, cents }) => ['Source', label, '', cents / 100]),
        ...brought.map(({ label, cents, note }) => ['Brought by pupils', label, note, cents / 100]),
      ],
    }),
    places: [{ x: BODY.left + 200, y: BODY.top + 80, reach: 200, schools: [now.code(school)] }],
    placeText: () => ({ title: name, lines: [['Budget', boardMoney(total)]] }),
  };
}

function budgetBefore(now: Seen, school: number, { kind, seen }: SlideBaseline): number {
  if (kind === 'current') return now.calculation.results.current[school]!;
  const before = sameSchool(now, seen, school);
  return before < 0 ? Number.NaN : seen.calculation.results.total[before]!;
}

function tile(column: number, wide: number, label: string, figure: string, beneath: string, change = 0): Mark[] {
  const x = BODY.left + column * (wide + GAP);
  const size = [64, 56, 48, 40].find((each) => wordsWidth(figure, each, true) <= wide) ?? 34;
  const ink = change > 0 ? 'gain' : change < 0 ? 'loss' : 'ink';
  return [
    rule(x, BODY.top, wide),
    words(x, BODY.top + 42, label, 30, { ink: 'ink2', isBold: true, width: wide }),
    words(x, BODY.top + 112, figure, size, { ink, isBold: true, width: wide }),
    ...(beneath === '' ? [] : [words(x, BODY.top + 156, beneath, 30, { ink: 'ink2', width: wide })]),
  ];
}

function listMarks(x: number, title: string, parts: readonly SchoolPart[]): Mark[] {
  const wide = (BODY.width - GAP) / 2;
  const top = BODY.top + 196;
  const [name, number] = [330, 190];
  const most = Math.max(1, ...parts.map(({ cents }) => Math.abs(cents)));
  const marks: Mark[] = [rule(x, top, wide), words(x, top + 40, title, 30, { ink: 'ink2', isBold: true, width: wide })];
  if (parts.length === 0) marks.push(words(x, top + 92, 'Nothing to show.', 30, { ink: 'ink3' }));
  for (const [at, { label, cents, note }] of parts.entries()) {
    const y = top + 54 + at * ROW;
    const long = (Math.abs(cents) / most) * (wide - name - number - 24);
    const shown = note === '' ? label : `${cutWords(label, name - wordsWidth(` (${note})`, 30), 30)} (${note})`;
    marks.push(
      words(x, y + 34, shown, 30, { width: name }),
      {
        kind: 'bar',
        x: x + name + 12,
        y: y + 12,
        width: Math.max(2, long),
        height: ROW - 20,
        fill: cents < 0 ? 'loss' : 'series1',
      },
      words(x + wide, y + 34, Math.abs(cents) < 10_000_000_00 ? wholeDollars(cents) : boardMoney(cents), 30, {
        anchor: 'end',
      }),
    );
  }
  return marks;
}

/** By pupils, of the schools of its level that are seen; null where it is the only one, or the level is not shown. */
function levelMean(now: Seen, school: number): { readonly name: string; readonly meanCents: number } | null {
  const { calculation } = now;
  const { level } = calculation.schools[school]!;
  const at = calculation.plan.levelIndex.get(level) ?? -1;
  if (at < 0 || !now.seesLevel(at)) return null;
  const { total, pupils } = calculation.results;
  let [cents, count, schools] = [0, 0, 0];
  for (let each = 0; each < total.length; each++) {
    if (calculation.schools[each]!.level !== level || !now.isSeen(each) || !(pupils[each]! > 0)) continue;
    cents += total[each]!;
    count += pupils[each]!;
    schools++;
  }
  return schools < 2 ? null : { name: calculation.levels[at]!.name, meanCents: (cents * COUNT_SCALE) / count };
}
