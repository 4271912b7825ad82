import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { isSameFile } from '../document/isSameFile.ts';

/**
 * What is handed out may never land on the document it is made from, by whatever name, link or folder `out` leads there,
 * nor take a name by which documents go.
 */
export function refuseDocument(file: string, out: string): void {
  if (!/\.allot$/i.test(out) && !isSameFile(file, out)) return;
  throw new AllotError(
    'export-target',
    `“${basename(out)}” is the name of a document; nothing was written. Choose another name.`,
  );
}
