import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Beyond this the log is put aside once, so that it never grows without end. */
const LOG_BYTES = 1_000_000;

/**
 * Writes what went wrong unforeseen to `errors.log` in the state folder, for whoever looks after the program. It says
 * whether it could; the person is told the sentence either way.
 */
export function writeErrorLog(stateFolder: string, doing: string, error: unknown, at: Date): boolean {
  const path = join(stateFolder, 'errors.log');
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    mkdirSync(stateFolder, { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(path, `${path}.old`);
    appendFileSync(path, `${at.toISOString()} ${doing}\n${details}\n\n`);
    return true;
  } catch {
    return false;
  }
}
