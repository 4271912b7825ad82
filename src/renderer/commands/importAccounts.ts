import { type Command, withDocument } from './Command.ts';
import { settle } from './readyToWrite.ts';

/** Account rules from a sheet: all of them become one undo step, or its faults are listed and nothing changed. */
export const importAccounts: Command = {
  name: 'accounts/import',
  group: 'Exports',
  label: () => 'Import account rules…',
  enabled: withDocument,
  perform: async (window) => {
    const document = await settle(window);
    if (!document) return;
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
