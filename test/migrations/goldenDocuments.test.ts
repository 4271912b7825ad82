import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrokenLogRow, readLog } from '../../src/main/store/changeLog.ts';
import { connect, pragmaNumber } from '../../src/main/store/connection.ts';
import { createDatabase } from '../../src/main/store/createDatabase.ts';
import { describeFresh, describeSchema } from '../../src/main/store/describeSchema.ts';
import { migrate } from '../../src/main/store/migrations/migrate.ts';
import { SCHEMA_VERSION } from '../../src/main/store/schema.ts';
import { readSession } from '../../src/main/store/session.ts';
import { readAllRows } from '../../src/main/store/tableRows.ts';
import { byKey, smallDistrict } from '../main/smallDistrict.ts';
import { temporaryFolder } from '../main/temporaryFolder.ts';

/**
 * One document of every format that ever was, as the program of its day wrote it: the small district with one logged
 * edit. They are never written anew; a new format adds a file.
 */
const GOLDEN = join(import.meta.dirname, 'golden');
const FORMATS = readdirSync(GOLDEN)
  .map((name) => Number(/^format-(\d+)\.allot$/.exec(name)?.[1]))
  .sort((left, right) => left - right);

function copyOf(format: number): string {
  const path = join(temporaryFolder(), `format-${format}.allot`);
  copyFileSync(join(GOLDEN, `format-${format}.allot`), path);
  return path;
}

test('every format up to today’s has its golden document', () => {
  expect(FORMATS).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1));
});

test.each(FORMATS)('the document of format %i opens today with every row, its log and its session', async (format) => {
  const path = copyOf(format);
  const db = connect(path);
  expect(pragmaNumber(db, 'user_version')).toBe(format);
  expect(await migrate(db, `${path}.backup`)).toBe(format === SCHEMA_VERSION ? null : format);
  expect(pragmaNumber(db, 'user_version')).toBe(SCHEMA_VERSION);
  expect(describeSchema(db)).toEqual(describeFresh());
  const rows = smallDistrict();
  const edited = {
    ...rows,
    weight: rows.weight.map((row) => (row.level === 'HS' && row.need === 'POV' ? { ...row, weight: 3_400 } : row)),
  };
  expect(byKey(readAllRows(db))).toEqual(byKey(edited));
  expect(findBrokenLogRow(db)).toBeNull();
  expect(readLog(db, 10, null)).toMatchObject([{ id: 1, by: 'Maria', kind: 'weights' }]);
  expect(readSession(db)).toEqual({ sheet: 'weights' });
  db.close();
});

test('format 2 adds accepted findings, and a document of format 1 takes them afterwards', async () => {
  const path = copyOf(1);
  const db = connect(path);
  await migrate(db, `${path}.backup`);
  db.prepare(`INSERT INTO "accepted_finding" VALUES ('no-pupils', '0042', 'closed', 'Maria', '2026-01-07')`).run();
  expect(() =>
    db.prepare(`INSERT INTO "accepted_finding" VALUES ('', '0042', 'closed', 'Maria', '2026-01-07')`).run(),
  ).toThrow(/CHECK/);
  expect(readAllRows(db).acceptedFinding).toEqual([
    { rule: 'no-pupils', key: '0042', note: 'closed', by: 'Maria', at: '2026-01-07' },
  ]);
  db.close();
  const fresh = createDatabase(join(temporaryFolder(), 'new.allot'), smallDistrict());
  expect(readAllRows(fresh).acceptedFinding).toEqual([]);
  fresh.close();
});
