import { expect, test } from 'vitest';
import { checkAdopted } from '../../../src/main/document/checkChange.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import { setCount } from '../../../src/shared/changes/enrollment.ts';
import { removeSchools } from '../../../src/shared/changes/schools.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { compareVersions } from '../../../src/shared/versions/compareVersions.ts';
import { listVersions } from '../../../src/shared/versions/inputVersions.ts';
import { describeVersion, pinVersion } from '../../../src/shared/versions/pinVersion.ts';
import { spareOthers } from '../../../src/shared/versions/spareOthers.ts';
import { changeInVersion, versionForEdit } from '../../../src/shared/versions/versionForEdit.ts';
import { versionInUse } from '../../../src/shared/versions/versionInUse.ts';
import { addScenario } from '../../fixtures/scenarios.ts';
import { byKey, smallDistrict } from '../../main/smallDistrict.ts';

const META = { at: '2026-11-21T10:00:00.000Z', by: 'Ben' };

/** The small district with a second scenario; the first one is adopted. */
function adoptedDistrict(): Model {
  const rows = smallDistrict();
  const [first] = rows.scenario;
  if (!first) throw new Error('no scenario');
  const scenarios = [
    { ...first, status: 'adopted' as const },
    { ...first, id: 2, name: 'Next year', position: 1 },
  ];
  return new Model({ ...rows, scenario: scenarios });
}

const scenarioOf = (model: Model, id: number) => {
  const scenario = model.get('scenario', id);
  if (!scenario) throw new Error('no scenario');
  return scenario;
};

test('a version no other scenario uses is edited in place', () => {
  const model = new Model(smallDistrict());
  expect(versionForEdit(model, scenarioOf(model, 1), 'enrollment', META)).toEqual({
    version: 1,
    ops: [],
    sentence: null,
  });
});

test('editing what an adopted scenario uses makes a copy, says so, and is one undo step', () => {
  const model = adoptedDistrict();
  const before = byKey(model.toRows());
  const edit = versionForEdit(model, scenarioOf(model, 2), 'enrollment', META);
  expect(edit.version).toBe(5);
  expect(edit.sentence).toMatch(
    /^“Next year” now has enrollment of its own, “Enrollment \(2\)”. “Current plan”, which is adopted, keeps “Enrollment”/,
  );
  const change = changeInVersion(model, edit, (version) => setCount(model, version, '0042', 'ES', 'POV', 40_000));
  expect(byKey(model.toRows())).toEqual(before);
  expect(findConflict(model, change.ops)).toBeNull();
  checkAdopted(model, change);
  applyOps(model, change.ops);
  expect(model.get('enrollment', 1, '0042', 'ES', 'POV')?.count).toBe(31_050);
  expect(model.get('enrollment', 5, '0042', 'ES', 'POV')?.count).toBe(40_000);
  expect(model.get('enrollment', 5, '7', 'HS', 'ALL')?.count).toBe(148_000);
  expect(scenarioOf(model, 1).enrollmentVersion).toBe(1);
  expect(scenarioOf(model, 2).enrollmentVersion).toBe(5);
  expect(model.get('inputVersion', 5)).toMatchObject({ kind: 'enrollment', createdBy: 'Ben', createdAt: META.at });
  // The second edit goes into the copy.
  expect(versionForEdit(model, scenarioOf(model, 2), 'enrollment', META)).toMatchObject({ version: 5, ops: [] });
  applyOps(model, invertOps(change.ops));
  expect(byKey(model.toRows())).toEqual(before);
});

test('two drafts that use one version do not share an edit of it', () => {
  const rows = adoptedDistrict().toRows();
  const model = new Model({ ...rows, scenario: rows.scenario.map((row) => ({ ...row, status: 'draft' as const })) });
  const first = versionForEdit(model, scenarioOf(model, 1), 'enrollment', META);
  expect(first).toMatchObject({
    version: 5,
    sentence: expect.stringMatching(/“Next year” keeps “Enrollment” as it was/),
  });
  applyOps(model, first.ops);
  // Once they have parted, each edits its own.
  expect(versionForEdit(model, scenarioOf(model, 1), 'enrollment', META).ops).toEqual([]);
  expect(versionForEdit(model, scenarioOf(model, 2), 'enrollment', META).ops).toEqual([]);
});

test('what follows from a change of a list that all share stays in every version', () => {
  const model = new Model({ ...adoptedDistrict().toRows() });
  for (const row of model.ordered('scenario')) {
    model.put({ table: 'scenario', before: row, after: { ...row, status: 'draft' } });
  }
  const removal = removeSchools(model, ['0042']);
  expect(spareOthers(model, 2, removal, META)).toEqual({ change: removal, sentence: null });
  const paste: Change = {
    ...removal,
    ops: [...removal.ops, ...setCount(model, 1, '7', 'HS', 'ALL', 100).ops],
  };
  const { change, sentence } = spareOthers(model, 2, paste, META);
  expect(sentence).toMatch(/of its own/);
  expect(findConflict(model, change.ops)).toBeNull();
  applyOps(model, change.ops);
  const counts = [...model.table('enrollment').values()];
  expect(counts.filter(({ school }) => school === '0042')).toEqual([]);
  expect([1, 5].map((version) => model.get('enrollment', version, '7', 'HS', 'ALL')?.count)).toEqual([148_000, 100]);
});

test('a step that made a version another scenario uses by now is not taken back', () => {
  const model = adoptedDistrict();
  const edit = versionForEdit(model, scenarioOf(model, 2), 'enrollment', META);
  applyOps(model, edit.ops);
  expect(versionInUse(model, invertOps(edit.ops))).toBeNull();
  addScenario(model, 2, 'Plan C');
  expect(versionInUse(model, invertOps(edit.ops))).toMatch(/^“Plan C” uses “Enrollment \(2\)”/);
});

test('an adopted scenario itself is not edited, and its pins do not move', () => {
  const model = adoptedDistrict();
  expect(() => versionForEdit(model, scenarioOf(model, 1), 'current', META)).toThrow(/adopted/);
  expect(() => pinVersion(model, 1, 1)).toThrow(/adopted/);
});

test('versions are listed newest first with who uses them, and pinned by their own kind', () => {
  const model = adoptedDistrict();
  const edit = versionForEdit(model, scenarioOf(model, 2), 'current', META);
  applyOps(model, edit.ops);
  expect(
    listVersions(model, 'current').map(({ version, usedBy, isAdopted, rowCount }) => [
      version.id,
      usedBy.map(({ id }) => id),
      isAdopted,
      rowCount,
    ]),
  ).toEqual([
    [5, [2], false, 1],
    [3, [1], true, 1],
  ]);
  const back = pinVersion(model, 2, 3);
  applyOps(model, back.ops);
  expect(scenarioOf(model, 2)).toMatchObject({ currentVersion: 3, enrollmentVersion: 1 });
  expect(() => pinVersion(model, 2, 99)).toThrow(/no longer/);
  expect(describeVersion(model, 5, { note: 'trial' }).ops).toMatchObject([{ after: { id: 5, note: 'trial' } }]);
});

test('versions are compared cell by cell', () => {
  const model = adoptedDistrict();
  const edit = versionForEdit(model, scenarioOf(model, 2), 'enrollment', META);
  applyOps(model, edit.ops);
  expect(compareVersions(model, 'enrollment', 1, 5)).toEqual({ differences: [], sameCells: 3 });
  applyOps(model, setCount(model, 5, '0042', 'ES', 'POV', 40_000).ops);
  applyOps(model, setCount(model, 5, '7', 'HS', 'ALL', 0).ops);
  applyOps(model, setCount(model, 5, '7', 'HS', 'POV', 100).ops);
  const { differences, sameCells } = compareVersions(model, 'enrollment', 1, 5);
  expect(sameCells).toBe(1);
  expect(differences.map(({ codes, beforeText, afterText }) => [codes.join(' '), beforeText, afterText])).toEqual([
    ['0042 ES POV', '310.5', '400'],
    ['7 HS ALL', '1,480', ''],
    ['7 HS POV', '', '1'],
  ]);
});
