import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DistrictDocument } from '../../src/main/document/DistrictDocument.ts';
import { createUntitled, openDocument } from '../../src/main/document/openDocument.ts';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import { type Change, invertOps } from '../../src/shared/changes/Change.ts';
import { AllotError } from '../../src/shared/contract/errors.ts';
import { Model, type ModelRows, type RowOp } from '../../src/shared/model/Model.ts';
import type { TableName } from '../../src/shared/model/rows.ts';
import { type Column, rowKey, TABLE_NAMES, TABLES } from '../../src/shared/model/tables.ts';
import { workplaceIn } from '../main/document/workplaces.ts';
import { byKey, smallDistrict } from '../main/smallDistrict.ts';
import { temporaryFolder } from '../main/temporaryFolder.ts';

/**
 * I10: undo after any edit restores the document row for row. Edits are drawn over every table of the description, so
 * that a table added later is covered without being named here: some are valid, many are refused, and both must leave
 * nothing half done in memory or in the file.
 */
let folder = '';
let document: DistrictDocument;
beforeEach(async () => {
  folder = temporaryFolder();
  document = await createUntitled(workplaceIn(folder), smallDistrict());
});
afterEach(() => document.close());

/** Values of a column: what the small district holds there or in the table referred to, and fresh ones. */
function drawValue(table: TableName, column: Column, rows: ModelRows): fc.Arbitrary<string | number | null> {
  const held = (rows[table] as unknown as Record<string, string | number | null>[]).map(
    (row) => row[column.name] ?? null,
  );
  const named = column.references
    ? rows[column.references].map(
        (row) =>
          (row as unknown as Record<string, string | number>)[
            TABLES[column.references as TableName].key[0] as string
          ] ?? null,
      )
    : [];
  const fresh = ((): fc.Arbitrary<string | number | null> => {
    const { value } = column;
    switch (value.type) {
      case 'integer':
        return fc.oneof(
          fc.integer({ min: Math.max(value.min, -1e15), max: Math.min(value.max, 1e15) }),
          fc.constant(value.max),
        );
      case 'oneOf':
        return fc.constantFrom(...value.values);
      case 'decimal':
        return fc.constantFrom('0', '0.57', '-12.5', '100000000000000000000.000000001');
      case 'code':
        return fc.constantFrom('A', 'B', '007', 'Ünïcode', '__proto__', 'toString');
      default:
        return fc.oneof(
          fc.constantFrom('', 'x', '=cmd', `O'Brien "the" \\`),
          fc.string({ unit: 'grapheme', maxLength: 20 }),
        );
    }
  })();
  const known = [...held, ...named];
  return known.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, fresh) : fresh;
}

const START = smallDistrict();
const oneOp: fc.Arbitrary<{ table: TableName; row: Record<string, unknown>; isRemoval: boolean }> = fc
  .constantFrom(...TABLE_NAMES)
  .chain((table) => {
    const columns = Object.fromEntries(
      TABLES[table].columns.map((column) => [column.name, drawValue(table, column, START)]),
    );
    const existing = START[table] as unknown as Record<string, unknown>[];
    const drawn = fc.record(columns);
    const changed =
      existing.length > 0
        ? fc.tuple(fc.constantFrom(...existing), drawn).map(([row, fresh]) => {
            const key = TABLES[table].key as readonly string[];
            return { ...fresh, ...Object.fromEntries(key.map((name) => [name, row[name]])) };
          })
        : drawn;
    return fc.record({ table: fc.constant(table), row: fc.oneof(changed, drawn), isRemoval: fc.boolean() });
  });

/** Makes the drawn edits one change on what the document holds now. */
function changeOn(
  model: Model,
  drawn: readonly { table: TableName; row: Record<string, unknown>; isRemoval: boolean }[],
): Change {
  const now = new Model(model.toRows());
  const ops: RowOp[] = [];
  for (const { table, row, isRemoval } of drawn) {
    const before = now.table(table).get(rowKey(table, row as never)) ?? null;
    const after = isRemoval ? null : row;
    if (!before && !after) continue;
    const op = { table, before, after } as unknown as RowOp;
    now.put(op);
    ops.push(op);
  }
  return { kind: 'paste', label: 'Drawn', scenario: null, ops };
}

test('I10: any change and then its inverse give back every table, in memory and in the file; the log grows by two', async () => {
  let committed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(oneOp, { minLength: 1, maxLength: 6 }), async (drawn) => {
      const before = byKey(document.model.toRows());
      const [last] = document.log(1);
      const change = changeOn(document.model, drawn);
      let id: number;
      try {
        id = document.commit(change, 'Maria').id;
      } catch (error) {
        if (!(error instanceof AllotError)) throw error;
        expect(byKey(document.model.toRows())).toEqual(before);
        expect(document.log(1)[0]?.id).toBe(last?.id);
        return;
      }
      committed++;
      expect(id).toBe((last?.id ?? 0) + 1);
      const { ops } = document.change(id);
      document.commit({ ...change, kind: 'undo', ops: invertOps(ops), of: id }, 'Maria');
      expect(byKey(document.model.toRows())).toEqual(before);
      expect(document.log(1)[0]?.id).toBe(id + 1);
    }),
    { numRuns: 400 },
  );
  expect(committed).toBeGreaterThan(40);
  expect(document.findBrokenLogRow()).toBeNull();
  const path = join(folder, 'saved.allot');
  await document.saveAs(path);
  const again = await openDocument(workplaceIn(folder), path, { forReading: true });
  expect(byKey(again.model.toRows())).toEqual(byKey(smallDistrict()));
  expect(again.calculation(1).digest()).toBe(new Calculation(new Model(smallDistrict()), 1).digest());
  await again.close();
});

test('changes one after the other, undone from the last to the first, give back the document', () => {
  fc.assert(
    fc.property(fc.array(fc.array(oneOp, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 }), (edits) => {
      const before = byKey(document.model.toRows());
      const done: number[] = [];
      for (const drawn of edits) {
        try {
          done.push(document.commit(changeOn(document.model, drawn), 'Maria').id);
        } catch (error) {
          if (!(error instanceof AllotError)) throw error;
        }
      }
      for (const id of done.reverse()) {
        const { of: _of, ...change } = document.change(id);
        document.commit({ ...change, kind: 'undo', ops: invertOps(change.ops), of: id }, 'Maria');
      }
      expect(byKey(document.model.toRows())).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
