import { listText, schoolsText } from '../equity/words.ts';
import type { YearMeasureRow } from '../model/rows.ts';
import type { SeriesFacts, YearLine, YearSeries } from './yearSeries.ts';
import { distanceText, isSeenDifference, lineText } from './yearUnits.ts';

type Shown = Omit<YearSeries, 'sentence' | 'problem' | 'notes'>;

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
}

/** The first and the last year in which there is a value; null where there are not two. */
function endsOf(values: readonly number[], years: readonly string[]): Ends | null {
  const known = [...values.keys()].filter((at) => Number.isFinite(values[at]));
  const [from, to] = [known[0], known.at(-1)];
  if (from === undefined || to === undefined || from === to) return null;
  return {
    from: values[from] ?? Number.NaN,
    to: values[to] ?? Number.NaN,
    first: years[from] ?? '',
    last: years[to] ?? '',
  };
}

const valuesOf = ({ points }: YearLine): number[] => points.map(({ value }) => value);

/** What lines by year say in one sentence; or why there is nothing to draw, or nothing over time. */
export function sentenceOfSeries(series: Shown): { sentence: string; problem: string | null } {
  const { lines, years, label } = series;
  const withValues = years.filter((_, at) => lines.some(({ points }) => Number.isFinite(points[at]?.value)));
  if (withValues.length === 0) {
    const problem = `There is no value of ${label} that can be shown. Import years, take a snapshot, or choose another measure.`;
    return { sentence: problem, problem };
  }
  if (withValues.length === 1) {
    const year = withValues[0] ?? '';
    const at = years.indexOf(year);
    const value = lines.length === 1 ? lineText(lines[0]?.points[at]?.value ?? Number.NaN, series.unit) : '';
    const what = value === '' ? '' : ` It is ${value}.`;
    return {
      sentence: `There are values of ${label} in ${year} only; a second year would show how it moves.${what}`,
      problem: null,
    };
  }
  return { sentence: series.gaps.length > 0 ? gapSentence(series) : lineSentence(series), problem: null };
}

/** The gap that is widest at the end, and whether it has narrowed. */
function gapSentence(series: Shown): string {
  const { gaps, years, unit, label, lines } = series;
  const known = gaps.flatMap(({ subject, than, values }) => {
    const ends = endsOf(values, years);
    return ends ? [{ subject, than, ...ends }] : [];
  });
  const widest = known.sort((a, b) => Math.abs(b.to) - Math.abs(a.to))[0];
  if (!widest) {
    const line = lineSentence(series);
    const isAlone = lines.filter((each) => endsOf(valuesOf(each), years) !== null).length === 1;
    return isAlone ? line : `${line} No two years have both sides of a gap of ${label}.`;
  }
  const { subject, than, from, to, first, last } = widest;
  const stands = (value: number): string =>
    isSeenDifference(value, 0, unit) ? `${distanceText(value, unit)} ${value < 0 ? 'below' : 'above'}` : 'level with';
  const [before, after] = [Math.abs(from), Math.abs(to)];
  const change = !isSeenDifference(before, after, unit)
    ? 'the gap is as wide as it was'
    : after < before
      ? `the gap has narrowed by ${distanceText(before - after, unit)}`
      : `the gap has widened by ${distanceText(after - before, unit)}`;
  const verdict = from * to < 0 && isSeenDifference(from, to, unit) ? 'the two have changed places' : change;
  return `${subject} stands ${stands(to)} ${than} in ${last}; in ${first} it stood ${stands(from)}: ${verdict}.`;
}

function lineSentence({ lines, years, unit, label, by, better }: Shown): string {
  const moved = lines.flatMap((line) => {
    const ends = endsOf(valuesOf(line), years);
    return ends ? [{ label: line.label, ...ends }] : [];
  });
  const first = by === 'needs' ? moved.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))[0] : moved[0];
  if (!first) return `No line of ${label} has values of two years.`;
  const { from, to } = first;
  const isSame = !isSeenDifference(from, to, unit);
  const good = better === 'neither' ? '' : to > from === (better === 'higher') ? ', for the better' : ', for the worse';
  if (by === 'level') {
    const last = years.length - 1;
    const at = [...lines].filter(({ points }) => Number.isFinite(points[last]?.value));
    const sorted = at.sort((a, b) => (b.points[last]?.value ?? 0) - (a.points[last]?.value ?? 0));
    const [high, low] = [sorted[0], sorted.at(-1)];
    if (high && low && high !== low) {
      return `In ${years[last]} ${label} is highest in ${high.label} (${lineText(high.points[last]?.value ?? Number.NaN, unit)}) and lowest in ${low.label} (${lineText(low.points[last]?.value ?? Number.NaN, unit)}).`;
    }
  }
  const what =
    by === 'needs'
      ? `The correlation of ${label.split(':')[0]} with ${first.label}`
      : lines.length === 1
        ? label
        : `${label}: ${first.label}`;
  if (isSame) return `${what} is ${lineText(to, unit)} in ${first.last}, as in ${first.first}.`;
  const way = `${to > from ? 'up' : 'down'} ${distanceText(to - from, unit)}`;
  return `${what} went from ${lineText(from, unit)} in ${first.first} to ${lineText(to, unit)} in ${first.last}, ${way}${good}.`;
}

/** How means were taken, what is left out. */
export function notesOfSeries(
  { lines, by, hasNow, years }: Shown,
  facts: SeriesFacts,
  { kind }: YearMeasureRow,
): string[] {
  const notes: string[] = [];
  if (kind === 'amount') notes.push('Each year’s dollars are divided by the pupils of that year.');
  else if (kind === 'outcome' && facts.once.length === 0) notes.push('Means are by pupils.');
  if (facts.once.length > 0) {
    notes.push(`In ${listText(facts.once)} each school counts once, for pupils of that year are not known.`);
  }
  if (hasNow && kind === 'amount') notes.push(`The last point is the scenario ${years.at(-1) ?? ''}.`);
  if (by === 'fifths') notes.push('Fifths of schools are made anew each year, from the least need to the most.');
  if (facts.presentNeed.length > 0) {
    notes.push(
      `The need of ${listText([...new Set(facts.presentNeed)])} is not known; fifths there go by the scenario’s.`,
    );
  }
  if (by === 'groups') notes.push('A group’s mean is of the schools that give a value for it.');
  if (facts.withoutPupils > 0) {
    notes.push('Schools whose pupils of a year are not known are left out of its mean.');
  }
  if (by === 'level' && facts.closed > 0) notes.push('Schools that have closed are in no level.');
  if (facts.hidden > 0) notes.push('Groups of too few pupils are not shown.');
  const counts = lines.flatMap(({ points }) => points.map(({ schools }) => schools)).filter((count) => count > 0);
  if (lines.length === 1 && counts.length > 0) {
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    notes.push(
      least === most ? `Values of ${schoolsText(least)} a year.` : `Values of ${least} to ${most} schools a year.`,
    );
  }
  return notes;
}
