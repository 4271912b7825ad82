import type { WindowState } from '../state/WindowState.ts';
import { leaveSafely } from './leaveSafely.ts';

/** Leaves the document that is open, once the person has agreed to it, and shows another. */
export async function openInstead(
  window: WindowState,
  request: 'document/new' | 'document/open' | 'document/openSample',
): Promise<void> {
  const left = await leaveSafely(window);
  if (!left) return;
  // Main never puts a document in the place of unsaved changes, so what may go is closed first.
  if (left === 'discarded' && (await window.ask('document/close', { discard: true })) === undefined) return;
  const opened = await window.ask(request, null);
  if (opened) window.show(opened);
  else if (left === 'discarded') await window.leave();
}
