import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../../shared/contract/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is write-protected',
  ENOSPC: 'the disk is full',
  EBUSY: 'another program has it open',
  EISDIR: 'a folder has this name',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes a file beside its place under a temporary name and puts it there when it is whole. Whatever goes wrong, or is
 * cancelled, leaves nothing behind, and a file that stood there stays as it was.
 */
export async function putInPlace<Answer>(path: string, write: (file: FileHandle) => Promise<Answer>): Promise<Answer> {
  const temporary = join(dirname(path), `~$${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    let answer: Answer;
    try {
      answer = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return answer;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (error instanceof AllotError || !Object.hasOwn(REASONS, code)) throw error;
    throw new AllotError('export-failed', `“${basename(path)}” was not written: ${REASONS[code]}.`);
  }
}
