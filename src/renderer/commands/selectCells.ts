import { activeGrid } from '../grid/liveGrids.ts';
import { type Command, withGrid } from './Command.ts';

export const selectAll: Command = {
  name: 'edit/selectAll',
  group: 'Edit',
  label: () => 'Select the whole sheet',
  shortcut: 'Ctrl+A',
  isOfGrids: true,
  enabled: withGrid,
  perform: () => activeGrid()?.selectAll(),
};

export const selectColumns: Command = {
  name: 'edit/selectColumns',
  group: 'Edit',
  label: () => 'Select whole columns',
  shortcut: 'Ctrl+Space',
  isOfGrids: true,
  enabled: withGrid,
  perform: () => activeGrid()?.selectColumns(),
};

export const selectRows: Command = {
  name: 'edit/selectRows',
  group: 'Edit',
  label: () => 'Select whole rows',
  shortcut: 'Shift+Space',
  isOfGrids: true,
  enabled: withGrid,
  perform: () => activeGrid()?.selectRows(),
};
