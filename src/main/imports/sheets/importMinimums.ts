import type { MinimumKind } from '../../../shared/model/rows.ts';
import { parsePositiveMoney, parseRate } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { categoryIn, type ImportContext, schoolIn, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';

/**
 * Reads the sheet `minimums`: a level's or a school's minimum operational budget, per pupil or as an amount. Columns
 * that a sheet does not need may be left out; every row names one of level and school, and one of the two numbers.
 */
export function importMinimums(context: ImportContext): void {
  const optional = ['level', 'school', 'per_pupil', 'amount'];
  const table = context.table('minimums', { required: [], optional, takesFurther: false });
  if (!table) return;
  for (const pair of [
    ['level', 'school'],
    ['per_pupil', 'amount'],
  ] as const) {
    if (table.rows.length === 0 || pair.some((name) => table.column(name))) continue;
    context.faults.add(table.name, null, pair[0], `a column ${pair[0]} or ${pair[1]} is missing.`);
    return;
  }
  const scenario = context.scenarioId;
  const levels = context.levels();
  const levelRows = [];
  const schoolRows = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const minimum = readMinimum(row);
    const isLevel = row.text('level') !== '';
    if (isLevel && row.text('school') !== '') {
      row.fault('school', 'there is a level as well; leave one of the two empty.');
      continue;
    }
    if (!isLevel && !table.column('school')) {
      row.fault('level', 'this cell is empty.');
      continue;
    }
    const place = isLevel ? categoryIn(row, 'level', levels) : schoolIn(row, context);
    const what = () => `the minimum of ${quoted(place ?? '')}`;
    if (!unique.isNew(row, null, [isLevel ? 'level' : 'school', place], what)) continue;
    if (place === null || minimum === null) continue;
    if (isLevel) levelRows.push({ scenario, level: place, ...minimum });
    else schoolRows.push({ scenario, school: place, ...minimum });
  }
  context.plan.replace('levelMinimum', levelRows, (row) => row.scenario === scenario);
  context.plan.replace('schoolMinimum', schoolRows, (row) => row.scenario === scenario);
}

function readMinimum(row: TableRow): { kind: MinimumKind; value: number } | null {
  const perPupil = row.optionalQuantity('per_pupil', parseRate);
  const amount = row.optionalQuantity('amount', parsePositiveMoney);
  if (perPupil === undefined || amount === undefined) return null;
  if (perPupil !== null && amount !== null) {
    return row.fault('amount', 'there is a per_pupil as well; leave one of the two empty.');
  }
  if (perPupil !== null) return { kind: 'per_pupil', value: perPupil };
  if (amount !== null) return { kind: 'amount', value: amount };
  return row.fault(null, 'there is neither a per_pupil nor an amount.');
}
