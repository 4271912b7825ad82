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
 * Prints with Electron's own Chromium: a window that is never shown, in a session of its own that lives in memory,
 * reaches no network, and knows one address, that of the page at hand.
 */
export async function printInWindow(): Promise<PdfPrinter> {
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  denyPermissions(own);
  denyNetwork(own);
  let page = '';
  own.protocol.handle(APP_SCHEME.scheme, () => {
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
  });
  const window = new BrowserWindow({ show: false, webPreferences: { ...PREFERENCES, session: own } });
  confineContents(window.webContents);
  let count = 0;
  return {
    print: async (html) => {
      page = html;
      await window.loadURL(`${APP_SCHEME.scheme}://print/${++count}`);
      page = '';
      return window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    },
    close: async () => {
      if (!window.isDestroyed()) window.destroy();
      own.protocol.unhandle(APP_SCHEME.scheme);
    },
  };
}
