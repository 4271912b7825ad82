import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrokenLogRow, lastLogId, readChange, readLog } from '../../../src/main/store/changeLog.ts';
import { commitChange } from '../../../src/main/store/commitChange.ts';
import type { Connection } from '../../../src/main/store/connection.ts';
import { createDatabase } from '../../../src/main/store/createDatabase.ts';
import { readAllRows } from '../../../src/main/store/tableRows.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const AT = '2026-01-05T09:00:00.000Z';

function withThreeChanges(): Connection {
  const db = createDatabase(join(temporaryFolder(), 'a.allot'), smallDistrict());
  for (const weight of [2_400, 2_500, 2_600]) {
    commitChange(db, weightChange(new Model(readAllRows(db)), weight), 'Maria', AT);
  }
  return db;
}

test('entries come newest first, in pages, and a change is read back as it was', () => {
  const db = withThreeChanges();
  expect(readLog(db, 2, null).map((entry) => entry.id)).toEqual([3, 2]);
  expect(readLog(db, 2, 2).map((entry) => entry.id)).toEqual([1]);
  expect(readLog(db, 1, null)[0]).toEqual({
    ...{ id: 3, at: AT, by: 'Maria', kind: 'weights', label: 'Poverty weight, High → 0.26', scenario: 1, of: null },
  });
  const model = new Model(smallDistrict());
  expect(readChange(db, 1)).toEqual(weightChange(model, 2_400));
  expect(readChange(db, 9)).toBeNull();
  db.close();
});

test('the file itself refuses to change or drop a logged row', () => {
  const db = withThreeChanges();
  expect(() => db.exec(`UPDATE change_log SET "by" = 'Nobody'`)).toThrow('the change log only grows');
  expect(() => db.exec('DELETE FROM change_log WHERE id = 3')).toThrow('the change log only grows');
  expect(findBrokenLogRow(db)).toBeNull();
  db.close();
});

test.each([
  [`UPDATE change_log SET "by" = 'Nobody' WHERE id = 2`, 2],
  [`UPDATE change_log SET "ops" = replace("ops", '2500', '9900') WHERE id = 2`, 2],
  [`UPDATE change_log SET "scenario" = NULL WHERE id = 3`, 3],
  ['DELETE FROM change_log WHERE id = 1', 1],
  ['DELETE FROM change_log WHERE id = 2', 2],
])('a row tampered with behind the program is found: %s', (sql, broken) => {
  const db = withThreeChanges();
  db.exec('DROP TRIGGER change_log_keeps_rows; DROP TRIGGER change_log_keeps_content');
  db.exec(sql);
  expect(findBrokenLogRow(db)).toBe(broken);
  db.close();
});

test('a change that SQLite refuses leaves neither rows nor a log entry', () => {
  const db = createDatabase(join(temporaryFolder(), 'a.allot'), smallDistrict());
  const before = readAllRows(db);
  const change = weightChange(new Model(before), 2_400);
  const orphan = { table: 'school', before: null, after: { code: '9', name: 'Nine', level: 'XX' } } as const;
  expect(() => commitChange(db, { ...change, ops: [...change.ops, orphan] }, 'Maria', AT)).toThrow(/FOREIGN KEY/);
  const many = Array.from({ length: 300 }, (_, at) => ({ ...orphan, after: { ...orphan.after, code: `N${at}` } }));
  expect(() => commitChange(db, { ...change, ops: [...change.ops, ...many] }, 'Maria', AT)).toThrow(/missing rows/);
  expect(readAllRows(db)).toEqual(before);
  expect(lastLogId(db)).toBe(0);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.close();
});
