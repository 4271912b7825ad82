import { fork } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { type ReadOutcome, readWorkbookFile } from './readWorkbookFile.ts';
import type { Workbook } from './Sheet.ts';
import { WorkbookUnreadable } from './WorkbookUnreadable.ts';

/**
 * Starts the process that reads, and gives what it came to; it is killed when the signal says so. The desktop host has
 * its own, of Electron's kind.
 */
export type RunReader = (path: string, limits: ReadLimits, signal?: AbortSignal) => Promise<ReadOutcome>;

export const TOOK_TOO_LONG = 'reading it took too long.';
export const STOPPED = 'reading it was stopped.';
export const GAVE_UP = 'it needs more memory than this program gives it, or is damaged.';

/** The child's program: beside this source, or beside the bundle (whose chunks lie one folder below). */
export function readWorkbookChildPath(): string {
  const names = ['readWorkbookChild.ts', 'readWorkbook.js', '../readWorkbook.js'];
  const path = names.map((name) => join(import.meta.dirname, name)).find((candidate) => existsSync(candidate));
  return path ?? join(import.meta.dirname, 'readWorkbook.js');
}

/** Reads in a forked Node process that is killed when it takes too long. */
export const runReaderInNode: RunReader = (path, limits, signal) =>
  new Promise((resolve) => {
    const child = fork(readWorkbookChildPath(), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const finish = (outcome: ReadOutcome): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      child.removeAllListeners();
      child.on('error', () => {});
      child.kill('SIGKILL');
      resolve(outcome);
    };
    const stop = (): void => finish({ refusal: STOPPED });
    const timer = setTimeout(() => finish({ refusal: TOOK_TOO_LONG }), limits.timeoutMs);
    signal?.addEventListener('abort', stop);
    child.once('message', (outcome) => finish(outcome as ReadOutcome));
    child.once('error', () => finish({ refusal: GAVE_UP }));
    child.once('exit', () => finish({ refusal: GAVE_UP }));
    child.send({ path, limits });
  });

/**
 * Reads an .xlsx or a folder of .csv. A folder is read at once, in this process: text cannot grow while it is read,
 * so its size bounds everything. Throws `WorkbookUnreadable` with a sentence, and the signal's reason once it is given.
 */
export async function readWorkbook(
  path: string,
  runReader: RunReader = runReaderInNode,
  limits: ReadLimits = READ_LIMITS,
  signal?: AbortSignal,
): Promise<Workbook> {
  const stats = statSync(path, { throwIfNoEntry: false });
  const inProcess = !stats || stats.isDirectory();
  const outcome = await (inProcess ? readWorkbookFile(path, limits) : runReader(path, limits, signal));
  signal?.throwIfAborted();
  if ('refusal' in outcome) throw new WorkbookUnreadable(basename(path), outcome.refusal);
  return outcome.workbook;
}
