import { LIMITS } from '../../model/units.ts';
import { stops, warns } from '../findings.ts';
import { roundHalfUp } from '../rational.ts';
import { formulaValues } from './formulaValues.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';

/**
 * Per school (domain text, section 2): each eligible school gets its dollars expression, half-up to the cent or
 * dollar. `50000 + 12.345 × enrollment` at 401 pupils is $54,950.35 (4,950.345 half-up).
 *
 * The domain text does not speak of negative dollars. They are paid as computed and warned about, as a typed table's
 * would be: a formula may be meant to take back.
 */
export function payPerSchool(input: MethodInput, next: Float64Array): Outcome {
  const { plan, source, decided, reach } = input;
  const dollars = formulaValues(input);
  if (!Array.isArray(dollars)) return outcome({ stopped: dollars as Exclude<typeof dollars, unknown[]> });
  if (decided.poolCents > 0 && reach.eligibleCount === 0) {
    return outcome({
      stopped: stops(source, 'no-eligible-schools', 'pays no school: no school is eligible. Widen its eligibility.'),
    });
  }
  const inDollars = decided.rounding === 'dollar';
  let schoolsCents = 0;
  let firstNegative = -1;
  for (let school = 0; school < next.length; school++) {
    const value = dollars[school];
    if (!value) {
      next[school] = 0;
      continue;
    }
    const units = inDollars
      ? roundHalfUp(value) * 100n
      : roundHalfUp({ numerator: value.numerator * 100n, denominator: value.denominator });
    if (units > LIMITS.moneyCents || units < -LIMITS.moneyCents) {
      const row = plan.schools[school]!;
      return outcome({
        stopped: stops(
          source,
          'beyond-limits',
          `pays no school: its formula gives ${row.name} (${row.code}) more than 900 billion dollars. Change the formula.`,
          { school: row.code },
        ),
      });
    }
    if (units < 0n && firstNegative < 0) firstNegative = school;
    next[school] = Number(units);
    schoolsCents += next[school]!;
  }
  const row = firstNegative < 0 ? null : plan.schools[firstNegative]!;
  const warnings = row
    ? [warns(source, 'negative-amount', `takes money from ${row.name} (${row.code}).`, { school: row.code })]
    : [];
  return outcome({ schoolsCents, points: dollars, warnings });
}
