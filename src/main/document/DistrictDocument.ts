import { basename, dirname } from 'node:path';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { applyOps, type Change, invertOps, keysOf } from '../../shared/changes/Change.ts';
import type { ChangeText } from '../../shared/changes/opsText.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { DocumentInfo, LogEntry, SessionState } from '../../shared/contract/requests.ts';
import type { LogFault } from '../../shared/history/LogFault.ts';
import { findExceededLimit } from '../../shared/model/checkLimits.ts';
import { findBrokenReference } from '../../shared/model/checkReferences.ts';
import type { Model } from '../../shared/model/Model.ts';
import { findBrokenLogRow, lastLogId, readChange, readChangeText, readLog } from '../store/changeLog.ts';
import { commitChange } from '../store/commitChange.ts';
import type { Connection } from '../store/connection.ts';
import { readSession, setSession } from '../store/session.ts';
import { checkAdoptedRest, readAdopted } from './adoptedRests.ts';
import { checkAdoptions } from './adoption.ts';
import { Calculations } from './Calculations.ts';
import { applyToModel, checkAdopted, checkShape, checkTakenBack } from './checkChange.ts';
import { DocumentHistory } from './DocumentHistory.ts';
import { explainFailure, inSentences } from './explainFailure.ts';
import { type HeldLock, LOCK_REFRESH_MS, takeLock } from './lockFile.ts';
import { publish, takeSnapshot } from './save.ts';
import type { WorkingCopy, WorkingNote } from './WorkingCopy.ts';
import type { Workplace } from './Workplace.ts';

/** What `openDocument.ts` has made ready. */
export interface DocumentParts {
  readonly workplace: Workplace;
  readonly db: Connection;
  readonly model: Model;
  readonly copy: WorkingCopy;
  readonly note: WorkingNote;
  readonly lock: HeldLock | null;
  readonly readOnlyReason: string | null;
  readonly notices: readonly string[];
  /** What another program has done to it, or null. */
  readonly logFault: LogFault | null;
  /** False for a look that ends with this process: no recovery, no lock, no saving in place. */
  readonly isKept: boolean;
}

/**
 * An open document: the working copy in SQLite, the same rows in memory, and main's own calculations. Only `commit`
 * changes the model, and it changes all three or none.
 */
export class DistrictDocument {
  readonly model: Model;
  readonly logFault: LogFault | null;
  readonly history: DocumentHistory;
  readonly #workplace: Workplace;
  readonly #db: Connection;
  readonly #copy: WorkingCopy;
  readonly #isKept: boolean;
  readonly #calculations: Calculations;
  #note: WorkingNote;
  #lock: HeldLock | null;
  #readOnlyReason: string | null;
  #notices: readonly string[];
  #refreshing: NodeJS.Timeout | null = null;
  #saving: Promise<unknown> = Promise.resolve();
  #logId: number;

  constructor(parts: DocumentParts) {
    this.model = parts.model;
    this.logFault = parts.logFault;
    this.history = new DocumentHistory(parts.db, parts.model, parts.logFault);
    this.#workplace = parts.workplace;
    this.#db = parts.db;
    this.#copy = parts.copy;
    this.#isKept = parts.isKept;
    this.#note = parts.note;
    this.#readOnlyReason = parts.readOnlyReason;
    this.#notices = parts.notices;
    this.#calculations = new Calculations(parts.model);
    this.#logId = lastLogId(parts.db);
    this.#lock = null;
    this.#holdLock(parts.lock);
  }

  /** The file this document is saved to; null while it is untitled. */
  get target(): string | null {
    return this.#note.target;
  }

  get isModified(): boolean {
    return this.#logId !== this.#note.savedLogId;
  }

  info(): DocumentInfo {
    const { target, name } = this.#note;
    return {
      name: target ? basename(target) : name,
      folder: target ? dirname(target) : null,
      isUntitled: target === null,
      isModified: this.isModified,
      readOnlyReason: this.#readOnlyReason,
      notices: this.#notices,
      logFault: this.logFault,
    };
  }

  /** Notices are shown once: after this they are gone from `info`. */
  clearNotices(): void {
    this.#notices = [];
  }

  calculation(scenario: number): Calculation {
    if (!this.model.get('scenario', scenario)) {
      throw new AllotError('unknown-scenario', 'This scenario is no longer in the document. Choose another one.');
    }
    return this.#calculations.of(scenario);
  }

  /**
   * Checks a change, writes its rows and its log row in one transaction, and carries it into memory. Whatever fails,
   * the document is as it was and the error is a sentence.
   */
  commit(change: Change, by: string): LogEntry {
    checkShape(change);
    checkTakenBack(change, (id) => readChange(this.#db, id));
    checkAdopted(this.model, change);
    const adopted = readAdopted(this.model, change.ops);
    const keys = keysOf(change.ops);
    applyToModel(this.model, change, keys);
    let entry: LogEntry;
    try {
      const problem = findBrokenReference(this.model, change.ops, keys) ?? findExceededLimit(this.model);
      if (problem) throw new AllotError('change-invalid', `${problem} Nothing was changed.`);
      checkAdoptions(this.model, change.ops);
      checkAdoptedRest(this.model, change.ops, adopted);
      entry = commitChange(this.#db, change, by, this.#workplace.now().toISOString());
    } catch (error) {
      applyOps(this.model, invertOps(change.ops));
      throw explainFailure(error, 'change', this.#copy.path);
    }
    this.#logId = entry.id;
    this.#calculations.apply(change.ops);
    return entry;
  }

  log(limit: number, before: number | null = null): LogEntry[] {
    return readLog(this.#db, limit, before);
  }

  /** A logged change as it stands in the log. */
  changeText(id: number): ChangeText {
    const change = readChangeText(this.#db, id);
    if (!change) throw new AllotError('unknown-change', 'This change is not in the log of the document.');
    return change;
  }

  /** A logged change with its ops. */
  change(id: number): Change {
    const change = readChange(this.#db, id);
    if (!change) throw new AllotError('unknown-change', 'This change is not in the log of the document.');
    return change;
  }

  /** The first log row that is not as it was written, or null. */
  findBrokenLogRow(): number | null {
    return findBrokenLogRow(this.#db);
  }

  session(): SessionState {
    return readSession(this.#db);
  }

  setSession(key: string, value: string): void {
    try {
      setSession(this.#db, key, value);
    } catch (error) {
      throw explainFailure(error, 'change', this.#copy.path);
    }
  }

  /** Writes the document to its file, unless someone else has written to it since it was opened or last saved. */
  save(): Promise<void> {
    return this.#inTurn(async () => {
      const { target, seen } = this.#note;
      if (target === null) {
        throw new AllotError('document-untitled', 'This document has no file yet. Use Save As to give it one.');
      }
      if (this.#readOnlyReason !== null) throw new AllotError('document-read-only', this.#readOnlyReason);
      await inSentences('save', target, () => this.#publish(target, seen));
    });
  }

  /** Saves under another name and goes on with that file. A file already there is replaced, after a local backup. */
  saveAs(target: string): Promise<void> {
    if (target === this.#note.target && this.#readOnlyReason === null) return this.save();
    return this.#inTurn(() =>
      inSentences('save', target, async () => {
        const answer = await takeLock(this.#workplace, target);
        if (!answer.lock) throw new AllotError('document-in-use', answer.reason);
        try {
          await this.#publish(target, null);
        } catch (error) {
          await answer.lock.release();
          throw error;
        }
        const former = this.#lock;
        this.#holdLock(answer.lock);
        this.#readOnlyReason = null;
        await former?.release();
      }),
    );
  }

  /** Leaves the document; what was not saved is gone. The caller has asked. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      const lock = this.#lock;
      this.#holdLock(null);
      this.#db.close();
      await this.#copy.remove();
      await lock?.release();
    });
  }

  async #publish(target: string, expected: WorkingNote['seen']): Promise<void> {
    const snapshot = takeSnapshot(this.#db, this.#copy, this.#logId);
    try {
      const { logId } = snapshot;
      const seen = await publish({
        workplace: this.#workplace,
        snapshot: snapshot.path,
        target,
        expected,
        beforeReplace: (content) => this.#writeNote({ publishing: { content, logId, target } }),
      });
      await this.#writeNote({ target, seen, savedLogId: logId, publishing: null });
    } finally {
      await this.#workplace.files.remove(snapshot.path);
    }
  }

  async #writeNote(changes: Partial<WorkingNote>): Promise<void> {
    this.#note = { ...this.#note, ...changes };
    if (this.#isKept) await this.#copy.writeNote(this.#note);
  }

  /** Saves and the close follow one another; commits may fall between, for a snapshot does not see them. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#saving.then(work, work);
    this.#saving = turn.catch(() => {});
    return turn;
  }

  #holdLock(lock: HeldLock | null): void {
    if (this.#refreshing) clearInterval(this.#refreshing);
    this.#refreshing = null;
    this.#lock = lock;
    if (!lock) return;
    // A refresh that fails does no harm: a lock that looks left behind only costs its advice, saves stay compared.
    this.#refreshing = setInterval(() => void lock.refresh().catch(() => {}), LOCK_REFRESH_MS);
    this.#refreshing.unref();
  }
}
