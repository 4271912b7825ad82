import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import type { Change } from '../../../src/shared/changes/Change.ts';
import { setCount } from '../../../src/shared/changes/enrollment.ts';
import { createScenario, deleteScenario, setScenarioStatus } from '../../../src/shared/changes/scenarios.ts';
import { renameSchool, setSchoolLevel } from '../../../src/shared/changes/schools.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { TestHost } from './TestHost.ts';

const weigh = ({ model, scenarioId }: DocumentState, weight: number): Change =>
  setWeight(model, scenarioId, 'W', 'HS', 'POV', weight);
const weightOf = ({ model }: DocumentState, scenario: number): number | undefined =>
  model.get('weight', scenario, 'W', 'HS', 'POV')?.weight;
const afresh = ({ model }: DocumentState, scenario: number): string =>
  new Calculation(new Model(structuredClone(model.toRows())), scenario).digest();

function addScenario(document: DocumentState, name: string): number {
  const made = createScenario(document.model, document.scenarioId, name);
  if (typeof made === 'string') throw new Error(made);
  document.commit(made.change);
  return made.id;
}

describe('scenarios in the window', () => {
  it('a new one is shown, and its edits leave the other as it was', async () => {
    const host = new TestHost();
    const document = host.open();
    const before = document.calculation.digest();
    const id = addScenario(document, 'Plan B');
    expect(document.scenarioId).toBe(id);
    document.commit(weigh(document, 9_000));
    expect(document.calculation.digest()).toBe(afresh(document, id));
    expect(document.calculationOf(1).digest()).toBe(before);
    await document.settled();
    expect(host.model.toRows()).toEqual(document.model.toRows());
    expect(document.disagreement).toBeNull();
  });

  it('each has an undo list of its own', () => {
    const document = new TestHost().open();
    document.commit(weigh(document, 3_000));
    const id = addScenario(document, 'Plan B');
    document.commit(weigh(document, 9_000));
    document.showScenario(1);
    expect(document.history.undoLabel).toContain('0.30');
    document.undo();
    expect(weightOf(document, 1)).toBe(2_300);
    expect(weightOf(document, id)).toBe(9_000);
    expect(document.history.undoLabel).toBeNull();
    document.showScenario(id);
    document.undo();
    expect(weightOf(document, id)).toBe(3_000);
    expect(document.calculation.digest()).toBe(afresh(document, id));
  });

  it('a scenario is taken back and brought again with all that was done in it', async () => {
    const host = new TestHost();
    const document = host.open();
    const id = addScenario(document, 'Plan B');
    document.commit(weigh(document, 9_000));
    const edited = document.calculation.digest();
    document.undo();
    document.undo();
    expect(document.scenarioId).toBe(1);
    expect(document.history.undoLabel).toBeNull();
    document.redo();
    expect(document.scenarioId).toBe(id);
    document.redo();
    expect(document.calculation.digest()).toBe(edited);
    await document.settled();
    expect(host.said).toEqual([]);
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('a deleted scenario comes back row for row with its undo list, and a reused id starts empty', async () => {
    const host = new TestHost();
    const document = host.open();
    const id = addScenario(document, 'Plan B');
    document.commit(weigh(document, 9_000));
    const rows = document.model.toRows();
    document.commit(deleteScenario(document.model, id) as Change);
    expect(document.scenarioId).toBe(1);
    document.undo();
    expect(document.scenarioId).toBe(id);
    expect(new Model(document.model.toRows()).ordered('scenario')).toEqual(new Model(rows).ordered('scenario'));
    expect(document.history.undoLabel).toContain('0.90');
    document.redo();
    expect(document.scenarioId).toBe(1);
    expect(addScenario(document, 'Plan C')).toBe(id);
    expect(document.history.undoLabel).toBe('Add scenario Plan C, based on Current plan');
    await document.settled();
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('what all share follows in every scenario, and a step overtaken elsewhere is refused with a sentence', () => {
    const host = new TestHost();
    const document = host.open();
    const rename = (name: string): Change => renameSchool(document.model, 'A', name);
    const level = (code: string): Change => setSchoolLevel(document.model, 'A', code);
    const id = addScenario(document, 'Plan B');
    void document.calculationOf(1);
    document.commit(level('HS'));
    document.commit(rename('Ash'));
    expect(host.said).toEqual([]);
    document.showScenario(1);
    expect(document.calculation.digest()).toBe(afresh(document, 1));
    document.commit(rename('Aspen'));
    document.showScenario(id);
    document.undo();
    expect(host.said.at(-1)).toContain('changed again in another scenario');
    expect(document.model.get('school', 'A')?.name).toBe('Aspen');
    document.showScenario(1);
    document.undo();
    document.showScenario(id);
    document.undo();
    document.undo();
    expect(document.model.get('school', 'A')).toMatchObject({ name: 'Alder', level: 'ES' });
    expect(document.calculationOf(1).digest()).toBe(afresh(document, 1));
  });

  it('an edit of counts that another draft uses moves that draft by nothing, and says so once', async () => {
    const host = new TestHost();
    const document = host.open();
    const id = addScenario(document, 'Plan B');
    const before = structuredClone(document.model.toRows());
    const other = document.calculationOf(1).digest();
    const count = (hundredths: number): Change =>
      setCount(document.model, document.model.get('scenario', id)!.enrollmentVersion, 'B', 'HS', 'POV', hundredths);
    // Typed digit by digit, then entered.
    for (const typed of [500, 5_000, 50_000]) document.preview(document.draft(() => count(typed)));
    document.commit(document.draft(() => count(50_000)));
    expect(host.said).toEqual([expect.stringMatching(/“Plan B” now has enrollment of its own.*“Current plan” keeps/)]);
    document.commit(count(51_000));
    expect(host.said).toHaveLength(1);
    expect(document.calculation.digest()).toBe(afresh(document, id));
    expect(document.calculationOf(1).digest()).toBe(other);
    expect(afresh(document, 1)).toBe(other);
    // An edit made for the version that was left is nobody’s here.
    document.commit(setCount(document.model, 1, 'B', 'HS', 'POV', 9_900));
    expect(host.said.splice(1)).toEqual([expect.stringContaining('no longer fits')]);
    expect(document.calculationOf(1).digest()).toBe(other);
    // The first scenario has a version to itself by now.
    document.showScenario(1);
    document.commit(setCount(document.model, 1, 'B', 'HS', 'POV', 52_000));
    expect(host.said).toHaveLength(1);
    expect(document.calculation.digest()).toBe(afresh(document, 1));
    document.undo();
    document.showScenario(id);
    document.undo();
    document.undo();
    expect(document.model.toRows()).toEqual(before);
    document.redo();
    expect(document.calculation.digest()).toBe(afresh(document, id));
    await document.settled();
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('a copy that a further scenario was made with stays with it', () => {
    const host = new TestHost();
    const document = host.open();
    const id = addScenario(document, 'Plan B');
    document.commit(setCount(document.model, 1, 'B', 'HS', 'POV', 50_000));
    const third = addScenario(document, 'Plan C');
    const digest = document.calculation.digest();
    document.showScenario(id);
    document.undo();
    expect(host.said.at(-1)).toMatch(/^“Plan C” uses/);
    expect(document.calculationOf(third).digest()).toBe(digest);
    expect(document.history.undoLabel).toContain('500');
  });

  it('a refused new scenario is taken back and the one before is shown', async () => {
    const host = new TestHost();
    host.refuses = { at: 0, sentence: 'The disk is full.' };
    const document = host.open();
    addScenario(document, 'Plan B');
    document.commit(setScenarioStatus(document.model, document.scenarioId, 'proposed') as Change);
    await document.settled();
    expect(document.scenarioId).toBe(1);
    expect(document.model.table('scenario').size).toBe(1);
    expect(document.history.undoLabel).toBeNull();
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('an edit of counts that an adopted scenario rests on goes into a copy, says so, and one undo takes both back', async () => {
    const host = new TestHost();
    const document = host.open();
    const id = addScenario(document, 'Plan B');
    const adopted = document.calculationOf(1).digest();
    document.showScenario(1);
    const plan = document.model.get('scenario', 1)!;
    // Main stamps an adoption; for the window it is the status that counts.
    for (const model of [document.model, host.model]) {
      model.put({ table: 'scenario', before: plan, after: { ...plan, status: 'adopted' } });
    }
    document.showScenario(id);
    const before = structuredClone(document.model.toRows());
    const edit = setCount(document.model, 1, 'A', 'ES', 'POV', 5_000);
    document.preview(edit);
    document.commit(edit);
    expect(host.said.join()).toMatch(/“Plan B” now has enrollment of its own.*“Current plan”, which is adopted, keeps/);
    expect(document.calculationOf(1).digest()).toBe(adopted);
    expect(document.calculation.digest()).toBe(afresh(document, id));
    const version = document.model.get('scenario', id)!.enrollmentVersion;
    expect(version).not.toBe(1);
    expect(document.model.get('enrollment', version, 'A', 'ES', 'POV')?.count).toBe(5_000);
    await document.settled();
    expect(host.model.toRows()).toEqual(document.model.toRows());
    // A second edit finds the copy and edits it in place.
    document.commit(setCount(document.model, version, 'A', 'ES', 'POV', 6_000));
    expect(document.model.get('scenario', id)!.enrollmentVersion).toBe(version);
    document.undo();
    document.undo();
    expect(document.model.toRows()).toEqual(before);
  });
});
