import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readSheet } from './csv/readCsvFolder.ts';
import { READ_LIMITS, type ReadLimits } from './limits.ts';
import { systemReason } from './readWorkbookFile.ts';
import type { Workbook } from './Sheet.ts';
import { headerKey } from './sheetNames.ts';
import { type RunReader, readWorkbook } from './WorkbookReader.ts';
import { ReadRefusal, refuse, WorkbookUnreadable } from './WorkbookUnreadable.ts';

const NAMES = ['accounts', 'account_segments'] as const;

/**
 * The account sheets of an .xlsx, whatever else it holds, or a .csv as the sheet `accounts`. A workbook of one sheet
 * only is taken for `accounts`, however that sheet is called. Throws `WorkbookUnreadable` with a sentence.
 */
export async function readAccountSheets(
  path: string,
  runReader?: RunReader,
  limits: ReadLimits = READ_LIMITS,
): Promise<Workbook> {
  if (/\.csv$/i.test(path)) return readCsvFile(path, limits);
  const workbook = await readWorkbook(path, runReader, limits);
  const named = workbook.sheets.flatMap((sheet) => {
    const name = NAMES.find((one) => headerKey(one) === headerKey(sheet.name.trim()));
    return name ? [{ ...sheet, name }] : [];
  });
  const [only, ...others] = workbook.sheets;
  if (named.length === 0 && only && others.length === 0)
    return { ...workbook, sheets: [{ ...only, name: 'accounts' }] };
  if (named.length === 0) {
    throw new WorkbookUnreadable(basename(path), `it has neither a sheet ${NAMES[0]} nor a sheet ${NAMES[1]}.`);
  }
  return { ...workbook, sheets: named };
}

function readCsvFile(path: string, limits: ReadLimits): Workbook {
  try {
    if (statSync(path).size > limits.fileBytes) refuse('it is larger than this program reads.');
    const bytes = readFileSync(path);
    const sheet = readSheet('accounts', bytes, limits, { cells: 0 });
    const meta = { fileName: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') };
    return 'reason' in sheet ? { ...meta, sheets: [], faults: [sheet] } : { ...meta, sheets: [sheet], faults: [] };
  } catch (error) {
    const reason = error instanceof ReadRefusal ? error.message : systemReason(error);
    throw new WorkbookUnreadable(basename(path), reason);
  }
}
