import { AllotError } from '../../shared/contract/errors.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';

/** `allot explain FILE SCHOOL [SOURCE] [--scenario NAME]` */
export async function run({ operands: [file = ''] }: CommandInput): Promise<CommandOutput> {
  throw new AllotError('not-yet', `Explanations cannot be given yet, so ${file} was not opened.`);
}
