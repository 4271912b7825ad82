import { LIMITS } from '../../shared/model/units.ts';

/** Why a text cannot be a name, as a sentence, or null. `nameProblem('', 'A school')` is “A school needs a name.” */
export function nameProblem(text: string, what: string): string | null {
  const name = text.trim();
  if (name === '') return `${what} needs a name.`;
  return name.length > LIMITS.nameLength ? `A name has at most ${LIMITS.nameLength} characters.` : null;
}

/** Why a text cannot be a new code beside the ones that `taken` knows, as a sentence, or null. */
export function codeProblem(text: string, what: string, taken: (code: string) => boolean): string | null {
  const code = text.trim();
  if (code === '') return `${what} needs a code of its own, such as the one your other systems use.`;
  if (code.length > LIMITS.codeLength) return `A code has at most ${LIMITS.codeLength} characters.`;
  return taken(code) ? `The code ${code} is taken. Choose another one.` : null;
}
