import { basename, dirname } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { errorCode } from './files.ts';

/** What was being done when it failed; it decides what is safe and what to do next. */
export type Doing = 'open' | 'save' | 'change';

const SAFE: Record<Doing, string> = {
  open: 'The document was left as it is.',
  save: 'The document was not saved; the file is as it was and your changes are still here.',
  change: 'The change was not made; everything else is as it was.',
};

const KINDS: readonly (readonly [RegExp, string, (path: string, doing: Doing) => string])[] = [
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL)$/,
    'disk-full',
    (_path, doing) =>
      `There is no room left on the disk. ${SAFE[doing]} Free some space and try again${doing === 'save' ? ', or use Save As to save elsewhere' : ''}.`,
  ],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM|SQLITE_AUTH)$/,
    'no-permission',
    (path, doing) =>
      doing === 'open'
        ? `You are not permitted to read “${basename(path)}”. ${SAFE.open} Ask whoever keeps the folder for access.`
        : `The folder “${dirname(path)}” cannot be written to. ${SAFE[doing]} Use Save As to save in another folder.`,
  ],
  [
    /^(ENOENT|ENOTDIR)$/,
    'document-missing',
    (path, doing) =>
      doing === 'open'
        ? `There is no document “${basename(path)}” in ${dirname(path)}. Check whether it was moved or renamed.`
        : `The folder “${dirname(path)}” is no longer there. ${SAFE[doing]} Use Save As to save in another folder.`,
  ],
  [
    /^(EBUSY|ETXTBSY|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/,
    'document-in-use',
    (path, doing) =>
      `“${basename(path)}” is held by another program. ${SAFE[doing]} Close the other program and try again.`,
  ],
  [
    /^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/,
    'document-damaged',
    (path, doing) =>
      `“${basename(path)}” is damaged and cannot be read. ${SAFE[doing]} Open an earlier copy, for example one of the backups Allot keeps.`,
  ],
  [
    /^(EIO|ENODEV|ENXIO|ETIMEDOUT|EHOSTDOWN|EHOSTUNREACH|ENETUNREACH|ESTALE|SQLITE_IOERR.*|SQLITE_CANTOPEN.*)$/,
    'disk-failed',
    (path, doing) =>
      `The disk or network folder with “${basename(path)}” does not answer. ${SAFE[doing]} Check the connection and try again${doing === 'save' ? ', or use Save As to save elsewhere' : ''}.`,
  ],
  [
    /^(ENAMETOOLONG|EINVAL|ERR_INVALID_ARG_VALUE)$/,
    'bad-name',
    (_path, doing) => `The file name cannot be used here. ${SAFE[doing]} Choose a shorter or simpler name.`,
  ],
];

/** Turns what the file system or SQLite said into a sentence; what it does not know it gives back unchanged. */
export function explainFailure(error: unknown, doing: Doing, path: string): unknown {
  if (error instanceof AllotError) return error;
  const code = errorCode(error);
  for (const [pattern, name, sentence] of KINDS) {
    if (pattern.test(code)) return new AllotError(name, sentence(path, doing), [`${code}: ${path}`]);
  }
  return error;
}

/** Runs something and lets it fail only in sentences. */
export async function inSentences<T>(doing: Doing, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainFailure(error, doing, path);
  }
}
