import { join, resolve } from 'node:path';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { safeFileName } from '../exports/calculators/fileNames.ts';
import { calculatorNames, writeCalculators } from '../exports/calculators/writeCalculators.ts';
import { writeDistrictCalculator } from '../exports/calculators/writeDistrictCalculator.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { findSchool } from './findSchool.ts';
import { refuseDocument } from './refuseDocument.ts';
import { runJob } from './runJob.ts';
import { findScenario, withModel } from './withDocument.ts';

const USAGE = 'allot calculators FILE --out FOLDER [--scenario NAME] [--school CODE] [--district]';

/** `allot calculators FILE --out FOLDER [--scenario NAME] [--school CODE] [--district]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const out = options.get('out');
  const school = options.get('school');
  if (out === undefined || out === '') throw new AllotError('usage', `--out is missing. Usage: ${USAGE}`);
  if (school !== undefined && options.has('district')) {
    throw new AllotError('usage', `--school and --district do not go together. Usage: ${USAGE}`);
  }
  const folder = resolve(out);
  await withModel(file, async (model) => {
    const calculation = new Calculation(model, findScenario(model, options.get('scenario')).id);
    if (options.has('district')) {
      const path = join(folder, `${districtCalculatorName(calculation)}.xlsx`);
      refuseDocument(file, path);
      await runJob('Writing the calculator of the district', (progress) =>
        writeDistrictCalculator(calculation, path, progress),
      );
      return;
    }
    const schools = school === undefined ? calculation.schools.map((_, at) => at) : [findSchool(calculation, school)];
    const names = calculatorNames(calculation);
    for (const at of schools) refuseDocument(file, join(folder, names[at]!));
    await runJob('Writing calculators', (progress) => writeCalculators(calculation, schools, folder, progress));
  });
  return { text: '' };
}

/** `Springfield calculator` */
export function districtCalculatorName({ model }: Calculation): string {
  const district = model.get('district', 'name')?.value ?? '';
  return safeFileName(`${district} calculator`, 'District calculator');
}
