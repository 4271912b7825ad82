import { basename, dirname, join, resolve } from 'node:path';
import { controlSheetName } from '../../shared/allocationFile/controlSheet.ts';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { findTemplate } from '../exports/allocationFile/findTemplate.ts';
import { prepareAllocationFile, writeAllocationFile } from '../exports/allocationFile/writeAllocationFile.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { refuseDocument } from './refuseDocument.ts';
import { findScenario, withModel } from './withDocument.ts';
import { commandWorkplace } from './workplace.ts';

/** `allot export-allocation FILE --template NAME --out FILE [--scenario NAME]`. Faults are listed and nothing is written. */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const wanted = required(options, 'template');
  const out = resolve(required(options, 'out'));
  refuseDocument(file, out);
  refuseDocument(file, join(dirname(out), controlSheetName(basename(out))));
  await withModel(file, async (model) => {
    const { name, template } = findTemplate(model, wanted);
    const calculation = new Calculation(model, findScenario(model, options.get('scenario')).id);
    const request = { calculation, template, templateName: name, workplace: commandWorkplace() };
    const { faults, faultCount } = await writeAllocationFile(prepareAllocationFile(request), out);
    if (faultCount === 0) return;
    const more = faultCount - faults.length;
    throw new AllotError('allocation-faults', `${basename(out)} was not written.`, [
      ...faults.map(({ reason }) => reason),
      ...(more > 0 ? [`There are ${more.toLocaleString('en-US')} more faults. Nothing was written.`] : []),
    ]);
  });
  return { text: '' };
}

function required(options: ReadonlyMap<string, string>, name: string): string {
  const value = options.get(name)?.trim();
  if (value) return value;
  throw new AllotError(
    'usage',
    `The option --${name} is missing. Usage: allot export-allocation FILE --template NAME --out FILE [--scenario NAME]`,
  );
}
