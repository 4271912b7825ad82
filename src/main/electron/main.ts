import { join } from 'node:path';
import { app, protocol } from 'electron';
import { stateFolder } from '../window/stateFolder.ts';
import { DesktopProgram } from './DesktopProgram.ts';
import { showStartFailure } from './dialogs.ts';
import { commandLineArguments, documentArgument, givenArguments } from './documentArgument.ts';
import { APP_SCHEME } from './protocol.ts';
import { runCommandLine } from './runCommandLine.ts';
import { confineContents } from './security.ts';

/** Built to `out/main/main.js`; everything built lies beside that folder. */
const OUT_FOLDER = join(import.meta.dirname, '..');

/**
 * The desktop host. In order: what must be said to Electron before it is ready, one program per person, then the
 * program and its window. A start that fails says so in a dialog and names the path it could not use.
 */
async function startDesktop(given: readonly string[], folder: string): Promise<void> {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  app.setPath('userData', folder);
  // Also what some later change might create is confined before it can show anything.
  app.on('web-contents-created', (_event, contents) => confineContents(contents));

  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  let path = documentArgument(given, process.cwd());
  let program: DesktopProgram | null = null;
  // macOS tells of a double-clicked document by this event, possibly before the program is ready.
  app.on('open-file', (event, opened) => {
    event.preventDefault();
    if (program) void program.openPath(opened);
    else path = opened;
  });
  app.on('second-instance', (_event, argv, workingFolder) => {
    const second = documentArgument(givenArguments(argv, app.isPackaged), workingFolder);
    if (second === null) program?.show();
    else void program?.openPath(second);
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const started = new DesktopProgram(OUT_FOLDER, folder);
  await started.start({ sample: given.includes('--sample'), path });
  program = started;
}

const given = givenArguments(process.argv, app.isPackaged);
const commandLine = commandLineArguments(given);
const folder = stateFolder();
if (commandLine) {
  void runCommandLine(commandLine);
} else {
  startDesktop(given, folder).catch((error: unknown) => {
    showStartFailure(error, folder);
    app.exit(1);
  });
}
