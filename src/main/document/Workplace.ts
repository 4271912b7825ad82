import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode, type Files, nodeFiles } from './files.ts';

/** Where and by whom documents are worked on: given by the host, so that nothing here asks the machine itself. */
export interface Workplace {
  /** A folder of this person alone, on a local disk. */
  readonly stateFolder: string;
  readonly user: string;
  readonly computer: string;
  readonly pid: number;
  readonly files: Files;
  readonly now: () => Date;
  readonly isProcessAlive: (pid: number) => boolean;
}

/** True also for a process of another person, which may not be signalled. */
function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

export function createWorkplace(stateFolder: string, user: string, changes: Partial<Workplace> = {}): Workplace {
  return {
    stateFolder,
    user,
    computer: hostname(),
    pid: process.pid,
    files: nodeFiles,
    now: () => new Date(),
    isProcessAlive,
    ...changes,
  };
}

export function workingFolder(workplace: Workplace): string {
  return join(workplace.stateFolder, 'working');
}

export function backupsFolder(workplace: Workplace): string {
  return join(workplace.stateFolder, 'backups');
}
