import { finishEditing } from '../commands/leaveSafely.ts';
import type { WindowState } from '../state/WindowState.ts';
import { historyOf } from './HistoryWatch.ts';

/** Writes every cell of the entries that are listed, also of those not read into the window yet. */
export async function exportHistory(window: WindowState, as: 'csv' | 'xlsx'): Promise<void> {
  const { document } = window;
  if (!document) return;
  finishEditing();
  document.preview(null);
  await document.settled();
  const { filter } = historyOf(document, window);
  const written = await window.ask('history/export', { filter, as });
  if (written) window.say(`Exported ${written.fileName}.`);
}
