import { installedElectron } from '../../scripts/electronBinary.ts';
import { ensureBuilt } from '../../scripts/ensureBuilt.ts';
import { chromiumPath, prepareChromium } from './chromium.ts';

/** Whether the tests go through Electron: only where its binary was fetched before; a test fetches nothing. */
export function usesElectron(): boolean {
  return installedElectron() !== null && process.env.ALLOT_HOST !== 'browser';
}

/** Runs once before all tests through the window. */
export default async function prepare(): Promise<void> {
  if (usesElectron()) {
    await ensureBuilt(['window', 'electron']);
    process.stdout.write('The tests run the program in Electron.\n');
    return;
  }
  await ensureBuilt(['node', 'window']);
  await prepareChromium();
  process.stdout.write(`The tests run the program in the loopback host, shown by ${chromiumPath()}.\n`);
}
