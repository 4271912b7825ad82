import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Side } from '../../shared/history/HistoryEntry.ts';
import type { Restoration } from '../../shared/history/restoreScenario.ts';
import type { Session } from '../document/Session.ts';
import { historySheet, historyTable } from '../exports/historyTable.ts';
import { tableToCsv } from '../exports/OutputTable.ts';
import { writeWorkbook } from '../exports/writeWorkbook.ts';
import type { HostServices } from '../HostServices.ts';
import { commitAndDigest } from './change.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const KINDS = {
  csv: [{ label: 'CSV file', extensions: ['csv'] }],
  xlsx: [{ label: 'Excel workbook', extensions: ['xlsx'] }],
};

export function historyHandlers(host: HostServices, session: Session): HandlersOf<'history'> {
  const restorationOf = (id: number, side: Side, scenario: number): Restoration => {
    const { now, user } = session.workplace;
    const made = { at: now().toISOString(), by: user };
    const restoration = session.document.history.restoration(id, side, scenario, made);
    if (typeof restoration === 'string') throw new AllotError('not-restored', `${restoration} Nothing was changed.`);
    return restoration;
  };
  return {
    'history/list': async ({ filter, before, limit }) => session.document.history.page(filter, before, limit),
    'history/read': async ({ id, from, count }) => session.document.history.cells(id, from, count),
    'history/scenarios': async ({ id, side }) => session.document.history.scenariosAt(id, side),
    'history/planRestore': async ({ id, side, scenario }) => restorationOf(id, side, scenario).plan,
    'history/restore': async ({ id, side, scenario }) => {
      const restoration = restorationOf(id, side, scenario);
      return { change: restoration.change, committed: commitAndDigest(session, restoration.change, restoration.id) };
    },
    'history/export': async ({ filter, as }) => {
      const { document, workplace } = session;
      const name = documentName(session);
      const suggestedName = `${name} history.${as}`;
      const title = 'Export the history';
      const chosen = await host.chooseFile({ purpose: 'save', title, kinds: KINDS[as], suggestedName });
      if (chosen === null) return null;
      const path = await withEnding(workplace, chosen, `.${as}`);
      if (session.document !== document) {
        throw new AllotError('no-document', 'The document was closed; nothing was exported.');
      }
      refuseDocument(session, path);
      const { history } = document;
      const entries = history.found(filter);
      if (as === 'csv') await writeText(session, path, BYTE_ORDER_MARK + tableToCsv(historyTable(history, entries)));
      else await writeText(session, path, await writeWorkbook([historySheet(history, entries)]));
      return { fileName: basename(path) };
    },
  };
}
