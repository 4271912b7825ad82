import { resolve } from 'node:path';
import { exportWorkbook } from '../exports/exportWorkbook.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { findScenario, withModel } from './withDocument.ts';

/** `allot export FILE OUT` */
export async function run({ operands: [file = '', out = ''] }: CommandInput): Promise<CommandOutput> {
  await withModel(file, (model) => exportWorkbook(resolve(out), model, findScenario(model, undefined).id));
  return { text: '' };
}
