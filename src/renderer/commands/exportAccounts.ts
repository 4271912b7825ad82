import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** The rules of accounts as a sheet, for the finance office to look through or fill in. */
export const exportAccounts: Command = {
  name: 'accounts/export',
  group: 'Exports',
  label: () => 'Export account rules…',
  enabled: (window) => withDocument(window) && (window.document?.model.table('accountSegment').size ?? 0) > 0,
  perform: async (window) => {
    finishEditing();
    await window.document?.settled();
    const written = await window.ask('allocation/exportAccounts', { as: 'xlsx' });
    if (written) window.say(`Exported ${written.fileName}.`);
  },
};
