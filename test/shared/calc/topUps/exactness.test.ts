import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeEvenly } from '../../../../src/shared/calc/topUps/evenly.ts';
import { payFromCentral } from '../../../../src/shared/calc/topUps/payFromCentral.ts';
import { scaleHalfUp, scaleUp } from '../../../../src/shared/calc/topUps/scaleMoney.ts';
import { evenly } from '../../../fixtures/floorOracle.ts';

const size = (most: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: Math.floor(most / 1_000_000) }).map((units) => units * 1_000_000),
  );

describe('money scaled by a percent and by pupils', () => {
  it('is half-up and rounded up as exact arithmetic has it, from nothing to 900 billion dollars', () => {
    fc.assert(
      fc.property(
        size(90_000_000_000_000),
        fc.oneof(
          fc.tuple(size(10_000_000), fc.constant(1_000_000)),
          fc.tuple(fc.integer({ min: 1e12, max: 11e12 }), fc.constant(1e12)),
        ),
        fc.oneof(
          fc.constant([1, 1] as const),
          fc.tuple(size(10_000_000_000), fc.integer({ min: 1, max: 1_000_000_000 })),
        ),
        (amount, [factor, scale], [now, then]) => {
          const top = BigInt(amount) * BigInt(factor) * BigInt(now);
          const bottom = BigInt(scale) * BigInt(then);
          const halfUp = (2n * top + bottom) / (2n * bottom);
          fc.pre(halfUp < 2n ** 53n);
          expect(scaleHalfUp(amount, factor, scale, now, then)).toBe(Number(halfUp));
          expect(scaleUp(amount, factor, scale, now, then)).toBe(Number((top + bottom - 1n) / bottom));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('turns at the very half cent', () => {
    // 50 % of 0.01 and of 0.03; 12.5 % of 0.04 is half a cent as well.
    expect([1, 3].map((cents) => scaleHalfUp(cents, 500_000, 1_000_000, 1, 1))).toEqual([1, 2]);
    expect(scaleHalfUp(4, 125_000, 1_000_000, 1, 1)).toBe(1);
    expect(scaleUp(300, 1_000_000, 1_000_000, 7, 3)).toBe(700);
    expect(scaleUp(301, 1_000_000, 1_000_000, 7, 3)).toBe(703);
  });
});

describe('taking evenly', () => {
  it('equals sorting by when each reaches its limit, to the cent', () => {
    const school = fc.tuple(size(9_000_000_000_000), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(school, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (schools, of) => {
          const parts = schools.map(([part]) => part);
          const limits = schools.map(([part, share]) => (share > 0.7 ? part : Math.floor(part * share)));
          const target = Math.floor(limits.reduce((sum, limit) => sum + limit, 0) * of);
          const out = new Float64Array(parts.length);
          const { cents } = takeEvenly(Float64Array.from(parts), Float64Array.from(limits), target, out);
          expect([...out]).toEqual(evenly(parts.map(BigInt), limits.map(BigInt), BigInt(target)).map(Number));
          expect(cents).toBe(out.reduce((sum, given) => sum + given, 0));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('gives the odd cents to the lowest codes among equals', () => {
    const out = new Float64Array(3);
    takeEvenly(Float64Array.of(7, 7, 7), Float64Array.of(7, 7, 7), 5, out);
    expect([...out]).toEqual([2, 2, 1]);
  });

  it('says the fraction of those who are not at their limits', () => {
    const out = new Float64Array(3);
    const { fraction } = takeEvenly(Float64Array.of(300, 200, 100), Float64Array.of(20, 200, 100), 100, out);
    expect([...out]).toEqual([20, 53, 27]);
    expect(fraction).toEqual({ numerator: 80n, denominator: 300n });
  });
});

describe('paying from central parts', () => {
  const only = (...schools: number[]) => Uint8Array.from([0, 1, 2], (school) => (schools.includes(school) ? 1 : 0));

  it('is pro rata, with the odd cent to the lowest code', () => {
    const payers = [100, 100, 100].map((centralCents) => ({ centralCents, eligible: null }));
    expect([...payFromCentral(Float64Array.of(40, 60), payers)]).toEqual([34, 33, 33]);
  });

  it('sends restricted money where it may go, and lets others change over for it', () => {
    // The second payer alone reaches school 2; the first two share school 1; nobody restricted reaches school 0.
    const payers = [
      { centralCents: 50, eligible: only(1) },
      { centralCents: 60, eligible: only(1, 2) },
      { centralCents: 40, eligible: null },
    ];
    expect([...payFromCentral(Float64Array.of(40, 50, 60), payers)]).toEqual([50, 60, 40]);
    expect([...payFromCentral(Float64Array.of(45, 50, 60), payers)]).toEqual([50, 60, 40]);
    expect([...payFromCentral(Float64Array.of(0, 0, 150), payers)]).toEqual([0, 60, 40]);
  });

  it('takes nothing from a central part that is overdrawn', () => {
    expect([...payFromCentral(Float64Array.of(10), [{ centralCents: -5, eligible: null }])]).toEqual([0]);
    expect([...payFromCentral(Float64Array.of(10), [])]).toEqual([]);
  });
});
