import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DesktopProgram } from '../../../src/main/electron/DesktopProgram.ts';
import type { OpenedDocument, Reply } from '../../../src/shared/contract/requests.ts';
import * as standIn from '../../fixtures/electronStandIn.ts';

let folder: string;
let program: DesktopProgram;

beforeEach(() => {
  standIn.resetStandIn();
  folder = mkdtempSync(join(tmpdir(), 'allot-desktop-'));
  mkdirSync(join(folder, 'out', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '');
  program = new DesktopProgram(join(folder, 'out'), join(folder, 'state'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const theWindow = () => standIn.BrowserWindow.windows.at(-1) as standIn.BrowserWindow;

async function ask<T>(name: string, params: unknown = null): Promise<T> {
  const event = { senderFrame: theWindow().webContents.mainFrame };
  const reply = (await standIn.invoked.get('allot/ask')?.(event, name, params)) as Reply<T>;
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** Makes the document differ from what was saved, as an edit in the window does. */
async function edit(): Promise<void> {
  const { rows } = await ask<OpenedDocument>('document/current');
  const before = rows.source[0];
  const op = { table: 'source', before, after: { ...before, name: 'Renamed' } };
  const change = { kind: 'sources', label: 'Rename a source', scenario: null, ops: [op] };
  await ask('change/commit', { change, calculatedScenario: 1 });
}

describe('the desktop program', () => {
  it('stands ready to answer before it has a window', async () => {
    await program.start({ sample: true, path: null });
    const calls = standIn.recorded.map(({ call }) => call);
    const first = calls.indexOf('new BrowserWindow');
    for (const earlier of [
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.onBeforeRequest',
      'protocol.handle',
      'ipcMain.handle',
      'Menu.setApplicationMenu',
    ]) {
      expect(calls.indexOf(earlier), earlier).toBeGreaterThanOrEqual(0);
      expect(calls.indexOf(earlier), earlier).toBeLessThan(first);
    }
  });

  it('shows the sample district as an untitled copy when asked to', async () => {
    await program.start({ sample: true, path: null });
    const opened = await ask<OpenedDocument>('document/current');
    expect(opened.info).toMatchObject({ isUntitled: true, folder: null });
    expect(opened.rows.school.length).toBeGreaterThan(100);
  });

  it('opens a document that was double-clicked, and says so in a sentence when it cannot', async () => {
    await program.start({ sample: false, path: join(folder, 'missing.allot') });
    await vi.waitFor(() => expect(standIn.recorded.at(-1)?.call).toBe('dialog.showMessageBox'));
    expect(JSON.stringify(standIn.recorded.at(-1))).not.toMatch(/\\n\s+at /);
    expect(await ask('document/current')).toBeNull();
  });

  it('closes at once when nothing is unsaved', async () => {
    await program.start({ sample: false, path: null });
    theWindow().close();
    await vi.waitFor(() => expect(theWindow().destroyed).toBe(true));
    expect(standIn.recorded.map(({ call }) => call)).not.toContain('dialog.showMessageBox');
  });

  it('stays open when the person goes on working', async () => {
    await program.start({ sample: true, path: null });
    await edit();
    standIn.answers.messageBox = 2;
    theWindow().close();
    await vi.waitFor(() => expect(standIn.recorded.at(-1)?.call).toBe('dialog.showMessageBox'));
    expect(theWindow().destroyed).toBe(false);
    expect((await ask<OpenedDocument>('document/current')).info.isModified).toBe(true);
  });

  it('lets the changes go when the person says so', async () => {
    await program.start({ sample: true, path: null });
    await edit();
    standIn.answers.messageBox = 1;
    theWindow().close();
    await vi.waitFor(() => expect(theWindow().destroyed).toBe(true));
  });

  it('saves before it closes, and stays open when the person closes the save dialog', async () => {
    await program.start({ sample: true, path: null });
    await edit();
    standIn.answers.messageBox = 0;
    theWindow().close();
    await vi.waitFor(() => expect(standIn.recorded.at(-1)?.call).toBe('dialog.showSaveDialog'));
    expect(theWindow().destroyed).toBe(false);
    const target = join(folder, 'plan.allot');
    standIn.answers.saveDialog = { canceled: false, filePath: target };
    theWindow().close();
    await vi.waitFor(() => expect(theWindow().destroyed).toBe(true));
    expect(existsSync(target)).toBe(true);
  });

  it('passes menu items on to the window', async () => {
    await program.start({ sample: false, path: null });
    const [menu] = standIn.recorded.find(({ call }) => call === 'Menu.setApplicationMenu')?.args ?? [];
    const file = (menu as { label?: string; submenu?: { label: string; click: () => void }[] }[]).find(
      ({ label }) => label === 'File',
    );
    file?.submenu?.find(({ label }) => label === 'Save')?.click();
    expect(theWindow().webContents.sent).toContainEqual(['allot/event', 'command/run', { name: 'file/save' }]);
  });

  it('reloads its window for a document opened from outside, and keeps unsaved work instead', async () => {
    await program.start({ sample: true, path: null });
    const target = join(folder, 'other.allot');
    standIn.answers.saveDialog = { canceled: false, filePath: target };
    await ask('document/saveAs');
    await ask('document/openSample');
    await program.openPath(target);
    expect((await ask<OpenedDocument>('document/current')).info.name).toBe('other.allot');
    expect(standIn.recorded.map(({ call }) => call)).toContain('webContents.reload');
    await edit();
    await program.openPath(join(folder, 'third.allot'));
    expect(standIn.recorded.at(-1)?.call).toBe('dialog.showMessageBox');
    expect((await ask<OpenedDocument>('document/current')).info.name).toBe('other.allot');
  });
});

describe('the projector', () => {
  const channel = '0b7e7a0e-6a53-4a2e-9f0b-2f6f3f0f6f11';
  const main = () => standIn.BrowserWindow.windows[0] as standIn.BrowserWindow;
  const askMain = async (name: string, params: unknown): Promise<Reply<unknown>> =>
    (await standIn.invoked.get('allot/ask')?.(
      { senderFrame: main().webContents.mainFrame },
      name,
      params,
    )) as Reply<unknown>;

  it('is opened and closed as the window asks, and goes with it', async () => {
    await program.start({ sample: false, path: null });
    expect(await askMain('projector/open', { channel })).toEqual({ ok: true, value: { screen: 'same' } });
    const projector = theWindow();
    expect(projector).not.toBe(main());
    expect(await askMain('projector/close', null)).toEqual({ ok: true, value: null });
    expect(projector.destroyed).toBe(true);
    await askMain('projector/open', { channel });
    const second = theWindow();
    main().close();
    await vi.waitFor(() => expect(main().destroyed).toBe(true));
    expect(second.destroyed).toBe(true);
  });

  it('is opened for a channel of our making only', async () => {
    await program.start({ sample: false, path: null });
    for (const wrong of ['', 'x', `${channel}/../index.html`, `${channel}#`, 'https://evil.example/', null]) {
      expect(await askMain('projector/open', { channel: wrong })).toMatchObject({ ok: false });
    }
    expect(standIn.BrowserWindow.windows).toHaveLength(1);
  });
});
