import { activeGrid } from '../grid/liveGrids.ts';
import { type Command, withGrid } from './Command.ts';

export const copyWithHeadings: Command = {
  name: 'edit/copyWithHeadings',
  group: 'Edit',
  label: () => 'Copy with headings',
  enabled: withGrid,
  perform: () => activeGrid()?.copyWithHeadings(),
};
