import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../src/main/store/connection.ts';
import { createDatabase } from '../../src/main/store/createDatabase.ts';
import { describeFresh, describeSchema } from '../../src/main/store/describeSchema.ts';
import { type MigrationPlan, migrate, TODAY } from '../../src/main/store/migrations/migrate.ts';
import type { MigrationStep } from '../../src/main/store/migrations/steps.ts';
import { APPLICATION_ID } from '../../src/main/store/schema.ts';
import { smallDistrict } from '../main/smallDistrict.ts';
import { temporaryFolder } from '../main/temporaryFolder.ts';

/** An invented program with three formats of one table, to try the runner on. */
const V3 = `CREATE TABLE "pupil" ("code" TEXT NOT NULL, "count" INTEGER NOT NULL, "note" TEXT NOT NULL, PRIMARY KEY ("code")) STRICT;
CREATE TABLE "visit" ("pupil" TEXT NOT NULL REFERENCES "pupil" ("code") DEFERRABLE INITIALLY DEFERRED) STRICT;`;

const STEPS: readonly MigrationStep[] = [
  {
    to: 2,
    does: 'Counts pupils.',
    run: (db) => {
      db.exec(`ALTER TABLE "pupil" RENAME TO "old_pupil";
        CREATE TABLE "pupil" ("code" TEXT NOT NULL, "count" INTEGER NOT NULL, PRIMARY KEY ("code")) STRICT;
        INSERT INTO "pupil" SELECT "code", 1 FROM "old_pupil";
        DROP TABLE "old_pupil";`);
    },
  },
  {
    to: 3,
    does: 'Adds notes and visits.',
    run: (db) => {
      db.exec(`ALTER TABLE "pupil" RENAME TO "old_pupil";
        CREATE TABLE "pupil" ("code" TEXT NOT NULL, "count" INTEGER NOT NULL, "note" TEXT NOT NULL, PRIMARY KEY ("code")) STRICT;
        INSERT INTO "pupil" SELECT "code", "count", 'from format 2' FROM "old_pupil";
        DROP TABLE "old_pupil";
        CREATE TABLE "visit" ("pupil" TEXT NOT NULL REFERENCES "pupil" ("code") DEFERRABLE INITIALLY DEFERRED) STRICT;`);
    },
  },
];
const PLAN: MigrationPlan = { applicationId: 4242, version: 3, createSchema: V3, steps: STEPS };

function oldFile(version = 1, applicationId = 4242): string {
  const path = join(temporaryFolder(), 'old.allot');
  const db = connect(path);
  db.exec(`CREATE TABLE "pupil" ("code" TEXT NOT NULL, PRIMARY KEY ("code")) STRICT`);
  const insert = db.prepare('INSERT INTO pupil VALUES (?)');
  db.transaction(() => {
    for (let at = 0; at < 5_000; at++) insert.run(`pupil number ${at}`);
  })();
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${version}`);
  db.close();
  return path;
}

const withStep = (to: number, run: MigrationStep['run']): MigrationPlan => ({
  ...PLAN,
  steps: STEPS.map((step) => (step.to === to ? { ...step, run } : step)),
});

test('an old file comes out as a new one would be, with its rows, after a backup', async () => {
  const path = oldFile();
  const original = readFileSync(path);
  const db = connect(path);
  expect(await migrate(db, `${path}.backup`, PLAN)).toBe(1);
  expect(describeSchema(db)).toEqual(describeFresh(V3));
  expect(db.prepare('SELECT count(*) AS n, min("note") AS note FROM pupil').get()).toEqual({
    n: 5_000,
    note: 'from format 2',
  });
  expect(db.pragma('user_version', { simple: true })).toBe(3);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(await migrate(db, `${path}.second`, PLAN)).toBeNull();
  db.close();
  const backup = connect(`${path}.backup`);
  expect(backup.pragma('user_version', { simple: true })).toBe(1);
  expect(backup.prepare('SELECT count(*) AS n FROM pupil').get()).toEqual({ n: 5_000 });
  backup.close();
  expect(existsSync(`${path}.second`)).toBe(false);
  expect(readFileSync(path).equals(original)).toBe(false);
});

const failing: readonly (readonly [string, MigrationPlan])[] = [
  [
    'the first step fails',
    withStep(2, () => {
      throw new Error('no');
    }),
  ],
  [
    'the second step fails after the first has rewritten everything',
    withStep(3, (db) => {
      db.exec('UPDATE pupil SET "count" = "count" + 1');
      throw new Error('no');
    }),
  ],
  ['a step is missing', { ...PLAN, steps: STEPS.slice(0, 1) }],
  ['the result differs from a new file', withStep(3, () => {})],
  ['an index is left over', { ...PLAN, createSchema: `${V3} CREATE INDEX "extra" ON "pupil" ("count");` }],
  [
    'rows are left that refer to nothing',
    withStep(3, (db) => {
      STEPS[1]?.run(db);
      db.exec(`INSERT INTO "visit" VALUES ('nobody')`);
    }),
  ],
];

test.each(failing)('when %s, the file stays as it was, byte for byte', async (_what, plan) => {
  const path = oldFile();
  const original = readFileSync(path);
  const db = connect(path);
  await expect(migrate(db, `${path}.backup`, plan)).rejects.toMatchObject({ code: 'migration-failed' });
  db.close();
  expect(readFileSync(path).equals(original)).toBe(true);
});

test('a foreign and a newer file are refused in one sentence, before any backup', async () => {
  for (const [path, code, words] of [
    [oldFile(1, 7), 'document-foreign', /another program/],
    [oldFile(4), 'document-newer', /document format 4.*up to 3/],
  ] as const) {
    const db = connect(path);
    await expect(migrate(db, `${path}.backup`, PLAN)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
    db.close();
    expect(existsSync(`${path}.backup`)).toBe(false);
  }
});

test('today’s steps rise without a gap up to today’s format', () => {
  expect(TODAY.steps.map((step) => step.to)).toEqual(Array.from({ length: TODAY.version - 1 }, (_, at) => at + 2));
});

test('a document created today needs no migration', async () => {
  const path = join(temporaryFolder(), 'a.allot');
  const db = createDatabase(path, smallDistrict());
  expect(await migrate(db, `${path}.backup`)).toBeNull();
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  db.close();
});
