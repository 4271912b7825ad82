/// <reference path="./exceljs.d.ts" />
import type { Style, Worksheet } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import JSZip from 'jszip';
import { AllotError } from '../../shared/contract/errors.ts';
import { decimalText } from '../../shared/text/parseNumber.ts';
import { encodeEscapes } from '../imports/xlsx/cellText.ts';
import type { ColumnKind, DescribedSheet, WorkbookDescription } from './WorkbookDescription.ts';

const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;
const WIDEST = 60;
const NARROWEST = 8;
/** Rows looked at for the width of a column. */
const WIDTH_ROWS = 200;

/** A workbook must not differ because it was written later; a zip can name no day before this one. */
const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));

/** The least effort takes half the time of the usual one and makes the file a quarter larger. */
const ZIP = { compressionOptions: { level: 1 } };

const FONT = { name: 'Calibri', size: 11, family: 2 };
const style = (numFmt: string, bold = false): Partial<Style> => ({ numFmt, font: bold ? { ...FONT, bold } : FONT });
const HEADER_STYLE = style('@', true);
const TEXT_STYLE = style('@');
const PLAIN_STYLE = style('General');
const STYLE_OF: Record<ColumnKind, Partial<Style>> = {
  text: TEXT_STYLE,
  money: style('#,##0.00'),
  count: PLAIN_STYLE,
  weight: style('0.00##'),
  percent: PLAIN_STYLE,
  rate: style('#,##0.00####'),
  number: PLAIN_STYLE,
};

/**
 * Writes a workbook as the bytes of an .xlsx: text cells as text, numbers as numbers, a bold header row that stays in
 * sight. The same description gives the same bytes.
 */
export async function writeWorkbook(description: WorkbookDescription): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  for (const sheet of description) {
    const views = [{ state: 'frozen' as const, ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }];
    fillSheet(workbook.addWorksheet(sheet.name, { views }), sheet);
  }
  // exceljs gives its parts no date of their own, so the zip would name the time of writing.
  (JSZip as unknown as { defaults: { date: Date } }).defaults.date = FIXED_DATE;
  return Buffer.from(await workbook.xlsx.writeBuffer({ zip: ZIP }));
}

function fillSheet(worksheet: Worksheet, sheet: DescribedSheet): void {
  if (sheet.rows.length >= MOST_ROWS) throw tooLarge(`the sheet ${sheet.name} has more rows than an .xlsx can hold`);
  for (let at = 0; at < sheet.columns.length; at++) worksheet.getColumn(at + 1).width = widthOf(sheet, at);
  const header = worksheet.getRow(1);
  for (const [at, column] of sheet.columns.entries()) {
    const cell = header.getCell(at + 1);
    cell.value = textValue(column.header, sheet.name);
    cell.style = HEADER_STYLE;
  }
  for (const [index, texts] of sheet.rows.entries()) {
    const row = worksheet.getRow(index + 2);
    for (const [at, { kind }] of sheet.columns.entries()) {
      const text = texts[at] ?? '';
      if (text === '') continue;
      const number = kind === 'text' ? null : exactNumber(text);
      const cell = row.getCell(at + 1);
      // A number of more digits than a spreadsheet keeps is written as text, so that it comes back whole.
      cell.value = number ?? textValue(text, sheet.name);
      // One object per style: exceljs finds a style it has seen by the object, and compares long descriptions otherwise.
      cell.style = number === null ? TEXT_STYLE : STYLE_OF[kind];
    }
  }
}

function textValue(text: string, sheetName: string): string {
  if (text.length > LONGEST_TEXT) {
    throw tooLarge(`a text in the sheet ${sheetName} is longer than an .xlsx can hold`);
  }
  return encodeEscapes(text);
}

/** The number of a decimal text, where a spreadsheet would give exactly that decimal back; otherwise null. */
function exactNumber(text: string): number | null {
  // Fifteen digits always survive a spreadsheet's numbers; only longer ones have to be tried.
  if (text.length <= 15) return Number(text);
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return plain.length <= 15 || decimalText(Number(plain)) === plain ? Number(plain) : null;
}

/** The longest of the first rows in characters, within reason. */
function widthOf(sheet: DescribedSheet, at: number): number {
  let longest = sheet.columns[at]?.header.length ?? 0;
  for (const row of sheet.rows.slice(0, WIDTH_ROWS)) longest = Math.max(longest, row[at]?.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 3));
}

function tooLarge(reason: string): AllotError {
  return new AllotError(
    'export-too-large',
    `The workbook was not written, because ${reason}. Export to a folder of CSV files instead.`,
  );
}
