import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../../../shared/contract/errors.ts';
import { readCsv } from '../../../shared/text/csv.ts';
import type { ReadLimits } from '../limits.ts';
import type { Sheet, SheetRow, Workbook } from '../Sheet.ts';
import { refuse } from '../WorkbookUnreadable.ts';

/** Reads every `.csv` of a folder as the sheet of its name. Other files may lie beside them. */
export function readCsvFolder(path: string, limits: ReadLimits): Workbook {
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => /^[^.].*\.csv$/i.test(entry.name) && statSync(join(path, entry.name)).isFile())
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) refuse('it is a folder without .csv files.');
  if (names.length > limits.sheets) refuse(`it is a folder of more than ${limits.sheets} .csv files.`);
  const sheets: Sheet[] = [];
  const faults: Fault[] = [];
  const whole = createHash('sha256');
  const spent = { bytes: 0, cells: 0 };
  for (const name of names) {
    spent.bytes += statSync(join(path, name)).size;
    if (spent.bytes > limits.fileBytes) refuse('its files together are larger than this program reads.');
    const bytes = readFileSync(join(path, name));
    whole.update(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    const sheet = readSheet(name.slice(0, -'.csv'.length), bytes, limits, spent);
    if ('reason' in sheet) faults.push(sheet);
    else sheets.push(sheet);
  }
  return { fileName: basename(path), sha256: whole.digest('hex'), sheets, faults };
}

/** One .csv as the sheet of that name, or what is wrong with the file itself. */
export function readSheet(name: string, bytes: Buffer, limits: ReadLimits, spent: { cells: number }): Sheet | Fault {
  const text = decodeUtf8(bytes);
  if (text === null) return { sheet: name, row: null, column: null, reason: notUtf8(bytes) };
  const reading = readCsv(text, { cells: limits.cells - spent.cells, characters: limits.fileBytes });
  if (!reading.ok) return { sheet: name, row: null, column: null, reason: reading.sentence };
  const rows: SheetRow[] = [];
  for (const [index, cells] of reading.table.rows.entries()) {
    if (cells.length > limits.columns) {
      refuse(`row ${index + 1} of ${name}.csv has ${cells.length} columns; a district workbook has fewer.`);
    }
    spent.cells += cells.length;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number: index + 1, cells });
  }
  return { name, rows };
}

/** The text, or null where the bytes are not UTF-8. A byte order mark is passed over. */
function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Names the line of the first byte that is not UTF-8, which is where an accented letter stands. */
function notUtf8(bytes: Buffer): string {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (decodeUtf8(bytes.subarray(start, end)) === null) break;
    start = end;
  }
  return `the file is not UTF-8 (line ${line}); save it as “CSV UTF-8” in your spreadsheet program.`;
}
