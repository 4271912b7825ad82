import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { Model, type ModelRows } from '../../shared/model/Model.ts';
import { lastLogId } from '../store/changeLog.ts';
import { type Connection, connect, pragmaNumber } from '../store/connection.ts';
import { createDatabase } from '../store/createDatabase.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';
import { backupFolderOf, backupName } from './backups.ts';
import { checkFile } from './checkFile.ts';
import { checkHistory, sealOlder } from './checkHistory.ts';
import { DistrictDocument } from './DistrictDocument.ts';
import { inSentences } from './explainFailure.ts';
import { type Content, errorCode } from './files.ts';
import { loadRows } from './loadRows.ts';
import { type LockAnswer, takeLock } from './lockFile.ts';
import { folderNoticeOnce } from './noticeOnce.ts';
import { WorkingCopy, type WorkingNote } from './WorkingCopy.ts';
import { type Workplace, workingFolder } from './Workplace.ts';

export interface OpenOptions {
  /** Only to look, as the command line does: no lock, no recovery, Save is refused. */
  readonly forReading?: boolean;
}

/** The first document format with a seal under its history. */
const SEALED_SINCE = 6;
const UNTITLED = 'Untitled';
const FOR_READING = 'This document was opened only to be read. To keep changes use Save As.';
const NO_LOCK: LockAnswer = { lock: null, reason: FOR_READING };

/** A new document that has no file yet. */
export async function createUntitled(workplace: Workplace, rows: ModelRows): Promise<DistrictDocument> {
  await inSentences('change', workplace.stateFolder, () => workplace.files.makeFolder(workingFolder(workplace)));
  const copy = new WorkingCopy(workplace);
  return inSentences('change', copy.path, async () => {
    let db: Connection | null = null;
    try {
      db = createDatabase(copy.path, rows);
      const note = freshNote(workplace, { target: null, name: UNTITLED, seen: null, savedLogId: 0 });
      await copy.writeNote(note);
      const model = new Model(loadRows(db));
      return new DistrictDocument({
        ...{ workplace, db, model, copy, note, lock: null, readOnlyReason: null, notices: [] },
        ...{ logFault: null, isKept: true },
      });
    } catch (error) {
      db?.close();
      await copy.remove();
      throw error;
    }
  });
}

/** A new document at a path where nothing stands yet. */
export async function createDocument(workplace: Workplace, path: string, rows: ModelRows): Promise<DistrictDocument> {
  if (await inSentences('save', path, () => workplace.files.facts(path))) {
    throw new AllotError(
      'file-exists',
      `“${basename(path)}” exists already and was left as it is. Choose another name.`,
    );
  }
  const folder = dirname(path);
  const place = await inSentences('save', path, () => workplace.files.facts(folder));
  if (!place?.isFolder) {
    throw new AllotError(
      'folder-missing',
      `There is no folder “${folder}”, so no document was made. Make the folder first, or choose another.`,
    );
  }
  const document = await createUntitled(workplace, rows);
  try {
    await document.saveAs(path);
    return document;
  } catch (error) {
    await document.close();
    throw error;
  }
}

/**
 * Opens a document: it is looked at, locked, and copied; only the copy is ever opened as a database, so a document
 * that turns out damaged or needs a migration is untouched until it is saved.
 */
export async function openDocument(
  workplace: Workplace,
  path: string,
  options: OpenOptions = {},
): Promise<DistrictDocument> {
  const { files } = workplace;
  return inSentences('open', path, async () => {
    await checkFile(files, path);
    const target = await files.realPath(path);
    await files.makeFolder(workingFolder(workplace));
    const answer = options.forReading ? NO_LOCK : await takeLock(workplace, target);
    const copy = new WorkingCopy(workplace);
    let db: Connection | null = null;
    try {
      const seen = await copyWhole(workplace, target, copy.path);
      db = connect(copy.path);
      const notices: string[] = [];
      const migrated = await bringForward(workplace, db, target);
      if (migrated) notices.push(migrated);
      const rows = loadRows(db);
      const model = new Model(rows);
      const logFault = checkHistory(db, rows, model);
      const note = freshNote(workplace, { target, name: basename(target), seen, savedLogId: lastLogId(db) });
      if (!options.forReading) {
        await copy.writeNote(note);
        const notice = await folderNoticeOnce(workplace, target);
        if (notice) notices.push(notice);
      }
      const readOnlyReason = answer.reason ?? (await unwritableReason(workplace, target));
      const isKept = !options.forReading;
      return new DistrictDocument({
        ...{ workplace, db, model, copy, note, lock: answer.lock, readOnlyReason, notices, logFault, isKept },
      });
    } catch (error) {
      db?.close();
      await copy.remove();
      await answer.lock?.release();
      throw error;
    }
  });
}

/** The parts of a note that every way of opening fills in alike. */
export function freshNote(
  workplace: Workplace,
  about: Pick<WorkingNote, 'target' | 'name' | 'seen' | 'savedLogId'>,
): WorkingNote {
  const { user, computer, pid } = workplace;
  return { ...about, publishing: null, user, computer, pid, openedAt: workplace.now().toISOString() };
}

/** Brings an older document to today's format in the working copy; answers with what to tell the person. */
export async function bringForward(
  workplace: Workplace,
  db: Connection,
  target: string | null,
): Promise<string | null> {
  const folder = backupFolderOf(workplace, target ?? UNTITLED);
  if (pragmaNumber(db, 'user_version') !== SCHEMA_VERSION) await workplace.files.makeFolder(folder);
  const backup = join(folder, backupName(workplace.now(), '-older-format'));
  const from = await migrate(db, backup);
  if (from === null) return null;
  if (from < SEALED_SINCE) sealOlder(db);
  return `This document had an older format. Saving it writes today’s format; a backup of the older one is kept as ${backup}.`;
}

const COPY_TRIES = 3;

/**
 * Copies the document with what SQLite may have left beside it after another program was killed. A document that
 * changes while it is read is read again.
 */
async function copyWhole(workplace: Workplace, from: string, to: string): Promise<Content> {
  const { files } = workplace;
  for (let attempt = 1; ; attempt++) {
    const before = await files.facts(from);
    const seen = await files.copyToNew(from, to);
    for (const end of ['-journal', '-wal']) {
      if ((await files.facts(`${from}${end}`))?.size) await files.copyToNew(`${from}${end}`, `${to}${end}`);
    }
    const after = await files.facts(from);
    if (before?.mtimeMs === after?.mtimeMs && before?.size === after?.size) return seen;
    for (const end of ['', '-journal', '-wal']) await files.remove(`${to}${end}`);
    if (attempt === COPY_TRIES) {
      throw new AllotError(
        'document-in-use',
        `“${basename(from)}” is being written to by another program; it was left as it is. Try again in a moment.`,
      );
    }
  }
}

/** Why a document that is locked for us can still not be saved in place, or null. */
export async function unwritableReason(workplace: Workplace, target: string): Promise<string | null> {
  try {
    await workplace.files.checkWritable(target);
    return null;
  } catch (error) {
    if (!/^(EACCES|EPERM|EROFS)$/.test(errorCode(error))) throw error;
    return `“${basename(target)}” is write-protected. You can look and try things here, but to keep them use Save As.`;
  }
}
