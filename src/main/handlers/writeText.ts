import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { isSameFile } from '../document/isSameFile.ts';
import type { Session } from '../document/Session.ts';

/** Excel takes a CSV file for UTF-8 only when it begins with this mark; accents in names depend on it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** An export may not land on the document itself, by whatever name or link its path leads there. */
export function refuseDocument(session: Session, path: string): void {
  const { target } = session.document;
  if (target === null || !isSameFile(path, target)) return;
  throw new AllotError('export-target', 'This is the document itself; nothing was written. Choose another name.');
}

/** Writes beside the target first, so that a full disk leaves an earlier export whole. */
export async function writeText(session: Session, path: string, text: string | Uint8Array): Promise<void> {
  const { files } = session.workplace;
  const temporary = join(dirname(path), `~$${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await files.writeText(temporary, text, true);
    await files.replace(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => {});
    throw new AllotError(
      'export-failed',
      `“${basename(path)}” was not written: its folder is full, write-protected or gone, or another program has the file open. Choose another folder or close the other program.`,
      [String(error)],
    );
  }
}
