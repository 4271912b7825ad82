import { basename } from 'node:path';
import { usedSegments } from '../../shared/allocationFile/allocationLines.ts';
import { suggestedName } from '../../shared/allocationFile/controlSheet.ts';
import { draftMark } from '../../shared/allocationFile/FileContext.ts';
import { parseTemplateFile, writeTemplate, writeTemplateFile } from '../../shared/allocationFile/templateText.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { LIMITS } from '../../shared/model/units.ts';
import type { Session } from '../document/Session.ts';
import { accountSheets } from '../exports/allocationFile/accountSheets.ts';
import { findTemplate } from '../exports/allocationFile/findTemplate.ts';
import {
  prepareAllocationFile,
  refusedOutcome,
  writeAllocationFile,
} from '../exports/allocationFile/writeAllocationFile.ts';
import { sheetText } from '../exports/writeCsvSheets.ts';
import type { HostServices } from '../HostServices.ts';
import { accountsToChange } from '../imports/accountsToChange.ts';
import { readAccountSheets } from '../imports/readAccountSheets.ts';
import { commitAndDigest } from './change.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import { withEnding } from './withEnding.ts';
import { BYTE_ORDER_MARK, refuseDocument, writeText } from './writeText.ts';

const XLSX = { label: 'Excel workbook', extensions: ['xlsx'] };
const CSV = { label: 'CSV file', extensions: ['csv'] };
const TEMPLATE = [{ label: 'Allocation template', extensions: ['json'] }];
/** A template is far shorter; what is longer is another file. */
const MOST_TEMPLATE_BYTES = LIMITS.templateLength * 8;

export function allocationHandlers(host: HostServices, session: Session): HandlersOf<'allocation'> {
  return {
    'allocation/export': async ({ scenario, template: wanted, digest }) => {
      const calculation = checkedCalculation(session, scenario, digest);
      const { document, workplace } = session;
      const { name, template } = findTemplate(document.model, wanted);
      const request = { calculation, template, templateName: name, workplace };
      // Faults are told before anyone is asked where the file shall go.
      const first = prepareAllocationFile(request);
      if (first.faults.count > 0) return refusedOutcome(first.faults);
      const { districtName, scenario: row } = first.file.context;
      const ending = `.${template.extension}`;
      const chosen = await host.chooseFile({
        purpose: 'save',
        title: 'Write the allocation file',
        kinds: [{ label: name, extensions: [template.extension] }],
        suggestedName: `${suggestedName(districtName, row.name, draftMark(row))}${ending}`,
      });
      if (chosen === null) return null;
      const path = await withEnding(workplace, chosen, ending);
      refuseDocument(session, path);
      // The document may have been edited while the dialog stood open.
      const now = { ...request, calculation: checkedCalculation(session, scenario, digest) };
      return writeAllocationFile(prepareAllocationFile(now), path);
    },
    'allocation/exportAccounts': async ({ as }) => {
      const { model } = session.document;
      const sheets = accountSheets(model);
      const rules = sheets.find((sheet) => sheet.name === 'accounts');
      if (!rules) {
        throw new AllotError('accounts-empty', 'There are no account segments yet, so there is nothing to export.');
      }
      const name = documentName(session);
      const chosen = await host.chooseFile({
        purpose: 'save',
        title: 'Export the account rules',
        kinds: [as === 'xlsx' ? XLSX : CSV],
        suggestedName: `${name} accounts.${as}`,
      });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, `.${as}`);
      refuseDocument(session, path);
      if (as === 'csv') await writeText(session, path, BYTE_ORDER_MARK + sheetText(rules));
      else {
        const { writeWorkbook } = await import('../exports/writeWorkbook.ts');
        await writeText(session, path, await writeWorkbook(sheets));
      }
      return { fileName: basename(path) };
    },
    'allocation/importAccounts': async ({ scenario }) => {
      const { document } = session;
      const path = await host.chooseFile({
        purpose: 'open',
        title: 'Import account rules',
        kinds: [{ label: 'Account rules', extensions: ['xlsx', 'csv'] }],
        suggestedName: '',
      });
      if (path === null) return null;
      const { fileName, sha256, sheets, faults } = await readAccountSheets(path, host.runReader);
      if (session.document !== document) {
        throw new AllotError('no-document', 'The document was closed; nothing was imported.');
      }
      const { now, user } = session.workplace;
      const meta = { fileName, sha256, at: now().toISOString(), by: user };
      const result = accountsToChange(sheets, document.model, scenario, meta, faults);
      if (!result.change) return { faults: result.faults, change: null, committed: null, fileName, summary: '' };
      const committed = commitAndDigest(session, result.change, scenario);
      return { faults: [], change: result.change, committed, fileName, summary: result.summary };
    },
    'allocation/exportTemplate': async ({ template: id }) => {
      const { model } = session.document;
      const { name, template } = findTemplate(model, id);
      const segments = usedSegments(template).flatMap((code) => {
        const row = model.table('accountSegment').get(code);
        return row ? [{ code, name: row.name, length: row.length }] : [];
      });
      const suggested = name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'Template';
      const chosen = await host.chooseFile({
        purpose: 'save',
        title: 'Export the template',
        kinds: TEMPLATE,
        suggestedName: `${suggested}.json`,
      });
      if (chosen === null) return null;
      const path = await withEnding(session.workplace, chosen, '.json');
      refuseDocument(session, path);
      await writeText(session, path, writeTemplateFile(name, template, segments));
      return { fileName: basename(path) };
    },
    'allocation/readTemplate': async () => {
      const { files } = session.workplace;
      const path = await host.chooseFile({
        purpose: 'open',
        title: 'Import a template',
        kinds: TEMPLATE,
        suggestedName: '',
      });
      if (path === null) return null;
      const refuse = (reason: string): never => {
        throw new AllotError('template-unreadable', `“${basename(path)}” was not imported. ${reason}`);
      };
      const facts = await files.facts(path);
      if (!facts?.isFile) return refuse('There is no such file.');
      if (facts.size > MOST_TEMPLATE_BYTES) return refuse('It is far larger than any template.');
      const reading = parseTemplateFile((await files.readStart(path, facts.size)).toString('utf8'));
      if (!reading.ok) return refuse(reading.sentence);
      const { name, template, segments } = reading;
      return { fileName: basename(path), name, definition: writeTemplate(template), segments };
    },
  };
}
