import { COUNT_SCALE } from '../model/units.ts';
import { formatCount, formatMoney, formatPercent } from '../text/formatNumber.ts';
import type { Calculation } from './Calculation.ts';

export type OutlierKind = 'lost-with-more-pupils' | 'gained-with-fewer' | 'lost-more-than' | 'per-pupil-out-of-line';

/** Something a director must know before the board does, about one school. Money in cents, pupils in hundredths. */
export interface Outlier {
  readonly kind: OutlierKind;
  readonly school: number;
  /** Total less current budget; NaN without a current budget. */
  readonly changeCents: number;
  /** Pupils now less pupils of the current budget; NaN where those are not known. */
  readonly pupilsChange: number;
  readonly perPupilCents: number;
  /** Median per pupil of the schools alike; NaN but for `per-pupil-out-of-line`. */
  readonly alikeCents: number;
  /** How far out it is, 0 and up, in percent units: of the loss, the gain, or the distance from the schools alike. */
  readonly percent: number;
  readonly sentence: string;
}

export interface OutlierLimits {
  /** A loss of more than this part of the current budget is told; percent units. */
  readonly lossPercent: number;
  /** A per pupil further than this from the median of the schools alike is told; percent units. */
  readonly spreadPercent: number;
}

export const OUTLIER_LIMITS: OutlierLimits = { lossPercent: 50_000, spreadPercent: 150_000 };

/** How many schools alike a school is held against, and how many it needs for that. */
const ALIKE = 10;
const FEWEST_ALIKE = 4;

/**
 * Schools that stand out, by kind and then from the furthest out. After top-ups and deductions: it is the final total
 * that goes to the board.
 *
 * Decision where the domain text is silent: *schools alike* are the ten schools of the same own level whose pupils are
 * most alike in need (the sum of their shares of all further needs); the per pupil is held against their median.
 *
 * A school with $2,000,000.00 now after $2,100,000.00, and 420 pupils after 400, lost with more pupils.
 */
export function findOutliers(calculation: Calculation, limits: OutlierLimits = OUTLIER_LIMITS): Outlier[] {
  const { results, schools } = calculation;
  const pupilsBefore = readPupilsBefore(calculation);
  const alike = findAlike(calculation);
  const outliers: Outlier[] = [];
  for (let school = 0; school < results.schoolCount; school++) {
    const change = results.change[school]!;
    const pupilsChange = results.pupils[school]! - pupilsBefore[school]!;
    const current = results.current[school]!;
    const perPupil = results.perPupil[school]!;
    const part = current > 0 ? Math.round((Math.abs(change) / current) * 1_000_000) : 0;
    const { name } = schools[school]!;
    const add = (kind: OutlierKind, percent: number, alikeCents: number, predicate: string): number =>
      outliers.push({
        kind,
        school,
        changeCents: change,
        pupilsChange,
        perPupilCents: perPupil,
        alikeCents,
        percent,
        sentence: `${name} ${predicate}`,
      });
    const pupils = formatCount(Math.abs(pupilsChange));
    const word = pupils === '1' ? 'pupil' : 'pupils';
    if (change < 0 && pupilsChange > 0) {
      add('lost-with-more-pupils', part, Number.NaN, `loses ${formatMoney(-change)} with ${pupils} more ${word}.`);
    }
    if (change > 0 && pupilsChange < 0) {
      add('gained-with-fewer', part, Number.NaN, `gains ${formatMoney(change)} with ${pupils} fewer ${word}.`);
    }
    if (change < 0 && part > limits.lossPercent) {
      add('lost-more-than', part, Number.NaN, `loses ${formatPercent(shorten(part))} of its current budget.`);
    }
    const middle = alike[school]!;
    const spread = middle > 0 ? Math.round((Math.abs(perPupil - middle) / middle) * 1_000_000) : 0;
    if (spread > limits.spreadPercent) {
      const side = perPupil > middle ? 'more' : 'less';
      add(
        'per-pupil-out-of-line',
        spread,
        middle,
        `gets ${formatMoney(perPupil)} per pupil, ${formatPercent(shorten(spread))} ${side} than schools alike (${formatMoney(middle)}).`,
      );
    }
  }
  const order: readonly OutlierKind[] = [
    'lost-with-more-pupils',
    'gained-with-fewer',
    'lost-more-than',
    'per-pupil-out-of-line',
  ];
  return outliers.sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.percent - a.percent || a.school - b.school,
  );
}

/** One decimal is enough in a sentence. */
const shorten = (percent: number): number => Math.round(percent / 1000) * 1000;

/** Pupils of the current budget in hundredths; NaN where they are not known. */
function readPupilsBefore({ plan }: Calculation): Float64Array {
  const before = new Float64Array(plan.schools.length).fill(Number.NaN);
  for (const row of plan.model.table('currentBudget').values()) {
    const school = row.version === plan.scenario.currentVersion ? plan.schoolIndex.get(row.school) : undefined;
    if (school !== undefined && row.pupils !== null) before[school] = row.pupils;
  }
  return before;
}

/** The median per pupil, in cents, of the schools alike to each school; NaN where too few are. */
function findAlike(calculation: Calculation): Float64Array {
  const { results, plan, needs } = calculation;
  const { counts } = plan;
  const alike = new Float64Array(results.schoolCount).fill(Number.NaN);
  const byLevel = new Map<string, { school: number; need: number }[]>();
  for (let school = 0; school < results.schoolCount; school++) {
    if (Number.isNaN(results.perPupil[school]!)) continue;
    let further = 0;
    for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
      if (counts.cell[line]! % needs.length !== 0) further += counts.count[line]!;
    }
    const level = plan.schools[school]!.level;
    const list = byLevel.get(level) ?? [];
    byLevel.set(level, list);
    list.push({ school, need: further / Math.max(results.pupils[school]!, COUNT_SCALE) });
  }
  for (const list of byLevel.values()) {
    list.sort((a, b) => a.need - b.need || a.school - b.school);
    for (const [at, { school, need }] of list.entries()) {
      const near = nearest(list, at, need).map((other) => results.perPupil[other]!);
      if (near.length >= FEWEST_ALIKE) alike[school] = median(near);
    }
  }
  return alike;
}

/** Up to ten neighbours in a list ordered by need, the nearest in need first, without the school itself. */
function nearest(list: readonly { school: number; need: number }[], at: number, need: number): number[] {
  const found: number[] = [];
  let below = at - 1;
  let above = at + 1;
  while (found.length < ALIKE && (below >= 0 || above < list.length)) {
    const down = below >= 0 ? need - list[below]!.need : Number.POSITIVE_INFINITY;
    const up = above < list.length ? list[above]!.need - need : Number.POSITIVE_INFINITY;
    found.push(down <= up ? list[below--]!.school : list[above++]!.school);
  }
  return found;
}

/** The middle value; of an even number, the half-up mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
