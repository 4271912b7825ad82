import type { LevelRow } from '../../../shared/model/rows.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import { onOneLine } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

type Sheet = 'levels' | 'needs';

/** Reads `levels` or `needs`: codes and names in the district's own order. An empty name is the code. */
function readCategories(context: ImportContext, sheet: Sheet, most: number): LevelRow[] | null {
  const table = context.table(sheet, { required: ['code', 'name'], optional: [], takesFurther: false });
  if (!table) return null;
  const rows: LevelRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const code = row.code('code');
    const name = row.name('name', code ?? '');
    if (code === null || name === null) continue;
    if (unique.isNew(row, 'code', [code], () => quoted(code))) rows.push({ code, name, position: rows.length });
  }
  const fault = (reason: string) => context.faults.add(table.name, null, null, reason);
  if (table.rows.length === 0) fault('the sheet has no rows; leave it out to keep the usual ones.');
  if (rows.length > most) fault(`there are more than ${most} rows.`);
  return rows;
}

/** Without the sheet the model's levels stay; a new document has ES, MS and HS. */
export function importLevels(context: ImportContext): void {
  const rows = readCategories(context, 'levels', LIMITS.levels);
  if (rows) context.plan.replace('level', rows);
}

/**
 * Without the sheet the model's needs stay. A document without schools has none of its own yet: the further columns
 * of `enrollment` are then its needs, in their order, the first being all students.
 */
export function importNeeds(context: ImportContext): void {
  const rows = readCategories(context, 'needs', LIMITS.needs) ?? needsOfEnrollment(context);
  if (rows) context.plan.replace('need', rows);
}

function needsOfEnrollment(context: ImportContext): LevelRow[] | null {
  if (context.model.table('school').size > 0) return null;
  const header = context.sheet('enrollment')?.rows[0]?.cells ?? [];
  const codes = header.map(onOneLine).filter((text) => text !== '' && !isFixed(text));
  const unusable = codes.some((code) => code.length > LIMITS.codeLength);
  if (codes.length === 0 || codes.length > LIMITS.needs || unusable || new Set(codes).size < codes.length) return null;
  return codes.map((code, position) => ({ code, name: context.model.get('need', code)?.name ?? code, position }));
}

const isFixed = (header: string): boolean => ['school', 'level'].includes(headerKey(header));
