import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether two paths lead to the same file, by whatever name, link or folder. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = [one, other].map((path) => factsOf(resolve(path)));
  return !!first && !!second && first.dev === second.dev && first.ino === second.ino;
}

/** What cannot be looked at is not there; the one who writes or reads it says why. */
function factsOf(path: string): { readonly dev: bigint; readonly ino: bigint } | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
