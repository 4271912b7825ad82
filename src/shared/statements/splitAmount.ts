import type { Rational } from '../calc/rational.ts';

/**
 * A school's amount in whole cents over its lines, in proportion to what each line comes to exactly: largest remainder,
 * ties to the first line. For pools that are used up to the cent, whose odd cents belong to schools and not to lines;
 * the lines then add to the amount, always.
 *
 * $100.00 over three equal lines: 33.34, 33.33, 33.33.
 */
export function splitAmount(amountCents: number, parts: readonly Rational[]): number[] {
  const common = parts.reduce((product, { denominator }) => lcm(product, denominator), 1n);
  const whole = parts.map(({ numerator, denominator }) => numerator * (common / denominator));
  const total = whole.reduce((sum, part) => sum + part, 0n);
  if (total === 0n) return parts.map((_, at) => (at === 0 ? amountCents : 0));
  const amount = BigInt(amountCents);
  const cut = whole.map((part) => (amount * part) / total);
  const order = whole
    .map((part, at) => ({ at, remainder: (amount * part) % total }))
    .sort((left, right) =>
      left.remainder === right.remainder ? left.at - right.at : left.remainder > right.remainder ? -1 : 1,
    );
  let odd = amount - cut.reduce((sum, cents) => sum + cents, 0n);
  for (const { at } of order) {
    if (odd === 0n) break;
    cut[at] = (cut[at] as bigint) + 1n;
    odd--;
  }
  return cut.map(Number);
}

function lcm(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b) [a, b] = [b, a % b];
  return (left / a) * right;
}
