import type { Model } from '../../shared/model/Model.ts';
import type { RationaleRow } from '../../shared/model/rows.ts';
import { compareCodes, TABLES } from '../../shared/model/tables.ts';
import { column } from './sheetOrder.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

const SUBJECTS = TABLES.rationale.columns.flatMap(({ value }) => (value.type === 'oneOf' ? value.values : []));

/** The reasons a district has written, by what they are about. Without any, the sheet is not written. */
export function describeRationales(model: Model): DescribedSheet {
  const sets = new Set([...model.table('weightSet').values()].map(({ weightSet }) => weightSet));
  // A reason outlives its source, so that undo and a later import find it again; alone it could not be read back.
  const isOfSomething = ({ subject, code }: RationaleRow): boolean =>
    subject === 'source' || subject === 'need'
      ? model.table(subject).has(code)
      : subject !== 'weight_set' || sets.has(code);
  const rows = [...model.table('rationale').values()]
    .filter((row) => row.text.trim() !== '' && isOfSomething(row))
    .sort(
      (left, right) =>
        SUBJECTS.indexOf(left.subject) - SUBJECTS.indexOf(right.subject) || compareCodes(left.code, right.code),
    );
  return {
    name: 'rationales',
    columns: [column('subject'), column('code'), column('text')],
    rows: rows.map(({ subject, code, text }) => [subject, code, text.trim()]),
  };
}
