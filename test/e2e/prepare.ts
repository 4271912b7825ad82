import { installedElectron } from '../../scripts/electronBinary.ts';
import { ensureBuilt } from '../../scripts/ensureBuilt.ts';
import { hasScreen } from '../../scripts/hasScreen.ts';
import { prepareChromium } from './chromium.ts';

/** Whether the tests go through Electron: only where its binary was fetched before and a screen is there; a test fetches nothing. */
export function usesElectron(): boolean {
  return installedElectron() !== null && hasScreen() && process.env.ALLOT_HOST !== 'browser';
}

/** Runs once before all tests through the window. */
export default async function prepare(): Promise<void> {
  if (usesElectron()) {
    await ensureBuilt(['window', 'electron']);
    process.stdout.write('The tests run the program in Electron.\n');
    return;
  }
  await ensureBuilt(['node', 'window']);
  const { path } = await prepareChromium();
  process.stdout.write(`The tests run the program in the loopback host, shown by ${path}.\n`);
}
