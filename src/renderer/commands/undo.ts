import type { Command } from './Command.ts';

export const undo: Command = {
  name: 'edit/undo',
  group: 'Edit',
  label: (window) => {
    const label = window.document?.history.undoLabel;
    return label ? `Undo “${label}”` : 'Undo';
  },
  shortcut: 'Ctrl+Z',
  enabled: (window) => Boolean(window.document?.history.undoLabel),
  perform: (window) => window.document?.undo(),
};
