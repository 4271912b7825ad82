import type { CurrentBudgetRow } from '../../../shared/model/rows.ts';
import { parseCount, parseMoney } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, schoolIn, UniqueKeys } from '../ImportContext.ts';

/** Reads the sheet `current`: what a school has this year and, where known, for how many pupils. */
export function importCurrent(context: ImportContext): void {
  const table = context.table('current', { required: ['school', 'amount'], optional: ['pupils'], takesFurther: false });
  if (!table) return;
  const version = context.plan.addVersion('current');
  const rows: CurrentBudgetRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const school = schoolIn(row, context);
    const amountCents = row.quantity('amount', parseMoney);
    const pupils = row.optionalQuantity('pupils', parseCount);
    if (!unique.isNew(row, 'school', [school], () => quoted(school ?? ''))) continue;
    if (school === null || amountCents === null || pupils === undefined) continue;
    rows.push({ version, school, amountCents, pupils });
  }
  context.plan.replace('currentBudget', rows, (row) => row.version === version);
}
