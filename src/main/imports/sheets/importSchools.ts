import { checkValue } from '../../../shared/model/checkRow.ts';
import type { MeasureRow, SchoolColumnRow, SchoolRow, TagRow } from '../../../shared/model/rows.ts';
import type { Column } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { parseMeasure } from '../../../shared/text/parseNumber.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { categoryIn, type ImportContext, UniqueKeys } from '../ImportContext.ts';
import { type FoundColumn, markProblem, type SheetTable, type TableRow } from '../SheetTable.ts';
import { isForcedText, unforceText } from './forcedText.ts';

const TAG_VALUE: Column = { name: '', value: { type: 'text', length: LIMITS.nameLength }, nullable: false };
const COLUMN_NAME: Column = { name: '', value: { type: 'code' }, nullable: false };

/** Reads the sheet `schools`: the schools, and every further column as a measure or a tag. */
export function importSchools(context: ImportContext): void {
  const columns = { required: ['code', 'name', 'level'], optional: [], takesFurther: true };
  const table = context.table('schools', columns);
  if (!table) return;
  const levels = context.levels();
  const onlyLevel = levels.ordered.length === 1 ? levels.ordered[0] : undefined;
  const schools: SchoolRow[] = [];
  const codeOf = new Map<TableRow, string>();
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const code = row.code('code');
    const name = row.name('name', code ?? '');
    const level = table.column('level') ? categoryIn(row, 'level', levels, onlyLevel) : null;
    if (code === null || !unique.isNew(row, 'code', [code], () => quoted(code))) continue;
    codeOf.set(row, code);
    schools.push({ code, name: name ?? code, level: level ?? '' });
  }
  const fault = (reason: string) => context.faults.add(table.name, null, null, reason);
  if (table.rows.length === 0) fault('the sheet has no schools.');
  if (schools.length > LIMITS.schools) fault(`there are more than ${LIMITS.schools.toLocaleString('en-US')} schools.`);
  context.plan.replace('school', schools);
  importFurtherColumns(context, table, codeOf);
}

/**
 * A further column all of whose non-empty cells are numbers is a measure, otherwise it is a tag. Digits with leading
 * zeros are a code and so make a tag; a column without any value is a measure, blank at every school.
 */
function importFurtherColumns(context: ImportContext, table: SheetTable, codeOf: ReadonlyMap<TableRow, string>): void {
  const columns: SchoolColumnRow[] = [];
  const tags: TagRow[] = [];
  const measures: MeasureRow[] = [];
  const version = context.plan.addVersion('measures');
  for (const column of table.further) {
    if (!isUsableName(context, table, column)) continue;
    const values = measureValues(table.rows, column);
    columns.push({ name: column.header, kind: values ? 'measure' : 'tag', position: columns.length });
    for (const [at, row] of table.rows.entries()) {
      const school = codeOf.get(row);
      const { text, mark } = row.raw(column.index);
      if (school === undefined || (text === '' && !mark)) continue;
      const problem = mark === 'date' ? null : markProblem(text, mark);
      if (problem !== null) row.fault(column.header, problem);
      else if (values) measures.push({ version, school, measure: column.header, value: values[at] as string });
      else {
        const value = unforceText(text);
        const reason = checkValue(TAG_VALUE, value);
        if (reason === null) tags.push({ school, tag: column.header, value });
        else row.fault(column.header, `${quoted(value)} ${reason}.`);
      }
    }
  }
  context.plan.replace('schoolColumn', columns);
  context.plan.replace('tag', tags);
  context.plan.replace('measure', measures, (row) => row.version === version);
}

function isUsableName(context: ImportContext, table: SheetTable, column: FoundColumn): boolean {
  const problem = checkValue(COLUMN_NAME, column.header);
  // Names with double underscores are how a hostile file reaches for the inside of a program.
  const isInternal = /^__.*__$/.test(column.header);
  if (problem === null && !isInternal) return true;
  const reason = problem === null ? 'this name cannot be used for a column.' : `the name ${problem}.`;
  context.faults.add(table.name, null, column.header, reason);
  return false;
}

/**
 * The numbers of a column by row, blank where a cell is empty; null where a cell makes the column a tag. An error
 * leaves the column what it is, and is reported for itself.
 */
function measureValues(rows: readonly TableRow[], column: FoundColumn): readonly string[] | null {
  const values: string[] = [];
  for (const row of rows) {
    const { text, mark } = row.raw(column.index);
    if (mark === 'date') return null;
    if (text === '' || mark === 'error' || mark === 'uncalculated') {
      values.push('');
      continue;
    }
    if (isForcedText(text) || /^0\d/.test(text)) return null;
    const parsed = parseMeasure(text);
    if (!parsed.ok) return null;
    values.push(parsed.value);
  }
  return values;
}
