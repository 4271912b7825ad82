import { type Command, withDocument } from './Command.ts';
import { settle } from './readyToWrite.ts';

/** Opens the import assistant: any table as it comes, understood step by step. It asks for the file itself. */
export const importTable: Command = {
  name: 'file/importTable',
  group: 'File',
  label: () => 'Import a table…',
  shortcut: 'Ctrl+I',
  enabled: (window) => withDocument(window) && window.document?.readOnlyReason === null,
  perform: async (window) => {
    if (!(await settle(window))) return;
    window.startTask('importTable');
  },
};
