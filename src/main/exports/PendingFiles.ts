import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { errorCode } from '../document/files.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program has a file open',
  EROFS: 'the disk is write-protected',
  ENOSPC: 'the disk is full',
  EBUSY: 'another program has a file open',
  ENAMETOOLONG: 'a name is too long',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name stands there',
  EISDIR: 'a folder of that name stands there',
};

/**
 * Files that are put in place all together or not at all. They are written into a folder of their own beside where
 * they go; `putInPlace` moves them, keeping what they replace until the last one stands, and moves everything back
 * where a step fails. Whatever happens, `discard` leaves nothing of it behind.
 *
 * 1. `begin(folder)` 2. `write` each file 3. `putInPlace` 4. always `discard`.
 */
export class PendingFiles {
  readonly folder: string;
  readonly #temporary: string;
  /** Folders that had to be made, the outermost last. */
  readonly #made: string[];
  readonly #names: string[] = [];
  readonly #outdated: string[] = [];
  #isInPlace = false;
  #keepsReplaced = false;

  private constructor(folder: string, temporary: string, made: string[]) {
    this.folder = folder;
    this.#temporary = temporary;
    this.#made = made;
  }

  /** Makes the folder where it does not stand yet. Fails with an AllotError where nothing can be written. */
  static async begin(folder: string): Promise<PendingFiles> {
    const made: string[] = [];
    try {
      for (let at = folder; !(await isThere(at)); at = dirname(at)) made.push(at);
      // One by one: where a file system refuses folders as if their parent were gone, Node's own way never ends.
      for (const at of made.toReversed()) await mkdir(at);
      return new PendingFiles(folder, await mkdtemp(join(folder, '~$allot-')), made);
    } catch (error) {
      await removeEmpty(made);
      throw inWords(error, folder);
    }
  }

  get count(): number {
    return this.#names.length;
  }

  /** `down` waits until the disk has it: worth its time where few files replace earlier ones. */
  async write(name: string, content: Uint8Array, down: 'to the disk' | 'later' = 'later'): Promise<void> {
    try {
      const file = await open(join(this.#temporary, name), 'wx');
      try {
        await file.writeFile(content);
        if (down === 'to the disk') await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      throw inWords(error, join(this.folder, name));
    }
    this.#names.push(name);
  }

  /** The path of a file as it is being written, for those who write or read it themselves. */
  pathOf(name: string): string {
    return join(this.#temporary, name);
  }

  /** Takes up a file that somebody wrote under `pathOf(name)`. */
  add(name: string): void {
    this.#names.push(name);
  }

  /** Names a file that goes when the others come, if it stands there. */
  takeAway(name: string): void {
    this.#outdated.push(name);
  }

  /** Moves every file to its place. Nothing is asked of the person between the first and the last. */
  async putInPlace(): Promise<void> {
    const replaced = join(this.#temporary, `replaced-${randomUUID()}`);
    const undo: (() => Promise<void>)[] = [];
    let moving = this.folder;
    try {
      await mkdir(replaced);
      for (const name of this.#names) {
        const target = join(this.folder, name);
        moving = target;
        const there = await factsOf(target);
        // A folder of that name would be moved aside with all that stands in it, and be gone with what was replaced.
        if (there?.isDirectory()) throw Object.assign(new Error(`${name} is a folder`), { code: 'EISDIR' });
        if (there) {
          const kept = join(replaced, name);
          await rename(target, kept);
          undo.push(() => rename(kept, target));
        }
        await rename(join(this.#temporary, name), target);
        undo.push(() => rm(target, { force: true }));
      }
      for (const name of this.#outdated) {
        const target = join(this.folder, name);
        moving = target;
        const there = await factsOf(target);
        if (!there || there.isDirectory()) continue;
        const kept = join(replaced, name);
        await rename(target, kept);
        undo.push(() => rename(kept, target));
      }
      this.#isInPlace = true;
    } catch (error) {
      await this.#takeBack(undo);
      throw inWords(error, moving);
    }
  }

  /** Every step is tried, whatever became of the one before. What cannot be moved back is not thrown away either. */
  async #takeBack(undo: readonly (() => Promise<void>)[]): Promise<void> {
    let isWhole = true;
    for (const step of undo.toReversed()) {
      await step().catch(() => {
        isWhole = false;
      });
    }
    if (isWhole) return;
    this.#keepsReplaced = true;
    throw new AllotError(
      'export-failed',
      `The files were not written, and not every earlier one could be moved back; what is missing is in the folder “${basename(this.#temporary)}” beside them.`,
    );
  }

  /** Removes what is left over: the folder of its own, and the folder itself where nothing was put into it. */
  async discard(): Promise<void> {
    if (!this.#keepsReplaced) await rm(this.#temporary, { recursive: true, force: true });
    if (!this.#isInPlace) await removeEmpty(this.#made);
  }
}

async function factsOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const isThere = async (path: string): Promise<boolean> => (await factsOf(path)) !== null;

async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await rmdir(folder);
    } catch (error) {
      // Not made after all, or somebody else has put something into it.
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) throw error;
    }
  }
}

function inWords(error: unknown, path: string): unknown {
  const reason = REASONS[errorCode(error)];
  if (error instanceof AllotError || reason === undefined) return error;
  return new AllotError(
    'export-failed',
    `${basename(path)} was not written, because ${reason}. Files that were there before are as they were.`,
  );
}
