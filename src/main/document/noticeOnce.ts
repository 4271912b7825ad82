import { dirname, join } from 'node:path';
import { folderNotice } from './syncedFolder.ts';
import type { Workplace } from './Workplace.ts';

/** The sentence about a synchronised or network folder, the first time this person opens a document in it. */
export async function folderNoticeOnce(workplace: Workplace, document: string): Promise<string | null> {
  const notice = folderNotice(document);
  if (!notice) return null;
  const { files } = workplace;
  const path = join(workplace.stateFolder, 'folders-told.json');
  const folder = dirname(document);
  const told = await readTold(workplace, path);
  if (told.includes(folder)) return null;
  await files.writeText(path, JSON.stringify([...told, folder]), false);
  return notice;
}

/** A list that cannot be read costs one repeated sentence, so it counts as empty. */
async function readTold(workplace: Workplace, path: string): Promise<string[]> {
  try {
    const told: unknown = JSON.parse(await workplace.files.readText(path));
    return Array.isArray(told) ? told.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}
