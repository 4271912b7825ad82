import type { AmountForm } from './AllocationTemplate.ts';

/** An amount in pieces, so that padding with zeros can go between the sign and the digits. */
export interface AmountText {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

/**
 * Cents as the form writes them, or null where the form has no place for odd cents. `amountText(-123450, …)` with a
 * point and two places is `-`, `1234.50`; with two implied decimals `-`, `123450`.
 */
export function amountText(cents: number, form: AmountForm): AmountText | null {
  const size = Math.abs(cents);
  const digits = amountDigits(size, form);
  if (digits === null) return null;
  const isNegative = cents < 0;
  switch (form.sign) {
    case 'minus':
      return { before: isNegative ? '-' : '', digits, after: '' };
    case 'plus_minus':
      return { before: isNegative ? '-' : '+', digits, after: '' };
    case 'trailing':
      return { before: '', digits, after: isNegative ? '-' : '' };
    case 'parentheses':
      return isNegative ? { before: '(', digits, after: ')' } : { before: '', digits, after: '' };
    case 'absolute':
      return { before: '', digits, after: '' };
  }
}

function amountDigits(size: number, { decimals, places }: AmountForm): string | null {
  let units = String(size);
  if (places >= 2) units += '0'.repeat(places - 2);
  else {
    const dropped = 2 - places;
    const padded = units.padStart(3, '0');
    if (padded.slice(-dropped) !== '0'.repeat(dropped)) return null;
    units = padded.slice(0, -dropped).replace(/^0+(?=\d)/, '');
  }
  if (decimals === 'implied' || places === 0) return units;
  const padded = units.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
