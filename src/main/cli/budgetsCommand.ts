import { budgetsTable } from '../exports/budgetsTable.ts';
import { tableToCsv, tableToJson } from '../exports/OutputTable.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { withCalculation } from './withDocument.ts';

/** `allot budgets FILE [--scenario NAME] [--format csv|json]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const write = options.get('format') === 'json' ? tableToJson : tableToCsv;
  const text = await withCalculation(file, options.get('scenario'), (calculation) => write(budgetsTable(calculation)));
  return { text };
}
