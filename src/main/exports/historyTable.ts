import type { HistoryCell, HistoryEntry } from '../../shared/history/HistoryEntry.ts';
import { HISTORY_SHEETS } from '../../shared/history/historySheets.ts';
import type { DocumentHistory } from '../document/DocumentHistory.ts';
import type { OutputTable } from './OutputTable.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

interface Line {
  readonly entry: HistoryEntry;
  readonly cell: HistoryCell | null;
}

interface HistoryColumn {
  readonly name: string;
  readonly isText: boolean;
  readonly of: (line: Line) => string;
}

const text = (name: string, of: HistoryColumn['of']): HistoryColumn => ({ name, isText: true, of });
const number = (name: string, of: HistoryColumn['of']): HistoryColumn => ({ name, isText: false, of });

const COLUMNS: readonly HistoryColumn[] = [
  number('entry', ({ entry }) => String(entry.id)),
  text('time', ({ entry }) => entry.at),
  text('person', ({ entry }) => entry.by),
  text('kind', ({ entry }) => entry.kind),
  text('what', ({ entry }) => entry.label),
  number('takes_back_or_repeats', ({ entry }) => (entry.of === null ? '' : String(entry.of))),
  text('scenario', ({ entry }) => entry.scenarioName ?? ''),
  text('sheet', ({ cell }) => (cell?.sheet ? (HISTORY_SHEETS[cell.sheet] ?? cell.sheet) : '')),
  text('school', ({ cell }) => cell?.school ?? ''),
  text('source', ({ cell }) => cell?.source ?? ''),
  text('item', ({ cell }) => cell?.item ?? ''),
  text('field', ({ cell }) => cell?.field ?? ''),
  text('before', ({ cell }) => cell?.before ?? ''),
  text('after', ({ cell }) => cell?.after ?? ''),
  number('before_number', ({ cell }) => cell?.beforeNumber ?? ''),
  number('after_number', ({ cell }) => cell?.afterNumber ?? ''),
  text('unit', ({ cell }) => cell?.unit ?? ''),
];

function linesOf(history: DocumentHistory, entries: readonly HistoryEntry[]): Line[] {
  return entries.flatMap((entry): Line[] => {
    const cells = [...history.allCells(entry.id)];
    return cells.length === 0 ? [{ entry, cell: null }] : cells.map((cell) => ({ entry, cell }));
  });
}

/**
 * The history as a table: one row for each cell that an entry moved, the oldest entry first, with the values as the
 * program shows them and, where they are numbers, once more as plain decimals. An entry that moved nothing a person
 * sees has one row.
 */
export function historyTable(history: DocumentHistory, entries: readonly HistoryEntry[]): OutputTable {
  const lines = linesOf(history, entries);
  const columns = COLUMNS.map(({ name, isText, of }) => ({
    name,
    isText,
    at: (row: number): string => of(lines[row] as Line),
  }));
  return { columns, rowCount: lines.length };
}

/** The same as a sheet of a workbook. */
export function historySheet(history: DocumentHistory, entries: readonly HistoryEntry[]): DescribedSheet {
  return {
    name: 'history',
    columns: COLUMNS.map(({ name, isText }) => ({ header: name, kind: isText ? 'text' : 'number' })),
    rows: linesOf(history, entries).map((line) => COLUMNS.map(({ of }) => of(line))),
  };
}
