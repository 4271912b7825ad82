import { resolve } from 'node:path';
import { AllotError, faultSentence } from '../../shared/contract/errors.ts';
import { openDocument } from '../document/openDocument.ts';
import { readWorkbook } from '../imports/WorkbookReader.ts';
import { workbookToChange } from '../imports/workbookToChange.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { warnOfTampering } from './warnOfTampering.ts';
import { findScenario } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

/** `allot import FILE WORKBOOK`: the workbook is read first, so that a faulty one never locks the model. */
export async function run({ operands: [file = '', path = ''] }: CommandInput): Promise<CommandOutput> {
  const workbook = await readWorkbook(resolve(path));
  const workplace = commandWorkplace();
  const document = await openDocument(workplace, resolve(file));
  try {
    warnOfTampering(document);
    const reason = document.info().readOnlyReason;
    if (reason !== null) throw new AllotError('document-read-only', `Nothing was imported. ${reason}`);
    const { fileName, sha256 } = workbook;
    const meta = { fileName, sha256, at: workplace.now().toISOString(), by: workplace.user };
    const scenario = findScenario(document.model, undefined);
    const result = workbookToChange(workbook.sheets, document.model, scenario.id, meta, workbook.faults);
    if (!result.change) {
      throw new AllotError('import-faults', '', result.faults.map(faultSentence));
    }
    document.commit(result.change, workplace.user);
    await document.save();
    return { text: `Imported ${fileName}: ${result.summary}.\n` };
  } finally {
    await document.close();
  }
}
