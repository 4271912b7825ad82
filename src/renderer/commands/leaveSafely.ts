import type { WindowState } from '../state/WindowState.ts';
import { saveDocument } from './saveDocument.ts';

/** Asks what becomes of unsaved changes: they are saved, may go, or (null) the person would rather stay. */
export async function leaveSafely(window: WindowState): Promise<'saved' | 'discarded' | null> {
  const { document } = window;
  if (!document) return 'saved';
  finishEditing();
  await document.settled();
  if (!document.info.isModified) return 'saved';
  const answer = await window.confirm(
    `Save the changes to “${document.info.name}”?`,
    'Without saving, the changes since the last save are lost.',
    [
      { name: 'save', label: 'Save', isMain: true },
      { name: 'discard', label: 'Don’t save' },
      { name: 'cancel', label: 'Cancel' },
    ],
  );
  if (answer === 'discard') return 'discarded';
  if (answer !== 'save') return null;
  const request = document.info.isUntitled ? 'document/saveAs' : 'document/save';
  return (await saveDocument(window, request)) ? 'saved' : null;
}

/** A cell still being typed in is finished first, as if the person had clicked elsewhere. */
export function finishEditing(): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement.closest('[data-testid^="grid-"]')) {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLSelectElement) activeElement.blur();
  }
}
