import type { Model } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { formatCount, formatMoney } from '../text/formatNumber.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/**
 * Pupils of one school × level × need, in hundredths: `setCount(model, 1, '0042', 'ES', 'POV', 31000)` says that 310
 * pupils of school 0042 count as Poverty. Zero removes the cell, so that no empty rows gather in the document.
 */
export function setCount(
  model: Model,
  version: number,
  school: string,
  level: string,
  need: string,
  count: number,
): Change {
  const before = model.get('enrollment', version, school, level, need)?.count ?? 0;
  const name = model.table('school').get(school)?.name ?? school;
  const category = model.table('need').get(need)?.name ?? need;
  const ops =
    count === 0
      ? removeRow(model, 'enrollment', keyOf(version, school, level, need))
      : setRow(model, 'enrollment', { version, school, level, need, count });
  const label = `${category} at ${name} ${formatCount(before)} → ${formatCount(count)}`;
  return { kind: 'enrollment', label, scenario: null, ops };
}

/** This year's budget of a school, in cents, with the pupils it was for (hundredths or null); null removes it. */
export function setCurrentBudget(
  model: Model,
  version: number,
  school: string,
  budget: { amountCents: number; pupils: number | null } | null,
): Change {
  const name = model.table('school').get(school)?.name ?? school;
  const ops = budget
    ? setRow(model, 'currentBudget', { version, school, ...budget })
    : removeRow(model, 'currentBudget', keyOf(version, school));
  const label = `Current budget of ${name} → ${budget ? formatMoney(budget.amountCents) : 'none'}`;
  return { kind: 'current', label, scenario: null, ops };
}
