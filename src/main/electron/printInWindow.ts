import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import type { PdfPrinter } from '../print/PdfPrinter.ts';
import { APP_SCHEME } from './protocol.ts';
import { confineContents, denyNetwork, denyPermissions } from './security.ts';

/** What a hidden window for printing may do: show a page without scripts. No preload, nothing of the program. */
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  javascript: false,
  webSecurity: true,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
} as const;

/**
 * Prints with Electron's own Chromium: windows that are never shown, in a session of their own that lives in
 * memory, reaches no network, and knows no address but those of the pages at hand.
 */
export async function printInWindow(): Promise<PdfPrinter> {
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  denyPermissions(own);
  denyNetwork(own);
  // Two windows, as two pages may be printed side by side; each knows its page by its number.
  const pages = new Map<string, string>();
  own.protocol.handle(APP_SCHEME.scheme, (request) => {
    const page = pages.get(request.url);
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(page ?? null, { status: page === undefined ? 404 : 200, headers });
  });
  const windows = [0, 1].map(() => {
    const window = new BrowserWindow({ show: false, webPreferences: { ...PREFERENCES, session: own } });
    confineContents(window.webContents);
    return window;
  });
  const free = [...windows];
  let count = 0;
  return {
    atOnce: windows.length,
    print: async (html) => {
      const window = free.pop();
      if (!window) throw new Error('more pages were printed side by side than there are windows');
      const address = `${APP_SCHEME.scheme}://print/${++count}`;
      pages.set(address, html);
      try {
        await window.loadURL(address);
        return await window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
      } finally {
        pages.delete(address);
        free.push(window);
      }
    },
    close: async () => {
      for (const window of windows) if (!window.isDestroyed()) window.destroy();
      own.protocol.unhandle(APP_SCHEME.scheme);
    },
  };
}
