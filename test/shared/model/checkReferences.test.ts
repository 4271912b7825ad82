import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysOf } from '../../../src/shared/changes/Change.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { rowKey, TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

const rows = smallDistrict();
const filled = TABLE_NAMES.filter((table) => rows[table].length > 0);

/** A row of the district with one of its columns set to what stands in that column or in another one, or nowhere. */
const touched = fc
  .tuple(fc.constantFrom(...filled), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('same', 'other', 'nowhere', ''))
  .map(([table, at, column, other, how]): RowOp => {
    const held = rows[table] as unknown as Record<string, string | number | null>[];
    const row = held[at % held.length] as Record<string, string | number | null>;
    const { name, value } = TABLES[table].columns[
      column % TABLES[table].columns.length
    ] as (typeof TABLES)[typeof table]['columns'][number];
    if (name === 'kind' || how === 'same') return { table, before: row, after: { ...row } } as unknown as RowOp;
    const set =
      how === 'other' ? held[other % held.length]?.[name] : value.type === 'integer' ? 99 : how === '' ? '' : 'NOWHERE';
    return { table, before: null, after: { ...row, [name]: set ?? null } } as unknown as RowOp;
  });

test('rows looked at together have the faults they have one by one', () => {
  let broken = 0;
  fc.assert(
    fc.property(fc.array(touched, { maxLength: 30 }), (ops) => {
      const model = new Model(rows);
      // The last row of a key is the one that stands; each op is about a row that stands.
      const standing = [
        ...new Map(ops.map((op) => [`${op.table} ${rowKey(op.table, op.after as never)}`, op])).values(),
      ];
      for (const op of standing) model.put(op);
      let expected: string | null = null;
      for (const op of standing) expected ??= findBrokenReference(model, [{ ...op, before: null } as RowOp]);
      const fresh = standing.map((op) => ({ ...op, before: null }) as RowOp);
      expect(findBrokenReference(model, fresh, keysOf(fresh))).toBe(expected);
      expect(findBrokenReference(model, fresh)).toBe(expected);
      expect(findBrokenReference(model, standing)).toBe(expected);
      if (expected) broken++;
    }),
    { numRuns: 1_000 },
  );
  expect(broken).toBeGreaterThan(100);
});

test('a name that led somewhere in one column is followed anew in another', () => {
  const model = new Model(rows);
  const [school] = rows.school;
  const version = model.get('scenario', 1)?.measuresVersion ?? 0;
  const measure = { version, school: school?.code ?? '', measure: 'no such column', value: '1' };
  const ops: RowOp[] = [
    { table: 'schoolColumn', before: null, after: { name: 'district', kind: 'tag', position: 9 } },
    { table: 'tag', before: null, after: { school: school?.code ?? '', tag: 'district', value: 'x' } },
    { table: 'measure', before: null, after: measure },
  ];
  for (const op of ops) model.put(op);
  expect(findBrokenReference(model, ops)).toMatch(/no such column, which does not exist/);
  const tagged = { ...measure, measure: 'district' };
  model.put({ table: 'measure', before: null, after: tagged });
  expect(findBrokenReference(model, [...ops.slice(0, 2), { table: 'measure', before: null, after: tagged }])).toMatch(
    /of another kind/,
  );
});
