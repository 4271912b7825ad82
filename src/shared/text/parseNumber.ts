import { LIMITS, SCALING_SCALE, WHOLE_PERCENT } from '../model/units.ts';
import { formatCount, formatMoney, formatPercent, formatRate, formatScaling, formatWeight } from './formatNumber.ts';
import { quoted } from './quoted.ts';
import { type NumberText, readNumberText } from './readNumberText.ts';

/** A number as read, or one sentence that says what was expected. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly sentence: string };

interface Quantity {
  /** How a right value looks, completing “Type …”. */
  readonly expected: string;
  readonly places: number;
  readonly lowest: number;
  readonly highest: number;
  readonly allowsCurrency: boolean;
  readonly allowsPercent: boolean;
  readonly allowsShift: boolean;
  readonly format: (units: number) => string;
}

const MONEY: Quantity = {
  expected: 'dollars with at most two decimals, such as 1,234.50',
  places: 2,
  lowest: -LIMITS.moneyCents,
  highest: LIMITS.moneyCents,
  allowsCurrency: true,
  allowsPercent: false,
  allowsShift: true,
  format: formatMoney,
};
const COUNT: Quantity = {
  expected: 'a number of pupils with at most two decimals, such as 412 or 12.5',
  places: 2,
  lowest: 0,
  highest: LIMITS.countHundredths,
  allowsCurrency: false,
  allowsPercent: false,
  allowsShift: false,
  format: formatCount,
};
const WEIGHT: Quantity = {
  expected: 'a weight with at most four decimals, such as 0.34',
  places: 4,
  lowest: 0,
  highest: LIMITS.weightUnits,
  allowsCurrency: false,
  allowsPercent: false,
  allowsShift: false,
  format: formatWeight,
};
const PERCENT: Quantity = {
  expected: 'a percentage with at most four decimals, such as 45 or 12.5%',
  places: 4,
  lowest: 0,
  highest: WHOLE_PERCENT,
  allowsCurrency: false,
  allowsPercent: true,
  allowsShift: false,
  format: formatPercent,
};
const RATE: Quantity = {
  expected: 'dollars per pupil with at most six decimals, such as 3,741.00',
  places: 6,
  lowest: 0,
  highest: LIMITS.rateMillionths,
  allowsCurrency: true,
  allowsPercent: false,
  allowsShift: true,
  format: formatRate,
};

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
const refused = (reason: string, expected: string): { ok: false; sentence: string } => ({
  ok: false,
  sentence: `${capitalised(reason)}. Type ${expected}.`,
});

/** Why the marks around a number do not fit the quantity, or null. */
function misplacedMark(text: string, read: NumberText, quantity: Quantity): string | null {
  if (read.hasCurrency && !quantity.allowsCurrency) return `${quoted(text)} is an amount of money`;
  if (read.hasPercent && !quantity.allowsPercent) return `${quoted(text)} is a percentage`;
  if (read.shift > 0 && !quantity.allowsShift) return `${quoted(text)} ends in a letter`;
  return null;
}

/** Nine digits and at most six decimals: whole numbers far inside what a double holds exactly. */
const PLAIN = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** The units of a number written plainly, as nearly all cells of a file are; null asks for the full reading. */
function parsePlain(text: string, quantity: Quantity): number | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const part = match[2] ?? '';
  if (part.length > quantity.places) return null;
  const units = Number((match[1] as string) + part.padEnd(quantity.places, '0'));
  return units <= quantity.highest ? units : null;
}

/** The exact whole number of units, from digits alone: no floating point on the way. */
function parseQuantity(text: string, quantity: Quantity): Parsed<number> {
  const plainUnits = parsePlain(text, quantity);
  if (plainUnits !== null) return { ok: true, value: plainUnits };
  const read = readNumberText(text);
  if ('reason' in read) return refused(read.reason, quantity.expected);
  const misplaced = misplacedMark(text, read, quantity);
  if (misplaced) return refused(misplaced, quantity.expected);
  const places = quantity.places + read.shift;
  if (read.part.length > places) return refused(`${quoted(text)} has too many decimals`, quantity.expected);
  const size = BigInt(read.whole + read.part.padEnd(places, '0'));
  const units = read.negative ? -size : size;
  if (units < quantity.lowest) {
    const reason = quantity.lowest === 0 ? 'is below zero' : `is below ${quantity.format(quantity.lowest)}`;
    return refused(`${quoted(text)} ${reason}`, quantity.expected);
  }
  if (units > quantity.highest) {
    return refused(`${quoted(text)} is more than ${quantity.format(quantity.highest)}`, quantity.expected);
  }
  return { ok: true, value: Number(units) };
}

/** Dollars as people type them, in cents, of either sign: `($1,234.50)` is -123450, `1.2m` is 120000000. */
export const parseMoney = (text: string): Parsed<number> => parseQuantity(text, MONEY);

const REVENUE: Quantity = { ...MONEY, lowest: 0 };
/** Dollars that cannot be negative (revenues, central amounts), in cents. */
export const parsePositiveMoney = (text: string): Parsed<number> => parseQuantity(text, REVENUE);

/** Pupils in hundredths: `12.5` is 1250. */
export const parseCount = (text: string): Parsed<number> => parseQuantity(text, COUNT);

/** A weight in ten-thousandths: `.34` is 3400. */
export const parseWeight = (text: string): Parsed<number> => parseQuantity(text, WEIGHT);

/** A percentage in percent units, with or without its sign: `45` and `45%` are 450000; `0.45` is 0.45 %. */
export const parsePercent = (text: string): Parsed<number> => parseQuantity(text, PERCENT);

const FLOOR_PERCENT: Quantity = { ...PERCENT, highest: LIMITS.floorPercent };
/** A hold-harmless percent or a cap on gains, which may be more than 100 %, in percent units: `98.5` is 985000. */
export const parseFloorPercent = (text: string): Parsed<number> => parseQuantity(text, FLOOR_PERCENT);

const SHOCK_PERCENT: Quantity = { ...PERCENT, lowest: -WHOLE_PERCENT, highest: LIMITS.shockPercent };
/** A percent by which something moves up or down, in percent units: `-3` and `−3%` are -30000. */
export const parseShockPercent = (text: string): Parsed<number> => parseQuantity(text, SHOCK_PERCENT);

const SCALING: Quantity = {
  expected: 'a part of 1 with at most six decimals, such as 0.722007, or a percentage, such as 72.2007%',
  places: 6,
  lowest: 0,
  highest: SCALING_SCALE,
  allowsCurrency: false,
  allowsPercent: false,
  allowsShift: false,
  format: formatScaling,
};
const SCALING_PERCENT: Quantity = {
  ...SCALING,
  places: 4,
  allowsPercent: true,
  format: (units) => formatPercent(units),
};
/** A scaling in millionths: `0.722007` and `72.2007%` are 722007. A percent sign tells the two apart. */
export const parseScaling = (text: string): Parsed<number> =>
  parseQuantity(text, text.includes('%') ? SCALING_PERCENT : SCALING);

/** Dollars per pupil in millionths: `$3,741` is 3741000000. */
export const parseRate = (text: string): Parsed<number> => parseQuantity(text, RATE);

/** Digits a measure may have; what `calc/rational` reads exactly. */
export const MEASURE_DIGITS = { whole: 30, decimals: 20 } as const;
const CANONICAL = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/**
 * A measure as canonical decimal text: `1,250.50` is `1250.5`, `(3)` is `-3`. A percent sign is refused because
 * `12.5%` could be meant as 12.5 or as 0.125.
 */
export function parseMeasure(text: string): Parsed<string> {
  // Files hold nearly all measures in their canonical form already.
  if (text.length <= MEASURE_DIGITS.decimals && CANONICAL.test(text)) return { ok: true, value: text };
  const expected = `a number of at most ${MEASURE_DIGITS.whole} digits and ${MEASURE_DIGITS.decimals} decimals, such as 0.57`;
  const read = readNumberText(text);
  if ('reason' in read) return refused(read.reason, expected);
  if (read.hasPercent) return refused(`${quoted(text)} has a percent sign`, expected);
  const part = read.part.slice(read.shift);
  const whole = (read.whole + read.part.slice(0, read.shift).padEnd(read.shift, '0')).replace(/^0+(?=\d)/, '');
  if (whole.length > MEASURE_DIGITS.whole || part.length > MEASURE_DIGITS.decimals) {
    return refused(`${quoted(text)} has too many digits`, expected);
  }
  const isZero = whole === '0' && part === '';
  return { ok: true, value: `${read.negative && !isZero ? '-' : ''}${whole}${part ? `.${part}` : ''}` };
}

/**
 * A spreadsheet's stored number as decimal text, in the fifteen significant digits a spreadsheet itself shows, so that
 * a cell holding 0.1 + 0.2 is the 0.3 its owner sees. Null where it is no finite number.
 */
export function decimalText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const match = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(value.toExponential(14));
  if (!match) return null;
  const digits = `${match[2]}${match[3] ?? ''}`;
  const point = Number(match[4]) + 1;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const part = (point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(/0+$/, '');
  const isZero = value === 0;
  return `${match[1] && !isZero ? '-' : ''}${whole}${part ? `.${part}` : ''}`;
}
