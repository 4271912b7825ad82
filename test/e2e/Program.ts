import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Browser, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test';
import { installedElectron } from '../../scripts/electronBinary.ts';
import { ROOT, SERVER_BUNDLE } from '../../scripts/paths.ts';
import { usesElectron } from './prepare.ts';
import { WindowWatch } from './WindowWatch.ts';

export interface StartOptions {
  /** Begin on the sample district, as `npm start` does; true unless said otherwise. */
  readonly sample?: boolean;
  /** What the next file dialogs answer, in order; null closes one. Without it the window's own chooser is shown. */
  readonly dialogAnswers?: readonly (string | null)[];
}

/** Allot as a person has it: started, killed, started again on the same computer, with the same folders. */
export class Program {
  readonly stateFolder: string;
  readonly documentsFolder: string;
  readonly watch = new WindowWatch();
  private readonly browser: () => Promise<Browser>;
  private server: ChildProcess | null = null;
  private context: BrowserContext | null = null;
  private electron: ElectronApplication | null = null;
  private shown: Page | null = null;

  constructor(folder: string, browser: () => Promise<Browser>) {
    this.stateFolder = join(folder, 'state');
    this.documentsFolder = join(folder, 'documents');
    for (const path of [this.stateFolder, this.documentsFolder]) mkdirSync(path, { recursive: true });
    this.browser = browser;
  }

  /** The window of the running program. */
  get page(): Page {
    if (!this.shown) throw new Error('The program is not running; call start() first.');
    return this.shown;
  }

  /** What the window looks like now, for the report of a failed test; null when there is none. */
  async picture(): Promise<Buffer | null> {
    return (await this.shown?.screenshot().catch(() => null)) ?? null;
  }

  /** A path in the documents folder of this test. */
  document(name: string): string {
    return join(this.documentsFolder, name);
  }

  /** Starts the program and gives its window once that has loaded. */
  async start({ sample = true, dialogAnswers = [] }: StartOptions = {}): Promise<Page> {
    const environment: Record<string, string> = {};
    for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value;
    environment.ALLOT_STATE_FOLDER = this.stateFolder;
    environment.ALLOT_DOCUMENTS_FOLDER = this.documentsFolder;
    environment.ALLOT_DIALOG_ANSWERS = JSON.stringify(dialogAnswers);
    const args = sample ? ['--sample'] : [];
    this.shown = usesElectron()
      ? await this.startElectron(args, environment)
      : await this.startLoopback(args, environment);
    return this.shown;
  }

  /** Ends the program as a power cut does: nothing is asked, nothing is tidied up. */
  async kill(): Promise<void> {
    this.watch.expectHostGone();
    const child = this.server ?? this.electron?.process() ?? null;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
    await this.context?.close();
    this.server = null;
    this.electron = null;
    this.context = null;
    this.shown = null;
  }

  private async startElectron(args: readonly string[], env: Record<string, string>): Promise<Page> {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.electron = await _electron.launch({
      executablePath: installedElectron() as string,
      args: [ROOT, ...asRoot, ...args],
      env,
    });
    const page = await this.electron.firstWindow();
    this.watch.follow(page);
    return page;
  }

  private async startLoopback(args: readonly string[], env: Record<string, string>): Promise<Page> {
    const address = await this.startServer(args, env);
    this.context = await (await this.browser()).newContext({ viewport: { width: 1440, height: 900 } });
    const page = await this.context.newPage();
    this.watch.follow(page);
    await page.goto(address);
    return page;
  }

  private startServer(args: readonly string[], env: Record<string, string>): Promise<string> {
    const server = spawn(process.execPath, [SERVER_BUNDLE, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.server = server;
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (text: string) => {
        said += text;
        const address = /http:\/\/127\.0\.0\.1:\d+\/\S*\n/.exec(said)?.[0];
        if (address) resolve(address.trim());
      };
      server.stdout?.setEncoding('utf8').on('data', hear);
      server.stderr?.setEncoding('utf8').on('data', hear);
      server.on('exit', (code) => reject(new Error(`The loopback host ended with code ${code}:\n${said}`)));
    });
  }
}
