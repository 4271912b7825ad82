import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { compare, type Rational, subtract } from '../../../src/shared/calc/rational.ts';
import { solveWeightForDollars, solveWeightForShare, weightSetFaces } from '../../../src/shared/calc/solveWeight.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { arbitraryModel } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';

/** What a cell of weight set W0 shows once `weight` is typed into it, by calculating everything. */
function faceAt(model: Model, calculation: Calculation, level: number, need: number, weight: number) {
  const row = {
    scenario: 1,
    weightSet: 'W0',
    level: calculation.levels[level]!.code,
    need: calculation.needs[need]!.code,
    weight,
  };
  const ops = setRow(model, 'weight', row);
  applyOps(model, ops);
  calculation.apply(ops);
  const faces = weightSetFaces(calculation, 'W0');
  const cell = level * calculation.needs.length + need;
  return { dollars: faces.rates[cell]!, share: faces.shares?.[cell] ?? null, sources: faces.sources };
}

const distance = (a: Rational, b: Rational): Rational => {
  const difference = subtract(a, b);
  return difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
};

describe('typing dollars or shares solves the weight', () => {
  const options = { maxSchools: 12, maxSources: 3, methods: ['weights'], valid: true, formulas: false } as const;

  it('no other weight comes nearer to the dollars', () => {
    let solvedCount = 0;
    fc.assert(
      fc.property(arbitraryModel(options), fc.integer(), (model, seed) => {
        const random = new Random(seed);
        const calculation = new Calculation(model, 1);
        const level = random.whole(0, calculation.levels.length - 1);
        const need = random.whole(0, calculation.needs.length - 1);
        // A target that some weight reaches, and then some cents beside it.
        const seen = faceAt(model, calculation, level, need, random.whole(0, 30_000));
        const cents = seen.dollars.numerator / seen.dollars.denominator + BigInt(random.whole(-50, 50));
        if (cents < 0n || cents > 90_000_000_000_000n) return;
        const target: Rational = { numerator: cents, denominator: 1n };
        const solved = solveWeightForDollars(calculation, 'W0', level, need, Number(cents));
        if (!solved.ok) {
          expect(solved.sentence).toMatch(/^No /);
          return;
        }
        const reached = faceAt(model, calculation, level, need, solved.weight);
        // Weights of zero everywhere stop a source; nothing is shown then.
        if (reached.sources.length !== seen.sources.length) return;
        solvedCount++;
        expect(compare(reached.dollars, solved.reached)).toBe(0);
        const candidates = [
          solved.weight - 1,
          solved.weight + 1,
          random.whole(0, 40_000),
          random.whole(0, LIMITS.weightUnits),
        ];
        for (const weight of candidates) {
          if (weight < 0 || weight > LIMITS.weightUnits) continue;
          const other = faceAt(model, calculation, level, need, weight);
          if (other.sources.length !== seen.sources.length) continue;
          expect(compare(distance(other.dollars, target), distance(reached.dollars, target))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
    expect(solvedCount).toBeGreaterThan(20);
  });

  it('no neighbour comes nearer to the share, and shares add to one', () => {
    let solvedCount = 0;
    fc.assert(
      fc.property(arbitraryModel(options), fc.integer(), (model, seed) => {
        const random = new Random(seed);
        const calculation = new Calculation(model, 1);
        const { shares } = weightSetFaces(calculation, 'W0');
        if (!shares) return;
        const sum = shares.reduce((total, share) => total + Number(share.numerator) / Number(share.denominator), 0);
        expect(sum).toBeCloseTo(1, 9);
        const level = random.whole(0, calculation.levels.length - 1);
        const need = random.whole(0, calculation.needs.length - 1);
        const percent = random.whole(1, 999_999);
        const target: Rational = { numerator: BigInt(percent), denominator: 1_000_000n };
        const solved = solveWeightForShare(calculation, 'W0', level, need, percent);
        if (!solved.ok) return;
        const before = weightSetFaces(calculation, 'W0').sources.length;
        const reached = faceAt(model, calculation, level, need, solved.weight);
        if (reached.sources.length !== before || !reached.share) return;
        solvedCount++;
        for (const weight of [solved.weight - 1, solved.weight + 1]) {
          if (weight < 0 || weight > LIMITS.weightUnits) continue;
          const other = faceAt(model, calculation, level, need, weight);
          if (other.sources.length !== before || !other.share) continue;
          expect(compare(distance(other.share, target), distance(reached.share, target))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
    expect(solvedCount).toBeGreaterThan(20);
  });
});
