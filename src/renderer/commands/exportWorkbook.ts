import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';
import { readyToWrite } from './readyToWrite.ts';

async function writeOut(window: WindowState, as: 'xlsx' | 'folder' | 'budgets'): Promise<void> {
  const params = await readyToWrite(window);
  if (!params) return;
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
