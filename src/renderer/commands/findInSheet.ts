import { activeGrid, allGrids } from '../grid/liveGrids.ts';
import type { WindowState } from '../state/WindowState.ts';
import { type Command, withDocument } from './Command.ts';

/** Without a cell selected, the sheet's largest table is meant: the one with row numbers. */
function find(window: WindowState): void {
  const grid = allGrids().find((one) => one.hasFocus()) ?? allGrids().find((one) => one.isLarge) ?? activeGrid();
  if (grid) grid.openFind();
  else window.openDialog({ kind: 'palette' });
}

export const findInSheet: Command = {
  name: 'view/findInSheet',
  group: 'View',
  label: () => 'Find in this sheet',
  shortcut: 'Ctrl+F',
  enabled: withDocument,
  perform: find,
};
