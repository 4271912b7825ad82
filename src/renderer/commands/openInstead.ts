import type { WindowState } from '../state/WindowState.ts';
import { leaveSafely } from './leaveSafely.ts';

/** Leaves the document that is open, once the person has agreed to it, and shows another. */
export async function openInstead(
  window: WindowState,
  request: 'document/new' | 'document/open' | 'document/openSample',
): Promise<void> {
  if (!(await leaveSafely(window))) return;
  const opened = await window.ask(request, null);
  if (opened) window.show(opened);
}
