import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, type Portions } from '../../../src/shared/calc/largestRemainder.ts';

/** Portions over exact whole numbers, with doubles as good as doubles get. */
function portionsOf(parts: readonly bigint[]): Portions {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const isExact = total <= BigInt(Number.MAX_SAFE_INTEGER);
  return {
    approximate: Float64Array.from(parts, Number),
    approximateTotal: Number(total),
    relativeError: isExact ? 0 : 2 ** -52,
    isExact,
    exact: (school) => parts[school]!,
    total,
  };
}

/** One unit at a time, in plain BigInt. */
function slowly(pool: bigint, parts: readonly bigint[]): bigint[] {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const units = parts.map((part) => (pool * part) / total);
  const remainders = parts.map((part) => (pool * part) % total);
  let odd = pool - units.reduce((sum, unit) => sum + unit, 0n);
  for (; odd > 0n; odd--) {
    let best = 0;
    for (const [at, remainder] of remainders.entries()) if (remainder > remainders[best]!) best = at;
    units[best]!++;
    remainders[best] = -1n;
  }
  return units;
}

function expectSame(pool: number, parts: readonly bigint[]): void {
  const out = new Float64Array(parts.length);
  apportion(pool, portionsOf(parts), out);
  expect(Array.from(out, BigInt)).toEqual(slowly(BigInt(pool), parts));
}

/** Parts that collide: few different values, neighbours of each other, small and beyond 2^53 in one list. */
const part = fc.oneof(
  fc.constantFrom(0n, 1n, 2n, 3n, 7n),
  fc.bigInt(0n, 1000n),
  fc.bigInt(999_999_990n, 1_000_000_010n),
  fc.bigInt(2n ** 53n - 2n, 2n ** 53n + 2n),
  fc.bigInt(0n, 2n ** 90n),
);
const pool = fc.oneof(
  fc.constantFrom(0, 1, 2, 100, 90_000_000_000_000),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 10_000_000_000_000 }),
);

describe('largest remainder', () => {
  it('equals the slow way for any mixture of parts', () => {
    fc.assert(
      fc.property(pool, fc.array(part, { minLength: 1, maxLength: 60 }), (cents, parts) => {
        if (parts.some((each) => each > 0n)) expectSame(cents, parts);
      }),
      { numRuns: 3000 },
    );
  });

  it('equals the slow way where remainders differ in the last place only', () => {
    const close = fc.bigInt(10n ** 15n, 10n ** 15n + 20n);
    fc.assert(
      fc.property(pool, fc.array(close, { minLength: 2, maxLength: 40 }), (cents, parts) => expectSame(cents, parts)),
      { numRuns: 1000 },
    );
  });

  it('equals the slow way where quotas are whole numbers or a hair beside them', () => {
    const beside = fc.tuple(fc.bigInt(1n, 40n), fc.constantFrom(-1n, 0n, 1n)).map(([k, by]) => k * 10n ** 18n + by);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(beside, { minLength: 2, maxLength: 30 }),
        (cents, parts) => expectSame(cents, parts),
      ),
      { numRuns: 1000 },
    );
  });

  it('gives ties to the lowest code, through thousands of schools alike', () => {
    const out = new Float64Array(5000);
    apportion(1234, portionsOf(new Array<bigint>(5000).fill(17n)), out);
    expect(out.subarray(0, 1234).every((cents) => cents === 1)).toBe(true);
    expect(out.subarray(1234).every((cents) => cents === 0)).toBe(true);
  });

  it('never gives a cent to a school without a part', () => {
    const out = new Float64Array(3);
    apportion(1, portionsOf([0n, 0n, 5n]), out);
    expect([...out]).toEqual([0, 0, 1]);
  });
});
