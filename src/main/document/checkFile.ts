import { basename } from 'node:path';
import { AllotError } from '../../shared/contract/errors.ts';
import { checkOrigin } from '../store/migrations/migrate.ts';
import type { Files } from './files.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

const LEFT = 'it was left as it is';

function foreignKind(start: Buffer): string {
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    return 'a workbook or another packed file. To read a district workbook, open a document and choose Import.';
  }
  if (!start.includes(0)) return 'a text file. To read a district workbook, open a document and choose Import.';
  return 'a file of another program. Choose a file that Allot has saved.';
}

/**
 * Looks at a file before anything opens it as a database, and refuses in a plain sentence what is not a whole Allot
 * document of this or an older version. It only reads.
 */
export async function checkFile(files: Files, path: string): Promise<void> {
  const name = basename(path);
  const facts = await files.facts(path);
  if (!facts) {
    throw new AllotError(
      'document-missing',
      `There is no document at “${path}”. Check whether it was moved or renamed.`,
    );
  }
  if (facts.isFolder) {
    throw new AllotError('document-foreign', `“${name}” is a folder, not an Allot document. Choose a file inside it.`);
  }
  if (!facts.isFile) throw new AllotError('document-foreign', `“${name}” is not a file; ${LEFT}.`);
  if (facts.size === 0) {
    throw new AllotError(
      'document-damaged',
      `“${name}” is empty: it holds nothing, perhaps because copying it was interrupted. Fetch it again or open a backup.`,
    );
  }
  const start = await files.readStart(path, HEADER_BYTES);
  const isDatabase = start.subarray(0, MAGIC.length).toString('latin1') === MAGIC;
  if (!isDatabase && MAGIC.startsWith(start.toString('latin1'))) throw truncated(name);
  if (!isDatabase) {
    throw new AllotError(
      'document-foreign',
      `“${name}” is not an Allot document; ${LEFT}. It looks like ${foreignKind(start)}`,
    );
  }
  if (start.length < HEADER_BYTES) throw truncated(name);
  checkOrigin(start.readUInt32BE(68), start.readUInt32BE(60));
  const storedPageBytes = start.readUInt16BE(16);
  const pageBytes = storedPageBytes === 1 ? 65_536 : storedPageBytes;
  if (facts.size < start.readUInt32BE(28) * pageBytes) throw truncated(name);
}

function truncated(name: string): AllotError {
  return new AllotError(
    'document-damaged',
    `“${name}” is cut off: its end is missing, perhaps because copying it was interrupted; ${LEFT}. Fetch it again or open a backup.`,
  );
}
