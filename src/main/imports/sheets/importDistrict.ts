import type { DistrictRow } from '../../../shared/model/rows.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import { headerKey } from '../sheetNames.ts';

/** What the sheet `district` may say about the district. */
export const DISTRICT_KEYS = ['name', 'fiscal_year'] as const;
const LONGEST_VALUE = 1_000;

/** Reads the sheet `district`: key and value. An empty value takes the entry away. */
export function importDistrict(context: ImportContext): void {
  const table = context.table('district', { required: ['key', 'value'], optional: [], takesFurther: false });
  if (!table) return;
  const rows: DistrictRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const text = row.required('key');
    const value = row.longText('value', LONGEST_VALUE);
    if (text === null || value === null) continue;
    const key = DISTRICT_KEYS.find((candidate) => headerKey(candidate) === headerKey(text));
    if (!key) {
      row.fault('key', `${quoted(text)} is not one of ${DISTRICT_KEYS.join(', ')}.`);
      continue;
    }
    if (!unique.isNew(row, 'key', [key], () => key)) continue;
    if (value !== '') rows.push({ key, value });
  }
  context.plan.replace('district', rows);
}
