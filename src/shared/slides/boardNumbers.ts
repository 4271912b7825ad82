import { formatChange, formatMoney, MINUS } from '../text/formatNumber.ts';

const BILLION = 100_000_000_000;
const MILLION = 100_000_000;

/** A number as a board reads it: the figure large, the unit small beside it. */
export interface BoardNumber {
  readonly figure: string;
  /** `billion`, `million` or nothing. */
  readonly unit: string;
}

/**
 * Cents shortened: two decimals of a billion, one of a million from ten on, two below, whole dollars below a million.
 * $4,281,600,000.00 is `$4.28` `billion`; $12,300,000.00 `$12.3` `million`; $845,120.40 `$845,120`.
 */
export function boardNumber(cents: number): BoardNumber {
  if (!Number.isFinite(cents)) return { figure: '–', unit: '' };
  const size = Math.abs(cents);
  const step =
    size >= 0.99995 * BILLION
      ? { of: BILLION, places: 2, unit: 'billion' }
      : size >= 9.995 * MILLION
        ? { of: MILLION, places: 1, unit: 'million' }
        : size >= MILLION - 50
          ? { of: MILLION, places: 2, unit: 'million' }
          : { of: 100, places: 0, unit: '' };
  const text = grouped(size / step.of, step.places);
  const isZero = /^[0.,]*$/.test(text);
  return { figure: `${cents < 0 && !isZero ? MINUS : ''}$${text}`, unit: step.unit };
}

/** `$4.28 billion`, `−$12.3 million`, `$845,120`. */
export function boardMoney(cents: number): string {
  const { figure, unit } = boardNumber(cents);
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** Values at an axis, all in one unit and as exact as their step: `$2 million`, `$4 million`. Cents. */
export function tickMoney(ticks: readonly number[]): (cents: number) => string {
  const most = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs(ticks[1]! - ticks[0]!) : most;
  const unit =
    most >= BILLION
      ? { of: BILLION, name: ' billion' }
      : most >= MILLION
        ? { of: MILLION, name: ' million' }
        : { of: 100, name: '' };
  const isWhole = (at: number): boolean => Math.abs(at - Math.round(at)) < 1e-6;
  const places = [0, 1].find((each) => isWhole((step / unit.of) * 10 ** each)) ?? 2;
  return (cents) =>
    cents === 0 ? '$0' : `${cents < 0 ? MINUS : ''}$${grouped(Math.abs(cents) / unit.of, places)}${unit.name}`;
}

/** With its sign: `+$6.22 million`, `−$31,400`, `no change`. */
export function boardChange(cents: number): string {
  if (!Number.isFinite(cents)) return '–';
  const text = boardMoney(cents);
  if (/^\$0$/.test(text)) return 'no change';
  return cents > 0 ? `+${text}` : text;
}

/** Cents as whole dollars: `$6,041`, `−$31`. */
export function wholeDollars(cents: number): string {
  if (!Number.isFinite(cents)) return '–';
  const text = grouped(Math.abs(cents) / 100, 0);
  return `${cents < 0 && text !== '0' ? MINUS : ''}$${text}`;
}

/** Cents as whole dollars with their sign: `+$120`; `$0` where no whole dollar differs. */
export function wholeChange(cents: number): string {
  const text = wholeDollars(cents);
  return cents > 0 && text !== '$0' && text !== '–' ? `+${text}` : text;
}

/** A fraction with its sign: `+4.8%`, `−0.7%`, `0.0%`. */
export function percentChange(fraction: number): string {
  if (!Number.isFinite(fraction)) return '–';
  const text = grouped(Math.abs(fraction) * 100, 1);
  if (text === '0.0') return '0.0%';
  return `${fraction < 0 ? MINUS : '+'}${text}%`;
}

/** To the cent: `$678,214,550.00`, `−$12.05`. */
export const exactMoney = (cents: number): string =>
  Number.isFinite(cents) ? `${cents < 0 ? MINUS : ''}$${formatMoney(Math.abs(cents))}` : '–';

export const plainInteger = (value: number): string => grouped(Math.abs(value), 0);

/** Half-up decimals with marks between thousands. */
function grouped(value: number, places: number): string {
  const text = value.toFixed(places);
  const dot = text.indexOf('.');
  const whole = dot < 0 ? text : text.slice(0, dot);
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${dot < 0 ? '' : text.slice(dot)}`;
}

/** Cents in tables: dollars and cents, as a column of numbers. */
export const tableMoney = (dollars: number): string => formatMoney(Math.round(dollars * 100));
export const tableChange = (dollars: number): string => formatChange(Math.round(dollars * 100));
