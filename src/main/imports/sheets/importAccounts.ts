import { PLACE_COLUMNS, segmentOfHeader } from '../../../shared/allocationFile/segmentHeaders.ts';
import { checkValue } from '../../../shared/model/checkRow.ts';
import { isPseudoCode } from '../../../shared/model/pseudoCodes.ts';
import type { AccountRuleRow, AccountSegmentRow } from '../../../shared/model/rows.ts';
import type { Column } from '../../../shared/model/tables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { categoryIn, type ImportContext, UniqueKeys } from '../ImportContext.ts';
import { markProblem, onOneLine, type TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

const VALUE: Column = { name: '', value: { type: 'text', length: LIMITS.segmentLength }, nullable: false };
const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };

/** Reads the sheets `account_segments` and `accounts`, which follow all sheets that rules may name rows of. */
export function importAccounts(context: ImportContext): void {
  importSegments(context);
  importRules(context);
}

function importSegments(context: ImportContext): void {
  const table = context.table('account_segments', {
    required: ['code'],
    optional: ['name', 'length'],
    takesFurther: false,
  });
  const rows: AccountSegmentRow[] = [];
  if (!table) {
    addSegmentsOfHeader(context);
    return;
  }
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const code = row.code('code');
    const name = row.name('name', code ?? '');
    const length = lengthIn(row);
    if (code === null || name === null || length === null) continue;
    if (unique.isNew(row, 'code', [code], () => quoted(code))) rows.push({ code, name, length, position: rows.length });
  }
  if (rows.length > LIMITS.accountSegments) {
    context.faults.add(table.name, null, null, `there are more than ${LIMITS.accountSegments} rows.`);
  }
  context.plan.replace('accountSegment', rows);
}

/** Characters of every value; an empty cell lets any length do. */
function lengthIn(row: TableRow): number | null {
  const text = row.text('length');
  if (text === null) return null;
  if (text === '') return 0;
  const length = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (length <= LIMITS.segmentLength) return length;
  return row.fault('length', `${quoted(text)} is not a whole number up to ${LIMITS.segmentLength}.`);
}

/** A model without segments takes those that the sheet `accounts` has columns for, of any length. */
function addSegmentsOfHeader(context: ImportContext): void {
  if (context.model.table('accountSegment').size > 0) return;
  const header = context.sheet('accounts')?.rows[0]?.cells ?? [];
  const codes = header
    .map(onOneLine)
    .filter((text) => text !== '' && !PLACE_COLUMNS.some((one) => one === headerKey(text)));
  if (codes.length > LIMITS.accountSegments || codes.some((code) => checkValue(CODE, code) !== null)) return;
  context.plan.replace(
    'accountSegment',
    [...new Set(codes)].map((code, position) => ({ code, name: code, length: 0, position })),
  );
}

function importRules(context: ImportContext): void {
  const table = context.table('accounts', { required: [], optional: [...PLACE_COLUMNS], takesFurther: true });
  if (!table) return;
  const segments = [...context.plan.rowsAfter('accountSegment')]
    .sort((left, right) => left.position - right.position)
    .map(({ code }) => code);
  const columns: { readonly index: number; readonly header: string; readonly segment: string }[] = [];
  const seen = new Set<string>();
  for (const { header, index } of table.further) {
    const segment = segmentOfHeader(header, segments);
    if (segment === null) {
      const known = segments.length === 0 ? 'there are none' : `they are ${segments.join(', ')}`;
      context.faults.add(
        table.name,
        null,
        header,
        `${quoted(header)} is not the code of an account segment; ${known}.`,
      );
    } else if (seen.has(segment)) context.faults.add(table.name, null, header, 'another column is this segment too.');
    else columns.push({ index, header, segment });
    if (segment !== null) seen.add(segment);
  }
  const levels = context.levels();
  const needs = context.needs();
  const unique = new UniqueKeys();
  const rules: AccountRuleRow[] = [];
  for (const row of table.rows) {
    const place = {
      source: codeIn(row, 'source', (code) => context.hasSource(code)),
      school: codeIn(
        row,
        'school',
        (code) => context.hasSchool(code) || (context.has('schools') && !context.hasSchools),
      ),
      level: categoryIn(row, 'level', levels, ''),
      need: categoryIn(row, 'need', needs, ''),
    };
    const { source, school, level, need } = place;
    const what = () => `what is said about ${[source, school, level, need].map((code) => code || 'every').join(', ')}`;
    if (!unique.isNew(row, null, [source, school, level, need], what)) continue;
    for (const { index, header, segment } of columns) {
      const { text, mark } = row.raw(index);
      if (text === '' && mark === null) continue;
      const problem = markProblem(text, mark);
      const wrong =
        problem ?? (checkValue(VALUE, text) === null ? null : `${quoted(text)} ${checkValue(VALUE, text)}.`);
      if (wrong !== null) {
        row.fault(header, wrong);
        continue;
      }
      if (source === null || school === null || level === null || need === null || text === '') continue;
      rules.push({ segment, source, school, level, need, value: text });
    }
  }
  context.plan.replace('accountRule', rules);
}

/** A code of the model, one that stands for no row of it, or empty for every one; null with a fault. */
function codeIn(row: TableRow, column: 'source' | 'school', isKnown: (code: string) => boolean): string | null {
  const code = row.text(column);
  if (code === null || code === '' || isPseudoCode(column, code) || isKnown(code)) return code;
  return row.fault(
    column,
    `${quoted(code)} is not the code of a ${column === 'source' ? 'revenue source' : 'school'}.`,
  );
}
