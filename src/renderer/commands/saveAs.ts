import { type Command, withDocument } from './Command.ts';
import { saveDocument } from './saveDocument.ts';

export const saveAs: Command = {
  name: 'file/saveAs',
  group: 'File',
  label: () => 'Save as…',
  shortcut: 'Ctrl+Shift+S',
  enabled: withDocument,
  perform: async (window) => {
    await saveDocument(window, 'document/saveAs');
  },
};
