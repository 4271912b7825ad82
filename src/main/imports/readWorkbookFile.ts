import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readCsvFolder } from './csv/readCsvFolder.ts';
import type { ReadLimits } from './limits.ts';
import type { Workbook } from './Sheet.ts';
import { ReadRefusal, refuse } from './WorkbookUnreadable.ts';
import { readXlsx } from './xlsx/readXlsx.ts';

/** What reading came to: a workbook, or why there is none, completing “… cannot be read:”. */
export type ReadOutcome = { readonly workbook: Workbook } | { readonly refusal: string };

/** Reads a workbook in this very process. Hosts do this in a child process; see `WorkbookReader.ts`. */
export async function readWorkbookFile(path: string, limits: ReadLimits): Promise<ReadOutcome> {
  try {
    return { workbook: statSync(path).isDirectory() ? readCsvFolder(path, limits) : await readFile(path, limits) };
  } catch (error) {
    if (error instanceof ReadRefusal) return { refusal: error.message };
    return { refusal: systemReason(error) };
  }
}

async function readFile(path: string, limits: ReadLimits): Promise<Workbook> {
  if (!statSync(path).isFile()) refuse('it is neither a file nor a folder.');
  if (/\.csv$/i.test(path)) refuse('one .csv file is not a district workbook; name the folder that holds it.');
  if (statSync(path).size > limits.fileBytes) refuse('it is larger than this program reads.');
  const bytes = readFileSync(path);
  return {
    fileName: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sheets: await readXlsx(bytes, limits),
    faults: [],
  };
}

/** Why the computer would not let a file be read, completing “… cannot be read:”. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it.';
  if (code === 'EBUSY') return 'another program has it open.';
  // What is left is a fault of this program that a file has found; the file is still only refused.
  return 'it holds something this program does not understand.';
}
