import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rational } from '../../../src/shared/calc/rational.ts';
import { splitAmount } from '../../../src/shared/statements/splitAmount.ts';

test('$100.00 over three equal lines, and over lines that come to nothing', () => {
  const third = rational(10_000, 3);
  expect(splitAmount(10_000, [third, third, third])).toEqual([3334, 3333, 3333]);
  expect(splitAmount(5, [rational(0), rational(0)])).toEqual([5, 0]);
});

test('parts always add to the amount and lie within a cent of their share', () => {
  const part = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 1_000 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 13 }),
      fc.array(part, { minLength: 1, maxLength: 30 }),
      (amount, pairs) => {
        const parts = pairs.map(([top, bottom]) => rational(top, bottom));
        const split = splitAmount(amount, parts);
        expect(split.reduce((sum, cents) => sum + cents, 0)).toBe(amount);
        const whole = pairs.reduce((sum, [top, bottom]) => sum + top / bottom, 0);
        if (whole === 0) return;
        for (const [at, [top, bottom]] of pairs.entries()) {
          expect(Math.abs(split[at]! - (amount * (top / bottom)) / whole)).toBeLessThan(1.01 + amount * 1e-12);
        }
      },
    ),
  );
});
