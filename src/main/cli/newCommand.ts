import { resolve } from 'node:path';
import { emptyModelRows } from '../../shared/model/emptyModel.ts';
import { sampleModelRows } from '../../shared/sample/sampleModelRows.ts';
import { createDocument } from '../document/openDocument.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { commandWorkplace } from './workplace.ts';

/** `allot new FILE [--sample]` */
export async function run({ operands: [file = ''], options }: CommandInput): Promise<CommandOutput> {
  const workplace = commandWorkplace();
  const made = { at: workplace.now().toISOString(), by: workplace.user };
  const rows = options.has('sample') ? sampleModelRows() : emptyModelRows('', made);
  const document = await createDocument(workplace, resolve(file), rows);
  await document.close();
  return { text: '' };
}
