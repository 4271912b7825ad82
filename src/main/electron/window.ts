import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { confineContents, WINDOW_ADDRESS, windowPreferences } from './security.ts';

/** Built beside main: `out/main/main.js` and `out/preload/preload.cjs`; a chunk of main lies one folder deeper. */
export function preloadPath(outFolder: string): string {
  return join(outFolder, 'preload', 'preload.cjs');
}

/** The one window. It is shown when it has something to show, so that nobody sees it white. */
export function createWindow(outFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Allot',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#f7f7f5',
    webPreferences: windowPreferences(preloadPath(outFolder)),
  });
  confineContents(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(WINDOW_ADDRESS);
  return window;
}
