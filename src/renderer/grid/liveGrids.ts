import type { GridManners } from './GridManners.ts';
import type { SheetRow } from './SheetColumn.ts';

/** What commands can do to a grid, whatever its rows are. */
export type LiveGrid = Pick<
  GridManners<SheetRow>,
  | 'selectAll'
  | 'selectColumns'
  | 'selectRows'
  | 'fillDown'
  | 'fillRight'
  | 'fillSeries'
  | 'clear'
  | 'copyWithHeadings'
  | 'openFind'
  | 'openColumnMenu'
  | 'openColumnList'
  | 'showPlace'
  | 'hasFocus'
  | 'isLarge'
>;

const living: LiveGrid[] = [];

/** A grid came onto the page. */
export function addLiveGrid(grid: LiveGrid): void {
  living.push(grid);
}

export function removeLiveGrid(grid: LiveGrid): void {
  const at = living.indexOf(grid);
  if (at >= 0) living.splice(at, 1);
}

/** The person went into this grid; it is the one that commands mean until they go into another. */
export function touchLiveGrid(grid: LiveGrid): void {
  removeLiveGrid(grid);
  living.push(grid);
}

/** The grid with the focus, or the one that had it last. */
export const activeGrid = (): LiveGrid | null => living.at(-1) ?? null;

/** Every grid of the sheet, the one used last first. */
export const allGrids = (): readonly LiveGrid[] => [...living].reverse();
