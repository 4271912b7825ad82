import type { ColDef } from 'ag-grid-community';
import { suppressKey } from '../keys.ts';
import type { SheetRow } from '../SheetColumn.ts';
import { CornerHeader } from './CornerHeader.ts';

export const ROW_NUMBER = '\u0000row';

/** Digits of the last row's number, and room beside them. */
const widthFor = (rows: number): number => 17 + Math.max(2, String(rows).length) * 7;

/**
 * The numbers at the left edge: where a row stands now. A click selects the row, a drag several, the corner everything.
 * It is no column of the sheet: it is not copied, not sorted and not walked into.
 */
export function rowNumberColumn<Row extends SheetRow>(rows: number): ColDef<Row> {
  const width = widthFor(rows);
  return {
    colId: ROW_NUMBER,
    headerName: '',
    headerComponent: CornerHeader,
    width,
    minWidth: width,
    maxWidth: width,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    suppressMovable: true,
    suppressNavigable: true,
    suppressHeaderMenuButton: true,
    resizable: false,
    sortable: false,
    editable: false,
    cellClass: 'row-number',
    cellAriaRole: 'rowheader',
    valueGetter: ({ node }) => (node && !node.rowPinned && node.rowIndex !== null ? node.rowIndex + 1 : null),
    getQuickFilterText: () => '',
    suppressKeyboardEvent: suppressKey,
  };
}
