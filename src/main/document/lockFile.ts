import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './files.ts';
import type { Workplace } from './Workplace.ts';

/**
 * A small file beside the document that says who has it open. It is advice, not protection: what keeps a save from
 * overwriting someone's work is the comparison of contents in `save.ts`.
 */
interface LockNote {
  readonly user: string;
  readonly computer: string;
  readonly pid: number;
  readonly token: string;
  readonly since: string;
  readonly refreshed: string;
}

/** Refreshed this often while the document is open. */
export const LOCK_REFRESH_MS = 60_000;
/** A lock not refreshed for this long was left behind, even if its process number lives on in another program. */
export const LOCK_STALE_MS = 10 * 60_000;

export interface HeldLock {
  readonly path: string;
  readonly token: string;
  readonly refresh: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Either the lock, or a sentence that says why there is none. */
export type LockAnswer =
  | { readonly lock: HeldLock; readonly reason: null }
  | { readonly lock: null; readonly reason: string };

export function lockPath(document: string): string {
  return join(dirname(document), `~$${basename(document)}.lock`);
}

function parseNote(text: string): LockNote | null {
  try {
    const note = JSON.parse(text) as Partial<Record<keyof LockNote, unknown>> | null;
    const isWhole =
      typeof note?.user === 'string' &&
      typeof note.computer === 'string' &&
      typeof note.pid === 'number' &&
      typeof note.token === 'string' &&
      typeof note.since === 'string' &&
      typeof note.refreshed === 'string';
    return isWhole ? (note as unknown as LockNote) : null;
  } catch {
    return null;
  }
}

async function readNote(workplace: Workplace, path: string): Promise<LockNote | null> {
  try {
    return parseNote(await workplace.files.readText(path));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isStale(workplace: Workplace, note: LockNote): boolean {
  if (note.computer === workplace.computer && !workplace.isProcessAlive(note.pid)) return true;
  const ageMs = workplace.now().getTime() - Date.parse(note.refreshed);
  return !(ageMs < LOCK_STALE_MS);
}

const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ').slice(0, 80);

function heldBy(workplace: Workplace, note: LockNote, document: string): string {
  const name = basename(document);
  const since = new Date(note.since);
  const time = Number.isNaN(since.getTime()) ? '' : ` since ${since.toLocaleString('en-US')}`;
  const isSelf = note.computer === workplace.computer && note.user === workplace.user;
  const who = isSelf
    ? `You have “${name}” open in another Allot window${time}.`
    : `${plain(note.user)} has “${name}” open on the computer ${plain(note.computer)}${time}.`;
  return `${who} You can look and try things here, but to keep them use Save As.`;
}

/** Takes the lock of a document, over a lock left behind if need be. */
export async function takeLock(workplace: Workplace, document: string): Promise<LockAnswer> {
  const path = lockPath(document);
  const { files } = workplace;
  const now = workplace.now().toISOString();
  const note: LockNote = {
    user: workplace.user,
    computer: workplace.computer,
    pid: workplace.pid,
    token: randomUUID(),
    since: now,
    refreshed: now,
  };
  const isOurs = async (): Promise<boolean> => (await readNote(workplace, path))?.token === note.token;
  const lock: HeldLock = {
    path,
    token: note.token,
    refresh: async () => {
      if (!(await isOurs())) return;
      await files.writeText(path, JSON.stringify({ ...note, refreshed: workplace.now().toISOString() }), false);
    },
    release: async () => {
      if (await isOurs()) await files.remove(path);
    },
  };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await files.writeText(path, JSON.stringify(note), true);
      return { lock, reason: null };
    } catch (error) {
      const code = errorCode(error);
      if (/^(EACCES|EPERM|EROFS)$/.test(code)) {
        return {
          lock: null,
          reason: `The folder “${dirname(document)}” cannot be written to. You can look and try things here, but to keep them use Save As.`,
        };
      }
      if (code !== 'EEXIST') throw error;
    }
    const held = await readNote(workplace, path);
    if (held && !isStale(workplace, held)) return { lock: null, reason: heldBy(workplace, held, document) };
    if (!held && attempt === 0 && !(await isLongUntouched(workplace, path))) {
      return {
        lock: null,
        reason: `Someone is just opening “${basename(document)}”. You can look and try things here, but to keep them use Save As.`,
      };
    }
    await files.remove(path);
  }
  return {
    lock: null,
    reason: `Someone else opened “${basename(document)}” at the same moment. You can look and try things here, but to keep them use Save As.`,
  };
}

/** A lock without readable content is being written right now, unless it has lain there for a while. */
async function isLongUntouched(workplace: Workplace, path: string): Promise<boolean> {
  const facts = await workplace.files.facts(path);
  return !facts || workplace.now().getTime() - facts.mtimeMs > LOCK_REFRESH_MS;
}
