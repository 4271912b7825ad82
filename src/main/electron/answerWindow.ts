import { type BrowserWindow, ipcMain } from 'electron';
import type { Reply } from '../../shared/contract/requests.ts';
import type { EventHub } from '../window/EventHub.ts';
import { ASK_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOwnSender } from './security.ts';

/**
 * Answers what the window asks. Registered before any window exists, because a window asks as soon as it loads.
 * A message from any other frame or origin is refused, whatever it asks for.
 */
export function answerWindow(
  windows: () => readonly BrowserWindow[],
  dispatch: (name: string, params: unknown) => Promise<Reply<unknown>>,
): void {
  ipcMain.handle(ASK_CHANNEL, async (event, name: unknown, params: unknown): Promise<Reply<unknown>> => {
    const own = windows().map((window) => window.webContents);
    if (!isOwnSender(event.senderFrame, own) || typeof name !== 'string') {
      return {
        ok: false,
        error: { code: 'sender-refused', message: 'Allot answers its own window only.', detail: [] },
      };
    }
    return dispatch(name, params);
  });
}

/** Carries events to every window that is still there. */
export function tellWindows(windows: () => readonly BrowserWindow[], events: EventHub): void {
  events.listen(({ name, event }) => {
    for (const window of windows()) {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, event);
    }
  });
}
