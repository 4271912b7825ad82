import type { AllocationTemplate, FileFormat, TemplateColumn } from '../../shared/allocationFile/AllocationTemplate.ts';

const EXTENSIONS: Readonly<Record<FileFormat, string>> = { delimited: 'csv', fixed: 'txt', xlsx: 'xlsx' };
/** Characters of a column that had no width before. */
const FIRST_WIDTH = 12;

/** Another form of the same file: columns of fixed width get a width and a pad, and nothing is quoted there. */
export function withFormat(template: AllocationTemplate, format: FileFormat): AllocationTemplate {
  if (format === template.format) return template;
  const edit = (column: TemplateColumn): TemplateColumn =>
    format === 'fixed'
      ? { ...column, width: column.width || FIRST_WIDTH, pad: column.pad || ' ', quoting: 'never' }
      : column;
  const record = ({ columns }: { readonly columns: readonly TemplateColumn[] }) => ({ columns: columns.map(edit) });
  return {
    ...template,
    format,
    extension: EXTENSIONS[format],
    headings: format === 'fixed' ? false : template.headings,
    header: template.header.map(record),
    detail: record(template.detail),
    control: template.control.map(record),
  };
}
