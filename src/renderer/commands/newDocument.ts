import { always, type Command } from './Command.ts';
import { openInstead } from './openInstead.ts';

export const newDocument: Command = {
  name: 'file/new',
  group: 'File',
  label: () => 'New document',
  shortcut: 'Ctrl+Alt+N',
  enabled: always,
  perform: (window) => openInstead(window, 'document/new'),
};
