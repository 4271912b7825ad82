import type {
  AllocationTemplate,
  ColumnKind,
  ColumnValue,
  TemplateColumn,
} from '../../shared/allocationFile/AllocationTemplate.ts';
import { fixedColumn, PLAIN_AMOUNT, templateColumn } from '../../shared/allocationFile/blankTemplate.ts';
import { orderedSegments } from '../../shared/changes/accounts.ts';
import type { Model } from '../../shared/model/Model.ts';

/** What a column of a kind begins with when it is chosen. */
export function firstValueOf(kind: ColumnKind, model: Model): ColumnValue {
  const segments = orderedSegments(model).map(({ code }) => code);
  switch (kind) {
    case 'text':
      return { kind, text: '' };
    case 'segment':
      return { kind, segment: segments[0] ?? '' };
    case 'account':
      return { kind, segments, separator: '-' };
    case 'school':
    case 'source':
    case 'level':
    case 'need':
      return { kind, field: 'code' };
    case 'tag':
      return { kind, tag: model.ordered('schoolColumn').find((column) => column.kind === 'tag')?.name ?? '' };
    case 'month':
      return { kind, field: 'number' };
    case 'district':
      return { kind, field: 'name' };
    case 'year':
      return { kind, field: 'ends' };
    case 'scenario':
      return { kind, field: 'name' };
    case 'amount':
      return { kind, period: 0, side: 'both', form: PLAIN_AMOUNT };
    case 'side':
      return { kind, debit: 'D', credit: 'C' };
    case 'sequence':
      return { kind, first: 1, step: 1 };
    case 'date':
      return { kind, of: 'written', pattern: 'YYYYMMDD' };
    case 'records':
      return { kind, of: 'detail' };
    case 'total':
      return { kind, of: 'amount', form: PLAIN_AMOUNT };
  }
}

/** Kinds that only say something about a school and source; they are offered for detail records. */
const OF_DETAIL: ReadonlySet<ColumnKind> = new Set([
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
  'sequence',
]);
const OF_FILE: ReadonlySet<ColumnKind> = new Set(['records', 'total']);

/** Whether a kind is offered in a record: totals belong above and below the rows, rows between them. */
export const isOffered = (kind: ColumnKind, part: 'header' | 'detail' | 'control'): boolean =>
  part === 'detail' ? !OF_FILE.has(kind) : !OF_DETAIL.has(kind);

/** Numbers stand at the right end of their width. */
const NUMBERS: ReadonlySet<ColumnKind> = new Set(['amount', 'total', 'records', 'sequence']);

/** A new column of a template, as its format needs it: eight characters wide where widths are fixed. */
export function newColumn(template: AllocationTemplate, kind: ColumnKind, model: Model, heading = ''): TemplateColumn {
  const value = firstValueOf(kind, model);
  const align = NUMBERS.has(kind) ? 'right' : 'left';
  if (template.format !== 'fixed') return templateColumn(heading, value, { align: 'left' });
  const length = value.kind === 'segment' ? (model.table('accountSegment').get(value.segment)?.length ?? 0) : 0;
  return fixedColumn(heading, value, length || (NUMBERS.has(kind) ? 15 : 8), { align });
}
