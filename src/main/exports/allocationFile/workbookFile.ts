import type { AllocationFile, FileRecord } from '../../../shared/allocationFile/AllocationFile.ts';
import type { FieldComparison } from '../../../shared/allocationFile/compareReadBack.ts';
import { parseMeasure } from '../../../shared/text/parseNumber.ts';
import { READ_LIMITS } from '../../imports/limits.ts';
import { readXlsx } from '../../imports/xlsx/readXlsx.ts';
import type { ColumnKind, DescribedSheet } from '../WorkbookDescription.ts';

const SHEET = 'allocation';

/** What a cell of a workbook holds: a number's plain decimal, or text as it is. */
function cellText(record: FileRecord, at: number): string {
  const cell = record.cells[at];
  if (!cell?.ok || cell.content.type === 'unmapped') return '';
  const { content } = cell;
  if (content.type !== 'amount') return content.text;
  return content.text ? `${content.text.before}${content.text.digits}` : '';
}

function kindOf(file: AllocationFile, at: number): ColumnKind {
  const value = file.context.template.detail.columns[at]?.value;
  if (value?.kind === 'amount') return value.form.decimals === 'point' && value.form.places === 2 ? 'money' : 'number';
  return value?.kind === 'sequence' ? 'number' : 'text';
}

/** The rows of an allocation file as one sheet: codes as text, amounts as numbers. */
function describe(file: AllocationFile): DescribedSheet {
  const { columns } = file.context.template.detail;
  const rows: string[][] = [];
  for (const record of file.records()) {
    if (record.kind === 'detail') rows.push(record.columns.map((_, at) => cellText(record, at)));
  }
  return {
    name: SHEET,
    columns: columns.map(({ heading }, at) => ({ header: heading, kind: kindOf(file, at) })),
    rows,
  };
}

export async function writeWorkbookFile(file: AllocationFile): Promise<Buffer> {
  // Loaded only here: text files do without it.
  const { writePlainWorkbook } = await import('./plainWorkbook.ts');
  return writePlainWorkbook(describe(file));
}

/** The cells of the written workbook, row by row, or a sentence; a row of a sheet ends with its last cell that holds anything. */
export async function readWorkbookFields(bytes: Buffer, file: AllocationFile): Promise<string[][] | string> {
  const width = file.context.template.detail.columns.length;
  const unlimited = { ...READ_LIMITS, fileBytes: 2 ** 40, unzippedBytes: 2 ** 32, cells: 2 ** 40, columns: 20_000 };
  const [sheet, ...others] = await readXlsx(bytes, unlimited);
  if (!sheet || others.length > 0 || sheet.name !== SHEET) return 'the workbook has other sheets than were written';
  const records = sheet.rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));
  // A workbook always has its headings; a template that asks for none has none to compare.
  return file.context.template.headings ? records : records.slice(1);
}

const decimal = (text: string): string | null => {
  const parsed = parseMeasure(text);
  return parsed.ok ? parsed.value : null;
};

/** Numbers come back in their shortest form, so they are compared by value; texts to the letter. */
export const WORKBOOK_COMPARISON: FieldComparison = {
  holds: (field, record, at) => {
    const wanted = cellText(record, at);
    const type = record.cells[at]?.ok === true ? record.cells[at].content.type : 'text';
    if (type === 'text' || type === 'unmapped') return field === wanted;
    return decimal(field) !== null && decimal(field) === decimal(wanted);
  },
  cents: (field, value) => {
    const shortest = decimal(field);
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(shortest ?? '');
    if (!match) return null;
    const [, minus = '', whole = '', part = ''] = match;
    const places = value.form.decimals === 'implied' ? value.form.places : 0;
    const units = BigInt(whole + part) * 10n ** BigInt(Math.max(0, 8 - places - part.length));
    if (units % 1_000_000n !== 0n) return null;
    const cents = Number(units / 1_000_000n);
    return minus && cents !== 0 ? -cents : cents;
  },
};
