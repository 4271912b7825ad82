import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToHundred, divideHalfUp, EXACT, floorDivide } from '../../../src/shared/calc/integers.ts';

const large = fc.oneof(
  fc.maxSafeNat(),
  fc.integer({ min: 0, max: 1_000_000 }),
  // Just under and on multiples of a hundred near the top of the range, where doubles are coarsest.
  fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -2, max: 2 }))
    .map(([k, by]) => 9_007_199_254_740_900 - k * 100 + by),
);

describe('whole-number arithmetic in doubles', () => {
  it('cuts to the hundred exactly up to 2^53 − 1', () => {
    fc.assert(
      fc.property(large, (x) => {
        expect(cutToHundred(x)).toBe(Number(BigInt(x) / 100n));
      }),
      { numRuns: 5000 },
    );
    expect(cutToHundred(EXACT)).toBe(90_071_992_547_409);
  });

  it('divides exactly', () => {
    fc.assert(
      fc.property(large, fc.integer({ min: 1, max: 2_000_000_000 }), (a, b) => {
        expect(floorDivide(a, b)).toBe(Number(BigInt(a) / BigInt(b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('divides half away from zero, also where the scaled number leaves the doubles', () => {
    fc.assert(
      fc.property(large, fc.boolean(), fc.integer({ min: 1, max: 2_000_000_000 }), (a, isNegative, b) => {
        const expected = Number((2n * BigInt(a) * 100n + BigInt(b)) / (2n * BigInt(b)));
        expect(divideHalfUp(isNegative ? -a : a, 100, b)).toBe(isNegative && expected !== 0 ? -expected : expected);
      }),
      { numRuns: 5000 },
    );
  });
});
