import type { Model } from '../model/Model.ts';
import { quoted } from '../text/quoted.ts';
import type { AllocationTemplate, ColumnKind, ColumnValue, TemplateColumn } from './AllocationTemplate.ts';
import { usedSegments } from './allocationLines.ts';
import { characterCount } from './characters.ts';
import { type FileFault, fileFault } from './FileFault.ts';
import { writeYear } from './FileMoment.ts';

/** What only a detail record is about. */
const DETAIL_KINDS: readonly ColumnKind[] = [
  'segment',
  'account',
  'school',
  'tag',
  'source',
  'level',
  'need',
  'month',
  'amount',
  'side',
];
/** What a shorter text would make into something else. */
const NEVER_CUT: readonly ColumnKind[] = [
  'segment',
  'account',
  'amount',
  'side',
  'sequence',
  'records',
  'total',
  'date',
  'month',
  'year',
];

/** Names may be cut; a code with its end cut off is the code of another school, source, level or need. */
const mayBeCut = (value: ColumnValue): boolean =>
  !NEVER_CUT.includes(value.kind) && !('field' in value && value.field === 'code');

/** How a column is called in a sentence: by its heading, or by its place. */
export const columnName = (column: TemplateColumn, at: number): string => column.heading || `column ${at + 1}`;

/**
 * Whether a template can give a file that says everything: columns that fit its format, money that can be read back
 * with its sign, segments and tags that the document has. Faults of the data are found when the file is made.
 */
export function checkTemplate(template: AllocationTemplate, model: Model): FileFault[] {
  const faults: FileFault[] = [];
  const add = (reason: string, column = ''): void => {
    faults.push(fileFault('template', reason, { column }));
  };
  const { format, detail, header, control, months } = template;
  if (detail.columns.length === 0) add('The template has no columns. Add some.');
  if (!/^[a-z0-9]{1,10}$/i.test(template.extension)) add('The file needs an ending of letters, such as csv or txt.');
  if (template.extension.toLowerCase() === 'allot')
    add('The ending allot is kept for documents. Give the file another.');
  if (format === 'xlsx' && template.extension.toLowerCase() !== 'xlsx') add('A workbook needs the ending xlsx.');
  if (format === 'xlsx' && header.length + control.length > 0) {
    add('A workbook has detail rows only. Take the header and control records away, or write a text file.');
  }
  if (!Object.values(template.money).some((isIn) => isIn)) add('No money is chosen, so the file would be empty.');
  if (new Set(months).size !== months.length) add('A month stands twice in the list of months.');
  if (template.rowsByMonth && months.length === 0) add('Rows by month need a list of months.');
  for (const record of [...header, ...control]) {
    for (const [at, column] of record.columns.entries()) {
      checkColumn(template, column, at, add);
      if (!DETAIL_KINDS.includes(column.value.kind)) continue;
      add(`${columnName(column, at)} is about one row, so a header or control record cannot hold it.`, column.heading);
    }
  }
  for (const [at, column] of detail.columns.entries()) checkColumn(template, column, at, add);
  checkMoneyColumns(template, add);
  checkNames(template, model, add);
  return faults;
}

type Add = (reason: string, column?: string) => void;

function checkColumn(template: AllocationTemplate, column: TemplateColumn, at: number, add: Add): void {
  const name = columnName(column, at);
  const { width, pad, value } = column;
  const padLength = characterCount(pad);
  if (template.format === 'fixed') {
    if (width === 0) add(`${name} needs a width, since the file has fixed widths.`, column.heading);
    if (padLength !== 1) add(`${name} needs one character to fill it up with.`, column.heading);
    if (template.headings && width > 0 && characterCount(column.heading) > width) {
      add(`The heading ${quoted(column.heading)} is wider than its column of ${width}.`, column.heading);
    }
  } else if (padLength > 1) add(`${name} can be filled up with one character only.`, column.heading);
  if (/[\r\n]/.test(pad)) add(`${name} cannot be filled up with line breaks.`, column.heading);
  if (column.align === 'left' && /\d/.test(pad)) {
    add(`${name} is filled up with ${pad} on its right, which would change a number. Align it right.`, column.heading);
  }
  if (column.tooLong === 'cut' && !mayBeCut(value)) {
    add(`${name} may not be cut: a shorter one would mean something else.`, column.heading);
  }
  if (value.kind === 'side' && (value.debit === value.credit || value.debit === '' || value.credit === '')) {
    add(`${name} must tell debit from credit by two different texts.`, column.heading);
  }
  const form = value.kind === 'amount' || value.kind === 'total' ? value.form : null;
  if (template.format === 'xlsx' && form && form.sign !== 'minus' && form.sign !== 'absolute') {
    add(`${name} is a number in a workbook, which carries a minus sign of its own.`, column.heading);
  }
  if (value.kind === 'amount' && value.period > template.months.length) {
    add(`${name} is of period ${value.period}, but the list has ${template.months.length} months.`, column.heading);
  }
  if (value.kind === 'amount' && value.period > 0 && template.rowsByMonth) {
    add(`${name} is of one period, but the rows are by month already.`, column.heading);
  }
}

/** From the columns of a row its amount must be readable, sign and all; otherwise nothing could be proved. */
function checkMoneyColumns({ detail, months }: AllocationTemplate, add: Add): void {
  const values = detail.columns.map(({ value }) => value);
  const hasSide = values.some(({ kind }) => kind === 'side');
  const amounts = values.filter((value) => value.kind === 'amount');
  const isSigned = (value: (typeof amounts)[number]): boolean => value.form.sign !== 'absolute' || hasSide;
  const hasWhole = amounts.some((value) => value.period === 0 && value.side === 'both' && isSigned(value));
  const hasSides = (['debit', 'credit'] as const).every((side) =>
    amounts.some((value) => value.period === 0 && value.side === side),
  );
  const hasPeriods =
    months.length > 0 &&
    months.every((_, at) =>
      amounts.some((value) => value.period === at + 1 && value.side === 'both' && isSigned(value)),
    );
  if (hasWhole || hasSides || hasPeriods) return;
  add(
    'The amount of a row cannot be read from its columns. Give it an amount with its sign, an amount without sign beside a debit/credit mark, a debit and a credit column, or an amount for each period.',
  );
}

function checkNames(template: AllocationTemplate, model: Model, add: Add): void {
  for (const code of usedSegments(template)) {
    if (model.table('accountSegment').has(code)) continue;
    add(`The document has no account segment ${quoted(code)}. Add it under Accounts, or take it out of the template.`);
  }
  for (const column of template.detail.columns) {
    if (column.value.kind !== 'tag') continue;
    const { tag } = column.value;
    if (model.table('schoolColumn').get(tag)?.kind === 'tag') continue;
    add(`The schools have no column ${quoted(tag)}.`, column.heading);
  }
  const typed = model.table('district').get('fiscal_year')?.value ?? '';
  const records = [...template.header, template.detail, ...template.control];
  const years = records
    .flatMap(({ columns }) => columns.map(({ value }) => value))
    .filter(({ kind }) => kind === 'year');
  for (const value of years) {
    if (value.kind !== 'year' || writeYear(typed, value.field) !== null) continue;
    add(`The fiscal year ${quoted(typed)} holds no year. Type one such as 2027 or 2026-27 under District.`);
    break;
  }
}
