import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { DistrictDocument } from '../../../src/main/document/DistrictDocument.ts';
import { createDocument, openDocument } from '../../../src/main/document/openDocument.ts';
import { hashOf, streamLog } from '../../../src/main/store/changeLog.ts';
import type { Change } from '../../../src/shared/changes/Change.ts';
import { EVERYTHING } from '../../../src/shared/history/HistoryEntry.ts';
import type { LogFault } from '../../../src/shared/history/LogFault.ts';
import { smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { workplaceIn } from './workplaces.ts';

const TRIGGERS = ['change_log_keeps_rows', 'change_log_keeps_content'] as const;

/** A saved document with four entries: three weights, and Lincoln's current budget gone. */
async function saved(folder: string): Promise<string> {
  const path = join(folder, 'Budget.allot');
  const document = await createDocument(workplaceIn(folder), path, smallDistrict());
  for (const weight of [2_400, 2_500, 2_600]) document.commit(weightChange(document.model, weight), 'Maria');
  const before = document.model.get('currentBudget', 3, '0042');
  const removal = { table: 'currentBudget', before, after: null } as Change['ops'][number];
  document.commit({ kind: 'current', label: 'Clear', scenario: null, ops: [removal] }, 'Maria');
  await document.save();
  await document.close();
  return path;
}

/** Does something to the file as another program could that knows SQLite: the schema is as before afterwards. */
function tamper(path: string, act: (db: Database.Database) => void): void {
  const db = new Database(path);
  const texts = TRIGGERS.map((name) => {
    const row = db.prepare<[string], { sql: string }>('SELECT "sql" FROM sqlite_master WHERE "name" = ?').get(name);
    db.exec(`DROP TRIGGER "${name}"`);
    return row?.sql ?? '';
  });
  act(db);
  for (const text of texts) db.exec(text);
  db.close();
}

const run = (sql: string) => (db: Database.Database) => void db.exec(sql);

/** Gives an entry a hash that fits its content again, as one who has read this program could. */
function rehash(db: Database.Database, id: number): void {
  const row = [...streamLog(db)].find((one) => one.id === id);
  if (!row) throw new Error(`There is no entry ${id}.`);
  db.prepare('UPDATE "change_log" SET "hash" = ? WHERE "id" = ?').run(hashOf(row), id);
}

async function opened(folder: string, path: string): Promise<{ fault: LogFault | null; document: DistrictDocument }> {
  const document = await openDocument(workplaceIn(folder), path);
  return { fault: document.logFault, document };
}

async function faultAfter(act: (db: Database.Database) => void): Promise<LogFault | null> {
  const folder = temporaryFolder();
  const path = await saved(folder);
  tamper(path, act);
  const { fault, document } = await opened(folder, path);
  await document.close();
  return fault;
}

test('a document that only this program has written opens without a word', async () => {
  expect(await faultAfter(() => {})).toBeNull();
});

const swapped = `UPDATE change_log SET id = 99 WHERE id = 2; UPDATE change_log SET id = 2 WHERE id = 3;
  UPDATE change_log SET id = 3 WHERE id = 99`;
const copied = `INSERT INTO change_log SELECT 5, "at", 'Ben', "kind", 'Nothing at all', "scenario", "of", "ops",
  (SELECT "hash" FROM change_log WHERE id = 4), "hash" FROM change_log WHERE id = 3`;
const WEIGHT = `UPDATE weight SET weight = 9900 WHERE level = 'HS' AND need = 'POV'`;

test.each([
  ['a changed person', `UPDATE change_log SET "by" = 'Nobody' WHERE id = 2`, 'changed', 2, 'Entry 2 is not as it was'],
  ['changed rows', `UPDATE change_log SET ops = replace(ops, '2500', '9900') WHERE id = 2`, 'changed', 2, 'Entry 2 is'],
  ['a missing first entry', 'DELETE FROM change_log WHERE id = 1', 'missing', 1, 'Entry 1 was taken out'],
  ['missing entries', 'DELETE FROM change_log WHERE id IN (2, 3)', 'missing', 2, 'Entries 2 to 3 were taken out'],
  ['a missing last entry', 'DELETE FROM change_log WHERE id = 4', 'missing', 4, 'Entry 4 was taken out'],
  ['an empty log', 'DELETE FROM change_log', 'missing', 1, 'Entries 1 to 4 were taken out'],
  ['entries in another order', swapped, 'moved', 3, 'Entry 2 was moved: it now stands as entry 3'],
  ['an added entry', copied, 'inserted', 5, 'Entry 5 was put into the history'],
  ['a missing seal', 'DELETE FROM log_seal', 'unsealed', null, 'The seal under the history is missing'],
  ['a changed row', WEIGHT, 'data', 3, 'weight is 0.99, but entry 3 left 0.26'],
  ['a removed row', `DELETE FROM weight WHERE level = 'HS' AND need = 'POV'`, 'data', 3, 'is gone from the data'],
  [
    'a row that was removed and is back',
    `INSERT INTO current_budget VALUES (3, '0042', 1, NULL)`,
    'data',
    4,
    'is in the data although entry 4 removed it',
  ],
  [
    'a row that no entry names',
    `UPDATE revenue SET amount_cents = amount_cents + 1 WHERE source = 'GEN'`,
    'data',
    null,
    'Data that no entry of the history names',
  ],
  [
    'a row added without an entry',
    `INSERT INTO school VALUES ('8', 'Phantom', 'ES')`,
    'data',
    null,
    'Data that no entry of the history names',
  ],
] as const)('%s is found on opening, named, and the document opens', async (_what, sql, kind, entry, words) => {
  const fault = await faultAfter(run(sql));
  expect(fault?.findings[0]).toMatchObject({ kind, entry });
  expect(fault?.findings[0]?.sentence).toContain(words);
  expect(fault?.sentence).toMatch(/^This document was changed outside of Allot: .+ nothing was repaired/);
  expect(fault?.sentence).toContain(words.slice(0, 12));
});

test('an entry whose own hash was made to fit again breaks the one after it', async () => {
  const fault = await faultAfter((db) => {
    db.exec(`UPDATE change_log SET "by" = 'Nobody' WHERE id = 2`);
    rehash(db, 2);
  });
  expect(fault?.findings).toMatchObject([{ kind: 'changed', entry: 2 }]);
});

test('the newest entry made to fit again breaks the seal', async () => {
  const fault = await faultAfter((db) => {
    db.exec(`UPDATE change_log SET "by" = 'Nobody' WHERE id = 4`);
    rehash(db, 4);
  });
  expect(fault?.findings).toMatchObject([{ kind: 'changed', entry: 4 }]);
});

test('an entry slipped in with later ones renumbered is told from those that were moved', async () => {
  const fault = await faultAfter((db) => {
    db.exec(`UPDATE change_log SET id = id + 100 WHERE id > 2; UPDATE change_log SET id = id - 99 WHERE id > 100`);
    db.exec(
      `INSERT INTO change_log SELECT 3, "at", "by", "kind", "label", "scenario", "of", "ops", "hash", "hash" FROM change_log WHERE id = 2`,
    );
    rehash(db, 3);
  });
  const kinds = fault?.findings.map(({ kind, entry }) => `${kind} ${entry}`);
  expect(kinds).toContain('inserted 3');
  expect(kinds).toContain('moved 4');
  expect(kinds).not.toContain('changed 2');
});

test.each([
  ['a changed entry', `UPDATE change_log SET "by" = 'Nobody' WHERE id = 2`],
  ['a cut-off end', 'DELETE FROM change_log WHERE id > 2'],
  ['an added entry', copied],
  ['a missing seal', 'DELETE FROM log_seal'],
  ['a changed row', WEIGHT],
  ['a row without an entry', `UPDATE revenue SET amount_cents = 7 WHERE source = 'GEN'`],
])('%s stays found after further edits and a save: nothing is repaired silently', async (_what, sql) => {
  const folder = temporaryFolder();
  const path = await saved(folder);
  tamper(path, run(sql));
  const { document, fault } = await opened(folder, path);
  const kinds = fault?.findings.map(({ kind }) => kind);
  const school = { code: '9', name: 'Nine', level: 'ES' };
  const ops = [{ table: 'school', before: null, after: school }] as const;
  document.commit({ kind: 'schools', label: 'Add Nine', scenario: null, ops }, 'Maria');
  await document.save();
  await document.close();
  const again = await opened(folder, path);
  expect(again.document.model.get('school', '9')).toEqual(school);
  expect(again.fault?.findings.map(({ kind }) => kind)).toEqual(kinds);
  await again.document.close();
});

test('a row that was changed and then written over by an edit is still told, by the entry that found it so', async () => {
  const folder = temporaryFolder();
  const path = await saved(folder);
  tamper(path, run(WEIGHT));
  const { document } = await opened(folder, path);
  document.commit(weightChange(document.model, 2_600), 'Maria');
  await document.save();
  await document.close();
  const again = await opened(folder, path);
  expect(again.fault?.findings).toMatchObject([
    {
      kind: 'data',
      entry: 3,
      sentence: expect.stringContaining('weight before entry 5 was 0.99, but entry 3 left 0.26'),
    },
  ]);
  await again.document.close();
});

test.each([
  ['no JSON', 'not JSON'],
  ['a table there is none of', '[{"table":"constructor","columns":["a"],"rows":[[null,[1]]]}]'],
  ['rows of objects', '[{"table":"weight","columns":["weight"],"rows":[[null,[{"a":1}]]]}]'],
  ['rows without end', '[{"table":"weight","columns":["weight"],"added":1000000000,"values":[7]}]'],
  ['runs without end', '[{"table":"weight","columns":["weight"],"added":9,"values":[{"runs":[7,1000000000]}]}]'],
  ['nothing before or after', '[{"table":"weight","columns":["weight"],"rows":[[null,null]]}]'],
])('an entry made to hold %s is told; the document opens and its history is listed', async (_what, ops) => {
  const folder = temporaryFolder();
  const path = await saved(folder);
  tamper(path, (db) => {
    db.prepare('UPDATE change_log SET ops = ? WHERE id = 2').run(ops);
    db.exec(WEIGHT);
  });
  const { document, fault } = await opened(folder, path);
  expect(fault?.findings[0]).toMatchObject({ kind: 'changed', entry: 2 });
  expect(document.history.found(EVERYTHING).map(({ id, cells }) => [id, cells])).toEqual([
    [1, 1],
    [2, 0],
    [3, 1],
    [4, 1],
  ]);
  expect(document.history.cells(2, 0, 10).cells).toEqual([]);
  const made = { at: '2026-01-01T00:00:00.000Z', by: 'Maria' };
  expect(() => document.history.restoration(1, 'after', 1, made)).toThrow(/Entry 2 of the history cannot be read/);
  const later = document.history.restoration(3, 'before', 1, made);
  expect(typeof later === 'string' ? later : later.plan.differs[0]).toMatch(/changed outside of Allot/);
  await document.close();
});

const GOLDEN = join(import.meta.dirname, '../../migrations/golden');

test.each(readdirSync(GOLDEN))('%s opens without a word, and so once more after it was saved', async (name) => {
  const folder = temporaryFolder();
  const path = join(folder, name);
  copyFileSync(join(GOLDEN, name), path);
  const first = await opened(folder, path);
  expect(first.fault).toBeNull();
  first.document.commit(weightChange(first.document.model, 2_700), 'Maria');
  await first.document.save();
  await first.document.close();
  const again = await opened(folder, path);
  expect(again.fault).toBeNull();
  expect(again.document.log(1)).toMatchObject([{ id: 2 }]);
  await again.document.close();
});

test('a row changed in a document older than the seal is found, and stays found in the new format', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'old.allot');
  copyFileSync(join(GOLDEN, 'format-4.allot'), path);
  tamper(path, run(WEIGHT));
  for (let round = 0; round < 2; round++) {
    const { document, fault } = await opened(folder, path);
    expect(fault?.findings).toMatchObject([{ kind: 'data', entry: 1 }]);
    document.commit(
      { kind: 'district', label: 'Name', scenario: null, ops: nameOps(document, `Round ${round}`) },
      'Maria',
    );
    await document.save();
    await document.close();
  }
});

function nameOps({ model }: DistrictDocument, value: string): Change['ops'] {
  return [{ table: 'district', before: model.get('district', 'name') ?? null, after: { key: 'name', value } }];
}
