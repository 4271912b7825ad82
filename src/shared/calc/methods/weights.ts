import { stops, warns } from '../findings.ts';
import type { Rational } from '../rational.ts';
import type { Finding } from '../results.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';
import { cutRates, payToTheUnit } from './payPool.ts';

/**
 * Weights (domain text, section 2): base = S ÷ Σ w·C, rate = base × w, amount = Σ rate × count.
 *
 * S = $13,904,034.00 over 3,716.7 weighted pupils gives a base of $3,740.96 a pupil; a weight of 0.34 is then
 * $1,271.92 a pupil. A pool without weighted pupils stops the source; a pool of 0.00 pays everyone 0.00.
 */
export function payWeights(input: MethodInput, next: Float64Array): Outcome {
  const { source, decided, plan } = input;
  const name = decided.decision.weightSet;
  const weighted = name === null ? null : input.weightedPupils(name);
  if (!weighted) {
    return outcome({
      stopped:
        name === null
          ? stops(source, 'no-weight-set', 'pays no school: no weight set is chosen. Choose one.')
          : stops(
              source,
              'weight-set-unknown',
              `pays no school: there is no weight set “${name}”. Choose another one.`,
            ),
    });
  }
  const { total, set } = weighted;
  const cells = set.weights.length;
  if (total === 0n) {
    if (decided.poolCents > 0) return outcome({ stopped: withoutPupils(input) });
    next.fill(0);
    const zero: Rational = { numerator: 0n, denominator: 1n };
    return outcome({ rates: new Array<Rational>(cells).fill(zero), warnings: levelsWithoutWeights(input, set.typed) });
  }
  const pool = BigInt(decided.poolCents);
  // Weights are ten-thousandths and counts hundredths: 10⁶ units of the total are one weighted pupil.
  const base: Rational = { numerator: pool * 1_000_000n, denominator: total };
  const poolPerWeight = pool * 100n;
  const rates: Rational[] = [];
  for (let cell = 0; cell < cells; cell++) {
    rates.push({ numerator: poolPerWeight * BigInt(set.weights[cell]!), denominator: total });
  }
  const warnings = levelsWithoutWeights(input, set.typed);
  if (decided.rounding === 'rates') return outcome({ ...cutRates(input, rates, next), base, warnings });
  return outcome({ ...payToTheUnit(input, weighted.portions(), next), rates, base, warnings });

  function levelsWithoutWeights(of: MethodInput, typed: Uint8Array): Finding[] {
    const needs = plan.needs.length;
    return plan.levels
      .filter((_, level) => {
        let pupils = 0;
        for (let cell = level * needs; cell < (level + 1) * needs; cell++) {
          if (typed[cell] === 1) return false;
          pupils += of.reach.cellCounts[cell]!;
        }
        return pupils > 0;
      })
      .map((level) =>
        warns(source, 'level-without-weights', `has no weight for ${level.name}, so its pupils there bring nothing.`, {
          level: level.code,
        }),
      );
  }
}

/** Why nobody can be paid: no school in reach, no pupils in them, or weights of zero wherever there are pupils. */
export function withoutPupils(input: MethodInput): Finding {
  const { source, reach } = input;
  if (reach.eligibleCount === 0) {
    return stops(source, 'no-eligible-pupils', 'pays no school: no school is eligible. Widen its eligibility.');
  }
  if (reach.cellCounts.every((count) => count === 0)) {
    return stops(
      source,
      'no-eligible-pupils',
      'pays no school: its eligible schools have no pupils. Enter enrollment.',
    );
  }
  return stops(
    source,
    'no-weighted-pupils',
    'pays no school: every weight is zero where its eligible schools have pupils. Type a weight there.',
  );
}
