import { type Command, withDocument } from './Command.ts';
import { settle } from './readyToWrite.ts';

/** Opens the import of years and outcomes: any table by school and year as it comes. It asks for the file itself. */
export const importYears: Command = {
  name: 'file/importYears',
  group: 'File',
  label: () => 'Import years and outcomes…',
  enabled: withDocument,
  perform: async (window) => {
    if (!(await settle(window))) return;
    window.startTask('importYears');
  },
};
