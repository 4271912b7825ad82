import { type Command, withDocument } from './Command.ts';
import { saveDocument } from './saveDocument.ts';

export const save: Command = {
  name: 'file/save',
  group: 'File',
  label: () => 'Save',
  shortcut: 'Ctrl+S',
  enabled: withDocument,
  perform: async (window) => {
    const info = window.document?.info;
    if (!info) return;
    if (info.readOnlyReason) window.say(info.readOnlyReason, 'refusal');
    else await saveDocument(window, info.isUntitled ? 'document/saveAs' : 'document/save');
  },
};
