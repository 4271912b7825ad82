import { Calculation } from '../../shared/calc/Calculation.ts';
import { writeFormulaBook } from '../exports/statements/writeFormulaBook.ts';
import { startHostPrinter } from '../print/hostPrinter.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { printTarget } from './printTarget.ts';
import { refuseDocument } from './refuseDocument.ts';
import { findScenario, withModel } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

export const USAGE = 'allot formula-book FILE --out FILE.pdf|FILE.html [--scenario NAME] [--paper letter|a4]';

/** `allot formula-book FILE --out FILE.pdf [--scenario NAME] [--paper letter|a4]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const target = printTarget(options.get('out'), USAGE);
  refuseDocument(file, target.path);
  await withModel(file, async (model) => {
    const calculation = new Calculation(model, findScenario(model, options.get('scenario')).id);
    await writeFormulaBook({
      ...target,
      calculation,
      paper: options.get('paper') === 'a4' ? 'a4' : 'letter',
      at: commandWorkplace().now().toISOString(),
      startPrinter: startHostPrinter,
    });
  });
  return { text: '' };
}
