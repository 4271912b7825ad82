import { type Rational, rational } from '../calc/rational.ts';
import { scaleByFactor } from '../calc/shocks.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import { LIMITS, WHOLE_PERCENT } from '../model/units.ts';

/**
 * What a scenario takes enrollment and revenue to grow by each year. A level or source with an assumption of its own
 * goes by that alone; the others by the one for every level or source, or not at all.
 */
export interface Growth {
  /** Percent units a year. */
  readonly enrollment: (level: string) => number;
  readonly revenue: (source: string) => number;
}

export function readGrowth(model: Model, scenario: number): Growth {
  const percent = (kind: 'enrollment' | 'revenue', level: string, source: string): number | undefined =>
    model.get('growth', scenario, kind, level, source)?.percent;
  return {
    enrollment: (level) => percent('enrollment', level, '') ?? percent('enrollment', '', '') ?? 0,
    revenue: (source) => percent('revenue', '', source) ?? percent('revenue', '', '') ?? 0,
  };
}

/** (1 + percent) to the power of the years, exact. */
export function growthFactor(percent: number, years: number): Rational {
  return rational(BigInt(WHOLE_PERCENT + percent) ** BigInt(years), BigInt(WHOLE_PERCENT) ** BigInt(years));
}

/**
 * A count (hundredths) or an amount (cents) after so many years, from this year's in one step and rounded once,
 * half-up: $1,000,000.00 at 2 % is $1,040,400.00 after two years. Throws an AllotError where it would come to more
 * than a document holds.
 */
export function grown(value: number, factor: Rational, limit: 'countHundredths' | 'moneyCents'): number {
  const result = scaleByFactor(value, factor);
  if (result <= LIMITS[limit]) return result;
  const what =
    limit === 'moneyCents' ? 'a revenue source above 900 billion dollars' : 'pupils of one school above ten million';
  throw new AllotError(
    'growth-beyond-limits',
    `With this growth the years ahead would take ${what}, the most Allot calculates with. Nothing was changed; lower the growth or look at fewer years.`,
  );
}
