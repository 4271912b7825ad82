import { warns } from '../findings.ts';
import { EXACT } from '../integers.ts';
import type { Rational } from '../rational.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';
import { withoutPupils } from './weights.ts';

/**
 * Typed rates (domain text, section 2; I7): each line is rate × count, half-up to the cent (or dollar).
 *
 * 12.5 pupils at $33.333333 are $416.67. Rates are millionths of a dollar and counts hundredths, so a line in cents
 * is rate × count ÷ 10⁶. A product below 2^53 is divided in doubles: ⌊x ÷ 10⁶⌋ is then exact, since the quotient is
 * below 2^34 where half the spacing of doubles is under 10^−6 (and likewise 2^27 and 10^−8 for whole dollars).
 */
export function payRates(input: MethodInput, next: Float64Array): Outcome {
  const { plan, source, decided, reach } = input;
  const { counts } = plan;
  const rates = readRates(input);
  if (decided.poolCents > 0 && reach.cellCounts.every((count) => count === 0)) {
    return outcome({ stopped: withoutPupils(input) });
  }
  const inDollars = decided.rounding === 'dollar';
  const unit = inDollars ? 100_000_000 : 1_000_000;
  const cents = inDollars ? 100 : 1;
  let schoolsCents = 0;
  for (let school = 0; school < counts.schoolCount; school++) {
    let sum = 0;
    if (reach.eligible[school] !== 0) {
      for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
        sum += lineUnits(rates[counts.cell[line]!]!, counts.count[line]!, unit);
      }
    }
    next[school] = sum * cents;
    schoolsCents += sum * cents;
  }
  const exactRates: Rational[] = Array.from(rates, (rate) => ({ numerator: BigInt(rate), denominator: 10_000n }));
  const warnings = rates.some((rate) => rate > 0)
    ? []
    : [warns(source, 'no-rates', 'has no rates, so no school gets anything from it. Type its rates.')];
  return outcome({ schoolsCents, rates: exactRates, warnings });
}

function readRates(input: MethodInput): Float64Array {
  const { plan, source } = input;
  const rates = new Float64Array(plan.levels.length * plan.needs.length);
  for (const [level, levelRow] of plan.levels.entries()) {
    for (const [need, needRow] of plan.needs.entries()) {
      const row = plan.model.get('rate', plan.scenario.id, source.code, levelRow.code, needRow.code);
      if (row) rates[level * plan.needs.length + need] = row.rate;
    }
  }
  return rates;
}

function lineUnits(rate: number, count: number, unit: number): number {
  const product = rate * count + unit / 2;
  if (product <= EXACT) return Math.floor(product / unit);
  return Number((BigInt(rate) * BigInt(count) + BigInt(unit / 2)) / BigInt(unit));
}
