import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, fraction, shown, type TestSchool } from './testDistrict.ts';

/** A fraction of the test's own: nothing of the program's arithmetic is used to judge it. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}
type Answer = Fraction | 'fault';
interface Case {
  readonly text: string;
  readonly answer: (school: number) => Answer;
}

const make = (top: bigint, bottom: bigint): Fraction =>
  bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
const lowest = ({ top, bottom }: Fraction): string => {
  let a = top < 0n ? -top : top;
  let b = bottom;
  while (b > 0n) [a, b] = [b, a % b];
  return fraction({ numerator: top / a, denominator: bottom / a });
};
const lift =
  (rule: (a: Fraction, b: Fraction) => Answer) =>
  (a: Answer, b: Answer): Answer =>
    a === 'fault' || b === 'fault' ? 'fault' : rule(a, b);
const isLess = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;
const floorOf = ({ top, bottom }: Fraction): bigint => (top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom));

const RULES: readonly (readonly [string, (a: Answer, b: Answer) => Answer])[] = [
  ['(A + B)', lift((a, b) => make(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))],
  ['(A - B)', lift((a, b) => make(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom))],
  ['(A * B)', lift((a, b) => make(a.top * b.top, a.bottom * b.bottom))],
  ['(A / B)', lift((a, b) => (b.top === 0n ? 'fault' : make(a.top * b.bottom, a.bottom * b.top)))],
  ['min(A, B)', lift((a, b) => (isLess(b, a) ? b : a))],
  ['max(A, B)', lift((a, b) => (isLess(a, b) ? b : a))],
  ['if(A < B, A, 1 - B)', lift((a, b) => (isLess(a, b) ? a : make(b.bottom - b.top, b.bottom)))],
  ['if(A >= B and not (A == B), 3, 4)', lift((a, b) => make(isLess(b, a) ? 3n : 4n, 1n))],
  ['(floor(A) + ceil(B))', lift((a, b) => make(floorOf(a) - floorOf(make(-b.top, b.bottom)), 1n))],
  [
    '(-A + round(B, 2))',
    lift((a, b) => {
      const size = b.top < 0n ? -b.top : b.top;
      const cents = floorOf(make(size * 200n + b.bottom, 2n * b.bottom));
      return make(-a.top * 100n + (b.top < 0n ? -cents : cents) * a.bottom, 100n * a.bottom);
    }),
  ],
  [
    '(A^3 + abs(B))',
    lift((a, b) =>
      make(a.top ** 3n * b.bottom + (b.top < 0n ? -b.top : b.top) * a.bottom ** 3n, a.bottom ** 3n * b.bottom),
    ),
  ],
];

const SCHOOLS: readonly TestSchool[] = [
  { code: '1', name: 'A', level: 'ES', counts: { ALL: 52_050, POV: 12_300 }, measures: { x: '0.81', y: '-3' } },
  { code: '2', name: 'B', level: 'MS', counts: { ALL: 0, POV: 0 }, measures: { x: '0', y: '123456789012.345678' } },
  { code: '3', name: 'C', level: 'HS', counts: { ALL: 99_999_999, POV: 1 }, measures: { x: '-0.0001', y: '7' } },
];
const decimal = (text: string): Fraction => {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const top = BigInt(whole + part);
  return make(text.startsWith('-') ? -top : top, 10n ** BigInt(part.length));
};

const leaf: fc.Arbitrary<Case> = fc.oneof(
  fc.constant({ text: 'enrollment', answer: (at: number) => make(BigInt(SCHOOLS[at]?.counts.ALL ?? 0), 100n) }),
  fc.constant({ text: 'count("POV")', answer: (at: number) => make(BigInt(SCHOOLS[at]?.counts.POV ?? 0), 100n) }),
  fc
    .constantFrom('x', 'y')
    .map((name) => ({ text: name, answer: (at: number) => decimal(SCHOOLS[at]?.measures?.[name] ?? '') })),
  fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => {
    const text = String(digits).padStart(places + 1, '0');
    const typed = places > 0 ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
    return { text: typed, answer: () => decimal(typed) };
  }),
);
const tree = fc.letrec<{ node: Case }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom(...RULES), tie('node'), tie('node')).map(([[shape, rule], a, b]) => ({
      text: shape.replaceAll(/[AB]/g, (letter) => (letter === 'A' ? a.text : b.text)),
      answer: (at: number) => rule(a.answer(at), b.answer(at)),
    })),
  ),
})).node;

describe('exactness against an oracle of BigInt fractions', () => {
  it('computes every expression exactly, from small integers to long fractions', () => {
    fc.assert(
      fc.property(
        tree.filter(({ text }) => text.length < 700),
        ({ text, answer }) => {
          evaluate(text, SCHOOLS).forEach((value, at) => {
            const expected = answer(at);
            if (expected === 'fault') expect(shown(value)).toMatch(/^! .*divided by zero/);
            else expect(shown(value)).toBe(lowest(expected));
          });
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('totals, averages and ranks exactly', () => {
    const values = fc.array(
      fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(values, (pairs) => {
        const schools: TestSchool[] = pairs.map(([top, bottom], at) => ({
          code: String(at),
          name: `S${at}`,
          level: 'ES',
          counts: {},
          measures: { top: String(top), bottom: String(bottom) },
        }));
        const exact = pairs.map(([top, bottom]) => make(BigInt(top), BigInt(bottom)));
        const sum = exact.reduce((a, b) => make(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom));
        expect(shown(evaluate('total(top / bottom)', schools)[0])).toBe(lowest(sum));
        const mean = make(sum.top, sum.bottom * BigInt(pairs.length));
        expect(shown(evaluate('average(top / bottom)', schools)[0])).toBe(lowest(mean));
        const ranks = exact.map((one) => 1 + exact.filter((other) => isLess(one, other)).length);
        expect(evaluate('rank(top / bottom)', schools).map(shown)).toEqual(ranks.map(String));
        const lower = exact.map((one) => exact.filter((other) => isLess(other, one)).length);
        const expected = lower.map((count) =>
          pairs.length === 1 ? '1' : lowest(make(BigInt(count), BigInt(pairs.length - 1))),
        );
        expect(evaluate('percentile(top / bottom)', schools).map(shown)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
