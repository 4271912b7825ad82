import type { RowOp } from '../model/Model.ts';
import type { TableName } from '../model/rows.ts';
import { TABLES } from '../model/tables.ts';
import type { HistoryCell } from './HistoryEntry.ts';
import type { HistoryNames } from './HistoryNames.ts';
import { HISTORY_TABLES, type HistoryField, type HistoryTable } from './historyFields.ts';
import { NOTHING } from './Shown.ts';

type PlainRow = Readonly<Record<string, string | number | null>>;

export const historyTable = (table: TableName): HistoryTable<PlainRow> =>
  HISTORY_TABLES[table] as unknown as HistoryTable<PlainRow>;

/** Whether a field of a row says something else afterwards. An empty text and no value are the same. */
function moves({ column, beside, onlyMoves }: HistoryField<PlainRow>, before: PlainRow | null, after: PlainRow | null) {
  if (onlyMoves && !(before && after)) return false;
  const said = (row: PlainRow | null, name: string): string | number => row?.[name] ?? '';
  if (!before || !after) return said(before ?? after, column) !== '';
  return [column, ...(beside ?? [])].some((name) => said(before, name) !== said(after, name));
}

function movedFields({ table, before, after }: RowOp): HistoryField<PlainRow>[] {
  const was = before as unknown as PlainRow | null;
  const is = after as unknown as PlainRow | null;
  return historyTable(table).fields.filter((field) => moves(field, was, is));
}

/** How many cells an op moves; quick, for it is asked of every op of the log. */
export function countCells({ table, before, after }: RowOp): number {
  const was = before as unknown as PlainRow | null;
  const is = after as unknown as PlainRow | null;
  let count = 0;
  for (const field of historyTable(table).fields) if (moves(field, was, is)) count++;
  return count;
}

/** The cells an op moves, in words, with their values before and after. */
export function cellsOf(op: RowOp, names: HistoryNames): HistoryCell[] {
  const { table } = op;
  const before = op.before as unknown as PlainRow | null;
  const after = op.after as unknown as PlainRow | null;
  const row = after ?? before;
  if (!row) return [];
  const { item, sheet } = historyTable(table);
  const codeIn = (column: 'school' | 'source'): string | null => {
    const value = table === column ? row.code : row[column];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const idIn = (column: 'scenario' | 'version'): number | null => {
    const value =
      (table === 'scenario' && column === 'scenario') || (table === 'inputVersion' && column === 'version')
        ? row.id
        : row[column];
    return typeof value === 'number' ? value : null;
  };
  return movedFields(op).map((field) => {
    const was = before ? field.show(before, names) : NOTHING;
    const is = after ? field.show(after, names) : NOTHING;
    return {
      sheet,
      item: item(row, names),
      field: field.label,
      before: was.text,
      after: is.text,
      beforeNumber: was.number,
      afterNumber: is.number,
      unit: unitOf(field, row, was.number ?? is.number),
      school: codeIn('school'),
      source: codeIn('source'),
      scenario: idIn('scenario'),
      version: idIn('version'),
      table,
      key: TABLES[table].key.map((name) => String(row[name] ?? '')),
      column: field.column,
    };
  });
}

function unitOf(field: HistoryField<PlainRow>, row: PlainRow, number: string | null): string {
  if (number === null) return '';
  if (field.column === 'centralValue') return row.centralKind === 'amount' ? 'dollars' : 'percent';
  return field.unit;
}
