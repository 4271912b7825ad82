import { activeGrid } from '../grid/liveGrids.ts';
import { type Command, withGrid } from './Command.ts';

export const fillDown: Command = {
  name: 'edit/fillDown',
  group: 'Edit',
  label: () => 'Fill down',
  shortcut: 'Ctrl+D',
  enabled: withGrid,
  perform: () => activeGrid()?.fillDown(),
};

export const fillRight: Command = {
  name: 'edit/fillRight',
  group: 'Edit',
  label: () => 'Fill to the right',
  shortcut: 'Ctrl+R',
  enabled: withGrid,
  perform: () => activeGrid()?.fillRight(),
};

/** What Ctrl and the fill handle do with the mouse. */
export const fillSeries: Command = {
  name: 'edit/fillSeries',
  group: 'Edit',
  label: () => 'Fill down as a series',
  enabled: withGrid,
  perform: () => activeGrid()?.fillSeries(),
};

export const clearCells: Command = {
  name: 'edit/clear',
  group: 'Edit',
  label: () => 'Clear the selected cells',
  enabled: withGrid,
  perform: () => activeGrid()?.clear(),
};
