import type {
  AmountForm,
  ColumnKind,
  ColumnValue,
  Delimiter,
  FileEncoding,
  FileFormat,
  GroupBy,
  LineEnd,
  Quoting,
  SortKey,
  SplitBy,
  TemplateMoney,
} from '../../shared/allocationFile/AllocationTemplate.ts';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { Choice } from '../grid/SheetColumn.ts';

type Words<Value extends string> = Readonly<Record<Value, string>>;

/** A list to choose from, in the order of its words. */
export const choicesOf = <Value extends string>(words: Words<Value>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label: label as string }));

export const FORMATS: Words<FileFormat> = { delimited: 'Delimited', fixed: 'Fixed width', xlsx: 'Excel' };
export const DELIMITERS: Words<Delimiter> = { ',': 'Comma  ,', '\t': 'Tab', ';': 'Semicolon  ;', '|': 'Bar  |' };
export const ENCODINGS: Words<FileEncoding> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with byte order mark',
  'windows-1252': 'Windows-1252',
  ascii: 'ASCII',
};
export const LINE_ENDS: Words<LineEnd> = { crlf: 'CR LF (Windows)', lf: 'LF (Unix)' };
export const QUOTINGS: Words<Quoting> = { when_needed: 'Where needed', always: 'Always', never: 'Never' };
export const SPLITS: Words<SplitBy> = {
  none: 'School and source',
  need: 'School, source and need',
  level: 'School, source and level',
  level_need: 'School, source, level and need',
};
export const GROUPS: Words<GroupBy> = {
  none: 'Not summed',
  account: 'Rows of equal accounts',
  school: 'Equal accounts of a school',
  source: 'Equal accounts of a source',
};
export const SORT_KEYS: Words<SortKey> = {
  account: 'Account',
  school: 'School',
  source: 'Source',
  level: 'Level',
  need: 'Need',
  month: 'Month',
};
export const MONEY: Words<keyof TemplateMoney> = {
  formula: 'Formula',
  grants: 'Grants',
  locked: 'Commitments of locked sources',
  topUps: 'Top-ups',
  deductions: 'Deductions',
  central: 'What stays central',
  payers: 'What central pays of top-ups',
};
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The kinds of columns as a person looks for them. */
export const KINDS: Words<ColumnKind> = {
  segment: 'Account segment',
  account: 'Whole account',
  amount: 'Amount',
  side: 'Debit or credit mark',
  school: 'School',
  tag: 'Tag of the school',
  source: 'Source',
  level: 'Level',
  need: 'Need',
  month: 'Month',
  text: 'Fixed text',
  sequence: 'Record number',
  date: 'Date',
  year: 'Fiscal year',
  district: 'District',
  scenario: 'Scenario',
  records: 'Count of records',
  total: 'Control total',
};

const FIELDS: {
  readonly [kind in 'school' | 'source' | 'level' | 'need' | 'month' | 'year' | 'scenario']: Words<string>;
} = {
  school: { code: 'Code', name: 'Name', level: 'Level' },
  source: { code: 'Code', name: 'Name', origin: 'Origin', restriction: 'Restriction', status: 'Status' },
  level: { code: 'Code', name: 'Name' },
  need: { code: 'Code', name: 'Name' },
  month: { name: 'Name (Jul)', number: 'Number (07)', period: 'Period (01)' },
  year: {
    as_typed: 'As typed',
    begins: 'Year it begins',
    ends: 'Year it ends',
    begins_short: 'Year it begins, two digits',
    ends_short: 'Year it ends, two digits',
  },
  scenario: {
    name: 'Name',
    status: 'Status',
    draft_mark: 'Draft mark',
    adopted_at: 'Adopted on',
    adopted_by: 'Adopted by',
    stamp: 'Stamp',
  },
};
export type FieldKind = keyof typeof FIELDS;

export const isFieldKind = (kind: ColumnKind): kind is FieldKind => kind in FIELDS;
export const fieldChoices = (kind: FieldKind): Choice[] => choicesOf(FIELDS[kind]);

export const SIDES = { both: 'Both sides', debit: 'Debits only', credit: 'Credits only' } as const;
export const TOTALS = {
  amount: 'Debits less credits',
  gross: 'Debits plus credits',
  debit: 'Debits',
  credit: 'Credits',
} as const;
export const SIGNS: Words<AmountForm['sign']> = {
  minus: 'Minus before: −12',
  plus_minus: 'Plus or minus before: +12',
  trailing: 'Minus behind: 12−',
  parentheses: 'In parentheses: (12)',
  absolute: 'None, beside a debit/credit mark',
};
/** Decimal styles that systems take, as one choice each. */
export const DECIMALS: Words<string> = {
  'point 2': '1234.50',
  'point 0': '1235 (whole dollars)',
  'implied 2': '123450 (implied decimals)',
};

export const decimalsOf = ({ decimals, places }: AmountForm): string => `${decimals} ${places}`;

/** What a column holds, in a few words: `Fund`, `School code`, `Amount, July`. */
export function valueWords(model: Model, value: ColumnValue): string {
  const segment = (code: string): string =>
    model.table('accountSegment').get(code)?.name ?? `${code} (no such segment)`;
  switch (value.kind) {
    case 'text':
      return value.text === '' ? 'Blank' : `“${value.text}”`;
    case 'segment':
      return segment(value.segment);
    case 'account':
      return value.segments.length === 0 ? 'Whole account' : value.segments.map(segment).join(value.separator || ' ');
    case 'amount': {
      const part = value.period === 0 ? 'Amount' : `Amount, period ${value.period}`;
      return value.side === 'both' ? part : `${part}, ${SIDES[value.side].toLowerCase()}`;
    }
    case 'total':
      return TOTALS[value.of];
    case 'records':
      return value.of === 'detail' ? 'Count of detail records' : 'Count of all records';
    case 'tag':
      return value.tag === '' ? 'Tag' : value.tag.replaceAll('_', ' ');
    case 'date':
      return value.of === 'written' ? `Date written, ${value.pattern}` : `Date adopted, ${value.pattern}`;
    case 'side':
      return `${value.debit} or ${value.credit}`;
    case 'sequence':
      return `Record number from ${value.first}`;
    case 'district':
      return 'District name';
    default: {
      const field = FIELDS[value.kind][value.field] ?? value.field;
      if (value.kind === 'year' && value.field !== 'as_typed') return field;
      return `${KINDS[value.kind]} ${field.replace(/ \(.*\)$/, '').toLowerCase()}`;
    }
  }
}

/** `Fixed width`, of a template as it is kept. */
export function formatWords(definition: string): string {
  const reading = parseTemplate(definition);
  return reading.ok ? FORMATS[reading.template.format] : 'Cannot be read';
}
