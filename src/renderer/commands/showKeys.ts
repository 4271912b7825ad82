import { always, type Command } from './Command.ts';

export const showKeys: Command = {
  name: 'help/keys',
  group: 'Help',
  label: () => 'Keys',
  shortcut: '?',
  enabled: always,
  perform: (window) => window.openDialog({ kind: 'keys' }),
};
