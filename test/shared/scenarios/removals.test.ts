import { expect, it } from 'vitest';
import { applyOps, type Change } from '../../../src/shared/changes/Change.ts';
import { removeCategory } from '../../../src/shared/changes/categories.ts';
import { describeRemoval } from '../../../src/shared/changes/describeRemoval.ts';
import { removeSchools } from '../../../src/shared/changes/schools.ts';
import { removeSource } from '../../../src/shared/changes/sources.ts';
import { removeWeightSet, renameWeightSet } from '../../../src/shared/changes/weights.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { addScenario, fullDistrict, made } from '../../fixtures/scenarios.ts';

/** With a second scenario that has all of it as well: what goes, goes from every scenario. */
function twoScenarios(): Model {
  const rows = fullDistrict();
  const model = new Model({
    ...rows,
    shock: [...rows.shock, { scenario: 1, kind: 'enrollment', level: '', need: 'POV', source: '', percent: 1 }],
    growth: [...rows.growth, { scenario: 1, kind: 'enrollment', level: 'MS', source: '', percent: 1 }],
    goalWeight: [
      ...rows.goalWeight,
      { scenario: 1, weightSet: 'District weights', level: 'MS', need: 'POV', weight: 1 },
    ],
    decision: rows.decision.map((row) => ({ ...row, weightSet: null, method: 'none' })),
    floorDecision: [],
  });
  addScenario(model, 1, 'B');
  return model;
}

it.each<[string, (model: Model) => Change | string]>([
  ['a level', (model) => removeCategory(model, 'level', 'MS')],
  ['a need', (model) => removeCategory(model, 'need', 'POV')],
  ['a source', (model) => removeSource(model, 'GEN')],
  ['a school', (model) => removeSchools(model, ['7'])],
  ['a weight set', (model) => removeWeightSet(model, 1, 'District weights')],
  ['a weight set by another name', (model) => renameWeightSet(model, 1, 'District weights', 'Ours')],
])('removing %s leaves nothing that still names it, in any scenario', (_, remove) => {
  const model = twoScenarios();
  const change = made(remove(model));
  applyOps(model, change.ops);
  expect(findBrokenReference(model, change.ops)).toBeNull();
  expect(change.ops.length).toBeGreaterThan(3);
});

it('tells of shocks and goal weights that go with a need', () => {
  expect(describeRemoval(made(removeCategory(twoScenarios(), 'need', 'POV')))).toContain('2 shocks, 4 goal weights');
});
