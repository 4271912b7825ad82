import { pathOf } from '../gradual/path.ts';
import { weightsOnPath } from '../gradual/yearModel.ts';
import type { Model } from '../model/Model.ts';
import type { GrowthRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { shockSubject, signedPercent } from '../scenarios/shockWords.ts';
import { formatMoney, formatPercent, formatWeight } from '../text/formatNumber.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** Where a weight is to arrive, in ten-thousandths; null leaves it where it is. */
export function setGoalWeight(
  model: Model,
  scenario: number,
  weightSet: string,
  level: string,
  need: string,
  weight: number | null,
): Change {
  const before = model.get('goalWeight', scenario, weightSet, level, need)?.weight ?? null;
  const ops =
    weight === null
      ? removeRow(model, 'goalWeight', keyOf(scenario, weightSet, level, need))
      : setRow(model, 'goalWeight', { scenario, weightSet, level, need, weight });
  const category = model.table('need').get(need)?.name ?? need;
  const at = model.table('level').get(level)?.name ?? level;
  const shown = (value: number | null): string => (value === null ? 'none' : formatWeight(value));
  return {
    kind: 'weights',
    label: `${category} goal weight, ${at} ${shown(before)} → ${shown(weight)}`,
    scenario,
    ops,
  };
}

const yearWords = (year: number): string => (year === 0 ? 'this year' : `in ${year} ${year === 1 ? 'year' : 'years'}`);

/** How much of the way is gone in a year (0 is this year), in percent units; null carries on the year before. */
export function setPathShare(model: Model, scenario: number, year: number, share: number | null): Change {
  const ops =
    share === null
      ? removeRow(model, 'pathShare', keyOf(scenario, year))
      : setRow(model, 'pathShare', { scenario, year, share });
  const label = `Path, ${yearWords(year)} → ${share === null ? 'as the year before' : formatPercent(share)}`;
  return { kind: 'scenario', label, scenario, ops };
}

/** The unrestricted revenue, in cents, from which on the path is gone; null: from the start. */
export function setRevenueTrigger(model: Model, scenario: number, amountCents: number | null): Change {
  const ops =
    amountCents === null
      ? removeRow(model, 'revenueTrigger', String(scenario))
      : setRow(model, 'revenueTrigger', { scenario, amountCents });
  const shown = amountCents === null ? 'none' : `$${formatMoney(amountCents)}`;
  return { kind: 'scenario', label: `Revenue trigger → ${shown}`, scenario, ops };
}

/** Growth a year of a level's enrollment or of a source, in percent units; an empty code is every other one. */
export function setGrowth(
  model: Model,
  scenario: number,
  kind: GrowthRow['kind'],
  code: string,
  percent: number | null,
): Change {
  const [level, source] = kind === 'enrollment' ? [code, ''] : ['', code];
  const ops =
    percent === null
      ? removeRow(model, 'growth', keyOf(scenario, kind, level, source))
      : setRow(model, 'growth', { scenario, kind, level, source, percent });
  const subject = shockSubject(model, { kind, level, need: '', source });
  return {
    kind: 'scenario',
    label: `${subject} a year → ${percent === null ? 'none' : signedPercent(percent)}`,
    scenario,
    ops,
  };
}

/**
 * Takes the weights of a year on the path as the scenario's own: what is decided for that year. Best done in a copy of
 * the scenario, for the way is measured from the weights it has now.
 */
export function takeYear(model: Model, scenario: number, year: number): Change {
  const share = pathOf(model, scenario, year).at(-1)?.share ?? 0;
  const ops = weightsOnPath(model, scenario, share).flatMap((row) => setRow(model, 'weight', row));
  return { kind: 'weights', label: `Weights ${yearWords(year)}: ${formatPercent(share)} of the way`, scenario, ops };
}
