/** Seeds over and over, from the first: what a drag without Ctrl writes. */
export function repeated<T>(seeds: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, at) => seeds[at % seeds.length] as T);
}

/** Quotient of two whole numbers, half away from zero. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return isNegative ? -quotient : quotient;
}

/**
 * Numbers going on as they began, in whole units. One seed goes up by `step`. Seeds with an even step keep it.
 * Others go on along their straight line of best fit, as a spreadsheet has it, each rounded half-up to the unit:
 * counts of 100, 110 and 130 pupils go on with 143.33, 158.33.
 */
export function numberSeries(seeds: readonly bigint[], count: number, step: bigint): bigint[] {
  const n = seeds.length;
  const last = seeds[n - 1] as bigint;
  if (n === 1) return Array.from({ length: count }, (_, at) => last + step * BigInt(at + 1));
  const first = (seeds[1] as bigint) - (seeds[0] as bigint);
  const isEven = seeds.every((value, at) => at === 0 || value - (seeds[at - 1] as bigint) === first);
  if (isEven) return Array.from({ length: count }, (_, at) => last + first * BigInt(at + 1));
  const size = BigInt(n);
  let sumX = 0n;
  let sumY = 0n;
  let sumXY = 0n;
  let sumXX = 0n;
  for (let at = 0; at < n; at++) {
    const x = BigInt(at);
    const y = seeds[at] as bigint;
    sumX += x;
    sumY += y;
    sumXY += x * y;
    sumXX += x * x;
  }
  const spread = size * sumXX - sumX * sumX;
  const slope = size * sumXY - sumX * sumY;
  // y(x) = (sumY·spread + slope·(size·x − sumX)) ÷ (size·spread)
  return Array.from({ length: count }, (_, at) =>
    divideHalfUp(sumY * spread + slope * (size * BigInt(n + at) - sumX), size * spread),
  );
}

const ENDING_IN_NUMBER = /^(.*?)(\d{1,15})$/s;

/** Texts that end in numbers count on (`School 9`, `School 10`), keeping leading zeros; any others repeat. */
export function textSeries(seeds: readonly string[], count: number, step: 1 | -1): string[] {
  const parts = seeds.map((seed) => ENDING_IN_NUMBER.exec(seed));
  const stem = parts[0]?.[1];
  if (stem === undefined || parts.some((part) => part?.[1] !== stem)) return repeated(seeds, count);
  const numbers = parts.map((part) => BigInt(part?.[2] ?? '0'));
  const width = parts.at(-1)?.[2]?.startsWith('0') ? (parts.at(-1)?.[2]?.length ?? 0) : 0;
  const next = numberSeries(numbers, count, BigInt(step));
  if (next.some((number) => number < 0n)) return repeated(seeds, count);
  return next.map((number) => `${stem}${String(number).padStart(width, '0')}`);
}

/** Decimal texts (`0.57`) as whole numbers of their smallest unit; null where one is no plain decimal. */
export function decimalSeries(seeds: readonly string[], count: number, step: 1 | -1): string[] | null {
  const matches = seeds.map((seed) => /^(-?)(\d+)(?:\.(\d+))?$/.exec(seed));
  if (matches.some((match) => match === null)) return null;
  const places = Math.max(...matches.map((match) => match?.[3]?.length ?? 0));
  const units = matches.map((match) => {
    const size = BigInt(`${match?.[2] ?? ''}${(match?.[3] ?? '').padEnd(places, '0')}`);
    return match?.[1] ? -size : size;
  });
  const next = numberSeries(units, count, BigInt(step) * 10n ** BigInt(places));
  return next.map((unit) => {
    const digits = String(unit < 0n ? -unit : unit).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const part = digits.slice(digits.length - places).replace(/0+$/, '');
    return `${unit < 0n ? '-' : ''}${whole}${part ? `.${part}` : ''}`;
  });
}
