import { parseMeasure } from '../../shared/text/parseNumber.ts';
import type { Workbook } from '../imports/Sheet.ts';
import type { ColumnKind, DescribedSheet, WorkbookDescription } from './WorkbookDescription.ts';

/** The first place where a workbook that was read back is not the one that was to be written, or null. */
export function findDifference(read: Workbook, wanted: WorkbookDescription): string | null {
  const fault = read.faults[0];
  if (fault) return `${fault.sheet}: ${fault.reason}`;
  if (read.sheets.length !== wanted.length) return `${read.sheets.length} sheets instead of ${wanted.length}`;
  for (const sheet of wanted) {
    const found = read.sheets.find((candidate) => candidate.name === sheet.name);
    if (!found) return `the sheet ${sheet.name} is missing`;
    const difference = findSheetDifference(
      found.rows.map((row) => row.cells),
      sheet,
    );
    if (difference !== null) return difference;
  }
  return null;
}

function findSheetDifference(read: readonly (readonly string[])[], sheet: DescribedSheet): string | null {
  const wanted = [sheet.columns.map(({ header }) => header), ...sheet.rows];
  if (read.length !== wanted.length) return `${sheet.name} has ${read.length} rows instead of ${wanted.length}`;
  for (let row = 0; row < wanted.length; row++) {
    for (let at = 0; at < sheet.columns.length; at++) {
      const kind = row === 0 ? 'text' : (sheet.columns[at]?.kind ?? 'text');
      if (isSame(read[row]?.[at] ?? '', wanted[row]?.[at] ?? '', kind)) continue;
      return `${sheet.name}, row ${row + 1}, column ${sheet.columns[at]?.header} differs`;
    }
  }
  return null;
}

/** Texts must be equal to the letter, numbers in value: `1234.50` and `1234.5` are the same amount. */
function isSame(read: string, wanted: string, kind: ColumnKind): boolean {
  if (read === wanted) return true;
  if (kind === 'text') return false;
  const [left, right] = [parseMeasure(read), parseMeasure(wanted)];
  return left.ok && right.ok && left.value === right.value;
}
