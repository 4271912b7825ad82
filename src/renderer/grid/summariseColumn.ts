import type { GridApi } from 'ag-grid-community';
import type { ColumnSummary } from '../state/Selection.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';
import { summariseCells } from './summary/summariseCells.ts';

/** Sum, average, least, greatest and count of a column over the rows that the filters leave. */
export function summariseColumn<Row extends SheetRow>(
  api: GridApi<Row>,
  column: SheetColumn<Row>,
): ColumnSummary | null {
  if (api.isDestroyed()) return null;
  const rows: Row[] = [];
  api.forEachNodeAfterFilter((node) => {
    if (node.data) rows.push(node.data);
  });
  return { of: 'column', ...summariseCells([{ columns: [column], rows }]) };
}
