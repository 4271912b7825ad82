import { shownTemplateRow } from '../allocationFiles/FilesView.ts';
import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** The template in hand as a file that other documents can take. */
export const exportTemplate: Command = {
  name: 'financeFiles/exportTemplate',
  group: 'Exports',
  label: (window) => {
    const row = window.document ? shownTemplateRow(window.document) : null;
    return row ? `Export template ${row.name}…` : 'Export template…';
  },
  enabled: (window) => withDocument(window) && window.document !== null && shownTemplateRow(window.document) !== null,
  perform: async (window) => {
    const { document } = window;
    const row = document ? shownTemplateRow(document) : null;
    if (!document || !row) return;
    finishEditing();
    document.preview(null);
    await document.settled();
    const written = await window.ask('allocation/exportTemplate', { template: row.id });
    if (written) window.say(`Exported ${written.fileName}.`);
  },
};
