import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/findBrowser.ts';
import { OUT } from '../../scripts/paths.ts';

/** Where the Chromium of the npm package is unpacked, once for all test runs of this checkout. */
const UNPACKED = join(OUT, '.browser');
const COMPLETE = join(UNPACKED, 'complete');
const PACKED_BROWSER = join(UNPACKED, 'chromium');

/** No conversations with anyone: the tests count every request that leaves the computer. */
const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];

/** The Chromium the tests use: one that is installed, or else the one that came with `npm ci`. */
export function chromiumPath(): string {
  return findBrowser() ?? PACKED_BROWSER;
}

/** Unpacks the Chromium of the npm package if no other is installed. Done before any test, so that no two do it at once. */
export async function prepareChromium(): Promise<void> {
  if (findBrowser() !== null || existsSync(COMPLETE)) return;
  rmSync(UNPACKED, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  const { default: packed } = await import('@sparticuz/chromium');
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  // It unpacks to the folder for temporary files, and the system libraries with it only where it takes the machine for a
  // bare one of the kind it was made for.
  Object.assign(process.env, { TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    await packed.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_EXECUTION_ENV })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  writeFileSync(
    join(UNPACKED, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(UNPACKED, 'fonts')}</dir></fontconfig>`,
  );
  writeFileSync(COMPLETE, '');
}

/** A bare server has no fonts, and a window without fonts has no heights; then the package's own are used. */
function fontEnvironment(): Record<string, string> {
  const installed = ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  );
  if (process.platform !== 'linux' || installed || !existsSync(COMPLETE)) return {};
  return { FONTCONFIG_FILE: join(UNPACKED, 'fonts.conf') };
}

/** A bare server lacks the libraries for certificates, which no page of ours needs but Chromium does; the package has them. */
function libraryEnvironment(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const { stdout } = spawnSync('ldd', [PACKED_BROWSER], { encoding: 'utf8' });
  return stdout?.includes('not found') ? { LD_LIBRARY_PATH: join(UNPACKED, 'al2023', 'lib') } : {};
}

export function launchChromium(): Promise<Browser> {
  const path = chromiumPath();
  const isPacked = path === PACKED_BROWSER;
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value;
  if (isPacked) Object.assign(environment, fontEnvironment(), libraryEnvironment());
  const args = isPacked ? [...QUIET_FLAGS, '--headless=shell'] : QUIET_FLAGS;
  return chromium.launch({ executablePath: path, headless: true, args, env: environment });
}
