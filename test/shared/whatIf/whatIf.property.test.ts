import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { Model, type ModelRows, type RowOp } from '../../../src/shared/model/Model.ts';
import { DECISION_TABLES } from '../../../src/shared/model/scenarioTables.ts';
import { rowKey } from '../../../src/shared/model/tables.ts';
import { leverUnit, leverValue } from '../../../src/shared/whatIf/leverTargets.ts';
import { applyWhatIf, markScenario, WhatIf } from '../../../src/shared/whatIf/WhatIf.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { arbitraryFloorRows, randomFloorEdit } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { byKey } from '../../main/smallDistrict.ts';
import { randomMove } from './randomMove.ts';

/** Every decision by a weight set that the scenario has, as any file holds it, and some shocks to take back. */
function asFile(rows: ModelRows): ModelRows {
  const sets = new Set(rows.weightSet.map(({ weightSet }) => weightSet));
  const decision = rows.decision.map((row) =>
    row.weightSet === null || sets.has(row.weightSet) ? row : { ...row, weightSet: null },
  );
  const level = rows.level[0]?.code ?? '';
  const source = rows.source[0]?.code ?? '';
  const shock = [
    { scenario: 1, kind: 'enrollment' as const, level: '', need: '', source: '', percent: -30_000 },
    { scenario: 1, kind: 'enrollment' as const, level, need: '', source: '', percent: 50_000 },
    { scenario: 1, kind: 'revenue' as const, level: '', need: '', source, percent: 12_345 },
  ];
  return { ...rows, decision, shock: rows.school.length % 2 === 0 ? shock : [] };
}

const districts = fc.oneof(arbitraryRows({ maxSchools: 20 }), arbitraryFloorRows({ maxSchools: 20 })).map(asFile);

/** What a new calculation gives over a model made anew from the rows of the what-if. */
function fresh(whatIf: WhatIf): string {
  return new Calculation(new Model(structuredClone(whatIf.calculation.model.toRows())), whatIf.scenario).digest();
}

function moved(whatIf: WhatIf, random: Random, moves: number): WhatIf {
  for (let move = 0; move < moves; move++) randomMove(whatIf, random);
  return whatIf;
}

const scenarioOf = (row: object | null): unknown => row && 'scenario' in row && row.scenario;

function checkOps(model: Model, ops: readonly RowOp[]): void {
  for (const op of ops) {
    if (op.after) expect(checkRow(op.table, op.after)).toBeNull();
  }
  expect(findConflict(model, ops)).toBeNull();
  const places = ops.map((op) => `${op.table} ${rowKey(op.table, (op.after ?? op.before) as never)}`);
  expect(new Set(places).size).toBe(places.length);
}

describe('a what-if', () => {
  it('is what a fresh calculation of its rows gives after any moves, and never touches the document', () => {
    fc.assert(
      fc.property(districts, fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const before = byKey(structuredClone(model.toRows()));
        const digest = new Calculation(model, 1).digest();
        const random = new Random(seed);
        const whatIf = new WhatIf(model, 1);
        for (let move = 0; move < 15; move++) {
          randomMove(whatIf, random);
          expect(whatIf.calculation.digest()).toBe(fresh(whatIf));
        }
        expect(byKey(model.toRows())).toEqual(before);
        expect(new Calculation(model, 1).digest()).toBe(digest);
        whatIf.reset();
        expect(whatIf.calculation.digest()).toBe(digest);
        expect(whatIf.moved).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('marked, is a scenario beside the first with the same budgets, on the same inputs, and undo takes it back', () => {
    fc.assert(
      fc.property(districts, fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const before = byKey(model.toRows());
        const digest = new Calculation(model, 1).digest();
        const whatIf = moved(new WhatIf(model, 1), new Random(seed), 8);
        const marked = markScenario(model, whatIf, 'Option B');
        if (typeof marked === 'string') throw new Error(marked);
        const { ops } = marked.change;
        checkOps(model, ops);
        const tables = new Set<string>(['scenario', ...DECISION_TABLES]);
        expect(ops.filter(({ table }) => !tables.has(table))).toEqual([]);
        applyOps(model, ops);
        expect(findBrokenReference(model, ops)).toBeNull();
        expect(new Calculation(model, marked.id).digest()).toBe(whatIf.calculation.digest());
        expect(new Calculation(model, 1).digest()).toBe(digest);
        const { id, name, basedOn, description, position, status, ...pins } = model.get('scenario', marked.id)!;
        expect({ id, name, basedOn, status }).toEqual({ id: marked.id, name: 'Option B', basedOn: 1, status: 'draft' });
        expect(model.get('scenario', 1)).toMatchObject(pins);
        expect(description === '').toBe(whatIf.moved.length === 0);
        expect(position).toBe(1);
        applyOps(model, invertOps(ops));
        expect(byKey(model.toRows())).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('applied, makes the scenario what it showed, in one change that undo takes back', () => {
    fc.assert(
      fc.property(districts, fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const before = byKey(model.toRows());
        const whatIf = moved(new WhatIf(model, 1), new Random(seed), 8);
        const change = applyWhatIf(model, whatIf);
        if (typeof change === 'string') {
          expect(change).toBe('No lever is moved, so there is nothing to apply.');
          expect(whatIf.moved).toEqual([]);
          return;
        }
        checkOps(model, change.ops);
        const others = change.ops.filter(({ before, after }) => scenarioOf(after ?? before) !== 1);
        expect(others).toEqual([]);
        applyOps(model, change.ops);
        expect(findBrokenReference(model, change.ops)).toBeNull();
        expect(new Calculation(model, 1).digest()).toBe(whatIf.calculation.digest());
        applyOps(model, invertOps(change.ops));
        expect(byKey(model.toRows())).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('follows an edited document: levers that still apply stand where they stood, Back and Reset go on working', () => {
    fc.assert(
      fc.property(districts, fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const whatIf = new WhatIf(model, 1);
        for (let round = 0; round < 4; round++) {
          moved(whatIf, random, 4);
          const before = whatIf.moved;
          for (let edit = random.whole(1, 3); edit > 0; edit--) {
            const ops = random.chance(0.3) ? randomFloorEdit(model, random) : randomEdit(model, random);
            applyOps(model, ops);
          }
          whatIf.rebase(model);
          expect(whatIf.calculation.digest()).toBe(fresh(whatIf));
          for (const { target, to } of before) {
            const held = whatIf.value(target);
            const isSame = typeof leverValue(model, 1, target) === 'number' && leverUnit(target) !== 'percent';
            if (isSame) expect(held).toBe(to);
          }
          if (random.chance(0.5)) whatIf.back();
          expect(whatIf.calculation.digest()).toBe(fresh(whatIf));
        }
        whatIf.reset();
        expect(whatIf.calculation.digest()).toBe(new Calculation(model, 1).digest());
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
