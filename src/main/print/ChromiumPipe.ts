import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { AllotError } from '../../shared/contract/errors.ts';

/** No window, no network, no conversation with anyone, and nothing of the person's own browser. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--mute-audio',
  // Every name and address leads nowhere; a page of ours asks for none.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];

/** One call may take long where a computer is busy; one that never ends must not hold the person for ever. */
const CALL_TIMEOUT_MS = 120_000;

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export interface BrowserProgram {
  readonly path: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags beyond ours, such as those a packed browser needs. */
  readonly flags?: readonly string[];
}

/**
 * A browser started for us alone, spoken to over a pipe: no port that another program could reach, a profile of its own
 * in the folder for temporary files, which goes when it ends.
 */
export class ChromiumPipe {
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #isOver = false;
  #pending: Buffer[] = [];

  constructor({ path, environment = {}, flags = [] }: BrowserProgram) {
    this.#profile = mkdtempSync(join(tmpdir(), 'allot-print-'));
    this.#child = spawn(path, [...FLAGS, ...flags, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child.once('error', () => this.#end());
    this.#child.once('exit', () => this.#end());
    this.#output.on('error', () => {});
    this.#input.on('error', () => {});
    this.#input.on('data', (piece: Buffer) => this.#read(piece));
  }

  get #output(): Writable {
    return this.#child.stdio[3] as Writable;
  }
  get #input(): Readable {
    return this.#child.stdio[4] as Readable;
  }
  get processId(): number | undefined {
    return this.#child.pid;
  }

  /** One command of the DevTools protocol. */
  call(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    if (this.#isOver) return Promise.reject(gone());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(gone());
      }, CALL_TIMEOUT_MS);
      this.#waiting.set(id, { resolve, reject, timer });
      const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
      this.#output.write(`${JSON.stringify(message)}\0`);
    });
  }

  #read(piece: Buffer): void {
    let from = 0;
    for (let end = piece.indexOf(0, from); end >= 0; end = piece.indexOf(0, from)) {
      this.#pending.push(piece.subarray(from, end));
      this.#answer(Buffer.concat(this.#pending).toString('utf8'));
      this.#pending = [];
      from = end + 1;
    }
    if (from < piece.length) this.#pending.push(piece.subarray(from));
  }

  #answer(text: string): void {
    const message = JSON.parse(text) as { id?: number; result?: Record<string, unknown>; error?: { message: string } };
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id as number);
    clearTimeout(waiting.timer);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result ?? {});
  }

  #end(): void {
    this.#isOver = true;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(gone());
    }
    this.#waiting.clear();
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    const { exitCode, signalCode, pid } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
      this.call('Browser.close').catch(() => {});
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function gone(): AllotError {
  return new AllotError(
    'print-failed',
    'The browser that Allot prints with ended or gave no answer, so no PDF was written. Try again, or write HTML and print it from your browser.',
  );
}
