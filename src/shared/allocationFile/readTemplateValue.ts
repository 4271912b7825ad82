import { LIMITS } from '../model/units.ts';
import type {
  AllocationTemplate,
  AmountForm,
  ColumnValue,
  TemplateColumn,
  TemplateMoney,
  TemplateRecord,
} from './AllocationTemplate.ts';
import { FieldReader, TemplateFault } from './FieldReader.ts';
import type { TemplateReading } from './templateText.ts';

/** Characters of one column, and of a text in it. */
export const WIDEST_COLUMN = 2_000;
export const MOST_COLUMNS = 200;
export const MOST_RECORDS = 20;
const TEXT = 500;

/** Reads what JSON gave: every field of an AllocationTemplate, none missing, none besides. */
export function readTemplateValue(value: unknown): TemplateReading {
  try {
    return { ok: true, template: readTemplate(new FieldReader(value, 'template')) };
  } catch (error) {
    if (error instanceof TemplateFault) return { ok: false, sentence: error.message };
    throw error;
  }
}

function readTemplate(reader: FieldReader): AllocationTemplate {
  const template: AllocationTemplate = {
    version: reader.whole('version', 1, 1) as 1,
    builtIn: reader.text('builtIn', LIMITS.nameLength),
    publishedIn: reader.text('publishedIn', LIMITS.noteLength),
    note: reader.text('note', LIMITS.noteLength),
    format: reader.oneOf('format', ['delimited', 'fixed', 'xlsx']),
    delimiter: reader.oneOf('delimiter', [',', '\t', ';', '|']),
    encoding: reader.oneOf('encoding', ['utf-8', 'utf-8-bom', 'windows-1252', 'ascii']),
    lineEnd: reader.oneOf('lineEnd', ['crlf', 'lf']),
    extension: reader.text('extension', 10),
    headings: reader.flag('headings'),
    guardText: reader.flag('guardText'),
    money: readMoney(reader.object('money')),
    splitBy: reader.oneOf('splitBy', ['none', 'need', 'level', 'level_need']),
    months: reader.list('months', 12, (month, place) => {
      if (Number.isSafeInteger(month) && (month as number) >= 1 && (month as number) <= 12) return month as number;
      throw new TemplateFault(`The template cannot be read: ${place} must be a month from 1 to 12.`);
    }),
    rowsByMonth: reader.flag('rowsByMonth'),
    zeroRows: reader.flag('zeroRows'),
    groupBy: reader.oneOf('groupBy', ['none', 'account', 'school', 'source']),
    sort: reader.list('sort', 6, (key, place) => {
      const keys = ['account', 'school', 'source', 'level', 'need', 'month'] as const;
      const found = keys.find((one) => one === key);
      if (found) return found;
      throw new TemplateFault(`The template cannot be read: ${place} must be one of ${keys.join(', ')}.`);
    }),
    duplicates: reader.oneOf('duplicates', ['fault', 'allow']),
    fundSegment: reader.text('fundSegment', LIMITS.codeLength),
    debit: reader.oneOf('debit', ['positive', 'negative']),
    header: reader.list('header', MOST_RECORDS, readRecord),
    detail: readRecord(reader.object('detail')),
    control: reader.list('control', MOST_RECORDS, readRecord),
  };
  reader.finish();
  return template;
}

function readMoney(reader: FieldReader): TemplateMoney {
  const money: TemplateMoney = {
    formula: reader.flag('formula'),
    grants: reader.flag('grants'),
    locked: reader.flag('locked'),
    topUps: reader.flag('topUps'),
    deductions: reader.flag('deductions'),
    central: reader.flag('central'),
    payers: reader.flag('payers'),
  };
  reader.finish();
  return money;
}

function readRecord(value: unknown, place = 'template.detail'): TemplateRecord {
  const reader = value instanceof FieldReader ? value : new FieldReader(value, place);
  const record = { columns: reader.list('columns', MOST_COLUMNS, readColumn) };
  reader.finish();
  return record;
}

function readColumn(value: unknown, place: string): TemplateColumn {
  const reader = new FieldReader(value, place);
  const column: TemplateColumn = {
    heading: reader.text('heading', LIMITS.nameLength),
    value: readValue(reader.object('value')),
    width: reader.whole('width', 0, WIDEST_COLUMN),
    pad: reader.text('pad', 2),
    align: reader.oneOf('align', ['left', 'right']),
    letterCase: reader.oneOf('letterCase', ['as_is', 'upper', 'lower']),
    quoting: reader.oneOf('quoting', ['when_needed', 'always', 'never']),
    tooLong: reader.oneOf('tooLong', ['fault', 'cut']),
    required: reader.flag('required'),
  };
  reader.finish();
  return column;
}

const KINDS = [
  'text',
  'segment',
  'account',
  'school',
  'tag',
  'source',
  'level',
  'need',
  'month',
  'district',
  'year',
  'scenario',
  'amount',
  'side',
  'sequence',
  'date',
  'records',
  'total',
] as const;

function readValue(reader: FieldReader): ColumnValue {
  const value = readKind(reader);
  reader.finish();
  return value;
}

function readKind(reader: FieldReader): ColumnValue {
  const kind = reader.oneOf('kind', KINDS);
  switch (kind) {
    case 'text':
      return { kind, text: reader.text('text', TEXT) };
    case 'segment':
      return { kind, segment: reader.text('segment', LIMITS.codeLength) };
    case 'account':
      return {
        kind,
        segments: reader.list('segments', LIMITS.accountSegments, (code, place) => {
          if (typeof code === 'string' && code.length <= LIMITS.codeLength) return code;
          throw new TemplateFault(`The template cannot be read: ${place} must be the code of a segment.`);
        }),
        separator: reader.text('separator', 10),
      };
    case 'school':
      return { kind, field: reader.oneOf('field', ['code', 'name', 'level']) };
    case 'tag':
      return { kind, tag: reader.text('tag', LIMITS.codeLength) };
    case 'source':
      return { kind, field: reader.oneOf('field', ['code', 'name', 'origin', 'restriction', 'status']) };
    case 'level':
    case 'need':
      return { kind, field: reader.oneOf('field', ['code', 'name']) };
    case 'month':
      return { kind, field: reader.oneOf('field', ['name', 'number', 'period']) };
    case 'district':
      return { kind, field: reader.oneOf('field', ['name']) };
    case 'year':
      return { kind, field: reader.oneOf('field', ['as_typed', 'begins', 'ends', 'begins_short', 'ends_short']) };
    case 'scenario':
      return {
        kind,
        field: reader.oneOf('field', ['name', 'status', 'draft_mark', 'adopted_at', 'adopted_by', 'stamp']),
      };
    case 'amount':
      return {
        kind,
        period: reader.whole('period', 0, 12),
        side: reader.oneOf('side', ['both', 'debit', 'credit']),
        form: readForm(reader.object('form')),
      };
    case 'side':
      return { kind, debit: reader.text('debit', 20), credit: reader.text('credit', 20) };
    case 'sequence':
      return { kind, first: reader.whole('first', 0, 1_000_000_000), step: reader.whole('step', 1, 1_000_000) };
    case 'date':
      return { kind, of: reader.oneOf('of', ['written', 'adopted']), pattern: reader.text('pattern', 40) };
    case 'records':
      return { kind, of: reader.oneOf('of', ['detail', 'all']) };
    case 'total':
      return {
        kind,
        of: reader.oneOf('of', ['amount', 'gross', 'debit', 'credit']),
        form: readForm(reader.object('form')),
      };
  }
}

function readForm(reader: FieldReader): AmountForm {
  const form: AmountForm = {
    decimals: reader.oneOf('decimals', ['point', 'implied']),
    places: reader.whole('places', 0, 6),
    sign: reader.oneOf('sign', ['minus', 'plus_minus', 'trailing', 'parentheses', 'absolute']),
    blankZero: reader.flag('blankZero'),
  };
  reader.finish();
  return form;
}
