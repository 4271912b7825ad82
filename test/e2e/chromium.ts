import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../src/main/print/findBrowser.ts';
import { type PackedBrowser, preparePackedBrowser } from '../../src/main/print/packedBrowser.ts';

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

/** The Chromium the tests use: one that is installed, or else the one that came with `npm ci`, unpacked when it is not yet. */
export async function prepareChromium(): Promise<{ readonly path: string; readonly packed: PackedBrowser | null }> {
  const installed = findBrowser();
  if (installed !== null) return { path: installed, packed: null };
  const packed = await preparePackedBrowser();
  if (!packed) throw new Error('There is no Chromium to test in. Install Chrome or Chromium, or run npm ci.');
  return { path: packed.path, packed };
}

export async function launchChromium(): Promise<Browser> {
  const { path, packed } = await prepareChromium();
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value;
  const args = packed ? [...QUIET_FLAGS, '--headless=shell'] : QUIET_FLAGS;
  return chromium.launch({
    executablePath: path,
    headless: true,
    args,
    env: { ...environment, ...packed?.environment },
  });
}
