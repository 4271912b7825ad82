import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** Loaded anew for each test, as main is: both must see the same one. */
let standIn: typeof import('../../fixtures/electronStandIn.ts');
let folder: string;
const { argv } = process;

beforeEach(async () => {
  vi.resetModules();
  standIn = await import('../../fixtures/electronStandIn.ts');
  standIn.resetStandIn();
  folder = mkdtempSync(join(tmpdir(), 'allot-main-'));
  vi.stubEnv('ALLOT_STATE_FOLDER', join(folder, 'state'));
});
afterEach(() => {
  process.argv = argv;
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Loads main as Electron does, with the arguments of a start from a checkout. */
async function startMain(...args: string[]): Promise<void> {
  process.argv = ['electron', '.', ...args];
  await import('../../../src/main/electron/main.ts');
}

const calls = () => standIn.recorded.map(({ call }) => call);

it('announces the scheme, the sandbox and its folder before Electron is ready', async () => {
  await startMain();
  await vi.waitFor(() => expect(calls()).toContain('app.whenReady'));
  const ready = calls().indexOf('app.whenReady');
  for (const earlier of ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'app.setPath']) {
    expect(calls().indexOf(earlier), earlier).toBeGreaterThanOrEqual(0);
    expect(calls().indexOf(earlier), earlier).toBeLessThan(ready);
  }
});

it('leaves the field to the program that runs already', async () => {
  standIn.answers.hasLock = false;
  await startMain();
  expect(calls()).toContain('app.quit');
  expect(calls()).not.toContain('app.whenReady');
  expect(calls()).not.toContain('new BrowserWindow');
});

it('says in a dialog which path it could not use, and ends', async () => {
  // Beside the source there is no built window, so this start fails as one with an unreadable folder does.
  await startMain();
  await vi.waitFor(() => expect(calls()).toContain('app.exit'));
  const [title, text] = standIn.recorded.find(({ call }) => call === 'dialog.showErrorBox')?.args ?? [];
  expect(title).toBe('Allot could not start');
  expect(text).toContain('renderer');
  expect(text).not.toMatch(/\n\s+at /);
  expect(standIn.recorded.find(({ call }) => call === 'app.exit')?.args).toEqual([1]);
  expect(calls()).not.toContain('new BrowserWindow');
});

it('confines whatever contents are ever created', async () => {
  await startMain();
  const contents = new standIn.BrowserWindow({}).webContents;
  const preventDefault = vi.fn();
  contents.emit('will-navigate', { preventDefault });
  expect(preventDefault).toHaveBeenCalled();
  expect(contents.openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
});

it('is the command line when it is started with a command, and opens no window', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((_text, ...rest: unknown[]) => {
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  });
  const { exitCode } = process;
  try {
    await startMain('check', join(folder, 'missing.allot'));
    await vi.waitFor(() => expect(calls()).toContain('app.exit'));
    expect(standIn.recorded.find(({ call }) => call === 'app.exit')?.args).toEqual([1]);
    expect(calls()).not.toContain('app.whenReady');
    expect(written.mock.calls.map(([text]) => String(text)).join('')).toBe('');
  } finally {
    process.exitCode = exitCode;
    written.mockRestore();
  }
});
