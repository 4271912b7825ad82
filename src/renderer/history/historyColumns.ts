import type { HistoryEntry } from '../../shared/history/HistoryEntry.ts';
import { HISTORY_SHEETS } from '../../shared/history/historySheets.ts';
import { momentText } from '../../shared/history/momentText.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';

/** What an entry did, undo and redo named as such. */
export function whatOf({ kind, label, isTakenBack }: HistoryEntry): string {
  if (kind === 'undo') return `↶ Undo: ${label}`;
  if (kind === 'redo') return `↷ Redo: ${label}`;
  return isTakenBack ? `${label} (taken back)` : label;
}

const sheetsOf = ({ sheets }: HistoryEntry): string => {
  const names = sheets.map((sheet) => HISTORY_SHEETS[sheet] ?? sheet);
  const rest = names.length - 1;
  return rest > 0 ? `${names[0]} +${rest}` : (names[0] ?? '');
};

/**
 * Columns over a list of entries; rows name them by their place in it. In a narrow window what was done keeps a width
 * that can be read, and the table scrolls.
 */
export function historyColumns(entries: readonly HistoryEntry[], isNarrow: boolean): SheetColumn[] {
  const of =
    (read: (entry: HistoryEntry) => string | number) =>
    (row: SheetRow): string | number | null => {
      const entry = entries[row.index];
      return entry ? read(entry) : null;
    };
  return [
    {
      id: 'entry',
      header: 'Entry',
      kind: 'integer',
      width: 58,
      quiet: true,
      summable: false,
      value: of(({ id }) => id),
    },
    { id: 'time', header: 'Time', kind: 'text', width: 138, value: of(({ at }) => momentText(at)) },
    { id: 'person', header: 'Person', kind: 'text', width: 96, value: of(({ by }) => by) },
    { id: 'what', header: 'What', kind: 'text', width: 340, grows: !isNarrow, value: of(whatOf) },
    { id: 'sheet', header: 'Sheet', kind: 'text', width: 108, quiet: true, value: of(sheetsOf) },
    {
      id: 'scenario',
      header: 'Scenario',
      kind: 'text',
      width: 128,
      quiet: true,
      value: of(({ scenarioName }) => scenarioName ?? 'Shared'),
    },
    { id: 'cells', header: 'Cells', kind: 'integer', width: 68, value: of(({ cells }) => cells) },
  ];
}
