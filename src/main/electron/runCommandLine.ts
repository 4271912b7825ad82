import { app, protocol } from 'electron';
import { setHostPrinter } from '../print/hostPrinter.ts';
import { printInWindow } from './printInWindow.ts';
import { APP_SCHEME } from './protocol.ts';

/** What was written must be out before the program ends; a pipe takes its time. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

/**
 * Runs the command line of the installed program, `allot budgets FILE`, without opening a window. The command line is a
 * program of its own that reads process.argv; it is given the arguments as plain Node would.
 */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  process.argv = [process.execPath, 'allot', ...words];
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  // A window that only prints comes and goes; with it the program would end before its file is in place.
  app.on('window-all-closed', () => {});
  setHostPrinter(async () => {
    await app.whenReady();
    return printInWindow();
  });
  await import('../cli/allot.ts');
  await drained(process.stdout);
  await drained(process.stderr);
  app.exit(Number(process.exitCode ?? 0));
}
