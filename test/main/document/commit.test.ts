import { expect, test } from 'vitest';
import { checkAdoption, hashScenario } from '../../../src/main/document/adoption.ts';
import type { DistrictDocument } from '../../../src/main/document/DistrictDocument.ts';
import { createUntitled } from '../../../src/main/document/openDocument.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, type Change, invertOps, removeRow, setRow } from '../../../src/shared/changes/Change.ts';
import {
  adoptScenario,
  createScenario,
  moveScenario,
  setScenarioStatus,
} from '../../../src/shared/changes/scenarios.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { made } from '../../fixtures/scenarios.ts';
import { byKey, smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { workplaceIn } from './workplaces.ts';

async function opened(): Promise<DistrictDocument> {
  return createUntitled(workplaceIn(temporaryFolder()), smallDistrict());
}

/** A refused change leaves the model, the log and the calculations as they were. */
function expectRefused(document: DistrictDocument, change: Change, code: string, words: RegExp): void {
  const before = byKey(document.model.toRows());
  const digest = document.calculation(1).digest();
  const log = document.log(10).length;
  try {
    document.commit(change, 'Maria');
    expect.unreachable('the change should have been refused');
  } catch (error) {
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
  }
  expect(byKey(document.model.toRows())).toEqual(before);
  expect(document.log(10)).toHaveLength(log);
  expect(document.calculation(1).digest()).toBe(digest);
}

const change = (ops: readonly RowOp[], rest: Partial<Change> = {}): Change => ({
  ...{ kind: 'schools', label: 'Edit', scenario: null, ops },
  ...rest,
});

test('a commit moves the model, the log and the calculation together', async () => {
  const document = await opened();
  const before = document.calculation(1).digest();
  expect(document.isModified).toBe(false);
  const entry = document.commit(weightChange(document.model, 3_400), 'Maria');
  expect(entry).toMatchObject({ id: 1, by: 'Maria', kind: 'weights', scenario: 1 });
  expect(document.model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(3_400);
  expect(document.isModified).toBe(true);
  const fresh = new Calculation(new Model(document.model.toRows()), 1).digest();
  expect(document.calculation(1).digest()).toBe(fresh);
  expect(before).not.toBe('');
  await document.close();
});

test('a change that starts from rows that have moved since is refused', async () => {
  const document = await opened();
  const stale = weightChange(document.model, 3_400);
  document.commit(weightChange(document.model, 2_500), 'Ben');
  expectRefused(document, stale, 'change-conflict', /changed in the meantime/);
  await document.close();
});

test('rows that are not rows of their table are refused', async () => {
  const document = await opened();
  const school = { code: '9', name: 'Nine', level: 'ES' };
  const put = (after: object): Change => change([{ table: 'school', before: null, after } as unknown as RowOp]);
  expectRefused(document, put({ ...school, name: '' }), 'change-invalid', /name must not be empty/);
  expectRefused(document, put({ ...school, code: 'a\u001fb' }), 'change-invalid', /control character/);
  expectRefused(document, put({ ...school, code: '\ud800' }), 'change-invalid', /half a character/);
  expectRefused(document, put({ ...school, extra: 1 }), 'change-invalid', /no field called extra/);
  expectRefused(document, put({ code: '9', name: 'Nine' }), 'change-invalid', /lacks level/);
  expectRefused(document, put(Object.create(school)), 'change-invalid', /lacks code/);
  const weight = weightChange(document.model, LIMITS.weightUnits + 1);
  expectRefused(document, weight, 'change-invalid', /must lie between/);
  expectRefused(document, weightChange(document.model, 0.5), 'change-invalid', /whole number/);
  expectRefused(document, weightChange(document.model, Number.NaN), 'change-invalid', /whole number/);
  const renamed = { table: 'school', before: { code: '7', name: 'Roosevelt', level: 'HS' }, after: school } as const;
  expectRefused(document, change([renamed]), 'change-invalid', /cannot change its key/);
  const stranger = { table: 'sqlite_master', before: null, after: {} } as unknown as RowOp;
  expectRefused(document, change([stranger]), 'change-invalid', /does not exist/);
  const inherited = { table: 'toString', before: null, after: {} } as unknown as RowOp;
  expectRefused(document, change([inherited]), 'change-invalid', /does not exist/);
  await document.close();
});

test('references must lead somewhere, whichever end was moved', async () => {
  const document = await opened();
  const { model } = document;
  const noLevel = setRow(model, 'school', { code: '9', name: 'Nine', level: 'XX' });
  expectRefused(
    document,
    change(noLevel),
    'change-invalid',
    /The school 9 refers to the level XX, which does not exist/,
  );
  expectRefused(
    document,
    change(removeRow(model, 'level', 'HS')),
    'change-invalid',
    /The level HS cannot be removed: 1 school still refers to it/,
  );
  expectRefused(
    document,
    change(removeRow(model, 'weightSet', '1\u001fDistrict weights')),
    'change-invalid',
    /The weight set 1 · District weights cannot be removed/,
  );
  const measure = setRow(model, 'measure', { version: 4, school: '7', measure: 'region', value: '1' });
  expectRefused(document, change(measure), 'change-invalid', /another kind/);
  const asTag = setRow(model, 'schoolColumn', { name: 'need_index', kind: 'tag', position: 1 });
  expectRefused(document, change(asTag), 'change-invalid', /need_index cannot change its kind: 1 measure still refers/);
  const wrongPin = setRow(model, 'enrollment', { version: 2, school: '7', level: 'HS', need: 'ALL', count: 1 });
  expectRefused(document, change(wrongPin), 'change-invalid', /another kind/);
  const share = setRow(model, 'share', { scenario: 1, source: 'GEN', level: 'ES', need: 'XX', percent: 1 });
  expectRefused(document, change(share), 'change-invalid', /need XX, which does not exist/);
  await document.close();
});

test('a school goes together with all that names it, in any order of ops', async () => {
  const document = await opened();
  const { model } = document;
  const ops = [
    ...removeRow(model, 'school', '7'),
    ...removeRow(model, 'enrollment', '1\u001f7\u001fHS\u001fALL'),
    ...removeRow(model, 'level', 'XX'),
  ];
  document.commit(change(ops), 'Maria');
  expect(model.get('school', '7')).toBeUndefined();
  document.commit(change(invertOps(ops), { kind: 'undo', of: 1 }), 'Maria');
  expect(byKey(model.toRows())).toEqual(byKey(smallDistrict()));
  await document.close();
});

test('undo and redo are the exact inverse and repetition of a logged change, and nothing else', async () => {
  const document = await opened();
  const first = weightChange(document.model, 3_400);
  document.commit(first, 'Maria');
  const inverse = invertOps(first.ops);
  const undo: Change = { kind: 'undo', label: first.label, scenario: 1, ops: inverse, of: 1 };
  const { of: _of, ...withoutOf } = undo;
  expectRefused(document, withoutOf, 'undo-mismatch', /not in the log/);
  expectRefused(document, { ...undo, of: 77 }, 'undo-mismatch', /not in the log/);
  expectRefused(document, { ...undo, scenario: null }, 'undo-mismatch', /not the inverse/);
  expectRefused(document, { ...undo, ops: weightChange(document.model, 1).ops }, 'undo-mismatch', /not the inverse/);
  expectRefused(document, { ...weightChange(document.model, 1), of: 1 }, 'change-invalid', /Only an undo or a redo/);
  document.commit(undo, 'Maria');
  expect(byKey(document.model.toRows())).toEqual(byKey(smallDistrict()));
  expectRefused(document, undo, 'change-conflict', /in the meantime/);
  document.commit({ kind: 'redo', label: first.label, scenario: 1, ops: first.ops, of: 1 }, 'Maria');
  expect(document.log(10).map((entry) => [entry.kind, entry.of])).toEqual([
    ['redo', 1],
    ['undo', 1],
    ['weights', null],
  ]);
  expect(document.findBrokenLogRow()).toBeNull();
  await document.close();
});

test('an adopted scenario refuses every edit but taking the adoption back', async () => {
  const document = await opened();
  const { model } = document;
  const draft = model.get('scenario', 1);
  if (!draft) throw new Error('no scenario');
  const unstamped = change(setRow(model, 'scenario', { ...draft, status: 'adopted' }), { kind: 'scenario' });
  expectRefused(document, unstamped, 'adoption-invalid', /with its stamp, or neither/);
  const at = '2026-05-01T12:00:00.000Z';
  const stamp = { scenario: 1, at, by: 'Board', ...hashScenario(model, draft) };
  const forged = made(adoptScenario(model, { ...stamp, resultsSha256: 'f'.repeat(64) }));
  expectRefused(document, forged, 'adoption-invalid', /not of its inputs and results/);
  const adopt = made(adoptScenario(model, stamp));
  const { id } = document.commit(adopt, 'Board');
  expect(checkAdoption(model, 1)).toEqual({ adoption: stamp, sameInputs: true, sameResults: true });
  const words = /“Current plan” is adopted/;
  expectRefused(document, weightChange(model, 3_400), 'scenario-adopted', words);
  const count = setRow(model, 'enrollment', { version: 1, school: '7', level: 'HS', need: 'POV', count: 100 });
  expectRefused(document, change(count), 'scenario-adopted', words);
  const adopted = { ...draft, status: 'adopted' as const };
  expectRefused(document, change(setRow(model, 'scenario', { ...adopted, name: 'Plan B' })), 'scenario-adopted', words);
  const release = made(setScenarioStatus(model, 1, 'draft'));
  const both = change([...release.ops, ...weightChange(model, 3_400).ops]);
  expectRefused(document, both, 'scenario-adopted', words);
  const renaming = change(setRow(model, 'scenario', { ...adopted, status: 'draft', name: 'Plan B' }));
  expectRefused(document, renaming, 'scenario-adopted', words);
  const stampOnly = change(release.ops.filter(({ table }) => table === 'adoption'));
  expectRefused(document, stampOnly, 'scenario-adopted', words);
  const copy = createScenario(model, 1, 'Plan B');
  if (typeof copy === 'string') throw new Error(copy);
  document.commit(copy.change, 'Maria');
  for (const place of [0, 1]) document.commit(moveScenario(model, copy.id, place), 'Maria');
  document.commit({ ...adopt, kind: 'undo', ops: invertOps(adopt.ops), of: id }, 'Board');
  expect(model.get('adoption', 1)).toBeUndefined();
  document.commit(weightChange(model, 3_400), 'Maria');
  await document.close();
});

test('a document holds as many levels as its limit says, and not one more', async () => {
  const document = await opened();
  const { model } = document;
  const add = (count: number): RowOp[] =>
    Array.from(
      { length: count },
      (_, at) =>
        ({
          ...{ table: 'level', before: null, after: { code: `L${at}`, name: `Level ${at}`, position: at } },
        }) as const,
    );
  expectRefused(
    document,
    change(add(LIMITS.levels - 2)),
    'change-invalid',
    /at most 30 schooling levels; this would make 31/,
  );
  document.commit(change(add(LIMITS.levels - 3)), 'Maria');
  expect(model.table('level').size).toBe(LIMITS.levels);
  await document.close();
});

test('the window’s own copy and the document stay equal op by op', async () => {
  const document = await opened();
  const copy = new Model(smallDistrict());
  for (const weight of [1, 2, 3]) {
    const next = weightChange(copy, weight);
    applyOps(copy, next.ops);
    document.commit(next, 'Maria');
  }
  expect(byKey(document.model.toRows())).toEqual(byKey(copy.toRows()));
  await document.close();
});
