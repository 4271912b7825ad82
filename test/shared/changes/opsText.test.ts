import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertOps } from '../../../src/shared/changes/Change.ts';
import { readOps, writeOps } from '../../../src/shared/changes/opsText.ts';
import type { RowOp } from '../../../src/shared/model/Model.ts';
import { TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';

const value = fc.oneof(
  fc.constantFrom<string | number | null>('', 'a', 'b', '0', 0, 1, -1, null, '"', '\u001f', '\ud83d\ude00'),
  fc.string(),
  fc.integer(),
);
/** Few values, so that they repeat, in whole columns and in part. */
const row = (table: RowOp['table']) =>
  fc.record(Object.fromEntries(TABLES[table].columns.map(({ name }) => [name, value])));
const op = (table: RowOp['table']) =>
  fc.tuple(fc.constantFrom('added', 'removed', 'changed'), row(table), row(table)).map(([kind, before, after]) => ({
    table,
    before: kind === 'added' ? null : before,
    after: kind === 'removed' ? null : after,
  }));
/** A stretch of one kind is long enough to be written in columns, or just not. */
const stretch = fc
  .tuple(fc.constantFrom(...TABLE_NAMES), fc.constantFrom('added', 'removed'), fc.integer({ min: 1, max: 20 }))
  .chain(([table, kind, length]) =>
    fc
      .array(row(table), { minLength: length, maxLength: length })
      .map((rows) =>
        rows.map((one) => ({ table, before: kind === 'added' ? null : one, after: kind === 'added' ? one : null })),
      ),
  );
const ops = fc
  .array(
    fc.oneof(
      stretch,
      fc.constantFrom(...TABLE_NAMES).chain((table) => fc.array(op(table), { maxLength: 4 })),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.flat() as unknown as RowOp[]);

test('what is written is read again, in the same order, and says the same of its inverse', () => {
  fc.assert(
    fc.property(ops, (written) => {
      expect(readOps(writeOps(written))).toEqual(written);
      const inverse = invertOps(written);
      expect(readOps(writeOps(inverse))).toEqual(inverse);
    }),
  );
});

test('rows are read in the order of their columns', () => {
  fc.assert(
    fc.property(ops, (written) => {
      for (const { table, before, after } of readOps(writeOps(written))) {
        const names = TABLES[table].columns.map((column) => column.name);
        for (const one of [before, after]) if (one) expect(Object.keys(one)).toEqual(names);
      }
    }),
  );
});

test('a log written before there were columns is read', () => {
  const text =
    '[{"table":"need","columns":["code","name","position"],"rows":[[null,["POV","Poverty",1]],[["EL","English",2],null],' +
    '[["SP","Special",3],["SP","Special Education",3]]]}]';
  expect(readOps(text)).toEqual([
    { table: 'need', before: null, after: { code: 'POV', name: 'Poverty', position: 1 } },
    { table: 'need', before: { code: 'EL', name: 'English', position: 2 }, after: null },
    {
      table: 'need',
      before: { code: 'SP', name: 'Special', position: 3 },
      after: { code: 'SP', name: 'Special Education', position: 3 },
    },
  ]);
});

test('a few rows are written as rows, many alike as columns', () => {
  const measures = (count: number): RowOp[] =>
    Array.from({ length: count }, (_, at) => ({
      table: 'measure',
      before: null,
      after: { version: 7, school: at < 4 ? '0001' : '0002', measure: at % 2 ? 'pupils' : 'index', value: String(at) },
    }));
  const columns = '"columns":["version","school","measure","value"]';
  expect(writeOps(measures(2))).toBe(
    `[{"table":"measure",${columns},"rows":[[null,[7,"0001","index","0"]],[null,[7,"0001","pupils","1"]]]}]`,
  );
  expect(writeOps(invertOps(measures(8)).reverse())).toBe(
    `[{"table":"measure",${columns},"removed":8,"values":[7,{"runs":["0001",4,"0002",4]},` +
      '["index","pupils","index","pupils","index","pupils","index","pupils"],["0","1","2","3","4","5","6","7"]]}]',
  );
});
