import { remember } from './remember.ts';
import type { Seen } from './SlideContext.ts';
import type { SlideBaseline } from './slideBaseline.ts';

/** How the schools an audience sees move against a baseline. Money in cents. */
export interface SchoolChanges {
  /** School indexes of those that are seen and have a value on both sides, in the order in which they may be listed. */
  readonly schools: Int32Array;
  /** In the order of `schools`. */
  readonly cents: Float64Array;
  /** Change ÷ what it was; NaN where that is not above zero. */
  readonly fraction: Float64Array;
  readonly gain: number;
  readonly lose: number;
  readonly stay: number;
  readonly gainedCents: number;
  /** Zero or negative. */
  readonly lostCents: number;
}

/** The school of the same code in another calculation; −1 where it is not seen there. */
export function sameSchool(of: Seen, from: Seen, school: number): number {
  const code = of.calculation.schools[school]!.code;
  const at = from.calculation.schools[school]?.code === code ? school : from.calculation.schoolIndex(code);
  return at >= 0 && from.isSeen(at) ? at : -1;
}

/**
 * Budgets against current budgets or against another scenario, of the schools that are seen in both. A school without a
 * current budget is in none of the counts.
 *
 * $8,940,075.76 against $8,526,917.00 is +$413,158.76 and +4.8%.
 */
export function schoolChanges(of: Seen, { kind, seen }: SlideBaseline, level = ''): SchoolChanges {
  const from = kind === 'current' ? of : seen;
  if (from === of) return remember(of, `changes:${kind}:${level}`, () => reckon(of, from, kind, level));
  return reckon(of, from, kind, level);
}

function reckon(of: Seen, from: Seen, kind: SlideBaseline['kind'], level: string): SchoolChanges {
  const { results, schools: all } = of.calculation;
  const [to, was] = [results.total, from.calculation.results[kind === 'current' ? 'current' : 'total']];
  const schools: number[] = [];
  const cents: number[] = [];
  const fraction: number[] = [];
  const counts = { gain: 0, lose: 0, stay: 0, gainedCents: 0, lostCents: 0 };
  for (const school of of.order) {
    if (level !== '' && all[school]!.level !== level) continue;
    const before = from === of ? school : sameSchool(of, from, school);
    const change = before < 0 ? Number.NaN : to[school]! - was[before]!;
    if (Number.isNaN(change)) continue;
    schools.push(school);
    cents.push(change);
    fraction.push(was[before]! > 0 ? change / was[before]! : Number.NaN);
    if (change > 0) {
      counts.gain++;
      counts.gainedCents += change;
    } else if (change < 0) {
      counts.lose++;
      counts.lostCents += change;
    } else counts.stay++;
  }
  return {
    schools: Int32Array.from(schools),
    cents: Float64Array.from(cents),
    fraction: Float64Array.from(fraction),
    ...counts,
  };
}
