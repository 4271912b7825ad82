import { basename } from 'node:path';
import { multiYear, shadowStatement } from '../../shared/gradual/multiYear.ts';
import type { Session } from '../document/Session.ts';
import { shadowTable, yearsTable } from '../exports/gradualTables.ts';
import { type OutputTable, tableToCsv } from '../exports/OutputTable.ts';
import type { HostServices } from '../HostServices.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const CSV = [{ label: 'CSV file', extensions: ['csv'] }];

/** Asks for a file and writes a table there; null when the person closed the dialog. */
async function writeTable(
  host: HostServices,
  session: Session,
  title: string,
  what: string,
  table: OutputTable,
): Promise<{ fileName: string } | null> {
  const name = documentName(session);
  const suggestedName = `${name} ${what}.csv`;
  const chosen = await host.chooseFile({ purpose: 'save', title, kinds: CSV, suggestedName });
  if (chosen === null) return null;
  const path = await withEnding(session.workplace, chosen, '.csv');
  refuseDocument(session, path);
  await writeText(session, path, BYTE_ORDER_MARK + tableToCsv(table));
  return { fileName: basename(path) };
}

/** Tables are made before the dialog opens: what is written is what was asked for, whatever is edited meanwhile. */
export function gradualHandlers(host: HostServices, session: Session): HandlersOf<'gradual'> {
  return {
    'gradual/exportShadow': async ({ scenario, digest }) => {
      checkedCalculation(session, scenario, digest);
      const table = shadowTable(shadowStatement(session.document.model, scenario));
      return writeTable(host, session, 'Export the shadow statement', 'shadow statement', table);
    },
    'gradual/exportYears': async ({ scenario, digest, years }) => {
      checkedCalculation(session, scenario, digest);
      const table = yearsTable(multiYear(session.document.model, scenario, years));
      return writeTable(host, session, 'Export the years along the path', 'years', table);
    },
  };
}
