import { checkValue } from '../../../shared/model/checkRow.ts';
import type { RationaleRow, RationaleSubject } from '../../../shared/model/rows.ts';
import { TABLES } from '../../../shared/model/tables.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';
import { headerKey } from '../sheetNames.ts';

const [SUBJECT, , TEXT] = TABLES.rationale.columns;
const SUBJECTS = (SUBJECT?.value.type === 'oneOf' ? SUBJECT.value.values : []) as readonly RationaleSubject[];

/** Reads the sheet `rationales`: what a reason is about, its code where there are several of the kind, and the reason. */
export function importRationales(context: ImportContext): void {
  const table = context.table('rationales', { required: ['subject', 'text'], optional: ['code'], takesFurther: false });
  if (!table) return;
  const rows: RationaleRow[] = [];
  const unique = new UniqueKeys();
  for (const row of table.rows) {
    const word = row.required('subject');
    const code = row.text('code');
    const text = row.text('text');
    if (word === null || code === null || text === null) continue;
    const subject = SUBJECTS.find((candidate) => headerKey(candidate) === headerKey(word));
    if (!subject) {
      row.fault('subject', `${quoted(word)} is not one of ${SUBJECTS.join(', ')}.`);
      continue;
    }
    const problem = TEXT ? checkValue(TEXT, text) : null;
    if (problem !== null) {
      row.fault('text', `the text ${problem}.`);
      continue;
    }
    if (!isKnown(context, row, subject, code)) continue;
    if (!unique.isNew(row, 'code', [subject, code], () => `the rationale of ${subject} ${quoted(code)}`)) continue;
    if (text !== '') rows.push({ subject, code, text });
  }
  context.plan.replace('rationale', rows);
}

/** Whether there is such a thing once the workbook is imported. */
function isKnown(context: ImportContext, row: TableRow, subject: RationaleSubject, code: string): boolean {
  const { plan } = context;
  const fault = (reason: string): boolean => {
    row.fault('code', reason);
    return false;
  };
  switch (subject) {
    case 'district':
    case 'floors':
      return code === '' || fault(`there is only one ${subject}; leave the code empty.`);
    case 'source':
      return plan.rowAfter('source', code) !== undefined || fault(`${quoted(code)} is not a source of this district.`);
    case 'need':
      return plan.rowAfter('need', code) !== undefined || fault(`${quoted(code)} is not a need of this district.`);
    case 'weight_set':
      return (
        [...plan.rowsAfter('weightSet')].some(({ weightSet }) => weightSet === code) ||
        fault(`${quoted(code)} is not a weight set of this district.`)
      );
  }
}
