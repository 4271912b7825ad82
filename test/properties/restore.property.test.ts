import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import { applyOps, findConflict, invertOps } from '../../src/shared/changes/Change.ts';
import type { LogEntry } from '../../src/shared/contract/requests.ts';
import { modelAt } from '../../src/shared/history/modelAt.ts';
import { restoreScenario } from '../../src/shared/history/restoreScenario.ts';
import { findBrokenReference } from '../../src/shared/model/checkReferences.ts';
import { Model, type RowOp } from '../../src/shared/model/Model.ts';
import { randomEdit } from '../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../fixtures/arbitraryModel.ts';
import { Random } from '../fixtures/random.ts';
import { byKey } from '../main/smallDistrict.ts';

const MADE = { at: '2026-11-03T14:02:00.000Z', by: 'Maria' };
const ENTRY: LogEntry = {
  ...{ id: 1, at: '2026-11-03T14:02:00.000Z', by: 'Maria', kind: 'weights', label: 'Poverty weight' },
  ...{ scenario: 1, of: null },
};

/** Schools' money in cents by code, as the window showed it; what gets nothing is left out. */
function budgetsOf(model: Model, scenario: number): Record<string, string> {
  const { results, schools } = new Calculation(model, scenario);
  const figures = ['total', 'formula', 'grants', 'locked', 'topUp', 'deduction'] as const;
  const all = schools.map(({ code }, at): [string, string] => [
    code,
    figures.map((name) => results[name][at]).join(' '),
  ]);
  return Object.fromEntries(all.filter(([, text]) => /[1-9]/.test(text)));
}

interface Kept {
  readonly ops: readonly RowOp[];
  readonly budgetsBefore: Record<string, string>;
}

/** Makes random edits and notes what the budgets were before each; `wanted` decides which edits are made. */
function edited(model: Model, random: Random, wanted: (ops: readonly RowOp[]) => boolean): Kept[] {
  const kept: Kept[] = [];
  for (let edit = 0; edit < 20; edit++) {
    const ops = randomEdit(model, random);
    if (ops.length === 0 || !wanted(ops) || findConflict(model, ops)) continue;
    kept.push({ ops, budgetsBefore: budgetsOf(model, 1) });
    applyOps(model, ops);
  }
  return kept;
}

const isShared = ({ table }: RowOp): boolean => table === 'school' || table === 'source';

function restored(model: Model, kept: readonly Kept[], at: number) {
  const then = modelAt(
    model,
    kept
      .slice(at)
      .reverse()
      .map(({ ops }) => ops),
  );
  const restoration = restoreScenario(model, then, 1, { entry: ENTRY, side: 'before' }, MADE);
  if (typeof restoration === 'string') throw new Error(restoration);
  return restoration;
}

describe('a scenario restored as it was at a moment', () => {
  it('has the budgets of that moment to the cent, whatever was decided or counted since', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 12 }), fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const kept = edited(model, random, (ops) => !ops.some(isShared));
        if (kept.length === 0) return;
        const at = random.whole(0, kept.length - 1);
        const { change, plan, id } = restored(model, kept, at);
        applyOps(model, change.ops);
        expect(budgetsOf(model, id)).toEqual(kept[at]?.budgetsBefore);
        expect(plan).toMatchObject({ isExact: true, broughtBack: [], differs: [] });
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('after schools and sources were removed or altered: to the cent, or it says what differs', () => {
    let exactWithSchoolsBack = 0;
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 8 }), fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const kept = edited(model, random, () => true);
        if (kept.length === 0) return;
        const at = random.whole(0, kept.length - 1);
        const { change, plan, id } = restored(model, kept, at);
        applyOps(model, change.ops);
        const same = JSON.stringify(budgetsOf(model, id)) === JSON.stringify(kept[at]?.budgetsBefore);
        if (plan.isExact) expect(budgetsOf(model, id)).toEqual(kept[at]?.budgetsBefore);
        else expect(plan.differs).not.toEqual([]);
        if (same && plan.broughtBack.some((text) => text.includes('school'))) exactWithSchoolsBack++;
      }),
      { numRuns: 120 },
    );
    // Otherwise the property would hold without a single school ever having come back.
    expect(exactWithSchoolsBack).toBeGreaterThan(0);
  }, 60_000);

  it('changes nothing that exists, refers to nothing missing, and one undo takes it away row for row', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 8, valid: true }), fc.integer(), (rows, seed) => {
        const model = new Model(rows);
        const random = new Random(seed);
        const kept = edited(model, random, () => true);
        if (kept.length === 0) return;
        const before = byKey(model.toRows());
        const budgets = budgetsOf(model, 1);
        const { change } = restored(model, kept, random.whole(0, kept.length - 1));
        // Working it out has left the document as it was.
        expect(byKey(model.toRows())).toEqual(before);
        expect(change.ops.every((op) => op.before === null)).toBe(true);
        expect(findConflict(model, change.ops)).toBeNull();
        applyOps(model, change.ops);
        expect(findBrokenReference(model, change.ops)).toBeNull();
        expect(budgetsOf(model, 1)).toEqual(budgets);
        applyOps(model, invertOps(change.ops));
        expect(byKey(model.toRows())).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
