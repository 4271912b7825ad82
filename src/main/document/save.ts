import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { type Connection, connect } from '../store/connection.ts';
import { backupFolderOf, backupName, thinBackups } from './backups.ts';
import { type Content, errorCode, type Files } from './files.ts';
import type { WorkingCopy } from './WorkingCopy.ts';
import type { Workplace } from './Workplace.ts';

/** A copy of the document at one moment, checked, beside the working copy; `remove` it when done. */
export interface Snapshot {
  readonly path: string;
  readonly logId: number;
}

/**
 * Copies the open database as it is now into a file of its own, in one statement, so that edits made while a slow
 * share is written to cannot mix in; then reads the copy through.
 */
export function takeSnapshot(db: Connection, copy: WorkingCopy, logId: number): Snapshot {
  const path = `${copy.path.slice(0, -'.allot'.length)}-${randomUUID().slice(0, 8)}.snapshot`;
  db.prepare('VACUUM INTO ?').run(path);
  const snapshot = connect(path);
  try {
    const check = snapshot.pragma('integrity_check(1)', { simple: true });
    if (check !== 'ok') {
      throw new AllotError(
        'document-damaged',
        'The document was not saved, because the copy to be written is damaged; the file is as it was. Try Save As into another folder.',
        [String(check)],
      );
    }
  } finally {
    snapshot.close();
  }
  return { path, logId };
}

export interface PublishRequest {
  readonly workplace: Workplace;
  readonly snapshot: string;
  readonly target: string;
  /** What the target must hold for it to be replaced: its content when opened or last saved; null to replace anything. */
  readonly expected: Content | null;
  /** Called with the content just before it takes the target's place. */
  readonly beforeReplace: (content: Content) => Promise<void>;
}

/**
 * Puts a snapshot in the place of the document, in this order:
 * 1. the snapshot is written under a temporary name in the target's folder, down to the disk, and read back;
 * 2. what stands at the target is backed up and compared with what was seen on opening: if it differs, someone else
 *    has saved, and nothing is overwritten;
 * 3. one rename puts the new file in place. A failure before it leaves the target as it was.
 */
export async function publish(request: PublishRequest): Promise<Content> {
  const { workplace, target } = request;
  const { files } = workplace;
  const temporary = join(dirname(target), `~$${basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const written = await files.copyToNew(request.snapshot, temporary);
    const readBack = await files.content(temporary);
    if (!isSame(written, readBack)) {
      throw new AllotError(
        'disk-failed',
        'The document was not saved: the disk gave back something else than was written. The file is as it was; use Save As to save elsewhere.',
      );
    }
    const facts = await files.facts(target);
    if (facts) await backUpReplaced(request);
    const factsNow = await files.facts(target);
    if (facts?.mtimeMs !== factsNow?.mtimeMs || facts?.size !== factsNow?.size) throw changedElsewhere(target);
    await request.beforeReplace(written);
    await files.replace(temporary, target);
    await clearLitter(workplace, target);
    return written;
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
}

/** Younger temporary files may belong to a save under way on another computer. */
const LITTER_AGE_MS = 3_600_000;

/**
 * Clears away what saves that were killed half-way left beside the document. The document is in place by then: what
 * cannot be listed or removed harms nobody, and must not be told as a save that failed.
 */
async function clearLitter({ files, now }: Workplace, target: string): Promise<void> {
  const folder = dirname(target);
  const beginning = `~$${basename(target)}.`;
  try {
    for (const name of await files.list(folder)) {
      if (!name.startsWith(beginning) || !/^[0-9a-f]{8}\.tmp$/.test(name.slice(beginning.length))) continue;
      const path = join(folder, name);
      const facts = await files.facts(path);
      if (facts && now().getTime() - facts.mtimeMs > LITTER_AGE_MS) await files.remove(path);
    }
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}

export function isSame(left: Content, right: Content): boolean {
  return left.size === right.size && left.sha256 === right.sha256;
}

function changedElsewhere(target: string): AllotError {
  return new AllotError(
    'document-changed-elsewhere',
    `“${basename(target)}” was changed by someone else since you opened it, so it was not overwritten. Your changes are still here: use Save As to keep them under another name.`,
  );
}

/** Keeps a local copy of what is about to be replaced, and compares it on the way. */
async function backUpReplaced(request: PublishRequest): Promise<void> {
  const { workplace, target, expected } = request;
  const { files } = workplace;
  const folder = backupFolderOf(workplace, target);
  await files.makeFolder(folder);
  const backup = join(folder, backupName(workplace.now(), `-${randomUUID().slice(0, 4)}`));
  let held: Content;
  try {
    held = await files.copyToNew(target, backup);
  } catch (error) {
    await removeQuietly(files, backup);
    throw error;
  }
  if (expected && !isSame(expected, held)) {
    await files.remove(backup);
    throw changedElsewhere(target);
  }
  await thinBackups(workplace, folder);
}

/** Clears away after a failure; the failure itself is what the person must hear, whatever the clearing says. */
async function removeQuietly(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}
