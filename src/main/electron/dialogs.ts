import { type BrowserWindow, dialog } from 'electron';
import type { AnswersForTests } from '../window/AnswersForTests.ts';
import type { ChooseFile, FileQuestion } from '../window/FileQuestion.ts';

function filtersOf(question: FileQuestion): { name: string; extensions: string[] }[] {
  return question.kinds.map((kind) => ({ name: kind.label, extensions: [...kind.extensions] }));
}

async function askInDialog(window: BrowserWindow, question: FileQuestion): Promise<string | null> {
  const { purpose, title, suggestedName } = question;
  if (purpose === 'save') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggestedName,
      filters: filtersOf(question),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || !filePath ? null : filePath;
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    ...(purpose === 'folder' ? {} : { filters: filtersOf(question) }),
    properties: purpose === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks with the system's own dialog, or takes the answers a test gave in advance. */
export function chooseInDialog(window: () => BrowserWindow | null, answers: AnswersForTests): ChooseFile {
  return async (question) => {
    if (answers.isSet) return answers.take();
    const owner = window();
    return owner ? askInDialog(owner, question) : null;
  };
}

export type CloseChoice = 'save' | 'discard' | 'cancel';

/** Asked when a window with unsaved changes is closed. Esc and closing the question both mean: go on working. */
export async function askBeforeClosing(window: BrowserWindow, documentName: string): Promise<CloseChoice> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `Save the changes to “${documentName}”?`,
    detail: 'Without saving, the changes since the last save are lost.',
    buttons: ['Save', "Don't save", 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel';
}

/** For what goes wrong before there is a window to say it in. Works before the program is ready, too. */
export function showStartFailure(error: unknown, stateFolder: string): void {
  const reason = error instanceof Error ? error.message : String(error);
  const path =
    typeof error === 'object' && error !== null && 'path' in error && typeof error.path === 'string'
      ? error.path
      : stateFolder;
  dialog.showErrorBox(
    'Allot could not start',
    `It could not read or write ${path}.\n\n${reason}\n\n` +
      'No document was touched. Make sure that this folder exists and that you may write in it, then start Allot again.',
  );
}
