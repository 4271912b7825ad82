import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** An import is all or nothing: either it becomes one undo step, or its faults are listed and nothing changed. */
async function bringIn(window: WindowState, as: 'file' | 'folder'): Promise<void> {
  const { document } = window;
  if (!document) return;
  finishEditing();
  await document.settled();
  // The dialog of the job stands over the sheets: an edit made meanwhile would not know what the import brings.
  const outcome = await window.askJob('workbook/import', { scenario: document.scenarioId, as });
  if (!outcome) return;
  if (outcome.change && outcome.committed) {
    document.adopt(outcome.change, outcome.committed);
    window.say(`Imported ${outcome.fileName}: ${outcome.summary}.`);
  } else {
    window.openDialog({ kind: 'faults', fileName: outcome.fileName, faults: outcome.faults });
  }
}

export const importWorkbook: Command = {
  name: 'file/import',
  group: 'File',
  label: () => 'Import workbook…',
  shortcut: 'Ctrl+Shift+I',
  enabled: withDocument,
  perform: (window) => bringIn(window, 'file'),
};

export const importFolder: Command = {
  name: 'file/importFolder',
  group: 'File',
  label: () => 'Import folder of CSV files…',
  enabled: withDocument,
  perform: (window) => bringIn(window, 'folder'),
};
