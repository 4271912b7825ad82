import type { EnrollmentRow } from '../../../shared/model/rows.ts';
import { parseCount } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import type { CategoryLookup } from '../CategoryLookup.ts';
import { categoryIn, type ImportContext, schoolIn, UniqueKeys } from '../ImportContext.ts';
import type { Sheet } from '../Sheet.ts';
import { SheetTable, type TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

/**
 * Reads the sheet `enrollment`: one row per school and level (empty: the school's own), one column per need. Every
 * need must have its column, so that a forgotten one is not taken for a district without such pupils; an empty cell
 * is no pupils.
 */
export function importEnrollment(context: ImportContext): void {
  const sheet = context.sheet('enrollment');
  if (!sheet) return;
  const needs = context.needs();
  const needHeaders = findNeedColumns(context, sheet, needs);
  const needColumns = [...needHeaders.keys()];
  const table = new SheetTable(
    withoutUnknown(sheet, needHeaders),
    { required: ['school'], optional: ['level', ...needColumns], takesFurther: false },
    context.faults,
  );
  const levels = context.levels();
  const version = context.plan.addVersion('enrollment');
  const rows: EnrollmentRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const school = schoolIn(row, context);
    const level = levelIn(row, context, levels, school);
    if (!unique.isNew(row, null, [school, level], () => `${quoted(school ?? '')} at level ${level}`)) continue;
    for (const [header, need] of needHeaders) {
      const count = row.optionalQuantity(header, parseCount);
      if (school === null || level === null || count === null || count === undefined) continue;
      rows.push({ version, school, level, need, count });
    }
  }
  context.plan.replace('enrollment', rows, (row) => row.version === version);
}

function levelIn(row: TableRow, context: ImportContext, levels: CategoryLookup, school: string | null): string | null {
  // Where the school is unknown or its level already faulty, only the cell's own text can be judged.
  const own = school === null ? '' : (context.plan.rowAfter('school', school)?.level ?? '');
  const level = categoryIn(row, 'level', levels, own);
  return level === '' ? null : level;
}

/** Need code by header as typed. Reports columns that are no need, needs named twice, and needs without a column. */
function findNeedColumns(context: ImportContext, sheet: Sheet, needs: CategoryLookup): Map<string, string> {
  const found = new Map<string, string>();
  const header = sheet.rows[0];
  for (const cell of header?.cells ?? []) {
    const text = cell.trim();
    if (text === '' || ['school', 'level'].includes(headerKey(text))) continue;
    const need = needs.find(text);
    const fault = (reason: string) => context.faults.add(sheet.name, header?.number ?? null, text, reason);
    if (need === null) fault(needs.unknown(text));
    else if ([...found.values()].includes(need)) fault(`there are two columns for the need ${need}.`);
    else found.set(text, need);
  }
  for (const need of needs.ordered) {
    if ([...found.values()].includes(need)) continue;
    context.faults.add(sheet.name, header?.number ?? null, need, 'the column of this need is missing.');
  }
  return found;
}

/** The sheet without the columns that were reported already, so that each is reported once. */
function withoutUnknown(sheet: Sheet, needHeaders: ReadonlyMap<string, string>): Sheet {
  const [header, ...rows] = sheet.rows;
  if (!header) return sheet;
  const seen = new Set<string>();
  const keeps = header.cells.map((cell) => {
    const text = cell.trim();
    const isKept =
      text === '' || ['school', 'level'].includes(headerKey(text)) || (needHeaders.has(text) && !seen.has(text));
    seen.add(text);
    return isKept;
  });
  if (keeps.every(Boolean)) return sheet;
  const cut = (cells: readonly string[]) => cells.map((cell, at) => ((keeps[at] ?? true) ? cell : ''));
  return { name: sheet.name, rows: [header, ...rows].map((row) => ({ ...row, cells: cut(row.cells) })) };
}
