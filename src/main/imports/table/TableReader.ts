import { fork } from 'node:child_process';
import { basename } from 'node:path';
import type { AskedReading, TableFile } from '../../../shared/assistant/RawTable.ts';
import { AllotError } from '../../../shared/contract/errors.ts';
import { GAVE_UP, readWorkbookChildPath, TOOK_TOO_LONG } from '../WorkbookReader.ts';
import { WorkbookUnreadable } from '../WorkbookUnreadable.ts';
import type { TableOutcome } from './readTableFile.ts';
import { TABLE_LIMITS, type TableLimits } from './tableLimits.ts';

/** What the reading process is told. */
export interface TableRequest {
  readonly as: 'tables';
  readonly path: string;
  readonly limits: TableLimits;
  readonly asked: AskedReading | null;
}

/** How far reading has come: characters of a text file, rows of a workbook. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number | null;
}

/** What the reading process says: any number of steps, then one outcome. */
export type TableMessage = { readonly progress: ReadProgress } | TableOutcome;

/** Starts the process that reads and gives the way to kill it. The desktop host has its own, of Electron's kind. */
export type StartTableReader = (
  request: TableRequest,
  listener: { readonly message: (message: TableMessage) => void; readonly end: () => void },
) => () => void;

export const startTableReaderInNode: StartTableReader = (request, listener) => {
  const child = fork(readWorkbookChildPath(), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${request.limits.memoryMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (message) => listener.message(message as TableMessage));
  child.once('error', listener.end);
  child.once('exit', listener.end);
  child.send(request);
  return () => {
    child.removeAllListeners();
    child.on('error', () => {});
    child.kill('SIGKILL');
  };
};

export interface ReadTablesOptions {
  readonly start?: StartTableReader | undefined;
  readonly limits?: TableLimits | undefined;
  /** How a person wants a text file to be read. */
  readonly asked?: AskedReading | undefined;
  /** Kills the reading process; the promise then fails with the code `read-cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** Reads a table file in a process of its own. Fails with a sentence: `workbook-unreadable` or `read-cancelled`. */
export function readTables(path: string, options: ReadTablesOptions = {}): Promise<TableFile> {
  const { start = startTableReaderInNode, limits = TABLE_LIMITS, asked = null, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    let isOver = false;
    const settle = (finish: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      stop();
      finish();
    };
    const refuse = (reason: string): void => settle(() => reject(new WorkbookUnreadable(basename(path), reason)));
    const cancel = (): void =>
      settle(() => reject(new AllotError('read-cancelled', 'Reading was cancelled. Nothing was imported.')));
    const timer = setTimeout(() => refuse(TOOK_TOO_LONG), limits.timeoutMs);
    const stop = start(
      { as: 'tables', path, limits, asked },
      {
        message: (message) => {
          if ('progress' in message) {
            if (!isOver) onProgress?.(message.progress);
          } else if ('refusal' in message) refuse(message.refusal);
          else settle(() => resolve(message.file));
        },
        end: () => refuse(GAVE_UP),
      },
    );
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel);
  });
}
