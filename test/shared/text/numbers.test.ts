import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCompactMoney,
  formatCount,
  formatDollars,
  formatMeasure,
  formatMoney,
  formatPercent,
  formatRate,
  formatWeight,
  plainCount,
  plainMoney,
  plainPercent,
  plainRate,
  plainWeight,
} from '../../../src/shared/text/formatNumber.ts';
import {
  decimalText,
  MEASURE_DIGITS,
  type Parsed,
  parseCount,
  parseMeasure,
  parseMoney,
  parsePercent,
  parsePositiveMoney,
  parseRate,
  parseWeight,
} from '../../../src/shared/text/parseNumber.ts';
import { NUMBER_TEXT_LENGTH } from '../../../src/shared/text/readNumberText.ts';
import { fuzz } from '../../fuzz/fuzz.ts';

describe('numbers as shown', () => {
  it.each([
    [0, '0.00'],
    [-0, '0.00'],
    [5, '0.05'],
    [-5, '−0.05'],
    [99999, '999.99'],
    [123450, '1,234.50'],
    [-123450, '−1,234.50'],
    [90_000_000_000_000, '900,000,000,000.00'],
    [Number.NaN, ''],
  ])('formats %d cents as %s', (cents, text) => expect(formatMoney(cents)).toBe(text));

  it('rounds whole dollars half away from zero', () => {
    expect([149, 150, -149, -150, 49, -49, 50].map(formatDollars)).toEqual(['1', '2', '−1', '−2', '0', '0', '1']);
  });

  it('shows only the decimals a quantity has', () => {
    expect([123400, 1250, 1225, 0].map(formatCount)).toEqual(['1,234', '12.5', '12.25', '0']);
    expect([3400, 2301, 10000, 0, 12345678].map(formatWeight)).toEqual([
      '0.34',
      '0.2301',
      '1.00',
      '0.00',
      '1,234.5678',
    ]);
    expect([450000, 125000, 1, 1000000].map(formatPercent)).toEqual(['45%', '12.5%', '0.0001%', '100%']);
    expect([3_741_000_000, 125_000, 1].map(formatRate)).toEqual(['3,741.00', '0.125', '0.000001']);
    expect([5000, -5000, 0].map(formatChange)).toEqual(['+50.00', '−50.00', '0.00']);
    expect(['2027', '61250', '-61250.5', '0.57'].map(formatMeasure)).toEqual(['2027', '61,250', '−61,250.5', '0.57']);
  });

  it.each([
    [41_260_000_000, '$412.6 M'],
    [-41_260_000_000, '−$412.6 M'],
    [99_996_000, '$1.0 M'],
    [99_994_999, '$999.9 K'],
    [99_995_000, '$1.0 M'],
    [99_900, '$999'],
    [99_950, '$1.0 K'],
    [94_949, '$949'],
    [1, '$0'],
    [-1, '$0'],
    [1_234_567_890_000, '$12.3 B'],
  ])('shortens %d cents to %s', (cents, text) => expect(formatCompactMoney(cents)).toBe(text));

  it('writes files in plain ASCII', () => {
    expect([-123450, 0, 7].map(plainMoney)).toEqual(['-1234.50', '0.00', '0.07']);
    expect(plainMoney(Number.NaN)).toBe('');
    expect([plainCount(123450), plainWeight(3400), plainPercent(450000), plainRate(3_741_000_000)]).toEqual([
      '1234.5',
      '0.34',
      '45',
      '3741.00',
    ]);
  });
});

describe('numbers as typed', () => {
  it.each([
    ['$1,234.50', 123450],
    ['1234.5', 123450],
    ['1234.5000', 123450],
    ['(1,234)', -123400],
    ['(1,234.50)', -123450],
    ['($1,234.50)', -123450],
    ['$(1,234.50)', -123450],
    ['-1,234', -123400],
    ['1,234-', -123400],
    ['1,234 -', -123400],
    ['\u22121,234', -123400],
    ['-$5', -500],
    ['$-5', -500],
    ['+$5', 500],
    ['$ 5', 500],
    ['+7', 700],
    ['1\u00a0234\u00a0567.89', 123456789],
    ['1\u202f234', 123400],
    ['\u00a012\u00a0', 1200],
    ['.5', 50],
    ['5.', 500],
    ['1.2m', 120_000_000],
    ['1.2 M', 120_000_000],
    ['$412.6\u00a0M', 41_260_000_000],
    ['3k', 300_000],
    ['2bn', 200_000_000_000],
    ['2 B', 200_000_000_000],
    ['(1.5k)', -150_000],
    ['0012', 1200],
    ['-0', 0],
    ['(0.00)', 0],
    ['1.23456k', 123456],
  ])('reads %j as %d cents', (text, cents) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: cents });
  });

  it.each([
    ['', 'no number'],
    ['   ', 'no number'],
    ['1,23.4', 'groups of three'],
    ['13,75', 'comma where the decimal point'],
    ['0,570', 'comma where the decimal point'],
    ['1,2345', 'groups of three'],
    ['1234,567', 'groups of three'],
    [',123', 'not a number'],
    ['1,234,', 'groups of three'],
    ['1.234.567', 'more than one decimal point'],
    ['1.234,50', 'groups of three'],
    ['1e5', 'exponent'],
    ['0x10', 'not a number'],
    ['1 234', 'not a number'],
    ['1\u00a0234,567', 'groups of three'],
    ['--5', 'not a number'],
    ['-(5)', 'more than one sign'],
    ['(5', 'parenthesis'],
    ['5)', 'parenthesis'],
    ['$$5', 'more than one $'],
    ['$-$5', 'more than one $'],
    ['€5', 'currency'],
    ['12.5%', 'percentage'],
    ['1.005', 'too many decimals'],
    ['1.2345678901k', 'too many decimals'],
    ['1/2', 'not a number'],
    ['Infinity', 'not a number'],
    ['NaN', 'not a number'],
    ['٣', 'not a number'],
    ['.', 'not a number'],
    ['5km', 'not a number'],
    ['900000000000.01', 'more than 900,000,000,000.00'],
    ['-900000000000.01', 'below −900,000,000,000.00'],
    ['9'.repeat(NUMBER_TEXT_LENGTH + 1), 'too long'],
  ])('refuses %j, saying %s', (text, why) => {
    const parsed = parseMoney(text);
    if (parsed.ok) throw new Error(`read as ${parsed.value}`);
    expect(parsed.sentence).toContain(why);
    expect(parsed.sentence).toContain('1,234.50');
  });

  it('keeps every limit on both sides', () => {
    const sides: [(text: string) => Parsed<number>, string, string][] = [
      [parseMoney, '900,000,000,000', '900,000,000,000.01'],
      [parsePositiveMoney, '0', '-0.01'],
      [parseCount, '10,000,000', '10,000,000.01'],
      [parseCount, '0.25', '0.255'],
      [parseWeight, '1000', '1000.0001'],
      [parseWeight, '0.0001', '0.00001'],
      [parsePercent, '100%', '100.0001%'],
      [parseRate, '10,000,000', '10,000,000.000001'],
      [parseRate, '0.000001', '0.0000001'],
    ];
    for (const [parse, inside, outside] of sides) {
      expect(parse(inside).ok, inside).toBe(true);
      expect(parse(outside).ok, outside).toBe(false);
    }
    for (const parse of [parseCount, parseWeight, parsePercent, parseRate]) expect(parse('-1').ok).toBe(false);
  });

  it('refuses marks that belong to another quantity', () => {
    expect([parseCount('$5').ok, parseWeight('5%').ok, parsePercent('$5').ok, parsePercent('5k').ok]).toEqual(
      Array(4).fill(false),
    );
    expect(parsePercent('0.45')).toEqual({ ok: true, value: 4500 });
  });

  it('reads measures into canonical decimals', () => {
    const read = (text: string): string | null => {
      const parsed = parseMeasure(text);
      return parsed.ok ? parsed.value : null;
    };
    expect(['1,250.50', '(3)', '-0.0', '.570', '1.2345k', '007'].map(read)).toEqual([
      '1250.5',
      '-3',
      '0',
      '0.57',
      '1234.5',
      '7',
    ]);
    expect(read('12%')).toBeNull();
    expect(read('9'.repeat(MEASURE_DIGITS.whole))).toBe('9'.repeat(MEASURE_DIGITS.whole));
    expect(read('9'.repeat(MEASURE_DIGITS.whole + 1))).toBeNull();
    expect(read(`0.${'3'.repeat(MEASURE_DIGITS.decimals)}`)).toBe(`0.${'3'.repeat(MEASURE_DIGITS.decimals)}`);
    expect(read(`0.${'3'.repeat(MEASURE_DIGITS.decimals + 1)}`)).toBeNull();
  });

  it('reads spreadsheet numbers as the spreadsheet shows them', () => {
    expect([0.1 + 0.2, 1234.5, -0, 1e21, 1e-7, 609674, 0.57, -12.25, Number.NaN].map(decimalText)).toEqual([
      '0.3',
      '1234.5',
      '0',
      '1000000000000000000000',
      '0.0000001',
      '609674',
      '0.57',
      '-12.25',
      null,
    ]);
  });
});

describe('numbers there and back', () => {
  const units = fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 });

  it('reads back every amount it shows or writes', () => {
    fuzz(
      'reads-back-every-amount-it-shows-or-writes',
      fc.property(units, (cents) => {
        const expected = { ok: true, value: cents };
        expect(parseMoney(formatMoney(cents))).toEqual(expected);
        expect(parseMoney(plainMoney(cents))).toEqual(expected);
        expect(parseMoney(formatChange(cents))).toEqual(expected);
      }),
    );
  });

  it('reads back every other quantity', () => {
    fuzz(
      'reads-back-every-other-quantity',
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (value) => {
        const expected = { ok: true, value };
        expect(parseCount(formatCount(value))).toEqual(expected);
        expect(parseWeight(formatWeight(value))).toEqual(expected);
        expect(parsePercent(formatPercent(value))).toEqual(expected);
        expect(parseRate(formatRate(value))).toEqual(expected);
        expect(parseRate(plainRate(value))).toEqual(expected);
      }),
    );
  });

  it('reads plain digits just as it reads them with marks around', () => {
    const digits = fc
      .tuple(fc.stringMatching(/^\d{1,14}$/), fc.stringMatching(/^(\.\d{1,8})?$/))
      .map((parts) => parts.join(''));
    fuzz(
      'reads-plain-digits-just-as-it-reads-them-with-marks-around',
      fc.property(digits, (text) => {
        for (const parse of [parseMoney, parseCount, parseWeight, parsePercent, parseRate]) {
          const [plain, signed] = [parse(text), parse(`+${text}`)];
          expect(plain.ok).toBe(signed.ok);
          if (plain.ok && signed.ok) expect(plain.value).toBe(signed.value);
        }
      }),
    );
  });

  it('never throws and never reads what a strict reader would not', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'0123456789.,-+$()%kmb \u00a0\u2212eE'.split('')),
      maxLength: 14,
    });
    fuzz(
      'never-throws-and-never-reads-what-a-strict-reader-would-not',
      fc.property(characters, (text) => {
        const parsed = parseMoney(text);
        if (!parsed.ok) return;
        expect(Number.isSafeInteger(parsed.value)).toBe(true);
        const digits = text.replace(/[^\d.]/g, '');
        const scale = /k/i.test(text) ? 1e3 : /m/i.test(text) ? 1e6 : /b/i.test(text) ? 1e9 : 1;
        expect(Math.abs(parsed.value) / 100).toBeCloseTo(Number(digits) * scale, 2);
      }),
      { numRuns: 3_000 },
    );
  });
});
