import { expect, it } from 'vitest';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import { addWeightSet, removeWeightSet, renameWeightSet, setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { rows } from '../../renderer/state/TestHost.ts';

/** Applies a change, checks that it fits and that taking it back restores the document row for row (I10). */
function applied(model: Model, change: Change | string): Model {
  if (typeof change === 'string') throw new Error(change);
  const before = structuredClone(model.toRows());
  expect(findConflict(model, change.ops)).toBeNull();
  applyOps(model, change.ops);
  const back = new Model(structuredClone(model.toRows()));
  applyOps(back, invertOps(change.ops));
  for (const [table, list] of Object.entries(before)) {
    expect(new Set(back.toRows()[table as keyof typeof before].map((row) => JSON.stringify(row)))).toEqual(
      new Set(list.map((row) => JSON.stringify(row))),
    );
  }
  return model;
}

it('says what it was and what it becomes', () => {
  const model = new Model(rows());
  expect(setWeight(model, 1, 'W', 'HS', 'POV', 3_400).label).toBe('Need POV weight, Level HS 0.23 → 0.34');
  expect(setWeight(model, 1, 'W', 'HS', 'POV', null).label).toBe('Need POV weight, Level HS 0.23 → none');
  expect(setWeight(model, 1, 'W', 'HS', 'POV', 2_300).ops).toEqual([]);
});

it('a set like another one has its weights', () => {
  const model = applied(new Model(rows()), addWeightSet(new Model(rows()), 1, ' Plan B ', 'W'));
  expect(model.get('weight', 1, 'Plan B', 'HS', 'POV')?.weight).toBe(2_300);
  expect(model.get('weightSet', 1, 'Plan B')?.position).toBe(1);
});

it('a renamed set keeps its weights and its sources', () => {
  const model = applied(new Model(rows()), renameWeightSet(new Model(rows()), 1, 'W', 'District'));
  expect(model.get('weightSet', 1, 'W')).toBeUndefined();
  expect(model.get('weight', 1, 'District', 'ES', 'POV')?.weight).toBe(3_400);
  expect(model.get('decision', 1, 'GEN')?.weightSet).toBe('District');
});

it('names are taken once, and a set in use stays', () => {
  const model = new Model(rows());
  expect(addWeightSet(model, 1, 'W', null)).toBe('There is a weight set called "W" already.');
  expect(addWeightSet(model, 1, '  ', null)).toBe('A weight set needs a name.');
  expect(removeWeightSet(model, 1, 'W')).toBe('W is used by Source GEN. Give it another weight set first.');
  const withSpare = applied(model, addWeightSet(model, 1, 'Spare', 'W'));
  applied(withSpare, removeWeightSet(withSpare, 1, 'Spare'));
  expect(withSpare.get('weight', 1, 'Spare', 'HS', 'POV')).toBeUndefined();
});
