import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { modelAt } from '../../../src/shared/history/modelAt.ts';
import { momentText } from '../../../src/shared/history/momentText.ts';
import { type Restoration, restoreScenario } from '../../../src/shared/history/restoreScenario.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { inputsText } from '../../../src/shared/scenarios/adoptionText.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

const AT = '2026-11-03T14:02:00.000Z';
const MADE = { at: '2026-12-01T09:00:00.000Z', by: 'Ben' };
const MOMENT = {
  entry: { id: 7, at: AT, by: 'Maria', kind: 'weights', label: 'Poverty weight', scenario: 1, of: null },
  side: 'after',
} as const;

/** Removes Lincoln with all that names it, as the Schools sheet does. */
function removeLincoln(model: Model): RowOp[] {
  const ops: RowOp[] = [];
  for (const table of ['tableAmount', 'currentBudget', 'measure', 'enrollment', 'tag'] as const) {
    for (const row of model.table(table).values()) {
      if (row.school === '0042') ops.push({ table, before: row, after: null } as unknown as RowOp);
    }
  }
  ops.push({ table: 'school', before: model.get('school', '0042') ?? null, after: null });
  applyOps(model, ops);
  return ops;
}

function restore(model: Model, later: readonly RowOp[][], scenario = 1): Restoration {
  const restoration = restoreScenario(model, modelAt(model, later.toReversed()), scenario, MOMENT, MADE);
  if (typeof restoration === 'string') throw new Error(restoration);
  return restoration;
}

const totalOf = (model: Model, scenario: number): number =>
  new Calculation(model, scenario).results.total.reduce((sum, cents) => sum + cents, 0);

test('a new draft with the decisions of that moment and inputs of its own', () => {
  const model = new Model(smallDistrict());
  const then = totalOf(model, 1);
  const weight = model.get('weight', 1, 'District weights', 'HS', 'POV')!;
  const count = model.get('enrollment', 1, '0042', 'ES', 'POV')!;
  const later: RowOp[] = [
    { table: 'weight', before: weight, after: { ...weight, weight: 9_000 } },
    { table: 'enrollment', before: count, after: { ...count, count: 100 } },
  ];
  applyOps(model, later);
  const { change, id, plan } = restore(model, [later]);
  applyOps(model, change.ops);
  const made = model.get('scenario', id)!;
  expect(made).toMatchObject({ id: 2, status: 'draft', basedOn: 1, position: 1, name: `As of ${momentText(AT)}` });
  expect(made.description).toContain('entry 7');
  const pins = [made.enrollmentVersion, made.revenuesVersion, made.currentVersion, made.measuresVersion];
  expect(pins).toEqual([5, 6, 7, 8]);
  expect(model.get('inputVersion', 5)).toMatchObject({ kind: 'enrollment', createdBy: 'Ben', createdAt: MADE.at });
  expect(model.get('enrollment', 5, '0042', 'ES', 'POV')?.count).toBe(31_050);
  expect(model.get('weight', 2, 'District weights', 'HS', 'POV')?.weight).toBe(2_300);
  expect(model.get('enrollment', 1, '0042', 'ES', 'POV')?.count).toBe(100);
  expect(plan).toMatchObject({ isExact: true, thenCents: then, restoredCents: then, scenarioName: 'Current plan' });
  expect(totalOf(model, id)).toBe(then);
  expect(change).toMatchObject({ kind: 'scenario', scenario: null });
});

test('a second one of the same moment gets a name of its own', () => {
  const model = new Model(smallDistrict());
  applyOps(model, restore(model, []).change.ops);
  const second = restore(model, []);
  expect(second.plan.name).toBe(`As of ${momentText(AT)} (2)`);
  expect(second.id).toBe(3);
});

test('a school that is gone is brought back with its tags where no other scenario has it, and that is said', () => {
  const model = new Model(smallDistrict());
  const then = totalOf(model, 1);
  const later = removeLincoln(model);
  const { change, plan, id } = restore(model, [later]);
  expect(plan).toMatchObject({ isExact: true, thenCents: then, broughtBack: ['1 school (Lincoln)'] });
  applyOps(model, change.ops);
  expect(model.get('school', '0042')?.name).toBe('Lincoln');
  expect(model.get('tag', '0042', 'region')?.value).toBe('North');
  expect(totalOf(model, id)).toBe(then);
});

test('a school that a formula of another scenario would pay is not brought back; what is left out is said', () => {
  const model = new Model(smallDistrict());
  const made = createScenario(model, 1, 'Per school');
  if (typeof made === 'string') throw new Error(made);
  applyOps(model, made.change.ops);
  const held = model.get('decision', 2, 'T1')!;
  applyOps(model, [
    { table: 'decision', before: held, after: { ...held, method: 'per_school', formula: '1000', eligibility: '' } },
  ]);
  const later = removeLincoln(model);
  const { change, plan } = restore(model, [later]);
  expect(plan).toMatchObject({ isExact: false, broughtBack: [] });
  expect(plan.restoredCents).not.toBe(plan.thenCents);
  const told = plan.differs.join(' ');
  expect(told).toContain('1 school (Lincoln) cannot be brought back: that would touch the scenario "Per school"');
  // A typed amount, a current budget, a measure and two counts.
  expect(told).toContain('5 values of what is no longer in the document are left out');
  expect(change.ops.some((op) => op.table === 'school')).toBe(false);
});

test('an adopted scenario that has nothing of a school lets it come back', () => {
  const model = new Model(smallDistrict());
  const later = removeLincoln(model);
  const adopted = model.get('scenario', 1)!;
  applyOps(model, [{ table: 'scenario', before: adopted, after: { ...adopted, status: 'adopted' } }]);
  const stamp = inputsText(model, model.get('scenario', 1)!);
  const { change, plan } = restore(model, [later]);
  expect(plan.broughtBack).toEqual(['1 school (Lincoln)']);
  applyOps(model, change.ops);
  expect(inputsText(model, model.get('scenario', 1)!)).toBe(stamp);
});

test('an adopted scenario that paid no school added after it: its copy is a draft, which pays every school, and says so', () => {
  const model = new Model(smallDistrict());
  const held = model.get('decision', 1, 'T1')!;
  const scenario = model.get('scenario', 1)!;
  applyOps(model, [
    { table: 'decision', before: held, after: { ...held, method: 'per_school', formula: '1000', eligibility: '' } },
    { table: 'scenario', before: scenario, after: { ...scenario, status: 'adopted' } },
    { table: 'school', before: null, after: { code: '9', name: 'Nine', level: 'ES' } },
  ]);
  const { plan } = restore(model, []);
  expect(plan.isExact).toBe(false);
  expect(plan.restoredCents).toBe(plan.thenCents + 100_000);
  expect(plan.differs.join(' ')).toContain('it was adopted then, it paid only what it was adopted with');
});

test('what all scenarios share and is otherwise now is told', () => {
  const model = new Model(smallDistrict());
  const school = model.get('school', '7')!;
  const source = model.get('source', 'GEN')!;
  const need = model.get('need', 'POV')!;
  const later: RowOp[] = [
    { table: 'school', before: school, after: { ...school, level: 'MS' } },
    { table: 'source', before: source, after: { ...source, restriction: 'restricted' } },
    { table: 'need', before: need, after: { ...need, name: 'Low income' } },
    { table: 'school', before: null, after: { code: '9', name: 'Nine', level: 'ES' } },
  ];
  applyOps(model, later);
  const told = restore(model, [later]).plan.differs.join('\n');
  expect(told).toContain('Roosevelt (High then, Middle now)');
  expect(told).toContain('General fund (unrestricted then)');
  expect(told).toContain('Needs are called otherwise now, which matters to formulas: Poverty');
  expect(told).toContain('1 school was added since');
});

test('a scenario that was not there yet, and a full document, are refused in a sentence', () => {
  const model = new Model(smallDistrict());
  expect(restoreScenario(model, model, 9, MOMENT, MADE)).toMatch(/was not in the document at that moment/);
  const base = model.get('scenario', 1)!;
  for (let id = 2; id <= LIMITS.scenarios; id++) {
    applyOps(model, [{ table: 'scenario', before: null, after: { ...base, id, name: `S${id}`, position: id } }]);
  }
  expect(restoreScenario(model, model, 1, MOMENT, MADE)).toMatch(/at most 100 scenarios/);
});
