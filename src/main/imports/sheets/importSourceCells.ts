import type { RateRow, ShareRow, TableAmountRow } from '../../../shared/model/rows.ts';
import { parseMoney, parsePercent, parseRate } from '../../../shared/text/parseNumber.ts';
import { categoryIn, type ImportContext, schoolIn, sourceIn, UniqueKeys } from '../ImportContext.ts';

/** Reads the sheet `shares`; a row without a need gives the level's share of the source. */
export function importShares(context: ImportContext): void {
  const required = ['source', 'level', 'need', 'percent'];
  const table = context.table('shares', { required, optional: [], takesFurther: false });
  if (!table) return;
  const scenario = context.scenarioId;
  const levels = context.levels();
  const needs = context.needs();
  const rows: ShareRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const source = sourceIn(row, context);
    const level = categoryIn(row, 'level', levels);
    const need = categoryIn(row, 'need', needs, '');
    const percent = row.percent('percent', parsePercent);
    if (percent === null && table.column('percent')) row.fault('percent', 'this cell is empty.');
    const what = () => `the share of ${source}, ${level}${need ? `, ${need}` : ''}`;
    if (!unique.isNew(row, null, [source, level, need], what)) continue;
    if (source === null || level === null || need === null || percent === null || percent === undefined) continue;
    rows.push({ scenario, source, level, need, percent });
  }
  context.plan.replace('share', rows, (row) => row.scenario === scenario);
}

/** Reads the sheet `rates`: dollars per pupil. */
export function importRates(context: ImportContext): void {
  const required = ['source', 'level', 'need', 'rate'];
  const table = context.table('rates', { required, optional: [], takesFurther: false });
  if (!table) return;
  const scenario = context.scenarioId;
  const levels = context.levels();
  const needs = context.needs();
  const rows: RateRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const source = sourceIn(row, context);
    const level = categoryIn(row, 'level', levels);
    const need = categoryIn(row, 'need', needs);
    const rate = row.quantity('rate', parseRate);
    if (!unique.isNew(row, null, [source, level, need], () => `the rate of ${source}, ${level}, ${need}`)) continue;
    if (source === null || level === null || need === null || rate === null) continue;
    rows.push({ scenario, source, level, need, rate });
  }
  context.plan.replace('rate', rows, (row) => row.scenario === scenario);
}

/** Reads the sheet `table`: amounts typed for schools. */
export function importTableAmounts(context: ImportContext): void {
  const required = ['source', 'school', 'amount'];
  const table = context.table('table', { required, optional: [], takesFurther: false });
  if (!table) return;
  const scenario = context.scenarioId;
  const rows: TableAmountRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const source = sourceIn(row, context);
    const school = schoolIn(row, context);
    const amountCents = row.quantity('amount', parseMoney);
    if (!unique.isNew(row, null, [source, school], () => `the amount of ${source} for ${school}`)) continue;
    if (source === null || school === null || amountCents === null) continue;
    rows.push({ scenario, source, school, amountCents });
  }
  context.plan.replace('tableAmount', rows, (row) => row.scenario === scenario);
}
