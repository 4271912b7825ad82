import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AskedReading, TableFile } from '../../../shared/assistant/RawTable.ts';
import { systemReason } from '../readWorkbookFile.ts';
import { ReadRefusal, refuse } from '../WorkbookUnreadable.ts';
import { readXlsx } from '../xlsx/readXlsx.ts';
import { decodeText, decodeTextAs } from './decodeText.ts';
import { type ReportProgress, readTextTable } from './readTextTable.ts';
import type { TableLimits } from './tableLimits.ts';

/** What reading came to: the tables, or why there are none, completing “… cannot be read:”. */
export type TableOutcome = { readonly file: TableFile } | { readonly refusal: string };

const ZIP_START = Buffer.from('PK');
const OLD_OFFICE_START = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads a table file in this very process; `TableReader.ts` does it in one that can be killed. */
export async function readTableFile(
  path: string,
  limits: TableLimits,
  report: ReportProgress = () => {},
  asked: AskedReading | null = null,
): Promise<TableOutcome> {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) refuse('it is not a file.');
    if (stats.size > limits.fileBytes) refuse('it is larger than this program reads.');
    return { file: await readBytes(readFileSync(path), basename(path), limits, report, asked) };
  } catch (error) {
    return { refusal: error instanceof ReadRefusal ? error.message : systemReason(error) };
  }
}

/** A workbook is known by its first bytes and not by its name, since people rename files. */
async function readBytes(
  bytes: Buffer,
  fileName: string,
  limits: TableLimits,
  report: ReportProgress,
  asked: AskedReading | null,
): Promise<TableFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (startsWith(bytes, ZIP_START) || startsWith(bytes, OLD_OFFICE_START)) {
    const sheets = await readXlsx(bytes, limits, { keepNumbers: true, onRow: (rows) => report(rows, null) });
    const tables = sheets.map(({ name, rows }) => ({ sheet: name, rows }));
    if (!tables.some((table) => table.rows.length > 0)) refuse('none of its sheets holds anything.');
    return { fileName, sha256, encoding: null, delimiter: null, sheets: tables };
  }
  const { text, encoding } = asked?.encoding ? decodeTextAs(bytes, asked.encoding) : decodeText(bytes);
  const sheet = fileName.replace(/\.[^.]*$/, '') || fileName;
  const { table, delimiter } = readTextTable(text, sheet, limits, report, asked?.delimiter ?? null);
  if (table.rows.length === 0) refuse('it is empty.');
  return { fileName, sha256, encoding, delimiter, sheets: [table] };
}

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
