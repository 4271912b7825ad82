import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OUT, ROOT } from './paths.ts';

const FOLDER = join(ROOT, 'node_modules', 'electron');
/** Remembers that fetching failed, so that the next start does not wait for the same closed network again. */
const FAILED = join(OUT, '.electron-not-fetched');
const FETCH_LIMIT_MS = 60_000;
const RETRY_AFTER_MS = 12 * 3_600_000;

/** Where the Electron binary lies, or null when it was never fetched. */
export function installedElectron(): string | null {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  try {
    const name = readFileSync(join(FOLDER, 'path.txt'), 'utf8').trim();
    const path = override ? join(override, name) : join(FOLDER, 'dist', name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function failedLately(): boolean {
  const mark = statSync(FAILED, { throwIfNoEntry: false });
  return mark !== undefined && Date.now() - mark.mtimeMs < RETRY_AFTER_MS;
}

/** Runs Electron's own installer, which honours mirrors and proxies, and stops it when it takes too long. */
function fetchElectron(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(FOLDER, 'install.js')], { stdio: 'ignore' });
    const limit = setTimeout(() => child.kill('SIGKILL'), FETCH_LIMIT_MS);
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve(code === 0 && installedElectron() !== null);
    });
  });
}

/** The Electron binary, or a sentence why there is none. */
export async function electronOrReason(): Promise<{ path: string } | { reason: string }> {
  const installed = installedElectron();
  if (installed) return { path: installed };
  const remedy = 'Run `npx install-electron` to fetch it when you can reach its download address.';
  if (failedLately()) return { reason: `Electron could not be fetched earlier today. ${remedy}` };
  process.stderr.write(`Fetching Electron, the desktop shell (up to ${FETCH_LIMIT_MS / 1000} seconds)…\n`);
  if (await fetchElectron()) return { path: installedElectron() as string };
  mkdirSync(dirname(FAILED), { recursive: true });
  writeFileSync(FAILED, '');
  return { reason: `Electron could not be fetched from here. ${remedy}` };
}
