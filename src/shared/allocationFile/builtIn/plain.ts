import type { AllocationTemplate, TemplateColumn } from '../AllocationTemplate.ts';
import { BLANK_TEMPLATE, templateColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, WHOLE_AMOUNT } from './BuiltInTemplate.ts';

const COLUMNS: readonly TemplateColumn[] = [
  templateColumn('fiscal_year', { kind: 'year', field: 'as_typed' }),
  templateColumn('scenario', { kind: 'scenario', field: 'name' }),
  templateColumn('status', { kind: 'scenario', field: 'status' }),
  templateColumn('school', { kind: 'school', field: 'code' }, { required: true }),
  templateColumn('school_name', { kind: 'school', field: 'name' }),
  templateColumn('source', { kind: 'source', field: 'code' }, { required: true }),
  templateColumn('source_name', { kind: 'source', field: 'name' }),
  templateColumn('amount', WHOLE_AMOUNT, { align: 'right', required: true }),
];

const PLAIN: AllocationTemplate = {
  ...BLANK_TEMPLATE,
  encoding: 'utf-8-bom',
  guardText: true,
  note: 'For people and for systems that take any columns. Add account segments as columns where they are wanted.',
  detail: { columns: COLUMNS },
};

/** One row for each school and source, with names, for a spreadsheet: text that would run as a formula is guarded. */
export const PLAIN_CSV: BuiltInTemplate = {
  name: 'Plain CSV',
  about: 'School, source and amount with their names, as CSV for a spreadsheet.',
  template: { ...PLAIN, builtIn: 'Plain CSV' },
  segments: [],
};

export const PLAIN_WORKBOOK: BuiltInTemplate = {
  name: 'Plain workbook',
  about: 'The same as an .xlsx: codes as text, amounts as numbers.',
  template: { ...PLAIN, builtIn: 'Plain workbook', format: 'xlsx', extension: 'xlsx', guardText: false },
  segments: [],
};
