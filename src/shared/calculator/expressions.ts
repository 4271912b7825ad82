/**
 * Spreadsheet formulas that are worked out while they are written: each has its text and what it comes to in the
 * doubles every spreadsheet computes with. So the value kept beside a formula is that formula's own value.
 *
 * How a cent stays a cent: amounts are brought to cents and snapped to a few decimals (`ROUND(count * rate * 100, 4)`)
 * before they are cut or rounded. A half cent is then exactly one half, which a double can hold, and no spreadsheet
 * can see 416.62499999 where the exact product is 416.625.
 */
export interface Expression {
  readonly text: string;
  readonly value: number | string;
  /** How tightly the text holds together: 1 comparison, 2 sum, 3 product, 4 anything that needs no parentheses. */
  readonly rank: number;
}

const number = (expression: Expression): number => (typeof expression.value === 'number' ? expression.value : 0);
const within = (expression: Expression, rank: number): string =>
  expression.rank >= rank ? expression.text : `(${expression.text})`;

/** Something with a place: `ref('H12', 5)`. */
export const ref = (text: string, value: number | string): Expression => ({ text, value, rank: 4 });

export function literal(value: number | string): Expression {
  if (typeof value === 'string') return ref(`"${value.replaceAll('"', '""')}"`, value);
  const text = plainDecimal(value);
  return { text, value, rank: value < 0 ? 2 : 4 };
}

/** A spreadsheet reads 1E-7 as well, but nobody reads it twice. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

export const plus = (left: Expression, right: Expression): Expression => ({
  text: `${within(left, 2)}+${within(right, 3)}`,
  value: number(left) + number(right),
  rank: 2,
});
export const minus = (left: Expression, right: Expression): Expression => ({
  text: `${within(left, 2)}-${within(right, 3)}`,
  value: number(left) - number(right),
  rank: 2,
});
export const times = (left: Expression, right: Expression): Expression => ({
  text: `${within(left, 3)}*${within(right, 4)}`,
  value: number(left) * number(right),
  rank: 3,
});
export const over = (left: Expression, right: Expression): Expression => ({
  text: `${within(left, 3)}/${within(right, 4)}`,
  value: number(left) / number(right),
  rank: 3,
});

const call = (name: string, args: readonly Expression[], value: number | string): Expression => ({
  text: `${name}(${args.map(({ text }) => text).join(',')})`,
  value,
  rank: 4,
});

/** Half away from zero, as every spreadsheet rounds. */
export function roundTo(value: number, places: number): number {
  const scale = 10 ** places;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale || 0;
}

export const round = (value: Expression, places: number): Expression =>
  call('ROUND', [value, literal(places)], roundTo(number(value), places));
export const int = (value: Expression): Expression => call('INT', [value], Math.floor(number(value)));
export const abs = (value: Expression): Expression => call('ABS', [value], Math.abs(number(value)));
export const max = (...values: readonly Expression[]): Expression =>
  call('MAX', values, Math.max(...numbersOf(values)));
export const min = (...values: readonly Expression[]): Expression =>
  call('MIN', values, Math.min(...numbersOf(values)));

/** Texts in cells count for nothing in MAX and MIN; without any number both are 0. */
function numbersOf(values: readonly Expression[]): number[] {
  const numbers = values.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return numbers.length > 0 ? numbers : [0];
}

/** The sum of cells wherever they are. */
export const sumCells = (cells: readonly Expression[]): Expression =>
  cells.length === 0
    ? literal(0)
    : call(
        'SUM',
        cells,
        cells.reduce((total, cell) => total + number(cell), 0),
      );

/** The sum of cells one below the other, in the order in which a spreadsheet adds them. */
export function sumOf(range: string, values: readonly (number | string | null)[]): Expression {
  let total = 0;
  for (const value of values) if (typeof value === 'number') total += value;
  return ref(`SUM(${range})`, total);
}

export const isBlank = (cell: Expression): Condition => ({ text: `${cell.text}=""`, isTrue: cell.value === '' });

/** What a formula asks. */
export interface Condition {
  readonly text: string;
  readonly isTrue: boolean;
}

const COMPARE = {
  '=': (left: number, right: number) => left === right,
  '<>': (left: number, right: number) => left !== right,
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
} as const;

export const compare = (left: Expression, operator: keyof typeof COMPARE, right: Expression): Condition => ({
  text: `${within(left, 2)}${operator}${within(right, 2)}`,
  isTrue: COMPARE[operator](number(left), number(right)),
});
export const both = (one: Condition, other: Condition): Condition => ({
  text: `AND(${one.text},${other.text})`,
  isTrue: one.isTrue && other.isTrue,
});
export const either = (...conditions: readonly Condition[]): Condition => ({
  text: `OR(${conditions.map(({ text }) => text).join(',')})`,
  isTrue: conditions.some(({ isTrue }) => isTrue),
});
export const not = (one: Condition): Condition => ({ text: `NOT(${one.text})`, isTrue: !one.isTrue });

export const when = (condition: Condition, whenTrue: Expression, whenFalse: Expression): Expression => ({
  text: `IF(${condition.text},${whenTrue.text},${whenFalse.text})`,
  value: condition.isTrue ? whenTrue.value : whenFalse.value,
  rank: 4,
});

const HUNDRED = literal(100);

/** Decimals of cents that a double still tells apart from the next number at this size. */
export function snapPlaces(dollars: number, wanted: number): number {
  const digits = Math.ceil(Math.log10(Math.abs(dollars) * 100 + 1));
  return Math.max(0, Math.min(wanted, 14 - digits));
}

/** Cents as dollars: a whole number of cents over 100 is the double nearest to that amount. */
const toDollars = (cents: Expression): Expression => over(cents, HUNDRED);

/** Dollars cut down to the cent, of an amount whose cents have `places` decimals at most, or nearly. */
export const cutToCent = (dollars: Expression, places: number): Expression =>
  toDollars(int(round(times(dollars, HUNDRED), places)));
/** Dollars half-up to the cent. */
export const roundToCent = (dollars: Expression, places: number): Expression =>
  toDollars(round(round(times(dollars, HUNDRED), places), 0));
export const cutToDollar = (dollars: Expression, places: number): Expression => int(round(dollars, places));
export const roundToDollar = (dollars: Expression, places: number): Expression => round(round(dollars, places), 0);
/** A sum or difference of whole cents, without the dust that adding decimals in doubles leaves. */
export const clean = (dollars: Expression): Expression => round(dollars, 2);
