import { expect, test } from 'vitest';
import { keepEquityView, readEquityView } from '../../../src/renderer/equity/EquityView.ts';
import { amountChoices, axisChoices, baselineChoices, baselineOf } from '../../../src/renderer/equity/equityChoices.ts';
import { equityDataOf } from '../../../src/renderer/equity/equityDataOf.ts';
import { keepEquityFace, readEquityFace } from '../../../src/renderer/equity/equityFaces.ts';
import { pickedOf } from '../../../src/renderer/sheets/pickedSchools.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { TestHost } from '../state/TestHost.ts';

test('what was chosen comes back, and what the document no longer has gives way to what it has', () => {
  const document = new TestHost().open();
  const data = equityDataOf(document.calculation);
  const first = readEquityView(document, data);
  expect(first).toMatchObject({ amount: 'total', baseline: 'none', groups: 10, levels: true, actual: '' });
  keepEquityView(document, {
    ...first,
    amount: 'source:GEN',
    against: 'pupils',
    groups: 5,
    levels: false,
    stack: 'source',
  });
  expect(readEquityView(document, data)).toEqual({
    ...first,
    amount: 'source:GEN',
    against: 'pupils',
    groups: 5,
    levels: false,
    stack: 'source',
  });

  document.session.set(
    'equityBoard',
    'amount=source:GONE\nagainst=need:GONE\nbaseline=scenario:99\ngroups=7\nnonsense',
  );
  expect(readEquityView(document, data)).toEqual(first);
});

test('the picture shown is kept apart from its choices, and an unknown one is the first', () => {
  const document = new TestHost().open();
  expect(readEquityFace(document)).toBe('need-and-spending');
  keepEquityFace(document, 'deciles');
  expect(readEquityFace(document)).toBe('deciles');
  document.session.set('equityFace', 'pie');
  expect(readEquityFace(document)).toBe('need-and-spending');
});

test('only what has any money, and every need but the first, can be chosen', () => {
  const document = new TestHost().open();
  const data = equityDataOf(document.calculation);
  expect(amountChoices(data).map(({ value }) => value)).toEqual([
    'total',
    'allIn',
    'formula',
    'unrestricted',
    'source:GEN',
  ]);
  expect(axisChoices(data).map(({ value }) => value)).toEqual(['need:POV', 'allNeeds', 'pupils']);
  expect(baselineChoices(document, data).map(({ value }) => value)).toEqual(['none']);
  expect(baselineOf(document, data, 'none', 'total', equityDataOf)).toBeNull();
  expect(baselineOf(document, data, 'scenario:99', 'total', equityDataOf)).toBeNull();
});

test('the rows of the board are the same ones after an edit, with its numbers', () => {
  const document = new TestHost().open();
  const data = equityDataOf(document.calculation);
  const before = Array.from(data.column('total'));
  document.commit(setWeight(document.model, 1, 'W', 'ES', 'POV', 9_900));
  expect(equityDataOf(document.calculation)).toBe(data);
  const after = Array.from(data.column('total'));
  expect(after[0]).toBeGreaterThan(before[0] as number);
  expect(after[1]).toBeLessThan(before[1] as number);
});

test('picked schools are told to who watches, and none picked means all', () => {
  const document = new TestHost().open();
  const picked = pickedOf(document);
  let told = 0;
  picked.subscribe(() => {
    told += 1;
  });
  picked.pick(['A', 'A', 'B']);
  expect([...(picked.codes ?? [])]).toEqual(['A', 'B']);
  picked.pick([]);
  expect(picked.codes).toBeNull();
  expect(told).toBe(2);
  expect(pickedOf(document)).toBe(picked);
  expect(pickedOf(new TestHost().open())).not.toBe(picked);
});

test('another scenario is held against by its name, and follows its own edits', () => {
  const document = new TestHost().open();
  const made = createScenario(document.model, 1, 'Board option');
  if (typeof made === 'string') throw new Error(made);
  document.commit(made.change);
  const added = document.scenarioId;
  document.showScenario(1);
  const data = equityDataOf(document.calculation);
  expect(baselineChoices(document, data)).toContainEqual({ value: `scenario:${added}`, label: 'Board option' });
  const same = baselineOf(document, data, `scenario:${added}`, 'total', equityDataOf);
  expect(same?.name).toBe('Board option');
  expect([...(same?.data.column('total') ?? [])]).toEqual([...data.column('total')]);
  document.showScenario(added);
  document.commit(setWeight(document.model, added, 'W', 'ES', 'POV', 9_900));
  document.showScenario(1);
  const moved = baselineOf(document, data, `scenario:${added}`, 'total', equityDataOf);
  expect(moved?.data.column('total')[0]).toBeGreaterThan(data.column('total')[0] as number);
});
