import { type Command, withDocument } from './Command.ts';

export const goToPlace: Command = {
  name: 'view/goToPlace',
  group: 'View',
  label: () => 'Go to a school or source',
  shortcut: 'Ctrl+G',
  enabled: withDocument,
  perform: (window) => window.openDialog({ kind: 'places' }),
};
