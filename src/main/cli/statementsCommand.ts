import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { writeStatements } from '../exports/statements/writeStatements.ts';
import { startHostPrinter } from '../print/hostPrinter.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { printTarget } from './printTarget.ts';
import { refuseDocument } from './refuseDocument.ts';
import { findScenario, withModel } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

export const USAGE =
  'allot statements FILE --out FILE.pdf|FILE.html [--scenario NAME] [--school CODE] [--paper letter|a4]';

/** `allot statements FILE --out FILE.pdf [--scenario NAME] [--school CODE] [--paper letter|a4]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const target = printTarget(options.get('out'), USAGE);
  refuseDocument(file, target.path);
  await withModel(file, async (model) => {
    const calculation = new Calculation(model, findScenario(model, options.get('scenario')).id);
    await writeStatements({
      ...target,
      calculation,
      schools: schoolsOf(calculation, options.get('school')),
      paper: options.get('paper') === 'a4' ? 'a4' : 'letter',
      at: commandWorkplace().now().toISOString(),
      startPrinter: startHostPrinter,
    });
  });
  return { text: '' };
}

function schoolsOf(calculation: Calculation, code: string | undefined): number[] {
  if (calculation.schools.length === 0) {
    throw new AllotError('no-schools', 'This model has no schools, so there are no statements to write.');
  }
  if (code === undefined) return calculation.schools.map((_, school) => school);
  const school = calculation.schoolIndex(code);
  if (school < 0) {
    throw new AllotError('school-unknown', `There is no school “${code}” in this model; give the school's code.`);
  }
  return [school];
}
