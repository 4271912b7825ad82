import type { ImportPreview } from '../../shared/assistant/ImportPreview.ts';
import type { Model } from '../../shared/model/Model.ts';
import { INPUT_NAMES, INPUTS, nextVersionNumber } from '../versions/versionNames.ts';

/** `A`, `A and B`, `A, B and C` */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `515 schools` of the file. */
export function subjectOf({ of, added, changed, unchanged }: ImportPreview): string {
  const count = added.count + changed.count + unchanged;
  const word = of === 'schools' ? (count === 1 ? 'school' : 'schools') : count === 1 ? 'source' : 'sources';
  return `${count.toLocaleString('en-US')} ${of === 'sources' ? 'revenue ' : ''}${word}`;
}

/** `Enrollment v2, Current budgets v2 and Measures v2`, before the import is made. */
function versionsOf(model: Model, preview: ImportPreview): string {
  const names = INPUTS.filter((kind) => preview.versions.includes(kind)).map(
    (kind) => `${INPUT_NAMES[kind]} v${nextVersionNumber(model, kind)}`,
  );
  return joined(names);
}

/** What the button will do: `Import 515 schools as Enrollment v2, Current budgets v2 and Measures v2`. */
export function importSentence(model: Model, preview: ImportPreview): string {
  const versions = versionsOf(model, preview);
  return `Import ${subjectOf(preview)}${versions ? ` as ${versions}` : ''}`;
}

/** What was made, for the notice. Asked for before the change is put in place, so that it counts the versions there were. */
export function doneSentence(model: Model, fileName: string, preview: ImportPreview): string {
  const versions = versionsOf(model, preview);
  return `Imported ${fileName}: ${subjectOf(preview)}${versions ? ` as ${versions}` : ''}. One undo takes it back.`;
}
