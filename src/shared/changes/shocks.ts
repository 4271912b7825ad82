import type { Model } from '../model/Model.ts';
import type { ShockRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { shockSubject, signedPercent } from '../scenarios/shockWords.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** Which part of an input a shock is about; an empty text stands for every level, need or source. */
export type ShockPlace = Omit<ShockRow, 'scenario' | 'percent'>;

/** Enrollment at a level, of a need, or both. `enrollmentShock('HS', '')` is all enrollment of the high schools. */
export const enrollmentShock = (level: string, need: string): ShockPlace => ({
  kind: 'enrollment',
  level,
  need,
  source: '',
});

export const revenueShock = (source: string): ShockPlace => ({ kind: 'revenue', level: '', need: '', source });

/**
 * What a scenario supposes about an input, in percent units (−30000 is −3 %); null takes the supposition back.
 * Shocks that name the same cell add up as products; see `calc/shocks.ts`.
 */
export function setShock(model: Model, scenario: number, place: ShockPlace, percent: number | null): Change {
  const key = keyOf(scenario, place.kind, place.level, place.need, place.source);
  const before = model.table('shock').get(key)?.percent ?? null;
  const ops =
    percent === null ? removeRow(model, 'shock', key) : setRow(model, 'shock', { scenario, ...place, percent });
  const shown = (value: number | null): string => (value === null ? 'as projected' : signedPercent(value));
  const label = `${shockSubject(model, place)} ${shown(before)} → ${shown(percent)}`;
  return { kind: 'scenario', label, scenario, ops };
}
