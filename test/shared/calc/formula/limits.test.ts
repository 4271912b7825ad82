import { describe, expect, it } from 'vitest';
import { FORMULA_LIMITS, parseFormula } from '../../../../src/shared/calc/formula/formula.ts';
import { evaluate, shown, type TestSchool } from './testDistrict.ts';

const accepted = (text: string): boolean => parseFormula(text).ok;
const firstValue = (text: string): string => shown(evaluate(text)[0]);

describe('limits of formulas, on both sides', () => {
  it('length', () => {
    const filled = (length: number): string => `1 + ${'a'.repeat(length - 4)}`;
    expect(accepted(filled(FORMULA_LIMITS.length))).toBe(true);
    expect(accepted(filled(FORMULA_LIMITS.length + 1))).toBe(false);
  });

  it('nesting of parentheses, functions and signs', () => {
    const { depth } = FORMULA_LIMITS;
    const nested = (open: string, close: string, times: number): string => open.repeat(times) + 1 + close.repeat(times);
    for (const [open, close] of [
      ['(', ')'],
      ['abs(', ')'],
      ['-', ''],
      ['- ', ''],
    ] as const) {
      expect(accepted(nested(open, close, depth)), open).toBe(true);
      expect(accepted(nested(open, close, depth + 1)), open).toBe(false);
    }
    expect(accepted(`${'not '.repeat(depth)}(1 > 2)`)).toBe(false);
    expect(accepted(`${'not '.repeat(depth - 1)}x`)).toBe(true);
  });

  it('number of parts', () => {
    const sum = (terms: number): string => Array(terms).fill('1').join('+');
    const most = FORMULA_LIMITS.nodes / 2;
    expect(accepted(sum(most))).toBe(true);
    expect(accepted(sum(most + 1))).toBe(false);
    expect(firstValue(sum(most))).toBe(String(most));
  });

  it('digits of a number, all of them kept', () => {
    expect(firstValue('123456789012345')).toBe('123456789012345');
    expect(accepted('1234567890123456')).toBe(false);
    expect(firstValue('0.123456789012345 * 10^15')).toBe('123456789012345');
    expect(accepted('0.1234567890123456')).toBe(false);
    expect(firstValue('00000000000000000007')).toBe('7');
    expect(firstValue('123456789.012345 - 123456789')).toBe('2469/200000');
  });

  it('exponents', () => {
    const { exponent } = FORMULA_LIMITS;
    expect(firstValue(`2^${exponent}`)).toBe(String(2n ** BigInt(exponent)));
    expect(firstValue(`2^${exponent + 1}`)).toContain(`whole number from -${exponent} to ${exponent}`);
    expect(firstValue(`2^-${exponent}`)).toBe(`1/${2n ** BigInt(exponent)}`);
    expect(firstValue(`2^-${exponent + 1}`)).toContain('whole number');
    expect(firstValue('2^0.5')).toContain('whole number');
    expect(firstValue('2^(1/3 + 2/3)')).toBe('2');
  });

  it('decimals of round', () => {
    const { roundPlaces } = FORMULA_LIMITS;
    expect(firstValue(`round(1/3, ${roundPlaces})`)).toBe(`${'3'.repeat(roundPlaces)}/1${'0'.repeat(roundPlaces)}`);
    expect(firstValue(`round(1/3, ${roundPlaces + 1})`)).toContain('whole number');
    expect(firstValue(`round(7, -${roundPlaces})`)).toBe('0');
    expect(firstValue(`round(7, -${roundPlaces + 1})`)).toContain('whole number');
    expect(firstValue('round(7, 0.5)')).toContain('whole number');
  });

  it('digits of a result', () => {
    // 10^4000 has one digit more than the limit allows, 10^3999 just as many.
    const power = (digits: number): string => {
      const parts = Array(Math.floor(digits / 640)).fill('((10^10)^64)');
      return [...parts, `(10^10)^${Math.floor((digits % 640) / 10)}`, `10^${digits % 10}`].join('*');
    };
    expect(firstValue(power(FORMULA_LIMITS.resultDigits - 1))).toBe(`1${'0'.repeat(FORMULA_LIMITS.resultDigits - 1)}`);
    expect(firstValue(power(FORMULA_LIMITS.resultDigits))).toContain('too long to be computed exactly');
  });

  it('work on long fractions', () => {
    const schools: TestSchool[] = Array.from({ length: 400 }, (_, at) => ({
      code: String(at),
      name: `School ${at}`,
      level: 'ES',
      counts: { ALL: 100 * (at + 1), POV: 100 },
    }));
    // Shares of 400 enrollments have a sum of a few hundred digits: exact, and well inside the limit.
    expect(shown(evaluate('average(share("POV"))', schools)[0])).toMatch(/^\d{100,}\/\d{100,}$/);
    const heavy = Array(50).fill('total(share("POV")) * enrollment').join(' + ');
    const last = shown(evaluate(`total(round(${heavy}, 2))`, schools)[0]);
    expect(last).toContain('too long to be computed exactly');
  });
});
