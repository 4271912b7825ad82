import { resolve } from 'node:path';
import { EVERYTHING } from '../../shared/history/HistoryEntry.ts';
import { openDocument } from '../document/openDocument.ts';
import { historyTable } from '../exports/historyTable.ts';
import { tableToCsv, tableToJson } from '../exports/OutputTable.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { findScenario } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

/**
 * `allot history FILE [--scenario NAME] [--format csv|json]`: every cell that was ever moved, the oldest entry first.
 * A model that was changed outside of the program is still printed, since the history is what shows where; what was
 * found then goes to standard error and the exit code is 1, as in `allot check`.
 */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const document = await openDocument(commandWorkplace(), resolve(file), { forReading: true });
  try {
    const { history, model, logFault } = document;
    const name = options.get('scenario');
    const scenario = name === undefined ? null : findScenario(model, name).id;
    const table = historyTable(history, history.found({ ...EVERYTHING, scenario }));
    const text = options.get('format') === 'json' ? tableToJson(table) : tableToCsv(table);
    return { text, faults: logFault ? [logFault.sentence, ...logFault.findings.map(({ sentence }) => sentence)] : [] };
  } finally {
    await document.close();
  }
}
