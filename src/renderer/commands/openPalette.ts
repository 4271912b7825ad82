import { always, type Command } from './Command.ts';

export const openPalette: Command = {
  name: 'view/find',
  group: 'View',
  label: () => 'Find a school, source, sheet or command',
  shortcut: 'Ctrl+K',
  enabled: always,
  perform: (window) => window.openDialog({ kind: 'palette' }),
};
