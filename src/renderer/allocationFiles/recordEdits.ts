import type {
  AllocationTemplate,
  TemplateColumn,
  TemplateRecord,
} from '../../shared/allocationFile/AllocationTemplate.ts';

/** A record of a template: the detail record, or the `at`-th of those above or below it. */
export interface RecordPlace {
  readonly part: 'header' | 'detail' | 'control';
  readonly at: number;
}

export function recordAt(template: AllocationTemplate, { part, at }: RecordPlace): TemplateRecord | null {
  return part === 'detail' ? template.detail : (template[part][at] ?? null);
}

/** The template with a record in the place of another. */
export function withRecord(
  template: AllocationTemplate,
  { part, at }: RecordPlace,
  record: TemplateRecord,
): AllocationTemplate {
  if (part === 'detail') return { ...template, detail: record };
  return { ...template, [part]: template[part].map((held, index) => (index === at ? record : held)) };
}

/** A further header or control record behind the others. */
export function withRecordAdded(
  template: AllocationTemplate,
  part: 'header' | 'control',
  record: TemplateRecord,
): AllocationTemplate {
  return { ...template, [part]: [...template[part], record] };
}

export function withoutRecord(
  template: AllocationTemplate,
  part: 'header' | 'control',
  at: number,
): AllocationTemplate {
  return { ...template, [part]: template[part].filter((_, index) => index !== at) };
}

/** The columns of a record worked on by `edit`; the template as it is where the record is no longer there. */
export function withColumns(
  template: AllocationTemplate,
  place: RecordPlace,
  edit: (columns: readonly TemplateColumn[]) => readonly TemplateColumn[],
): AllocationTemplate {
  const record = recordAt(template, place);
  return record ? withRecord(template, place, { columns: edit(record.columns) }) : template;
}

export const replaced = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((held, index) => (index === at ? item : held));

/** Behind the `at`-th; −1 puts it first. */
export const insertedAfter = <T>(list: readonly T[], at: number, item: T): T[] => [
  ...list.slice(0, at + 1),
  item,
  ...list.slice(at + 1),
];

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** Takes an item out and puts it back where it is then the `to`-th. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = without(list, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Where each column of a fixed-width record stands, counted from 1: `[{from: 1, to: 2}, …]`. */
export function positionsOf(columns: readonly TemplateColumn[]): { readonly from: number; readonly to: number }[] {
  let at = 1;
  return columns.map(({ width }) => {
    const from = at;
    at += width;
    return { from, to: at - 1 };
  });
}
