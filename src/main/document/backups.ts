import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { backupsFolder, type Workplace } from './Workplace.ts';

/** The newest copies are all kept; of older ones the last of each day, for this many days. */
const NEWEST_KEPT = 10;
const DAYS_KEPT = 30;
const DAY_MS = 86_400_000;

/** The folder of a document's backups: its name for a person, and a mark of its path, for names repeat. */
export function backupFolderOf(workplace: Workplace, document: string): string {
  const mark = createHash('sha256').update(document).digest('hex').slice(0, 8);
  return join(backupsFolder(workplace), `${basename(document, '.allot')}-${mark}`);
}

/** `2026-07-01T09-30-00-000Z.allot`: sorts by time, and is a name on every system. */
export function backupName(at: Date, suffix = ''): string {
  return `${at.toISOString().replace(/[:.]/g, '-')}${suffix}.allot`;
}

/** Which of these backups may go. Names that were not made by `backupName` are left alone. */
export function thinnedBackups(names: readonly string[], now: Date): string[] {
  const dated = names
    .filter((name) => /^\d{4}-\d\d-\d\dT[\d-]+Z.*\.allot$/.test(name))
    .sort()
    .reverse();
  const oldest = new Date(now.getTime() - DAYS_KEPT * DAY_MS).toISOString().slice(0, 10);
  const daysSeen = new Set<string>();
  return dated.filter((name, at) => {
    const day = name.slice(0, 10);
    const isLastOfDay = !daysSeen.has(day);
    daysSeen.add(day);
    return at >= NEWEST_KEPT && !(isLastOfDay && day >= oldest);
  });
}

/** Removes what `thinnedBackups` names. A backup that cannot be removed harms nobody and stays. */
export async function thinBackups(workplace: Workplace, folder: string): Promise<void> {
  for (const name of thinnedBackups(await workplace.files.list(folder), workplace.now())) {
    await workplace.files.remove(join(folder, name));
  }
}
