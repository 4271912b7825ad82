import type { Command } from './Command.ts';

export const showDerivation: Command = {
  name: 'view/derivation',
  group: 'View',
  label: (window) => (window.isDerivationOpen ? 'Close the derivation' : 'How this number came about'),
  shortcut: 'Ctrl+Shift+D',
  enabled: (window) => Boolean(window.document?.selection?.target),
  perform: (window) => window.toggleDerivation(),
};
