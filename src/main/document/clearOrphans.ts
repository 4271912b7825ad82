import { join } from 'node:path';
import { connect } from '../store/connection.ts';
import { errorCode } from './files.ts';
import { type Workplace, workingFolder } from './Workplace.ts';

/** Younger files may belong to a document that is just being opened or saved. */
const ORPHAN_AGE_MS = 86_400_000;

/**
 * Clears away what killed processes left in the working folder and nobody can want: copies that were only read, and
 * snapshots of an interrupted save. Anything with a note beside it is a recovery and is not touched.
 */
export async function clearOrphans(workplace: Workplace, names: readonly string[]): Promise<void> {
  const { files } = workplace;
  const noted = new Set(names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)));
  for (const name of names) {
    const path = join(workingFolder(workplace), name);
    const isCopy = name.endsWith('.allot') && !noted.has(name.slice(0, -'.allot'.length));
    if (!isCopy && !name.endsWith('.snapshot')) continue;
    const facts = await files.facts(path);
    if (!facts || workplace.now().getTime() - facts.mtimeMs < ORPHAN_AGE_MS || isHeld(path)) continue;
    for (const end of ['', '-journal', '-wal', '-shm']) await files.remove(`${path}${end}`);
  }
}

/** Whether a living process has it open; what cannot be opened at all is not held. */
function isHeld(path: string): boolean {
  try {
    connect(path).close();
    return false;
  } catch (error) {
    return /^SQLITE_BUSY/.test(errorCode(error));
  }
}
