import type { WindowState } from '../state/WindowState.ts';
import { finishEditing } from './leaveSafely.ts';

/** Stores what is being typed, waits until main has everything, then saves. True when it was saved. */
export async function saveDocument(
  window: WindowState,
  request: 'document/save' | 'document/saveAs',
): Promise<boolean> {
  const { document } = window;
  if (!document) return false;
  finishEditing();
  await document.settled();
  const info = await window.ask(request, null);
  if (!info) return false;
  document.setInfo(info);
  document.markSaved();
  window.say(`Saved as ${info.name}.`);
  return true;
}
