import { always, type Command } from './Command.ts';
import { openInstead } from './openInstead.ts';

export const openDocument: Command = {
  name: 'file/open',
  group: 'File',
  label: () => 'Open…',
  shortcut: 'Ctrl+O',
  enabled: always,
  perform: (window) => openInstead(window, 'document/open'),
};
