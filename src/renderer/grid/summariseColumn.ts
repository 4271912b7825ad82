import type { GridApi } from 'ag-grid-community';
import type { ColumnSummary } from '../state/Selection.ts';
import { formatCell } from './formatCell.ts';
import type { ColumnKind, SheetColumn, SheetRow } from './SheetColumn.ts';

const SUMMABLE: ReadonlySet<ColumnKind> = new Set(['money', 'dollars', 'count', 'integer']);

/** Sum, average and count of a column over the rows that the filters leave. */
export function summariseColumn<Row extends SheetRow>(
  api: GridApi<Row>,
  column: SheetColumn<Row>,
): ColumnSummary | null {
  if (api.isDestroyed()) return null;
  let sum = 0;
  let numbers = 0;
  let filled = 0;
  api.forEachNodeAfterFilter((node) => {
    if (!node.data) return;
    const value = column.value(node.data);
    if (value === null || value === '' || Number.isNaN(value)) return;
    filled += 1;
    if (typeof value !== 'number') return;
    sum += value;
    numbers += 1;
  });
  const isSummable = (column.summable ?? SUMMABLE.has(column.kind)) && numbers > 0;
  return {
    count: filled,
    sum: isSummable ? formatCell(column, sum) : null,
    average: isSummable ? formatCell(column, Math.round(sum / numbers)) : null,
  };
}
