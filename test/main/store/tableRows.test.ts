import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../src/main/store/connection.ts';
import { createDatabase } from '../../../src/main/store/createDatabase.ts';
import { RowWriter, readAllRows } from '../../../src/main/store/tableRows.ts';
import type { RowOp } from '../../../src/shared/model/Model.ts';
import { smallDistrict } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let db: Connection;
beforeAll(() => {
  db = createDatabase(join(temporaryFolder(), 'district.allot'), smallDistrict());
});
afterAll(() => db.close());

class Stop extends Error {}

/** The rows as they are after `write`, or what it threw; nothing of it stays in the file. */
function rowsAfter(write: () => void): unknown {
  let rows: unknown;
  try {
    db.transaction(() => {
      write();
      rows = readAllRows(db);
      throw new Stop();
    })();
  } catch (error) {
    if (!(error instanceof Stop)) return 'refused';
  }
  return rows;
}

const district = (key: string, value: string): RowOp => ({ table: 'district', before: null, after: { key, value } });
const measureColumn = (name: string, position: number): RowOp => ({
  table: 'schoolColumn',
  before: null,
  after: { name, kind: 'tag', position },
});

/** Stretches of new rows around the number one statement takes, between single edits; now and then a row twice. */
const ops = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 49, 50, 51, 101), fc.boolean(), fc.boolean()), { maxLength: 5 })
  .map((parts) => {
    const made: RowOp[] = [];
    for (const [count, isColumn, isEdited] of parts) {
      for (let at = 0; at < count; at++) {
        made.push(isColumn ? measureColumn(`c${made.length}`, at) : district(`k${made.length}`, `value ${at}`));
      }
      const last = made.at(-1);
      if (isEdited && last?.table === 'district' && last.after)
        made.push({ table: 'district', before: last.after, after: { key: last.after.key, value: 'edited' } });
    }
    return made;
  });

test('rows written many at a time are the rows written one by one', () => {
  fc.assert(
    fc.property(ops, fc.option(fc.nat(150)), (drawn, twice) => {
      const again = twice === null ? undefined : drawn[twice];
      const all = again ? [...drawn, again] : drawn;
      const together = rowsAfter(() => new RowWriter(db).writeAll(all));
      const writer = new RowWriter(db);
      expect(together).toEqual(
        rowsAfter(() => {
          for (const op of all) writer.writeAll([op]);
        }),
      );
    }),
    { numRuns: 30 },
  );
});

test.each([0, 30, 49, 50, 73, 120])('a bad row at place %i of a long run stops the whole of it', (place) => {
  const before = readAllRows(db);
  const made = Array.from({ length: 121 }, (_, at) => district(at === place ? '' : `k${at}`, 'x'));
  expect(() => db.transaction(() => new RowWriter(db).writeAll(made))()).toThrow(/CHECK/);
  const doubled = Array.from({ length: 121 }, (_, at) =>
    district(at === place ? `k${(place + 7) % 121}` : `k${at}`, 'x'),
  );
  expect(() => db.transaction(() => new RowWriter(db).writeAll(doubled))()).toThrow(/UNIQUE/);
  expect(readAllRows(db)).toEqual(before);
});
