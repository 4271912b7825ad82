import type { Model } from '../model/Model.ts';
import type { ShockRow } from '../model/rows.ts';
import { formatPercent } from '../text/formatNumber.ts';

type NamedShock = Pick<ShockRow, 'kind' | 'level' | 'need' | 'source'>;

/** A percent with its sign: `+5%`, `−3%`; no change is `0%`. */
export const signedPercent = (units: number): string => (units > 0 ? `+${formatPercent(units)}` : formatPercent(units));

/** What a shock or growth is about: `Enrollment of Poverty, High`, `Enrollment`, `Revenue of Title I`, `All revenue`. */
export function shockSubject(model: Model, shock: NamedShock): string {
  if (shock.kind === 'revenue') {
    if (shock.source === '') return 'All revenue';
    return `Revenue of ${model.table('source').get(shock.source)?.name ?? shock.source}`;
  }
  const need = shock.need === '' ? null : (model.table('need').get(shock.need)?.name ?? shock.need);
  const level = shock.level === '' ? null : (model.table('level').get(shock.level)?.name ?? shock.level);
  if (need === null && level === null) return 'All enrollment';
  return `Enrollment of ${[need, level].filter((name) => name !== null).join(', ')}`;
}

/** As factors of a product: `× (1 − 3%) × (1 + 5%)`. */
export function shockFactors(shocks: readonly Pick<ShockRow, 'percent'>[]): string {
  return shocks.map(({ percent }) => `× (1 ${percent < 0 ? '−' : '+'} ${formatPercent(Math.abs(percent))})`).join(' ');
}
