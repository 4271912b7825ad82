import { expect, it } from 'vitest';
import type { ComparedView } from '../../../src/renderer/scenarios/ComparedView.ts';
import { measuresOf } from '../../../src/renderer/scenarios/comparedMeasures.ts';
import { SideBySide } from '../../../src/renderer/scenarios/SideBySide.ts';
import { createScenario, deleteScenario } from '../../../src/shared/changes/scenarios.ts';
import { TestHost } from '../state/TestHost.ts';

it('answers with what was last whole while a scenario of the view has just been deleted', () => {
  const document = new TestHost().open();
  const made = createScenario(document.model, 1, 'Option B');
  if (typeof made === 'string') throw new Error(made);
  document.commit(made.change);
  document.showScenario(1);
  const view: ComparedView = {
    ...{ scenarios: [1, made.id], base: 1, face: 'both', group: 'level' },
    measure: measuresOf(document)[0]!,
  };
  const sides = new SideBySide(document, view);
  const before = sides.comparison();
  expect(before.columns).toHaveLength(2);
  const deletion = deleteScenario(document.model, made.id);
  if (typeof deletion === 'string') throw new Error(deletion);
  document.commit(deletion);
  expect(document.model.get('scenario', made.id)).toBeUndefined();
  expect(sides.comparison()).toBe(before);
});
