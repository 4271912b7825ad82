import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import { AllotError } from '../../shared/contract/errors.ts';
import { createHandlers, type MainProgram } from '../handlers.ts';
import { AnswersForTests } from '../window/AnswersForTests.ts';
import { appInfo } from '../window/appInfo.ts';
import { EventHub } from '../window/EventHub.ts';
import { type AtStart, openAtStart } from '../window/openAtStart.ts';
import { WindowFiles } from '../window/WindowFiles.ts';
import { answerWindow, tellWindows } from './answerWindow.ts';
import { askBeforeClosing, chooseInDialog } from './dialogs.ts';
import { showMenu } from './menu.ts';
import { ProjectorWindow } from './ProjectorWindow.ts';
import { printInWindow } from './printInWindow.ts';
import { serveWindow } from './protocol.ts';
import { readTablesInUtility } from './readTablesInUtility.ts';
import { readWorkbookInUtility } from './readWorkbookInUtility.ts';
import { denyNetwork, denyPermissions } from './security.ts';
import { createWindow } from './window.ts';

/** The program in its one window. */
export class DesktopProgram {
  private readonly outFolder: string;
  private readonly events = new EventHub();
  private readonly program: MainProgram;
  private readonly projector = new ProjectorWindow(() => this.window);
  private window: BrowserWindow | null = null;
  private mayClose = false;

  /** In order: protections, services, handlers, and only then may a window exist (see `start`). */
  constructor(outFolder: string, stateFolder: string) {
    this.outFolder = outFolder;
    denyPermissions(session.defaultSession);
    denyNetwork(session.defaultSession);
    serveWindow(new WindowFiles(join(outFolder, 'renderer')));
    // An installed program must not be steered by the environment it happens to be started in.
    const answers = new AnswersForTests(app.isPackaged ? undefined : process.env.ALLOT_DIALOG_ANSWERS);
    this.program = createHandlers({
      info: appInfo('electron'),
      stateFolder,
      chooseFile: chooseInDialog(() => this.window, answers),
      emit: this.events.emit,
      runReader: readWorkbookInUtility(outFolder),
      startTableReader: readTablesInUtility(outFolder),
      startPrinter: printInWindow,
      projector: this.projector,
    });
    answerWindow(this.windows, this.program.dispatch);
    tellWindows(this.windows, this.events);
    showMenu((name) => this.events.emit('command/run', { name }));
  }

  private readonly windows = (): readonly BrowserWindow[] => (this.window ? [this.window] : []);

  async start(atStart: AtStart): Promise<void> {
    const refusal = await openAtStart(atStart, this.program);
    this.window = createWindow(this.outFolder);
    this.window.on('close', (event) => {
      if (this.mayClose) return;
      event.preventDefault();
      void this.close();
    });
    this.window.on('closed', () => {
      this.window = null;
      // A picture that nobody moves any more would keep the program running.
      this.projector.close();
    });
    if (refusal !== null) this.complain('The document was not opened.', refusal);
  }

  /** Opens a document named from outside: double-clicked, or by a second start of the program. */
  async openPath(path: string): Promise<void> {
    this.show();
    try {
      await this.program.session.openPath(path);
      // The window asks for the document that is open as it loads.
      this.window?.webContents.reload();
    } catch (error) {
      if (!(error instanceof AllotError)) throw error;
      this.complain('The document was not opened.', error.message);
    }
  }

  show(): void {
    if (!this.window) return;
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  private complain(message: string, detail: string): void {
    if (this.window) void dialog.showMessageBox(this.window, { type: 'warning', message, detail, buttons: ['OK'] });
  }

  /** Asks what becomes of unsaved changes, then lets the window go. */
  private async close(): Promise<void> {
    const { window } = this;
    if (!window) return;
    const choice = this.program.session.isModified
      ? await askBeforeClosing(window, this.program.session.info()?.name ?? 'Untitled')
      : 'discard';
    if (choice === 'cancel') return;
    if (choice === 'save') {
      const saved = await this.program.dispatch('document/save', null);
      if (!saved.ok) {
        this.complain('The document was not saved.', saved.error.message);
        return;
      }
      if (saved.value === null) return;
    }
    const left = await this.program.dispatch('document/close', { discard: choice === 'discard' });
    if (!left.ok) {
      this.complain('The document could not be closed.', left.error.message);
      return;
    }
    this.mayClose = true;
    window.close();
  }
}
