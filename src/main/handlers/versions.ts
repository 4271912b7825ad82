import { basename } from 'node:path';
import type { Session } from '../document/Session.ts';
import { tableToCsv } from '../exports/OutputTable.ts';
import { versionTable } from '../exports/versionTable.ts';
import type { HostServices } from '../HostServices.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const CSV = [{ label: 'CSV file', extensions: ['csv'] }];

export function versionHandlers(host: HostServices, session: Session): HandlersOf<'versions'> {
  return {
    'versions/export': async ({ version }) => {
      const { model } = session.document;
      const table = versionTable(model, version);
      const row = model.get('inputVersion', version);
      // A version is named after its file; what is written is no copy of that file, so the names must differ.
      const stem = (row?.name ?? '').replace(/\.\w{2,5}$/, '').replaceAll(/[\\/:*?"<>|]/g, ' ');
      const suggestedName = `${stem.trim() || 'Input'} ${row?.kind ?? ''} version.csv`;
      const chosen = await host.chooseFile({ purpose: 'save', title: 'Export a version', kinds: CSV, suggestedName });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, '.csv');
      refuseDocument(session, path);
      await writeText(session, path, BYTE_ORDER_MARK + tableToCsv(table));
      return { fileName: basename(path) };
    },
  };
}
