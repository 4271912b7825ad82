import { basename, dirname } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Recovery } from '../../shared/contract/requests.ts';
import { Model } from '../../shared/model/Model.ts';
import { lastLogId, readLog } from '../store/changeLog.ts';
import { type Connection, connect } from '../store/connection.ts';
import { checkHistory } from './checkHistory.ts';
import { clearOrphans } from './clearOrphans.ts';
import { DistrictDocument } from './DistrictDocument.ts';
import { explainFailure, inSentences } from './explainFailure.ts';
import { errorCode } from './files.ts';
import { loadRows } from './loadRows.ts';
import { type LockAnswer, takeLock } from './lockFile.ts';
import { bringForward, freshNote, unwritableReason } from './openDocument.ts';
import { isSame } from './save.ts';
import { WorkingCopy, type WorkingNote } from './WorkingCopy.ts';
import { type Workplace, workingFolder } from './Workplace.ts';

const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Working copies that a killed or crashed process left behind with unsaved changes. Whether a process still has one
 * open is asked of SQLite's own lock, which dies with the process; a process number could belong to another program
 * by now. Copies without unsaved changes are cleared away.
 */
export async function listRecoveries(workplace: Workplace): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  for (const token of await leftTokens(workplace)) {
    const recovery = await look(workplace, new WorkingCopy(workplace, token));
    if (recovery) recoveries.push(recovery);
  }
  return recoveries.sort((left, right) => (left.lastChangeAt < right.lastChangeAt ? 1 : -1));
}

async function leftTokens(workplace: Workplace): Promise<string[]> {
  const folder = workingFolder(workplace);
  try {
    if (!(await workplace.files.facts(folder))) return [];
    const names = await workplace.files.list(folder);
    await clearOrphans(workplace, names);
    const tokens = names.filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json'));
    return tokens.filter((token) => TOKEN.test(token));
  } catch (error) {
    throw explainFailure(error, 'open', folder);
  }
}

async function look(workplace: Workplace, copy: WorkingCopy): Promise<Recovery | null> {
  const damaged: Recovery = {
    token: copy.id,
    name: 'Damaged working copy',
    folder: null,
    lastChangeAt: '',
    lastChangeLabel: 'cannot be read',
  };
  let note: WorkingNote;
  let db: Connection;
  try {
    note = await settle(workplace, await copy.readNote());
    if (!(await workplace.files.facts(copy.path))) {
      await copy.remove();
      return null;
    }
    db = connect(copy.path);
  } catch (error) {
    return /^SQLITE_BUSY/.test(errorCode(error)) ? null : damaged;
  }
  try {
    const [last] = readLog(db, 1, null);
    if (last && last.id !== note.savedLogId) {
      const { target } = note;
      return {
        token: copy.id,
        name: target ? basename(target) : note.name,
        folder: target ? dirname(target) : null,
        lastChangeAt: last.at,
        lastChangeLabel: last.label,
      };
    }
  } catch {
    return damaged;
  } finally {
    db.close();
  }
  await copy.remove();
  return null;
}

/** A process killed just after its rename has saved: then the target holds what was about to be published. */
async function settle(workplace: Workplace, note: WorkingNote): Promise<WorkingNote> {
  const { publishing } = note;
  if (!publishing) return note;
  const { content, logId, target } = publishing;
  const isThere = (await workplace.files.facts(target))?.size === content.size;
  if (isThere && isSame(await workplace.files.content(target), content)) {
    return { ...note, target, seen: content, savedLogId: logId, publishing: null };
  }
  return { ...note, publishing: null };
}

function copyOf(workplace: Workplace, token: string): WorkingCopy {
  if (TOKEN.test(token)) return new WorkingCopy(workplace, token);
  throw new AllotError('unknown-recovery', 'There is no such unsaved copy any more.');
}

/** Goes on with a left working copy as the document it was, with every committed change, under its lock. */
export async function recoverDocument(workplace: Workplace, token: string): Promise<DistrictDocument> {
  const copy = copyOf(workplace, token);
  if (!(await workplace.files.facts(copy.notePath))) {
    throw new AllotError('unknown-recovery', 'There is no such unsaved copy any more.');
  }
  return inSentences('open', copy.path, async () => {
    const db = connect(copy.path);
    let answer: LockAnswer | null = null;
    try {
      const left = await settle(workplace, await copy.readNote());
      const { target } = left;
      await bringForward(workplace, db, target);
      const rows = loadRows(db);
      const model = new Model(rows);
      const logFault = checkHistory(db, rows, model);
      const note = { ...freshNote(workplace, left), openedAt: left.openedAt };
      answer = target === null ? null : await takeLockIfThere(workplace, target);
      const isOnDisk = target !== null && (await workplace.files.facts(target)) !== null;
      const unwritable = target !== null && isOnDisk ? await unwritableReason(workplace, target) : null;
      await copy.writeNote(note);
      const changes = lastLogId(db) - note.savedLogId;
      return new DistrictDocument({
        ...{ workplace, db, model, copy, note, lock: answer?.lock ?? null, logFault, isKept: true },
        readOnlyReason: answer?.reason ?? unwritable,
        notices: [
          `Recovered with ${changes} unsaved ${changes === 1 ? 'change' : 'changes'} from before Allot was interrupted. Save to keep ${changes === 1 ? 'it' : 'them'}.`,
        ],
      });
    } catch (error) {
      db.close();
      await answer?.lock?.release();
      throw error;
    }
  });
}

/** The folder may be gone or offline by now; the changes are recovered all the same and Save As remains. */
async function takeLockIfThere(workplace: Workplace, target: string): Promise<LockAnswer> {
  try {
    return await takeLock(workplace, target);
  } catch (error) {
    const explained = explainFailure(error, 'save', target);
    if (explained instanceof AllotError) return { lock: null, reason: explained.message };
    throw error;
  }
}

/** Throws an unsaved copy away. One that is open in a living process is not touched. */
export async function discardRecovery(workplace: Workplace, token: string): Promise<void> {
  const copy = copyOf(workplace, token);
  if (!(await workplace.files.facts(copy.notePath))) return;
  try {
    connect(copy.path).close();
  } catch (error) {
    if (/^SQLITE_BUSY/.test(errorCode(error))) {
      throw new AllotError('document-in-use', 'This copy is open in another Allot window and was left as it is.');
    }
    // A copy too damaged to be opened is discarded like any other.
  }
  await copy.remove();
}
