import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import {
  adoptScenario,
  createScenario,
  deleteScenario,
  describeScenario,
  duplicateScenario,
  moveScenario,
  renameScenario,
  scenariosInOrder,
  setScenarioStatus,
} from '../../../src/shared/changes/scenarios.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { Model, type ModelRows, type RowOp } from '../../../src/shared/model/Model.ts';
import type { ScenarioRow } from '../../../src/shared/model/rows.ts';
import { DECISION_TABLES } from '../../../src/shared/model/scenarioTables.ts';
import { INPUT_KINDS, pinnedVersion, TABLE_OF_KIND } from '../../../src/shared/versions/inputVersions.ts';
import { spareOthers } from '../../../src/shared/versions/spareOthers.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { addScenario, fullDistrict, inScenario, made, onlyScenario, rowsOf } from '../../fixtures/scenarios.ts';
import { byKey } from '../../main/smallDistrict.ts';

const INPUTS = Object.values(TABLE_OF_KIND);
const OF_A_SCENARIO: ReadonlySet<string> = new Set([...DECISION_TABLES, ...INPUTS]);

/** What scenario `id` sees, with the versions of inputs numbered as the first scenario’s were. */
function asFirst(model: Model, id: number, first: ScenarioRow): Model {
  const rows = onlyScenario(model, id).toRows();
  const scenario = model.get('scenario', id)!;
  for (const kind of INPUT_KINDS) {
    const table = TABLE_OF_KIND[kind];
    const [own, wanted] = [pinnedVersion(scenario, kind), pinnedVersion(first, kind)];
    const kept = rows[table].filter(({ version }) => version === own).map((row) => ({ ...row, version: wanted }));
    Object.assign(rows, { [table]: kept });
  }
  return new Model(rows);
}

/** Ops made in the versions of one scenario, in those of another. */
function inVersions(ops: readonly RowOp[], scenario: ScenarioRow): RowOp[] {
  return ops.map((op) => {
    const kind = INPUT_KINDS.find((each) => TABLE_OF_KIND[each] === op.table);
    if (!kind) return op;
    const moved = <Row extends object>(row: Row | null) => row && { ...row, version: pinnedVersion(scenario, kind) };
    return { ...op, before: moved(op.before), after: moved(op.after) } as RowOp;
  });
}

/** No file holds a decision by a weight set that is not there, as some drawn districts do. */
function withKnownSets(rows: ModelRows): ModelRows {
  const sets = new Set(rows.weightSet.map(({ weightSet }) => weightSet));
  const decision = rows.decision.map((row) =>
    row.weightSet === null || sets.has(row.weightSet) ? row : { ...row, weightSet: null },
  );
  return { ...rows, decision };
}

describe('a scenario made from another', () => {
  it('has every row of it, and results equal to the last cent', () => {
    const model = new Model(fullDistrict());
    for (const table of DECISION_TABLES) expect(model.table(table).size, table).toBeGreaterThan(0);
    const id = addScenario(model, 1, ' Higher poverty weights ');
    expect(model.get('scenario', id)).toMatchObject({ name: 'Higher poverty weights', basedOn: 1, status: 'draft' });
    expect(rowsOf(model.toRows(), id)).toEqual(rowsOf(model.toRows(), 1));
    expect(new Calculation(model, id).digest()).toBe(new Calculation(model, 1).digest());
  });

  it('moves nothing of the other, nor the other of it, whatever is decided or typed in either', () => {
    let copies = 0;
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 12 }), fc.integer(), (drawnRows, seed) => {
        const random = new Random(seed);
        const model = new Model(withKnownSets(drawnRows));
        const first = model.get('scenario', 1)!;
        const id = addScenario(model, 1, 'B');
        const calculations = { 1: new Calculation(model, 1), [id]: new Calculation(model, id) };
        for (let edit = 0; edit < 16; edit++) {
          const edited = random.pick([1, id]);
          const other = edited === 1 ? id : 1;
          const drawn = randomEdit(asFirst(model, edited, first), random);
          // Schools, levels, needs, sources and their tags are shared by both; here decisions and inputs are at stake.
          if (drawn.some(({ table }) => !OF_A_SCENARIO.has(table))) continue;
          const own = inVersions(inScenario(drawn, edited), model.get('scenario', edited)!);
          const change: Change = { kind: 'paste', label: 'Edit', scenario: edited, ops: own };
          const untouched = rowsOf(model.toRows(), other);
          const before = calculations[other]!.digest();
          const held = byKey(model.toRows());
          const { ops } = spareOthers(model, edited, change, { at: '', by: '' }).change;
          if (ops.length > own.length) copies++;
          expect(findConflict(model, ops)).toBeNull();
          applyOps(model, ops);
          expect(findBrokenReference(model, ops)).toBeNull();
          for (const calculation of Object.values(calculations)) calculation.apply(ops);
          expect(rowsOf(model.toRows(), other)).toEqual(untouched);
          expect(calculations[other]!.digest()).toBe(before);
          expect(new Calculation(model, other).digest()).toBe(before);
          expect(calculations[edited]!.digest()).toBe(new Calculation(model, edited).digest());
          if (!random.chance(0.2)) continue;
          applyOps(model, invertOps(ops));
          for (const calculation of Object.values(calculations)) calculation.apply(invertOps(ops));
          expect(byKey(model.toRows())).toEqual(held);
        }
      }),
      { numRuns: 40 },
    );
    expect(copies).toBeGreaterThan(20);
  });

  it('is refused with a sentence where its name is taken in any case, empty, or its base is gone', () => {
    const model = new Model(fullDistrict());
    expect(createScenario(model, 1, ' current PLAN ')).toMatch(/is a scenario called "Current plan" already/);
    expect(createScenario(model, 1, '  ')).toBe('A scenario needs a name.');
    expect(createScenario(model, 9, 'B')).toMatch(/no longer/);
  });
});

describe('every change of the list of scenarios', () => {
  it('fits the model, breaks no reference, and one undo restores it row for row', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const model = new Model(fullDistrict());
        for (let step = 0; step < 12; step++) {
          const id = random.pick([...model.table('scenario').keys()].map(Number));
          const name = `Plan ${random.whole(0, 30)}`;
          const result = [
            () => createScenario(model, id, name),
            () => duplicateScenario(model, id),
            () => renameScenario(model, id, name),
            () => describeScenario(model, id, `About ${name}`),
            () => deleteScenario(model, id),
            () => moveScenario(model, id, random.whole(-1, 9)),
            () => setScenarioStatus(model, id, random.pick(['draft', 'proposed'])),
          ][random.whole(0, 6)]!();
          if (typeof result === 'string') continue;
          const { ops } = 'change' in result ? result.change : result;
          const before = byKey(model.toRows());
          expect(findConflict(model, ops)).toBeNull();
          for (const op of ops) if (op.after) expect(checkRow(op.table, op.after)).toBeNull();
          applyOps(model, ops);
          expect(findBrokenReference(model, ops)).toBeNull();
          const after = byKey(model.toRows());
          const positions = scenariosInOrder(model).map(({ position }) => position);
          if (step > 0) expect(new Set(positions).size).toBe(positions.length);
          applyOps(model, invertOps(ops));
          expect(byKey(model.toRows())).toEqual(before);
          applyOps(model, ops);
          expect(byKey(model.toRows())).toEqual(after);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what is based on a deleted scenario, on what that was based on', () => {
    const model = new Model(fullDistrict());
    const b = addScenario(model, 1, 'B');
    const c = addScenario(model, b, 'C');
    const rows = rowsOf(model.toRows(), c);
    applyOps(model, made(deleteScenario(model, b)).ops);
    expect(model.get('scenario', c)?.basedOn).toBe(1);
    expect(rowsOf(model.toRows(), c)).toEqual(rows);
    expect(rowsOf(model.toRows(), b)).toEqual(rowsOf(model.toRows(), 99));
    applyOps(model, made(deleteScenario(model, c)).ops);
    expect(deleteScenario(model, 1)).toMatch(/the only scenario/);
  });

  it('puts a copy right of its original and moves tabs where asked', () => {
    const model = new Model(fullDistrict());
    const b = addScenario(model, 1, 'B');
    const copy = duplicateScenario(model, 1);
    if (typeof copy === 'string') throw new Error(copy);
    applyOps(model, copy.change.ops);
    expect(scenariosInOrder(model).map(({ name }) => name)).toEqual(['Current plan', 'Current plan (2)', 'B']);
    applyOps(model, moveScenario(model, b, 0).ops);
    expect(scenariosInOrder(model).map(({ name }) => name)).toEqual(['B', 'Current plan', 'Current plan (2)']);
  });

  it('leaves an adopted scenario as it is, but lets it go back to draft', () => {
    const model = new Model(fullDistrict());
    addScenario(model, 1, 'B');
    const stamp = { scenario: 1, at: '2026-05-01', by: 'Board', inputsSha256: 'a', resultsSha256: 'b' };
    const adopt = made(adoptScenario(model, stamp));
    applyOps(model, adopt.ops);
    expect(model.get('scenario', 1)?.status).toBe('adopted');
    for (const refused of [
      renameScenario(model, 1, 'X'),
      describeScenario(model, 1, 'X'),
      deleteScenario(model, 1),
      adoptScenario(model, stamp),
      setScenarioStatus(model, 1, 'proposed'),
    ]) {
      expect(refused).toMatch(/is adopted/);
    }
    applyOps(model, made(setScenarioStatus(model, 1, 'draft')).ops);
    expect(model.get('adoption', 1)).toBeUndefined();
    expect(model.get('scenario', 1)?.status).toBe('draft');
  });
});
