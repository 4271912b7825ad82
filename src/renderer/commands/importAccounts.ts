import { type Command, withDocument } from './Command.ts';
import { finishEditing } from './leaveSafely.ts';

/** Account rules from a sheet: all of them become one undo step, or its faults are listed and nothing changed. */
export const importAccounts: Command = {
  name: 'accounts/import',
  group: 'Exports',
  label: () => 'Import account rules…',
  enabled: withDocument,
  perform: async (window) => {
    const { document } = window;
    if (!document) return;
    finishEditing();
    document.preview(null);
    await document.settled();
    const outcome = await window.ask('allocation/importAccounts', { scenario: document.scenarioId });
    if (!outcome) return;
    if (outcome.change && outcome.committed) {
      document.adopt(outcome.change, outcome.committed);
      window.goTo('accounts');
      window.say(`Imported ${outcome.fileName}: ${outcome.summary}.`);
    } else {
      window.openDialog({ kind: 'faults', fileName: outcome.fileName, faults: outcome.faults });
    }
  },
};
