import { MINUS } from '../../../shared/text/formatNumber.ts';
import type { ColumnKind } from '../SheetColumn.ts';

/** Decimals of each kind's unit, and how many are always shown. Kinds of the same unit can be added up together. */
const PLACES: Partial<Record<ColumnKind, readonly [unit: string, places: number, least: number]>> = {
  money: ['cents', 2, 2],
  dollars: ['cents', 2, 2],
  count: ['pupils', 2, 0],
  weight: ['weight', 4, 2],
  index: ['weight', 4, 2],
  percent: ['percent', 4, 0],
  rate: ['rate', 6, 2],
  integer: ['number', 0, 0],
};

/** The unit that a kind's values are in, or null for texts; `decimal` texts are numbers of their own kind. */
export const unitOf = (kind: ColumnKind): string | null =>
  kind === 'decimal' ? 'decimal' : (PLACES[kind]?.[0] ?? null);

/** A whole number of units of any size as people read it: `12,345.60`, `−3`, `45%`. Zero is `0`, never a dash. */
export function formatUnits(kind: ColumnKind, units: bigint): string {
  const [, places, least] = PLACES[kind] ?? ['', 0, 0];
  return `${formatScaled(units, places, least)}${kind === 'percent' ? '%' : ''}`;
}

/** `formatScaled(1234500n, 3, 1)` is `1,234.5`. */
export function formatScaled(units: bigint, places: number, least: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  let part = digits.slice(digits.length - places);
  while (part.length > least && part.endsWith('0')) part = part.slice(0, -1);
  return `${units < 0n ? MINUS : ''}${whole}${part ? `.${part}` : ''}`;
}
