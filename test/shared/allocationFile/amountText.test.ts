import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AmountForm } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { amountText } from '../../../src/shared/allocationFile/amountText.ts';
import { writeDate, writeYear } from '../../../src/shared/allocationFile/FileMoment.ts';
import { parseFiscalYear } from '../../../src/shared/allocationFile/fiscalYear.ts';
import { readAmount } from '../../../src/shared/allocationFile/readBack.ts';

const form = (fields: Partial<AmountForm>): AmountForm => ({
  decimals: 'point',
  places: 2,
  sign: 'minus',
  blankZero: false,
  ...fields,
});
const written = (cents: number, fields: Partial<AmountForm> = {}): string | null => {
  const text = amountText(cents, form(fields));
  return text && `${text.before}${text.digits}${text.after}`;
};

describe('an amount in a file', () => {
  it('is written as each form says', () => {
    expect(written(123_450)).toBe('1234.50');
    expect(written(-5)).toBe('-0.05');
    expect(written(123_450, { decimals: 'implied' })).toBe('123450');
    expect(written(5, { decimals: 'implied' })).toBe('5');
    expect(written(123_450, { decimals: 'implied', places: 4 })).toBe('12345000');
    expect(written(123_450, { places: 4 })).toBe('1234.5000');
    expect(written(123_400, { places: 0 })).toBe('1234');
    expect(written(0, { places: 0 })).toBe('0');
    expect(written(-123_450, { sign: 'trailing' })).toBe('1234.50-');
    expect(written(-123_450, { sign: 'parentheses' })).toBe('(1234.50)');
    expect(written(123_450, { sign: 'plus_minus' })).toBe('+1234.50');
    expect(written(-123_450, { sign: 'absolute' })).toBe('1234.50');
  });

  it('is refused where the form has no place for its cents, never rounded', () => {
    expect(written(123_450, { places: 0 })).toBeNull();
    expect(written(123_455, { places: 1 })).toBeNull();
    expect(written(123_450, { places: 1 })).toBe('1234.5');
  });

  it('reads back as the same cents, whatever the form and the filling', () => {
    const forms = fc.record({
      decimals: fc.constantFrom('point', 'implied'),
      places: fc.integer({ min: 2, max: 6 }),
      sign: fc.constantFrom('minus', 'plus_minus', 'trailing', 'parentheses'),
      blankZero: fc.constant(false),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 }),
        forms,
        fc.constantFrom('', ' ', '0', '*'),
        (cents, of, pad) => {
          const text = amountText(cents, of as AmountForm);
          const digits = pad === '0' ? text?.digits.padStart(40, '0') : text?.digits;
          const whole = `${text?.before}${digits}${text?.after}`;
          expect(readAmount(pad === '*' ? whole.padStart(50, '*') : whole, of as AmountForm, pad)).toBe(cents);
        },
      ),
    );
  });

  it('reads nothing out of what is no amount of the form', () => {
    for (const text of ['', '1,234.50', '1234.5', '12a4.50', '--5.00', '1234.50-', '(5.00)']) {
      expect(readAmount(text, form({}), '')).toBeNull();
    }
    expect(readAmount('1234.501', form({ places: 3 }), '')).toBeNull();
    expect(readAmount('12.34', form({ decimals: 'implied' }), '')).toBeNull();
  });
});

describe('years and dates', () => {
  it('are read as districts type them', () => {
    const years = { begins: 2026, ends: 2027 };
    for (const text of ['2027', 'FY27', 'FY 2026-27', '2026–2027', '2026/27']) {
      expect(parseFiscalYear(text)).toEqual(years);
    }
    for (const text of ['', 'next year', '2026-28', '1', '2025-26-27']) expect(parseFiscalYear(text)).toBeNull();
    expect(writeYear('2026-27', 'begins')).toBe('2026');
    expect(writeYear('2026-27', 'ends_short')).toBe('27');
    expect(writeYear('next', 'ends')).toBeNull();
    expect(writeYear('next', 'as_typed')).toBe('next');
  });

  it('are written by a pattern', () => {
    expect(writeDate('2026-11-21T09:05:07', 'YYYYMMDD')).toBe('20261121');
    expect(writeDate('2026-11-21T09:05:07', 'MM/DD/YY hh:mm:ss')).toBe('11/21/26 09:05:07');
    expect(writeDate('2026-11-21', 'DD-Mon-YYYY')).toBe('21-Nov-2026');
    expect(writeDate('', 'YYYY')).toBe('');
  });
});
