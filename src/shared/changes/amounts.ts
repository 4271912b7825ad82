import type { Model } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { formatMoney, formatPercent, formatRate } from '../text/formatNumber.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** A typed amount of a table (grant or committed lock), in cents; null removes it. */
export function setTableAmount(
  model: Model,
  scenario: number,
  source: string,
  school: string,
  amountCents: number | null,
): Change {
  const before = model.get('tableAmount', scenario, source, school)?.amountCents ?? null;
  const ops =
    amountCents === null
      ? removeRow(model, 'tableAmount', keyOf(scenario, source, school))
      : setRow(model, 'tableAmount', { scenario, source, school, amountCents });
  const name = model.table('source').get(source)?.name ?? source;
  const at = model.table('school').get(school)?.name ?? school;
  const label = `${name} at ${at} ${before === null ? 'none' : formatMoney(before)} → ${
    amountCents === null ? 'none' : formatMoney(amountCents)
  }`;
  return { kind: 'table', label, scenario, ops };
}

/** A share of a source in percent units; `need` empty is the level's share. Null removes it. */
export function setShare(
  model: Model,
  scenario: number,
  source: string,
  level: string,
  need: string,
  percent: number | null,
): Change {
  const ops =
    percent === null
      ? removeRow(model, 'share', keyOf(scenario, source, level, need))
      : setRow(model, 'share', { scenario, source, level, need, percent });
  const name = model.table('source').get(source)?.name ?? source;
  const place = need === '' ? level : `${level} ${need}`;
  const label = `${name}: share of ${place} → ${percent === null ? 'none' : formatPercent(percent)}`;
  return { kind: 'shares', label, scenario, ops };
}

/** A typed rate in millionths of a dollar per pupil; null removes it. */
export function setRate(
  model: Model,
  scenario: number,
  source: string,
  level: string,
  need: string,
  rate: number | null,
): Change {
  const ops =
    rate === null
      ? removeRow(model, 'rate', keyOf(scenario, source, level, need))
      : setRow(model, 'rate', { scenario, source, level, need, rate });
  const name = model.table('source').get(source)?.name ?? source;
  const label = `${name}: rate of ${level} ${need} → ${rate === null ? 'none' : formatRate(rate)}`;
  return { kind: 'rates', label, scenario, ops };
}
