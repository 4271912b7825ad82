import type { WindowState } from '../state/WindowState.ts';
import { saveDocument } from './saveDocument.ts';

/** Asks what becomes of unsaved changes. True when the document may be left. */
export async function leaveSafely(window: WindowState): Promise<boolean> {
  const { document } = window;
  if (!document) return true;
  finishEditing();
  await document.settled();
  if (!document.info.isModified) return true;
  const answer = await window.confirm(
    `Save the changes to “${document.info.name}”?`,
    'Without saving, the changes since the last save are lost.',
    [
      { name: 'save', label: 'Save', isMain: true },
      { name: 'discard', label: 'Don’t save' },
      { name: 'cancel', label: 'Cancel' },
    ],
  );
  if (answer === 'save') return saveDocument(window, document.info.isUntitled ? 'document/saveAs' : 'document/save');
  return answer === 'discard';
}

/** A cell still being typed in is finished first, as if the person had clicked elsewhere. */
export function finishEditing(): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement.closest('[data-testid^="grid-"]')) {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement) activeElement.blur();
  }
}
