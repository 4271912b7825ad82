import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../src/main/print/findBrowser.ts';
import { electronOrReason } from './electronBinary.ts';
import { ensureBuilt } from './ensureBuilt.ts';
import { hasScreen } from './hasScreen.ts';
import { ROOT, SERVER_BUNDLE } from './paths.ts';

/**
 * `npm start`: Allot on the sample district. In Electron where its binary is or can be fetched; otherwise the same
 * window in a browser, served over 127.0.0.1. ALLOT_HOST=browser or ALLOT_HOST=electron chooses by hand.
 */
const chosenHost = process.env.ALLOT_HOST ?? '';
/** What ends this soon never showed a window: no sandbox helper, no libraries, started as root. */
const WINDOW_START_MS = 4_000;

const children = new Set<ChildProcess>();
const temporaryFolders: string[] = [];

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function keep(child: ChildProcess): ChildProcess {
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

function tidyUp(): void {
  for (const child of children) child.kill('SIGTERM');
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Resolves true when Electron showed the program until a person closed it, false when it could not start. */
async function runElectron(path: string): Promise<boolean> {
  await ensureBuilt(['window', 'electron']);
  const begun = Date.now();
  const child = keep(spawn(path, [ROOT, '--sample'], { stdio: 'ignore' }));
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0 || Date.now() - begun > WINDOW_START_MS));
  });
}

/** Starts the loopback host and gives its address once it listens. */
function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const server = keep(spawn(process.execPath, [SERVER_BUNDLE, '--sample'], { stdio: ['ignore', 'pipe', 'inherit'] }));
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address) resolve({ server, address });
    });
    server.on('close', (code) =>
      reject(new Error(`The program ended before it could be opened (code ${code ?? 'none'}).`)),
    );
  });
}

/** Opens an address in the person's own browser; the command returns at once. */
function openInDefaultBrowser(address: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? (['open', [address]] as const)
      : process.platform === 'win32'
        ? (['cmd', ['/c', 'start', '', address]] as const)
        : (['xdg-open', [address]] as const);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened; open the address above yourself.'));
  child.unref();
}

/** A window of its own, with a profile of its own, so that closing it is noticed and nothing mixes with the person's tabs. */
function openAppWindow(browser: string, address: string): ChildProcess {
  const profile = mkdtempSync(join(tmpdir(), 'allot-window-'));
  temporaryFolders.push(profile);
  const flags = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-sync'];
  return keep(spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, ...flags], { stdio: 'ignore' }));
}

async function runBrowserHost(reason: string): Promise<void> {
  await ensureBuilt(['node', 'window']);
  const { server, address } = await startServer();
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  say(reason);
  say(`Allot is open at ${address}`);
  say('Press Ctrl+C here to end it. What you did and did not save is offered again at the next start.');
  if (!hasScreen()) {
    say('This computer has no screen attached, so no window was opened.');
  } else {
    const browser = findBrowser();
    const opened = Date.now();
    if (browser) {
      openAppWindow(browser, address).on('close', () => {
        if (Date.now() - opened > WINDOW_START_MS) server.kill('SIGTERM');
        else say('The browser did not keep a window open; open the address above yourself.');
      });
    } else {
      openInDefaultBrowser(address);
    }
  }
  await ended;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    tidyUp();
    process.exit(0);
  });
}
process.on('exit', tidyUp);

async function start(): Promise<void> {
  if (chosenHost === 'browser') return runBrowserHost('Allot runs in a browser window, as ALLOT_HOST asks.');
  if (!hasScreen()) return runBrowserHost('Allot runs without Electron, which needs a screen.');
  const electron = await electronOrReason();
  if ('reason' in electron) return runBrowserHost(`${electron.reason} Until then Allot runs in a browser window.`);
  if (await runElectron(electron.path)) return;
  if (chosenHost === 'electron') throw new Error('Electron could not open a window here.');
  await runBrowserHost('Electron could not open a window here, so Allot runs in a browser window.');
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
