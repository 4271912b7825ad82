/// <reference path="./exceljs.d.ts" />
import type { CellValue, Workbook as ExcelWorkbook, Worksheet } from 'exceljs';
import type { LayoutCell, SheetLayout, WorkbookLayout } from '../../shared/calculator/WorkbookLayout.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { encodeEscapes } from '../imports/xlsx/cellText.ts';
import { HIGHLIGHT_COLORS, LAYOUT_STYLES } from './layoutStyles.ts';

/** A hand-out must not differ because it was written later; a zip can name no day before this one. */
const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));
const ZIP = { compressionOptions: { level: 1 } };
const LONGEST_TEXT = 32_767;
/** What a heading or title of a workbook's properties may reasonably be. */
const LONGEST_TITLE = 250;
/** A footer holds 255 characters, its instructions and doubled ampersands included. */
const LONGEST_FOOTER = 110;
const INCHES = { left: 0.45, right: 0.45, top: 0.5, bottom: 0.65, header: 0.3, footer: 0.3 };
const LETTER = 1;

/**
 * Writes a workbook laid out cell by cell as the bytes of an .xlsx: formulas with the values they come to, and the
 * wish that a spreadsheet work them out anew on opening. The same layout gives the same bytes.
 */
export async function writeLayout(layout: WorkbookLayout): Promise<Buffer> {
  // Loaded only here: the library is large, and a program that hands nothing out does without it.
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const { default: JSZip } = await import('jszip');
  const workbook = new Workbook() as ExcelWorkbook;
  workbook.creator = 'Allot';
  workbook.title = encodeEscapes(layout.title.slice(0, LONGEST_TITLE));
  workbook.subject = encodeEscapes(layout.subject.slice(0, LONGEST_TITLE));
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of layout.sheets) fillSheet(addSheet(workbook, sheet), sheet);
  for (const { name, range } of layout.names) workbook.definedNames.add(range, name);
  // exceljs gives its parts no date of their own, so the zip would name the time of writing.
  (JSZip as unknown as { defaults: { date: Date } }).defaults.date = FIXED_DATE;
  return Buffer.from(await workbook.xlsx.writeBuffer({ zip: ZIP } as never));
}

function addSheet(workbook: ExcelWorkbook, sheet: SheetLayout): Worksheet {
  const { frozen, print } = sheet;
  const view = frozen
    ? { state: 'frozen' as const, ySplit: frozen.rows, xSplit: frozen.columns, showGridLines: false }
    : { state: 'normal' as const, showGridLines: false };
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [view],
    state: sheet.isHidden ? 'hidden' : 'visible',
    pageSetup: {
      paperSize: LETTER as never,
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.pagesWide ?? 1,
      fitToHeight: print.pagesTall ?? 0,
      horizontalCentered: true,
      margins: INCHES,
      ...(print.titleRows ? { printTitlesRow: print.titleRows } : {}),
      ...(print.titleColumns ? { printTitlesColumn: print.titleColumns } : {}),
    },
    properties: { defaultRowHeight: 13.5 },
    headerFooter: { oddFooter: `&L&8${footerText(print.footer)}&R&8Page &P of &N` },
  });
  return worksheet;
}

/** In a footer an ampersand begins an instruction, and digits after a font size would be read as part of it. */
function footerText(text: string): string {
  const escaped = text.slice(0, LONGEST_FOOTER).replaceAll('&', '&&');
  return /^\d/.test(escaped) ? ` ${escaped}` : escaped;
}

function fillSheet(worksheet: Worksheet, sheet: SheetLayout): void {
  for (const [at, width] of sheet.widths.entries()) worksheet.getColumn(at + 1).width = width;
  for (const cell of sheet.cells) {
    const target = worksheet.getRow(cell.row).getCell(cell.column);
    const value = contentOf(cell, sheet.name);
    if (value !== null) target.value = value;
    target.style = LAYOUT_STYLES[cell.style];
  }
  for (const [row, height] of sheet.heights) worksheet.getRow(row).height = height;
  for (const range of sheet.merges) worksheet.mergeCells(range);
  for (const table of sheet.tables) addTable(worksheet, table, sheet);
  for (const { range, rule, prompt, error } of sheet.validations) {
    const told = { prompt, showInputMessage: true, error, showErrorMessage: true, errorTitle: 'Allot' };
    const validation =
      rule.kind === 'count'
        ? {
            ...told,
            type: 'decimal' as const,
            operator: 'greaterThanOrEqual' as const,
            formulae: [0],
            allowBlank: true,
          }
        : { ...told, type: 'list' as const, formulae: [rule.source], allowBlank: false };
    validationsOf(worksheet).add(range, validation);
  }
  for (const [at, { range, formula, tone }] of sheet.highlights.entries()) {
    const style = { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: HIGHLIGHT_COLORS[tone] } } };
    worksheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'expression', priority: at + 1, formulae: [formula], style: style as never }],
    });
  }
  // Set as it is, since asking exceljs to protect would hash a password, even an empty one. What is true is allowed.
  if (sheet.isProtected) {
    (worksheet as unknown as { sheetProtection: object }).sheetProtection = {
      sheet: true,
      ...{ formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true },
    };
  }
}

function contentOf(cell: LayoutCell, sheetName: string): CellValue {
  const { value, formula } = cell;
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw new AllotError(
      'export-too-large',
      `The workbook was not written, because a text in the sheet ${sheetName} is longer than an .xlsx can hold.`,
    );
  }
  if (formula !== null) return { formula, result: typeof value === 'string' ? encodeEscapes(value) : (value ?? 0) };
  return typeof value === 'string' ? encodeEscapes(value) : value;
}

/** One validation for a whole range; through each cell exceljs would write one for every cell. */
function validationsOf(worksheet: Worksheet): { add: (range: string, validation: object) => void } {
  return (worksheet as unknown as { dataValidations: { add: (range: string, validation: object) => void } })
    .dataValidations;
}

function addTable(worksheet: Worksheet, table: SheetLayout['tables'][number], sheet: SheetLayout): void {
  const { name, firstRow, lastRow, firstColumn, headers } = table;
  const rows = Array.from({ length: lastRow - firstRow }, () => headers.map(() => null));
  // exceljs writes the cells of a table itself; those laid out are put back over them.
  worksheet.addTable({
    name,
    ref: worksheet.getCell(firstRow, firstColumn).address,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: headers.map((header) => ({ name: encodeEscapes(header), filterButton: true })),
    rows,
  });
  const lastColumn = firstColumn + headers.length - 1;
  for (const cell of sheet.cells) {
    if (cell.row < firstRow || cell.row > lastRow || cell.column < firstColumn || cell.column > lastColumn) continue;
    const target = worksheet.getRow(cell.row).getCell(cell.column);
    target.value = contentOf(cell, sheet.name);
    target.style = LAYOUT_STYLES[cell.style];
  }
}
