import { activeGrid } from '../grid/liveGrids.ts';
import { type Command, withGrid } from './Command.ts';

/** As Excel's key for the arrows in the headings: sort, filter, pin, move, hide. */
export const openColumnMenu: Command = {
  name: 'view/columnMenu',
  group: 'View',
  label: () => 'Menu of this column: sort, filter, pin, hide',
  shortcut: 'Ctrl+Shift+L',
  enabled: withGrid,
  perform: () => activeGrid()?.openColumnMenu(),
};

export const showColumns: Command = {
  name: 'view/columns',
  group: 'View',
  label: () => 'Show and hide columns',
  enabled: withGrid,
  perform: () => activeGrid()?.openColumnList(),
};
