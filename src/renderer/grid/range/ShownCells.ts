import type { Column, GridApi } from 'ag-grid-community';
import { ROW_NUMBER } from '../columns/rowNumberColumn.ts';
import type { SheetColumn, SheetRow } from '../SheetColumn.ts';
import type { Block, Place } from './Block.ts';

export type Region = 'left' | 'center' | 'right';

/** Where a column stands: in the part pinned left, the part that scrolls, or the part pinned right. */
export interface ShownColumn<Row extends SheetRow> {
  readonly column: SheetColumn<Row>;
  readonly region: Region;
  /** Pixels from the left edge of its region. */
  readonly left: number;
  readonly width: number;
}

/**
 * The cells as they are displayed: sorted, filtered, rearranged. Rows and columns are counted from 0, without the row
 * numbers and without the totals row. All sizes are the grid's own numbers, so that nothing here measures the page.
 */
export class ShownCells<Row extends SheetRow> {
  readonly #api: GridApi<Row>;
  readonly #columnOf: (id: string) => SheetColumn<Row> | undefined;
  #held: readonly ShownColumn<Row>[] | null = null;

  constructor(api: GridApi<Row>, columnOf: (id: string) => SheetColumn<Row> | undefined) {
    this.#api = api;
    this.#columnOf = columnOf;
  }

  /** To be called when columns were shown, hidden, moved, pinned or resized. */
  forget(): void {
    this.#held = null;
  }

  get columns(): readonly ShownColumn<Row>[] {
    this.#held ??= this.#api.getAllDisplayedColumns().flatMap((shown) => {
      const column = shown.getColId() === ROW_NUMBER ? undefined : this.#columnOf(shown.getColId());
      return column
        ? [{ column, region: regionOf(shown), left: shown.getLeft() ?? 0, width: shown.getActualWidth() }]
        : [];
    });
    return this.#held;
  }

  get rowCount(): number {
    return this.#api.getDisplayedRowCount();
  }

  rowAt(index: number): Row | undefined {
    return this.#api.getDisplayedRowAtIndex(index)?.data;
  }

  columnAt(index: number): SheetColumn<Row> | undefined {
    return this.columns[index]?.column;
  }

  indexOfColumn(id: string): number {
    return this.columns.findIndex(({ column }) => column.id === id);
  }

  /** -1 where the row is filtered out or gone. */
  indexOfRow(key: string): number {
    return this.#api.getRowNode(key)?.rowIndex ?? -1;
  }

  /** Top and height of a run of rows, in pixels from the first row's top. */
  rowSpan(top: number, bottom: number): { readonly top: number; readonly height: number } {
    const first = this.#api.getDisplayedRowAtIndex(top);
    const last = this.#api.getDisplayedRowAtIndex(bottom);
    const from = first?.rowTop ?? 0;
    return { top: from, height: (last?.rowTop ?? 0) + (last?.rowHeight ?? 0) - from };
  }

  isFilled({ row, column }: Place): boolean {
    const at = this.rowAt(row);
    const value = at ? (this.columnAt(column)?.value(at) ?? null) : null;
    return value !== null && value !== '' && !Number.isNaN(value);
  }

  *rowsOf(block: Block): Generator<Row> {
    for (let row = block.top; row <= block.bottom; row++) {
      const at = this.rowAt(row);
      if (at) yield at;
    }
  }

  columnsOf(block: Block): SheetColumn<Row>[] {
    return this.columns.slice(block.left, block.right + 1).map(({ column }) => column);
  }

  /** The row at a height in pixels below the first row's top, kept within the sheet. */
  rowAtHeight(pixels: number): number {
    const last = this.rowCount - 1;
    const span = this.rowSpan(0, last);
    return Math.max(0, Math.min(last, Math.floor((pixels / span.height) * (last + 1))));
  }

  /** The column of a region under a pixel from that region's left edge, kept within the region. */
  columnAtPixel(region: Region, pixels: number): number {
    let found = -1;
    for (let at = 0; at < this.columns.length; at++) {
      const shown = this.columns[at] as ShownColumn<Row>;
      if (shown.region !== region) continue;
      if (found >= 0 && pixels < shown.left) break;
      found = at;
    }
    return found;
  }

  get widthOfNumbers(): number {
    return this.#api.getColumn(ROW_NUMBER)?.getActualWidth() ?? 0;
  }

  widthOfRegion(region: Region): number {
    if (region === 'center') return this.columns.reduce((sum, one) => sum + (one.region === region ? one.width : 0), 0);
    const shown = region === 'left' ? this.#api.getDisplayedLeftColumns() : this.#api.getDisplayedRightColumns();
    return shown.reduce((sum, column) => sum + column.getActualWidth(), 0);
  }
}

function regionOf(column: Column): Region {
  const pinned = column.getPinned();
  return pinned === 'left' || pinned === 'right' ? pinned : 'center';
}
