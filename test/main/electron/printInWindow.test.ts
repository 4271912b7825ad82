import { beforeEach, expect, test, vi } from 'vitest';
import { BrowserWindow, recorded, resetStandIn, servedToPrint } from '../../fixtures/electronStandIn.ts';

vi.mock('electron', () => import('../../fixtures/electronStandIn.ts'));
const { printInWindow } = await import('../../../src/main/electron/printInWindow.ts');

beforeEach(resetStandIn);

const callsOf = (call: string) => recorded.filter((one) => one.call === call).map(({ args }) => args);

test('windows that print are never shown, run no script, have no preload and live in memory', async () => {
  const printer = await printInWindow();
  expect(BrowserWindow.windows).toHaveLength(printer.atOnce);
  for (const { options } of BrowserWindow.windows) {
    expect(options.show).toBe(false);
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    });
    expect(options.webPreferences).not.toHaveProperty('preload');
  }
  const [partition] = callsOf('session.fromPartition')[0] as [string];
  expect(partition.startsWith('persist:')).toBe(false);
  expect(callsOf('session.onBeforeRequest')).toHaveLength(1);
  expect(callsOf('session.setPermissionRequestHandler')).toHaveLength(1);
  expect(callsOf('window.show')).toEqual([]);
  await printer.close();
});

test('a page is served to its own address only, and forgotten once it is printed', async () => {
  const printer = await printInWindow();
  const shown: string[] = [];
  for (const window of BrowserWindow.windows) {
    window.loadURL = async (url: string) => {
      shown.push(await servedToPrint.get('app')!({ url }).text());
      expect(servedToPrint.get('app')!({ url: 'app://allot/index.html' }).status).toBe(404);
    };
  }
  const bytes = await Promise.all([printer.print('<p>one</p>'), printer.print('<p>two</p>')]);
  expect(bytes.map((each) => each.length)).toEqual([4, 4]);
  expect(shown.sort()).toEqual(['<p>one</p>', '<p>two</p>']);
  expect(servedToPrint.get('app')!({ url: 'app://print/1' }).status).toBe(404);
  expect(callsOf('webContents.printToPDF')[0]).toEqual([
    expect.objectContaining({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true }),
  ]);
  await printer.close();
  expect(BrowserWindow.windows.every(({ destroyed }) => destroyed)).toBe(true);
  expect(servedToPrint.size).toBe(0);
});

test('a page that cannot be printed frees its window for the next', async () => {
  const printer = await printInWindow();
  for (const window of BrowserWindow.windows) {
    window.loadURL = async () => {
      throw new Error('crashed');
    };
  }
  for (let time = 0; time < 4; time++) await expect(printer.print('<p>x</p>')).rejects.toThrow('crashed');
  await printer.close();
});
