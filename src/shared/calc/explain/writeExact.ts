import { formatCount, formatMoney, MINUS } from '../../text/formatNumber.ts';
import { multiply, type Rational, rational } from '../rational.ts';

/** The most decimals an exact number is written with before it is cut short with an ellipsis. */
const PLACES = 10;
const SHORT_PLACES = 6;

/**
 * A fraction with thousands marks: all its decimals where they end within ten, otherwise the first six and `…`, so
 * that a reader sees whether the number can be typed into a calculator as it stands.
 * `writeExact(417150, 100)` is `4,171.5`; of 2 ÷ 3 it is `0.666666…`.
 */
export function writeExact(value: Rational, leastPlaces = 0): string {
  const { numerator, denominator } = rational(value.numerator, value.denominator);
  const size = numerator < 0n ? -numerator : numerator;
  const scaled = size * 10n ** BigInt(PLACES);
  const ends = scaled % denominator === 0n;
  const places = ends ? PLACES : SHORT_PLACES;
  const digits = ((size * 10n ** BigInt(places)) / denominator).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
  let part = digits.slice(-places);
  if (ends) {
    while (part.length > leastPlaces && part.endsWith('0')) part = part.slice(0, -1);
  }
  const sign = numerator < 0n ? MINUS : '';
  return `${sign}${whole}${part ? `.${part}` : ''}${ends ? '' : '…'}`;
}

/** Cents as dollars: whole cents with two decimals, anything finer with what it needs. */
export function writeDollars(cents: Rational): string {
  return writeExact(multiply(cents, { numerator: 1n, denominator: 100n }), 2);
}

/** `a + b − c` from signed cents with labels. */
export function writeSum(parts: readonly { readonly cents: number; readonly label: string }[]): string {
  return parts
    .map(({ cents, label }, at) => {
      const text = `${formatMoney(Math.abs(cents))}${label ? ` ${label}` : ''}`;
      if (at === 0) return cents < 0 ? `${MINUS}${text}` : text;
      return `${cents < 0 ? MINUS : '+'} ${text}`;
    })
    .join(' ');
}

/** `1 school`, `12 schools`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count * 100)} ${count === 1 ? one : many}`;
}
