import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** Everything is stored first; the digest lets main refuse to write numbers other than those on screen. */
async function writeOut(window: WindowState, as: 'xlsx' | 'folder' | 'budgets'): Promise<void> {
  const { document } = window;
  if (!document) return;
  finishEditing();
  document.preview(null);
  await document.settled();
  if (document.disagreement) {
    window.say(document.disagreement, 'lasting');
    return;
  }
  const params = { scenario: document.scenarioId, digest: document.calculation.digest() };
  const written =
    as === 'budgets'
      ? await window.ask('budgets/export', params)
      : await window.ask('workbook/export', { ...params, as });
  if (written) window.say(`Exported ${written.fileName}.`);
}

const agrees = (window: WindowState): boolean => withDocument(window) && !window.document?.disagreement;

export const exportWorkbook: Command = {
  name: 'file/export',
  group: 'File',
  label: () => 'Export workbook…',
  shortcut: 'Ctrl+E',
  enabled: agrees,
  perform: (window) => writeOut(window, 'xlsx'),
};

export const exportFolder: Command = {
  name: 'file/exportFolder',
  group: 'File',
  label: () => 'Export folder of CSV files…',
  enabled: agrees,
  perform: (window) => writeOut(window, 'folder'),
};

export const exportBudgets: Command = {
  name: 'file/exportBudgets',
  group: 'File',
  label: () => 'Export school budgets…',
  enabled: agrees,
  perform: (window) => writeOut(window, 'budgets'),
};
