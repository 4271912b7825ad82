import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import { READ_LIMITS } from '../imports/limits.ts';
import { readWorkbookFile } from '../imports/readWorkbookFile.ts';
import { SHEET_NAMES } from '../imports/sheetNames.ts';
import { describeWorkbook } from './describeWorkbook.ts';
import { findDifference } from './findDifference.ts';
import { PendingFiles } from './PendingFiles.ts';
import type { WorkbookDescription } from './WorkbookDescription.ts';
import { writeCsvSheets } from './writeCsvSheets.ts';

/**
 * Writes the district workbook of a scenario: an .xlsx where the path ends so, otherwise a folder of .csv. It is
 * written under another name, read back and compared cell by cell, and only then put in place; an .xlsx or sheets of
 * an earlier export there are replaced, all other files of a folder are left alone.
 */
export async function exportWorkbook(path: string, model: Model, scenarioId: number): Promise<void> {
  const workbook = describeWorkbook(model, scenarioId);
  const isFile = /\.xlsx$/i.test(path);
  checkTarget(path, isFile);
  try {
    if (isFile) await writeFile(path, workbook);
    else await writeFolder(path, workbook);
  } catch (error) {
    throw explain(error, path);
  }
}

function checkTarget(path: string, isFile: boolean): void {
  const refuse = (reason: string): never => {
    throw new AllotError('export-target', `${basename(path)} ${reason} Nothing was written.`);
  };
  const stats = statSync(path, { throwIfNoEntry: false });
  if (isFile && stats?.isDirectory()) refuse('is a folder; choose another name for the .xlsx workbook.');
  if (!isFile && stats && !stats.isDirectory()) {
    refuse('is a file already; name a file ending in .xlsx, or a folder for .csv files.');
  }
  if (!isFile && !stats && /\.(csv|xls|xlsm|xlsb|ods|allot)$/i.test(path)) {
    refuse('is not a name for a workbook; name a file ending in .xlsx, or a folder for .csv files.');
  }
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    refuse('cannot be written, because its folder does not exist.');
  }
}

async function writeFile(path: string, workbook: WorkbookDescription): Promise<void> {
  // Loaded only here: the library is large, and a folder of CSV does without it.
  const { writeWorkbook } = await import('./writeWorkbook.ts');
  const temporary = join(dirname(path), `~$${randomUUID().slice(0, 8)}.xlsx`);
  try {
    writeWhole(temporary, await writeWorkbook(workbook));
    await checkWritten(temporary, workbook);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The sheets are written and checked in a folder of their own, then moved in, all or none; sheets the model no longer has go. */
async function writeFolder(path: string, workbook: WorkbookDescription): Promise<void> {
  const pending = await PendingFiles.begin(path);
  try {
    const files = writeCsvSheets(workbook);
    for (const { name, content } of files) await pending.write(name, content, 'to the disk');
    await checkWritten(pending.pathOf(''), workbook);
    for (const name of SHEET_NAMES) {
      if (!workbook.some((sheet) => sheet.name === name)) pending.takeAway(`${name}.csv`);
    }
    await pending.putInPlace();
  } finally {
    await pending.discard();
  }
}

function writeWhole(path: string, content: Buffer): void {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What was written must read back as what was to be written; otherwise nothing is put in place. */
async function checkWritten(path: string, workbook: WorkbookDescription): Promise<void> {
  const unlimited = { ...READ_LIMITS, fileBytes: 2 ** 40, unzippedBytes: 2 ** 31, cells: 2 ** 40, columns: 20_000 };
  const outcome = await readWorkbookFile(path, unlimited);
  const difference = 'refusal' in outcome ? outcome.refusal : findDifference(outcome.workbook, workbook);
  if (difference === null) return;
  throw new AllotError(
    'export-differs',
    'The workbook was not written, because reading it back gave something else than the model holds. Please report this.',
    [difference],
  );
}

function explain(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    EROFS: 'the disk is write-protected',
    ENOSPC: 'the disk is full',
    EBUSY: 'another program has it open',
    ENAMETOOLONG: 'the name is too long',
  };
  if (error instanceof AllotError || !Object.hasOwn(reasons, code)) return error;
  return new AllotError('export-failed', `${basename(path)} was not written: ${reasons[code]}.`);
}
