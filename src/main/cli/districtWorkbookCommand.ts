import { resolve } from 'node:path';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { writeDistrictWorkbook } from '../exports/districtWorkbook/writeDistrictWorkbook.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { refuseDocument } from './refuseDocument.ts';
import { runJob } from './runJob.ts';
import { findScenario, withModel } from './withDocument.ts';

const USAGE = 'allot district-workbook FILE --out FILE.xlsx [--scenario NAME]';
const MOST_COMPARED = 6;

/** `allot district-workbook FILE --out FILE.xlsx [--scenario NAME]`: that scenario, beside it the first others. */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const out = options.get('out') ?? '';
  if (!/\.xlsx$/i.test(out)) {
    throw new AllotError('usage', `--out names a file ending in .xlsx. Usage: ${USAGE}`);
  }
  refuseDocument(file, out);
  await withModel(file, async (model) => {
    const chosen = findScenario(model, options.get('scenario'));
    const others = model.ordered('scenario').filter(({ id }) => id !== chosen.id);
    const calculations = [chosen, ...others].slice(0, MOST_COMPARED).map(({ id }) => new Calculation(model, id));
    await runJob('Writing the district workbook', (progress) =>
      writeDistrictWorkbook(calculations[0]!, calculations, resolve(out), progress),
    );
  });
  return { text: '' };
}
