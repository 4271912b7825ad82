import { expect, test } from 'vitest';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { defaultFloorDecision } from '../../../src/shared/changes/floors.ts';
import { addSession, orderedLevers } from '../../../src/shared/changes/sessions.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { defaultLevers } from '../../../src/shared/whatIf/defaultLevers.ts';
import { leverLabel, leverValue } from '../../../src/shared/whatIf/leverTargets.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

test('a new session gets levers for what a board asks about, each within its limits', () => {
  const model = new Model(sampleModelRows());
  const levers = defaultLevers(model, 1);
  expect(levers.map((lever) => leverLabel(model, lever))).toEqual([
    'Poverty weight, High (District weights)',
    'English Learner weight, High (District weights)',
    'Special Education weight, High (District weights)',
    'Central share of Local property taxes',
  ]);
  for (const lever of levers) {
    const value = leverValue(model, 1, lever);
    expect(value).toBeGreaterThanOrEqual(lever.minimum);
    expect(value).toBeLessThanOrEqual(lever.maximum);
  }
});

test('a need with one weight at all levels gets one lever for all of them', () => {
  const model = new Model(smallDistrict());
  expect(defaultLevers(model, 1).map((lever) => leverLabel(model, lever))).toEqual([
    'Poverty weight, every level',
    'Central share of General fund',
  ]);
});

test('the floor gets a lever once it is chosen who pays for it', () => {
  const rows = smallDistrict();
  const floorDecision = [{ ...defaultFloorDecision(1), payer: 'gainers' as const }];
  const kinds = (model: Model) => defaultLevers(model, 1).map(({ kind }) => kind);
  expect(kinds(new Model(rows))).not.toContain('holdHarmless');
  expect(kinds(new Model({ ...rows, floorDecision }))).toContain('holdHarmless');
});

test('a document without sources gets no lever for them, and the levers come with the session in one change', () => {
  const empty = new Model(emptyModelRows(''));
  expect(defaultLevers(empty, 1).map(({ kind }) => kind)).not.toContain('weight');
  const model = new Model(smallDistrict());
  const made = addSession(model, 'June', 1, defaultLevers(model, 1));
  if (typeof made === 'string') throw new Error(made);
  applyOps(model, made.change.ops);
  expect(orderedLevers(model, made.id).map(({ kind, position }) => [kind, position])).toEqual([
    ['weight', 0],
    ['central', 1],
  ]);
});
