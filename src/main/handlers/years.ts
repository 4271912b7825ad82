import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { type BuiltYears, buildYears } from '../../shared/years/import/buildYears.ts';
import { suggestYears } from '../../shared/years/import/suggestYears.ts';
import type { YearsMapping } from '../../shared/years/import/YearsMapping.ts';
import type { Session } from '../document/Session.ts';
import { describeYears } from '../exports/describeYears.ts';
import { sheetText } from '../exports/writeCsvSheets.ts';
import type { HostServices } from '../HostServices.ts';
import { commitAndDigest } from './change.ts';
import { documentName } from './documentName.ts';
import type { FileAtHand } from './FileAtHand.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const CSV = [{ label: 'CSV file', extensions: ['csv'] }];

/** The import as it was built last: what was previewed is what is imported, unless something has changed since. */
interface LastBuilt {
  readonly asked: string;
  readonly document: Session['document'];
  readonly logId: number;
  readonly built: BuiltYears;
}

/** Values by year from the file that `assistant/read` has read, and out again as CSV. */
export function yearsHandlers(host: HostServices, session: Session, atHand: FileAtHand): HandlersOf<'years'> {
  let last: LastBuilt | null = null;

  const build = (params: { token: string; sheet: number; mapping: YearsMapping }): BuiltYears => {
    const { token, sheet, mapping } = params;
    const { file, table } = atHand.tableOf(token, sheet);
    const asked = JSON.stringify({ token, sheet, mapping });
    const { document } = session;
    const logId = document.log(1)[0]?.id ?? 0;
    if (last && last.asked === asked && last.document === document && last.logId === logId) return last.built;
    last = { asked, document, logId, built: buildYears(table, mapping, document.model, file.fileName) };
    return last.built;
  };

  return {
    'years/suggest': async ({ token, sheet, headerRow }) => {
      const { file, table } = atHand.tableOf(token, sheet);
      return suggestYears(table, session.document.model, file.fileName, headerRow ?? undefined);
    },
    'years/preview': async (params) => {
      const { preview, faults, faultCount } = build(params);
      return { preview, faults, faultCount };
    },
    'years/import': async (params) => {
      const { file } = atHand.tableOf(params.token, params.sheet);
      const { preview, faults, faultCount, change } = build(params);
      const told = { preview, faults, faultCount, fileName: file.fileName };
      if (!change) return { ...told, change: null, committed: null };
      if (change.ops.length === 0) {
        throw new AllotError(
          'nothing-new',
          'The document holds all these values already, so nothing was imported and nothing has changed.',
        );
      }
      const committed = commitAndDigest(session, change, params.scenario);
      last = null;
      atHand.held = null;
      return { ...told, change: session.document.changeText(committed.logId), committed };
    },
    'years/export': async () => {
      const sheet = describeYears(session.document.model);
      if (sheet.rows.length === 0) {
        throw new AllotError('nothing-to-export', 'There are no values by year yet, so there is nothing to export.');
      }
      const suggestedName = `${documentName(session)} years.csv`;
      const chosen = await host.chooseFile({ purpose: 'save', title: 'Export the years', kinds: CSV, suggestedName });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, '.csv');
      refuseDocument(session, path);
      await writeText(session, path, BYTE_ORDER_MARK + sheetText(sheet));
      return { fileName: basename(path) };
    },
  };
}
