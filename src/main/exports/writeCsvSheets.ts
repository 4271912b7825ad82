import { type CsvCell, writeCsv } from '../../shared/text/csv.ts';
import type { DescribedSheet, WorkbookDescription } from './WorkbookDescription.ts';

/** The files of a CSV folder by name: UTF-8 without a byte order mark, as finance systems read it. */
export function writeCsvSheets(workbook: WorkbookDescription): { name: string; content: Buffer }[] {
  return workbook.map((sheet) => ({ name: `${sheet.name}.csv`, content: Buffer.from(sheetText(sheet), 'utf8') }));
}

/** One sheet as CSV with its header. */
export function sheetText(sheet: DescribedSheet): string {
  const rows: (readonly CsvCell[])[] = [sheet.columns.map(({ header }) => header)];
  for (const row of sheet.rows) {
    rows.push(row.map((text, at) => (sheet.columns[at]?.kind === 'text' ? text : { number: text })));
  }
  return writeCsv(rows);
}
