import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupFolderOf } from '../../../src/main/document/backups.ts';
import { createDocument, openDocument } from '../../../src/main/document/openDocument.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../src/main/store/schema.ts';
import { smallDistrict } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { failingFiles, workplaceIn } from './workplaces.ts';

const folder = (): string => temporaryFolder();

async function whole(at: string): Promise<string> {
  const path = join(at, 'Budget.allot');
  await (await createDocument(workplaceIn(at), path, smallDistrict())).close();
  return path;
}

/** Changes a whole document with SQLite itself, as another program could. */
async function altered(at: string, sql: string): Promise<string> {
  const path = await whole(at);
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  db.exec(sql);
  db.close();
  return path;
}

type Make = (at: string) => Promise<string> | string;

const write =
  (content: string | Buffer): Make =>
  (at) => {
    const path = join(at, 'Budget.allot');
    writeFileSync(path, content);
    return path;
  };

const cut =
  (bytes: (size: number) => number): Make =>
  async (at) => {
    const path = await whole(at);
    truncateSync(path, bytes(readFileSync(path).length));
    return path;
  };

const refusals: readonly (readonly [string, string, RegExp, Make])[] = [
  [
    'a text file with our ending',
    'document-foreign',
    /not an Allot document.*a text file/,
    write('school,amount\n1,2\n'),
  ],
  ['a workbook with our ending', 'document-foreign', /choose Import/, write(Buffer.from('PK\u0003\u0004rest\0'))],
  ['a picture with our ending', 'document-foreign', /another program/, write(Buffer.from([0x89, 0x50, 0, 1, 2]))],
  ['an empty file', 'document-damaged', /is empty/, write('')],
  ['the first bytes of a document', 'document-damaged', /cut off/, cut(() => 9)],
  ['a document cut off within its header', 'document-damaged', /cut off/, cut(() => 60)],
  ['a document cut off in the middle', 'document-damaged', /cut off/, cut((size) => size - 4_097)],
  ['a header without pages', 'document-damaged', /cut off/, cut(() => 100)],
  [
    'another program’s database',
    'document-foreign',
    /another program/,
    (at) => {
      const path = join(at, 'notes.allot');
      const db = new Database(path);
      db.exec('CREATE TABLE notes (text TEXT)');
      db.close();
      return path;
    },
  ],
  [
    'a document of a newer Allot',
    'document-newer',
    /newer Allot \(document format 99/,
    (at) => altered(at, 'PRAGMA user_version = 99'),
  ],
  [
    'a file with our mark but no format',
    'document-foreign',
    /another program/,
    (at) => altered(at, 'PRAGMA user_version = 0'),
  ],
  ['nothing at all', 'document-missing', /no document/, (at) => join(at, 'gone.allot')],
  ['a folder that does not exist', 'document-missing', /no document/, (at) => join(at, 'no', 'gone.allot')],
  [
    'a folder',
    'document-foreign',
    /is a folder/,
    (at) => {
      mkdirSync(join(at, 'dir.allot'));
      return join(at, 'dir.allot');
    },
  ],
  [
    'a document with overwritten pages',
    'document-damaged',
    /damaged/,
    async (at) => {
      const path = await whole(at);
      const bytes = readFileSync(path);
      bytes.fill(0x5a, 4_096, bytes.length - 4_096);
      writeFileSync(path, bytes);
      return path;
    },
  ],
  [
    'a document with an added trigger',
    'document-damaged',
    /changed by another program/,
    (at) => altered(at, `CREATE TRIGGER spy AFTER UPDATE ON weight BEGIN DELETE FROM school; END`),
  ],
  [
    'a document whose log was made writable',
    'document-damaged',
    /changed by another program/,
    (at) => altered(at, 'DROP TRIGGER change_log_keeps_rows'),
  ],
  [
    'a document with rows out of bounds',
    'document-damaged',
    /changed by another program/,
    (at) => altered(at, 'UPDATE weight SET weight = -5'),
  ],
  [
    'a document with rows that refer to nothing',
    'document-damaged',
    /changed by another program/,
    (at) => altered(at, `UPDATE school SET level = 'XX' WHERE code = '7'`),
  ],
  [
    'a document with a text no window could write',
    'document-damaged',
    /changed by another program/,
    (at) => altered(at, `UPDATE measure SET value = '1e5'`),
  ],
];

test.each(refusals)('%s is refused and left as it was', async (_what, code, words, make) => {
  const at = folder();
  const path = await make(at);
  const read = (): string => {
    try {
      return readFileSync(path).toString('base64');
    } catch (error) {
      return String((error as { code?: unknown }).code);
    }
  };
  const before = read();
  const names = readdirSync(at);
  await expect(openDocument(workplaceIn(at), path)).rejects.toMatchObject({
    name: 'AllotError',
    code,
    message: expect.stringMatching(words),
  });
  expect(read()).toBe(before);
  expect(readdirSync(at).filter((name) => name !== 'state')).toEqual(names.filter((name) => name !== 'state'));
});

test('a document one may not read is refused with whom to ask', async () => {
  const at = folder();
  const path = await whole(at);
  const files = failingFiles('readStart', 'EACCES');
  await expect(openDocument(workplaceIn(at, { files }), path)).rejects.toMatchObject({
    code: 'no-permission',
    message: expect.stringMatching(/not permitted to read/),
  });
});

test('a full local disk is told when a document is opened, and nothing is left behind', async () => {
  const at = folder();
  const path = await whole(at);
  const files = failingFiles('copyToNew', 'ENOSPC');
  await expect(openDocument(workplaceIn(at, { files }), path)).rejects.toMatchObject({ code: 'disk-full' });
  expect(readdirSync(at).sort()).toEqual(['Budget.allot', 'state']);
  expect(readdirSync(join(at, 'state', 'working'))).toEqual([]);
});

test.each(['EACCES', 'EROFS', 'EPERM'])(
  'in a read-only folder (%s) it opens to look, and Save As works',
  async (code) => {
    const at = folder();
    const path = await whole(at);
    const files = failingFiles('writeText', code, (text) => text.endsWith('Budget.allot.lock'));
    const document = await openDocument(workplaceIn(at, { files }), path);
    expect(document.info().readOnlyReason).toMatch(/cannot be written to.*Save As/);
    await expect(document.save()).rejects.toMatchObject({ code: 'document-read-only' });
    await document.saveAs(join(at, 'mine.allot'));
    expect(document.info()).toMatchObject({ name: 'mine.allot', readOnlyReason: null });
    await document.close();
  },
);

test('a write-protected file opens to look', async () => {
  const at = folder();
  const path = await whole(at);
  const document = await openDocument(workplaceIn(at, { files: failingFiles('checkWritable', 'EACCES') }), path);
  expect(document.info().readOnlyReason).toMatch(/write-protected.*Save As/);
  await document.close();
});

test('a document changing under the copying is read again, and given up after a while', async () => {
  const at = folder();
  const path = await whole(at);
  let copies = 0;
  const { files } = workplaceIn(at);
  const restless = (times: number): typeof files => ({
    ...files,
    copyToNew: async (from, to) => {
      const content = await files.copyToNew(from, to);
      if (from === path && copies++ < times) appendFileSync(path, ' ');
      return content;
    },
  });
  await (await openDocument(workplaceIn(at, { files: restless(2) }), path)).close();
  expect(copies).toBe(3);
  copies = 0;
  await expect(openDocument(workplaceIn(at, { files: restless(99) }), path)).rejects.toMatchObject({
    code: 'document-in-use',
  });
});

test('a document left in the middle of a write by another program is rolled back in the copy only', async () => {
  const at = folder();
  const path = await whole(at);
  const db = new Database(path);
  db.pragma('cache_size = 1');
  db.pragma('cache_spill = 1');
  db.exec('BEGIN');
  db.exec(`UPDATE school SET name = 'Half written'`);
  const insert = db.prepare('INSERT INTO session_state VALUES (?, ?)');
  for (let row = 0; row < 500; row++) insert.run(`key ${row}`, 'x'.repeat(1_000));
  const torn = join(at, 'Torn.allot');
  copyFileSync(path, torn);
  copyFileSync(`${path}-journal`, `${torn}-journal`);
  db.exec('ROLLBACK');
  db.close();
  const bytes = readFileSync(torn);
  const document = await openDocument(workplaceIn(at), torn);
  expect(document.model.get('school', '7')?.name).toBe('Roosevelt');
  expect(readFileSync(torn).equals(bytes)).toBe(true);
  await document.close();
});

test('the golden document of format 1 opens with its rows and log; only saving brings the file forward', async () => {
  const at = folder();
  const path = join(at, 'v1.allot');
  copyFileSync(join(import.meta.dirname, '../../migrations/golden/format-1.allot'), path);
  const original = readFileSync(path);
  expect(original.readUInt32BE(68)).toBe(APPLICATION_ID);
  expect(original.readUInt32BE(60)).toBe(1);
  const workplace = workplaceIn(at);
  const document = await openDocument(workplace, path);
  expect(document.model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(3_400);
  expect(document.model.get('measure', 4, '0042', 'need_index')?.value).toBe('0.57');
  expect(document.log(10).map((entry) => [entry.id, entry.kind, entry.of])).toEqual([[1, 'weights', null]]);
  expect(document.findBrokenLogRow()).toBeNull();
  expect(document.session()).toEqual({ sheet: 'weights' });
  expect(readFileSync(path).equals(original)).toBe(true);
  if (SCHEMA_VERSION > 1) {
    expect(document.info().notices.join()).toMatch(/older format/);
    const [backup] = readdirSync(backupFolderOf(workplace, path));
    expect(readFileSync(join(backupFolderOf(workplace, path), String(backup))).readUInt32BE(60)).toBe(1);
  }
  await document.save();
  await document.close();
  expect(readFileSync(path).readUInt32BE(60)).toBe(SCHEMA_VERSION);
});
