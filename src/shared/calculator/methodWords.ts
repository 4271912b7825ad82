import type { Calculation } from '../calc/Calculation.ts';
import { writeExact } from '../calc/explain/writeExact.ts';
import type { SourceResult } from '../calc/results.ts';
import { formatMoney } from '../text/formatNumber.ts';
import { wholePointsOf } from './wholePointsOf.ts';

const ODD = 'What cutting down leaves of the pool goes out in odd';

/** How a source comes to its amounts, in a sentence or two for a principal. */
export function methodWords(calculation: Calculation, at: number): string {
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  const unit = source.rounding === 'dollar' ? 'dollar' : 'cent';
  switch (source.method) {
    case 'weights': {
      const set = decision.weightSet ?? '';
      return `${base(source)} × weight (${set}) = rate. ${lines(source)}`;
    }
    case 'shares':
      return `${formatMoney(source.poolCents)} divided by the shares of levels and categories, over the district’s pupils of each. ${lines(source)}`;
    case 'rates':
      return `Rates as decided. Each line is count × rate, half-up to the ${unit}.`;
    case 'proportional': {
      const { total, perPoint } = wholePointsOf(source);
      const all = writeExact({ numerator: total, denominator: perPoint || 1n });
      const rounding =
        source.rounding === 'rates'
          ? 'Dollars per point are cut down to the cent, and so is points × dollars.'
          : `Points × dollars per point, cut down to the ${unit}. ${ODD} ${unit}s.`;
      return `${formatMoney(source.poolCents)} by points, of which the district has ${all}. Points: ${decision.formula ?? ''}. ${rounding}`;
    }
    case 'per_school':
      return `By formula, half-up to the ${unit}: ${decision.formula ?? ''}.`;
    case 'table':
      return 'An amount set for each school; it does not follow the counts.';
    case 'none':
      return 'Nothing is committed to schools.';
  }
}

function base(source: SourceResult): string {
  if (!source.base) return 'Base';
  const { numerator, denominator } = source.base;
  return `Base of ${writeExact({ numerator, denominator: denominator * 100n }, 2)} a weighted pupil`;
}

function lines(source: SourceResult): string {
  if (source.rounding === 'rates') return 'Each line is count × rate, cut down to the cent.';
  const unit = source.rounding === 'dollar' ? 'dollar' : 'cent';
  return `Lines are added up exactly, then cut down to the ${unit}. ${ODD} ${unit}s.`;
}
