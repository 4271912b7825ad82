import {
  formatChange,
  formatCount,
  formatDollars,
  formatMeasure,
  formatMoney,
  formatPercent,
  formatRate,
  formatWeight,
  MINUS,
  plainCount,
  plainMoney,
  plainPercent,
  plainRate,
  plainWeight,
} from '../../shared/text/formatNumber.ts';
import type { CellValue, ColumnKind, SheetColumn, SheetRow } from './SheetColumn.ts';

/** What stands where there is no number. An absent number is never shown as zero. */
export const DASH = '—';

const TEXTS: ReadonlySet<ColumnKind> = new Set(['text', 'code', 'formula', 'choice']);

/** Whether a column's cells are numbers: right-aligned, with a dash for none. */
export const isNumeric = (kind: ColumnKind): boolean => !TEXTS.has(kind);

/** Ten-thousandths with a fixed number of decimals, so that a column of them lines up. */
function fixed(value: number, kind: ColumnKind, places: number): string {
  const scale = 10 ** (4 - places);
  const text = (Math.round(value / scale) * scale) / 10_000;
  return `${text.toFixed(places)}${kind === 'percent' ? '%' : ''}`;
}

const integers = new Intl.NumberFormat('en-US');

/** Kinds kept in ten-thousandths, of which a column may want a number of decimals of its own. */
const FIXABLE: ReadonlySet<ColumnKind> = new Set(['weight', 'percent', 'index']);

function formatNumber(value: number, kind: ColumnKind, places?: number): string {
  if (places !== undefined && FIXABLE.has(kind)) return fixed(value, kind, places);
  switch (kind) {
    case 'money':
      return formatMoney(value);
    case 'dollars':
      return formatDollars(value);
    case 'count':
      return formatCount(value);
    case 'weight':
      return formatWeight(value);
    case 'index':
      return (value / 10_000).toFixed(4);
    case 'percent':
      return formatPercent(value);
    case 'rate':
      return formatRate(value);
    default:
      return integers.format(value);
  }
}

/** `+1,234.56`, `−41.15`; a change of nothing is a dash, since nothing is what happened. */
function formatSigned(value: number, kind: ColumnKind, places?: number): string {
  if (kind === 'money') return formatChange(value);
  const text = formatNumber(Math.abs(value), kind, places);
  return value > 0 ? `+${text}` : `${MINUS}${text}`;
}

/** A cell's value as a person reads it. */
export function formatCell<Row extends SheetRow>(column: SheetColumn<Row>, value: CellValue, row?: Row): string {
  const numeric = isNumeric(column.kind);
  if (value === null || value === '' || (typeof value === 'number' && Number.isNaN(value))) return numeric ? DASH : '';
  if (typeof value === 'string') {
    if (column.kind === 'decimal') return formatMeasure(value);
    if (column.kind !== 'choice' || !row) return value;
    return column.choices?.(row).find((choice) => choice.value === value)?.label ?? value;
  }
  // In a wide table of money a dash is quieter than 0.00, and says the same.
  if (value === 0 && (column.kind === 'money' || column.kind === 'dollars')) return DASH;
  if (value === 0 && column.signed) return DASH;
  return column.signed
    ? formatSigned(value, column.kind, column.places)
    : formatNumber(value, column.kind, column.places);
}

/** A cell's value as a person types it, and as it is copied: no thousands marks, an ASCII minus. */
export function plainCell(kind: ColumnKind, value: CellValue): string {
  if (value === null || typeof value === 'string') return value ?? '';
  if (Number.isNaN(value)) return '';
  switch (kind) {
    case 'money':
    case 'dollars':
      return plainMoney(value);
    case 'count':
      return plainCount(value);
    case 'weight':
    case 'index':
      return plainWeight(value);
    case 'percent':
      return plainPercent(value);
    case 'rate':
      return plainRate(value);
    default:
      return String(value);
  }
}
