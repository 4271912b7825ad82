import {
  type AllocationTemplate,
  type AmountForm,
  type ColumnValue,
  JULY_TO_JUNE,
  type TemplateColumn,
} from './AllocationTemplate.ts';

/** `1234.50`, `-1234.50`: what most systems take. */
export const PLAIN_AMOUNT: AmountForm = { decimals: 'point', places: 2, sign: 'minus', blankZero: false };

/** A column as wide as its text, left-aligned, quoted only where it must be; `more` sets the rest. */
export function templateColumn(
  heading: string,
  value: ColumnValue,
  more: Partial<Omit<TemplateColumn, 'heading' | 'value'>> = {},
): TemplateColumn {
  return {
    heading,
    value,
    width: 0,
    pad: '',
    align: 'left',
    letterCase: 'as_is',
    quoting: 'when_needed',
    tooLong: 'fault',
    required: false,
    ...more,
  };
}

/** A column of a fixed-width file: `width` characters filled up with spaces, or with zeros before a number. */
export function fixedColumn(
  heading: string,
  value: ColumnValue,
  width: number,
  more: Partial<Omit<TemplateColumn, 'heading' | 'value' | 'width'>> = {},
): TemplateColumn {
  return templateColumn(heading, value, { width, pad: ' ', quoting: 'never', ...more });
}

/** School, source and amount as CSV: what a new template of the district's own begins with. */
export const BLANK_TEMPLATE: AllocationTemplate = {
  version: 1,
  builtIn: '',
  publishedIn: '',
  note: '',
  format: 'delimited',
  delimiter: ',',
  encoding: 'utf-8',
  lineEnd: 'crlf',
  extension: 'csv',
  headings: true,
  guardText: false,
  money: {
    formula: true,
    grants: true,
    locked: false,
    topUps: true,
    deductions: true,
    central: false,
    payers: false,
  },
  splitBy: 'none',
  months: JULY_TO_JUNE,
  rowsByMonth: false,
  zeroRows: false,
  groupBy: 'none',
  sort: ['school', 'source', 'level', 'need', 'month'],
  duplicates: 'fault',
  fundSegment: '',
  debit: 'positive',
  header: [],
  detail: {
    columns: [
      templateColumn('school', { kind: 'school', field: 'code' }, { required: true }),
      templateColumn('source', { kind: 'source', field: 'code' }, { required: true }),
      templateColumn('amount', { kind: 'amount', period: 0, side: 'both', form: PLAIN_AMOUNT }, { required: true }),
    ],
  },
  control: [],
};
