import { resolve } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { exportWorkbook } from '../exports/exportWorkbook.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { refuseDocument } from './refuseDocument.ts';
import { findScenario, withModel } from './withDocument.ts';

/** `allot export FILE OUT` */
export async function run({ operands: [file = '', out = ''] }: CommandInput): Promise<CommandOutput> {
  if (out.trim() === '') throw new AllotError('usage', 'OUT is missing. Usage: allot export FILE OUT');
  refuseDocument(file, resolve(out));
  await withModel(file, (model) => exportWorkbook(resolve(out), model, findScenario(model, undefined).id));
  return { text: '' };
}
