import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file holds, so that a change made elsewhere is noticed whatever its time stamp says. */
export interface Content {
  readonly size: number;
  readonly sha256: string;
}

export interface FileFacts {
  readonly size: number;
  readonly mtimeMs: number;
  readonly isFile: boolean;
  readonly isFolder: boolean;
}

/**
 * All that opening, saving, locking and recovering ask of the file system. It is this narrow so that a test can make
 * any single step fail as a full disk or a read-only share would. Failures keep Node's error codes.
 *
 * The working copy of an open document is never read through this: on POSIX systems closing a second handle on a file
 * drops SQLite's lock on it.
 */
export interface Files {
  /** Null where there is nothing. */
  readonly facts: (path: string) => Promise<FileFacts | null>;
  /** The file itself where `path` is a link to it, so that a save replaces the file and not the link. */
  readonly realPath: (path: string) => Promise<string>;
  readonly readStart: (path: string, length: number) => Promise<Buffer>;
  readonly readText: (path: string) => Promise<string>;
  /** Writes a small text in one go; `isNew` fails with EEXIST where something stands already. */
  readonly writeText: (path: string, text: string | Uint8Array, isNew: boolean) => Promise<void>;
  /** Copies to a path where nothing stands yet, down to the disk, and says what was copied. */
  readonly copyToNew: (from: string, to: string) => Promise<Content>;
  readonly content: (path: string) => Promise<Content>;
  /** Puts `from` in the place of `to` in one step, and syncs the folder where the system allows it. */
  readonly replace: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly list: (folder: string) => Promise<string[]>;
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Fails where the file or folder may not be written. */
  readonly checkWritable: (path: string) => Promise<void>;
}

const CHUNK_BYTES = 1 << 20;

export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

async function facts(path: string): Promise<FileFacts | null> {
  try {
    const found = await stat(path);
    return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile(), isFolder: found.isDirectory() };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Reads a file once, giving each piece to `take`. */
async function readThrough(path: string, take: (piece: Buffer) => Promise<void>): Promise<Content> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, size);
      if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      await take(piece);
      size += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function copyToNew(from: string, to: string): Promise<Content> {
  const target = await open(to, 'wx');
  try {
    const content = await readThrough(from, async (piece) => {
      await target.writeFile(piece);
    });
    await target.sync();
    return content;
  } finally {
    await target.close();
  }
}

const RENAME_TRIES = 5;
const RENAME_PAUSE_MS = 120;

/** On Windows a virus scanner may hold a fresh file for a moment; a short wait is all it takes. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      break;
    } catch (error) {
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (process.platform !== 'win32' || !isBusy || attempt === RENAME_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS * attempt));
    }
  }
  if (process.platform === 'win32') return;
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems cannot sync a folder; the file itself is synced already.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(errorCode(error))) throw error;
  } finally {
    await folder.close();
  }
}

export const nodeFiles: Files = {
  facts,
  realPath: (path) => realpath(path),
  readStart,
  readText: (path) => readFile(path, 'utf8'),
  writeText: (path, text, isNew) => writeFile(path, text, { flag: isNew ? 'wx' : 'w', flush: true }),
  copyToNew,
  content: (path) => readThrough(path, async () => {}),
  replace,
  remove: (path) => rm(path, { force: true }),
  list: (folder) => readdir(folder),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  checkWritable: (path) => access(path, constants.W_OK),
};
