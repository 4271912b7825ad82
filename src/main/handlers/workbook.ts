import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Session } from '../document/Session.ts';
import { budgetsTable } from '../exports/budgetsTable.ts';
import { exportWorkbook } from '../exports/exportWorkbook.ts';
import { tableToCsv } from '../exports/OutputTable.ts';
import type { HostServices } from '../HostServices.ts';
import { READ_LIMITS } from '../imports/limits.ts';
import { readWorkbook } from '../imports/WorkbookReader.ts';
import { workbookToChange } from '../imports/workbookToChange.ts';
import { commitAndDigest } from './change.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import type { LongJob } from './LongJob.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const XLSX = [{ label: 'Excel workbook', extensions: ['xlsx'] }];
const CSV = [{ label: 'CSV file', extensions: ['csv'] }];

export function workbookHandlers(
  host: HostServices,
  session: Session,
  job: LongJob,
): HandlersOf<'workbook'> & HandlersOf<'budgets'> {
  return {
    'workbook/import': async ({ scenario, as }) => {
      // Asked of a closed document, this should fail before the person has chosen a file.
      const { document } = session;
      const path = await host.chooseFile(
        as === 'file'
          ? { purpose: 'open', title: 'Import a district workbook', kinds: XLSX, suggestedName: '' }
          : { purpose: 'folder', title: 'Import a folder of CSV files', kinds: [], suggestedName: '' },
      );
      if (path === null) return null;
      const { fileName, sha256, sheets, faults } = await job.run('Reading the workbook', ({ signal }) =>
        readWorkbook(path, host.runReader, READ_LIMITS, signal),
      );
      const nothing = { change: null, committed: null, fileName, summary: '' };
      if (session.document !== document)
        throw new AllotError('no-document', 'The document was closed; nothing was imported.');
      const { now, user } = session.workplace;
      const meta = { fileName, sha256, at: now().toISOString(), by: user };
      const result = workbookToChange(sheets, document.model, scenario, meta, faults);
      if (!result.change) return { ...nothing, faults: result.faults };
      const committed = commitAndDigest(session, result.change, scenario);
      return { faults: [], change: result.change, committed, fileName, summary: result.summary };
    },
    'workbook/export': async ({ scenario, as, digest }) => {
      checkedCalculation(session, scenario, digest);
      const name = documentName(session);
      const chosen = await host.chooseFile(
        as === 'xlsx'
          ? { purpose: 'save', title: 'Export the workbook', kinds: XLSX, suggestedName: `${name}.xlsx` }
          : { purpose: 'folder', title: 'Export to a folder of CSV files', kinds: [], suggestedName: name },
      );
      if (chosen === null) return null;
      const path = as === 'xlsx' ? await withEnding(session.workplace, chosen, '.xlsx') : chosen;
      refuseDocument(session, path);
      checkedCalculation(session, scenario, digest);
      await exportWorkbook(path, session.document.model, scenario);
      return { fileName: basename(path) };
    },
    'budgets/export': async ({ scenario, digest }) => {
      const table = budgetsTable(checkedCalculation(session, scenario, digest));
      const name = documentName(session);
      const suggestedName = `${name} budgets.csv`;
      const chosen = await host.chooseFile({ purpose: 'save', title: 'Export the budgets', kinds: CSV, suggestedName });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, '.csv');
      refuseDocument(session, path);
      checkedCalculation(session, scenario, digest);
      await writeText(session, path, BYTE_ORDER_MARK + tableToCsv(table));
      return { fileName: basename(path) };
    },
  };
}
