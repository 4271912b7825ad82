import type { Command } from './Command.ts';

export const redo: Command = {
  name: 'edit/redo',
  group: 'Edit',
  label: (window) => {
    const label = window.document?.history.redoLabel;
    return label ? `Redo “${label}”` : 'Redo';
  },
  shortcut: 'Ctrl+Y',
  enabled: (window) => Boolean(window.document?.history.redoLabel),
  perform: (window) => window.document?.redo(),
};
