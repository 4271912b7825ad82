import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';

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

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const facts = [one, other].map((path) => statOf(resolve(path)));
  const [first, second] = facts;
  return !!first && !!second && first.dev === second.dev && first.ino === second.ino;
}

/** What cannot be looked at is not there; the one who writes or reads it says why. */
function statOf(path: string): { readonly dev: bigint; readonly ino: bigint } | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
