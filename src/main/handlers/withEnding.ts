import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { inSentences } from '../document/explainFailure.ts';
import type { Workplace } from '../document/Workplace.ts';

/** A chosen name without the ending gets it; the dialog has not asked about a file of that longer name. */
export async function withEnding(workplace: Workplace, chosen: string, ending: string): Promise<string> {
  if (chosen.toLowerCase().endsWith(ending)) return chosen;
  const path = `${chosen}${ending}`;
  if (await inSentences('save', path, () => workplace.files.facts(path))) {
    throw new AllotError(
      'file-exists',
      `“${basename(path)}” exists already and was left as it is. Choose it by its full name to replace it, or choose another name.`,
    );
  }
  return path;
}
