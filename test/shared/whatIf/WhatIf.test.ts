import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { removeCategory } from '../../../src/shared/changes/categories.ts';
import { setFloorDecision } from '../../../src/shared/changes/floors.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { AllotError } from '../../../src/shared/contract/errors.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { leverLabel, leverTarget, possibleLevers, suggestLever } from '../../../src/shared/whatIf/leverTargets.ts';
import { applyWhatIf, markScenario, WhatIf } from '../../../src/shared/whatIf/WhatIf.ts';
import { made } from '../../fixtures/scenarios.ts';
import { FLOORS, sharesDistrict } from './sharesDistrict.ts';

const poverty = leverTarget('weight', { weightSet: 'District weights', level: 'HS', need: 'POV' });
const high = leverTarget('share', { source: 'CS', level: 'HS' });
const middle = leverTarget('share', { source: 'CS', level: 'MS' });
const floor = leverTarget('holdHarmless');

/** One drag of a slider. */
function drag(whatIf: WhatIf, target: typeof poverty, ...values: number[]): void {
  whatIf.hold();
  for (const value of values) whatIf.set(target, value);
}

describe('a what-if', () => {
  it('moves budgets at once and leaves the document as it is', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    const high = whatIf.calculation.schoolIndex('7');
    const before = whatIf.calculation.results.total[high]!;
    whatIf.set(poverty, 9_000);
    expect(whatIf.calculation.results.total[high]).toBeGreaterThan(before);
    expect(whatIf.revision).toBe(1);
    expect(model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(2_300);
    expect(new Calculation(model, 1).results.total[high]).toBe(before);
  });

  it('tells which levers are not where the scenario has them', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    expect(whatIf.moved).toEqual([]);
    whatIf.set(poverty, 3_400);
    whatIf.set(high, 400_000);
    expect(whatIf.moved).toEqual([
      { target: poverty, from: 2_300, to: 3_400 },
      { target: high, from: 300_000, to: 400_000 },
    ]);
    whatIf.set(poverty, 2_300);
    expect(whatIf.moved.map(({ target }) => target)).toEqual([high]);
    expect(whatIf.startValue(high)).toBe(300_000);
  });

  it('gives each level its own weight again where a weight of every level is put back', () => {
    const model = sharesDistrict();
    applyOps(model, setWeight(model, 1, 'District weights', 'MS', 'POV', 3_400).ops);
    const whatIf = new WhatIf(model, 1);
    const every = { ...poverty, level: '' };
    drag(whatIf, every, 5_000);
    expect(whatIf.moved).toEqual([{ target: every, from: 2_300, to: 5_000 }]);
    drag(whatIf, every, 2_300);
    expect([whatIf.moved, whatIf.value({ ...poverty, level: 'MS' })]).toEqual([[], 3_400]);
    expect(applyWhatIf(model, whatIf)).toContain('No lever is moved');
  });

  it('goes back drag by drag to the scenario, and no further', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    const start = whatIf.calculation.digest();
    expect(whatIf.canGoBack).toBe(false);
    drag(whatIf, poverty, 2_500, 3_000, 3_400);
    const first = whatIf.calculation.digest();
    drag(whatIf, high, 350_000, 400_000);
    drag(whatIf, high);
    expect(whatIf.canGoBack).toBe(true);
    expect(whatIf.back()).toBe(true);
    expect(whatIf.calculation.digest()).toBe(first);
    expect(whatIf.value(poverty)).toBe(3_400);
    drag(whatIf, floor, 985_000);
    expect(whatIf.back()).toBe(true);
    expect(whatIf.calculation.digest()).toBe(first);
    expect(whatIf.back()).toBe(true);
    expect(whatIf.calculation.digest()).toBe(start);
    expect([whatIf.canGoBack, whatIf.back(), whatIf.moved.length]).toEqual([false, false, 0]);
  });

  it('comes back from a reset as from any move', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    drag(whatIf, poverty, 3_400);
    drag(whatIf, high, 400_000);
    const moved = whatIf.moved;
    whatIf.reset();
    expect(whatIf.moved).toEqual([]);
    expect(whatIf.back()).toBe(true);
    expect(whatIf.moved).toEqual(moved);
  });

  it('gives a move up that was shown on the way', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    drag(whatIf, poverty, 3_400);
    whatIf.back();
    const digest = whatIf.calculation.digest();
    whatIf.set(poverty, 2_900);
    whatIf.settle();
    expect(whatIf.calculation.digest()).toBe(digest);
  });

  it('keeps the proportions of shares while one slider is held, however far it goes', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    drag(whatIf, high, 1_000_000, 0, 300_000);
    expect(whatIf.value(middle)).toBe(200_000);
    drag(whatIf, middle, 100_000);
    drag(whatIf, high, 1_000_000, 400_000);
    // Elementary had 56.25 % of the source when High was taken hold of, Middle 10 %.
    expect(whatIf.value(middle)).toBe(90_566);
  });

  it('finds its way out of a share of 100 %, by the proportions of the scenario', () => {
    const whatIf = new WhatIf(sharesDistrict(), 1);
    drag(whatIf, high, 1_000_000);
    drag(whatIf, high, 300_000);
    expect(whatIf.value(middle)).toBe(200_000);
  });

  it('never compiles anew for a lever, so that a slider is followed at once', () => {
    const model = new Model({ ...sharesDistrict({ floorDecision: [FLOORS] }).toRows() });
    const whatIf = new WhatIf(model, 1);
    const { plan } = whatIf.calculation;
    for (const { target, label } of possibleLevers(model, 1)) {
      const lever = suggestLever(model, 1, target);
      if (typeof lever === 'string') throw new Error(lever);
      whatIf.set(target, lever.minimum);
      whatIf.set(target, lever.maximum);
      expect(whatIf.calculation.plan, label).toBe(plan);
    }
  });

  it('does not begin without its scenario', () => {
    expect(() => new WhatIf(sharesDistrict(), 9)).toThrow(AllotError);
  });
});

describe('when the document is edited', () => {
  it('takes the edit over and keeps the levers', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    drag(whatIf, poverty, 3_400);
    drag(whatIf, high, 400_000);
    const shares = whatIf.value(middle);
    applyOps(model, setWeight(model, 1, 'District weights', 'ES', 'POV', 5_000).ops);
    whatIf.rebase(model);
    expect(whatIf.value({ ...poverty, level: 'ES' })).toBe(5_000);
    expect([whatIf.value(poverty), whatIf.value(middle)]).toEqual([3_400, shares]);
    expect(whatIf.back()).toBe(true);
    expect([whatIf.value(poverty), whatIf.value(high)]).toEqual([3_400, 300_000]);
  });

  it('keeps a lever where it stands though its own number was edited', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    whatIf.set(poverty, 3_400);
    applyOps(model, setWeight(model, 1, 'District weights', 'HS', 'POV', 1_000).ops);
    whatIf.rebase(model);
    expect(whatIf.moved).toEqual([{ target: poverty, from: 1_000, to: 3_400 }]);
  });

  it('lets what was put back go with the scenario', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    drag(whatIf, poverty, 3_400);
    drag(whatIf, poverty, 2_300);
    applyOps(model, setWeight(model, 1, 'District weights', 'HS', 'POV', 1_000).ops);
    whatIf.rebase(model);
    expect([whatIf.value(poverty), whatIf.moved]).toEqual([1_000, []]);
    expect(whatIf.back()).toBe(true);
    expect(whatIf.value(poverty)).toBe(3_400);
  });

  it('stands where the scenario does once it was applied, and still goes back', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    drag(whatIf, poverty, 3_000);
    drag(whatIf, poverty, 3_400);
    applyOps(model, made(applyWhatIf(model, whatIf)).ops);
    whatIf.rebase(model);
    expect([whatIf.value(poverty), whatIf.moved]).toEqual([3_400, []]);
    whatIf.back();
    expect(whatIf.moved).toEqual([{ target: poverty, from: 3_400, to: 3_000 }]);
  });

  it('tells a lever that is gone, and leaves it out', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    drag(whatIf, poverty, 3_400);
    drag(whatIf, leverTarget('enrollment', { need: 'POV' }), 50_000);
    applyOps(model, made(removeCategory(model, 'need', 'POV')).ops);
    whatIf.rebase(model);
    expect(whatIf.value(poverty)).toContain('no longer in the document');
    expect(whatIf.moved).toEqual([]);
    expect(whatIf.calculation.digest()).toBe(new Calculation(model, 1).digest());
    expect(whatIf.canGoBack).toBe(false);
  });

  it('tells a lever that has nothing to move any more', () => {
    const model = sharesDistrict({ floorDecision: [FLOORS] });
    const whatIf = new WhatIf(model, 1);
    whatIf.set(leverTarget('cap'), 50_000);
    whatIf.set(floor, 950_000);
    applyOps(model, setFloorDecision(model, 1, { payer: 'formula' }, 'payer').ops);
    whatIf.rebase(model);
    expect(whatIf.value(leverTarget('cap'))).toContain('Gainers do not pay');
    expect(whatIf.moved).toEqual([{ target: floor, from: 985_000, to: 950_000 }]);
  });
});

describe('keeping a what-if', () => {
  it('applies it as one change that says what moved', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    whatIf.set(poverty, 3_400);
    expect(made(applyWhatIf(model, whatIf))).toMatchObject({
      kind: 'weights',
      label: 'Poverty weight, High 0.23 → 0.34',
      scenario: 1,
    });
    whatIf.set(floor, 985_000);
    expect(made(applyWhatIf(model, whatIf))).toMatchObject({
      kind: 'scenario',
      label: 'Poverty weight, High 0.23 → 0.34; Floor off → 98.5%',
    });
  });

  it('fits a document that has moved on since', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    whatIf.set(poverty, 3_400);
    applyOps(model, setWeight(model, 1, 'District weights', 'HS', 'POV', 1_000).ops);
    applyOps(model, made(applyWhatIf(model, whatIf)).ops);
    expect(model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(3_400);
  });

  it('is refused for what is adopted, where nothing moved, and under a name that is taken', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    expect(applyWhatIf(model, whatIf)).toBe('No lever is moved, so there is nothing to apply.');
    whatIf.set(poverty, 3_400);
    expect(markScenario(model, whatIf, 'current PLAN')).toBe('There is a scenario called "Current plan" already.');
    const adopted = sharesDistrict({ scenario: model.toRows().scenario.map((row) => ({ ...row, status: 'adopted' })) });
    expect(applyWhatIf(adopted, whatIf)).toContain('Mark what you see as a new scenario');
  });

  it('says in the new scenario what was moved, unless told otherwise', () => {
    const model = sharesDistrict();
    const whatIf = new WhatIf(model, 1);
    whatIf.set(poverty, 3_400);
    const of = (marked: ReturnType<typeof markScenario>) => {
      if (typeof marked === 'string') throw new Error(marked);
      const row = marked.change.ops.find(({ table }) => table === 'scenario')?.after;
      return [marked.change.kind, marked.change.label, row && 'description' in row ? row.description : null];
    };
    expect(of(markScenario(model, whatIf, ' Option B '))).toEqual([
      'scenario',
      'Mark scenario Option B, what-if of Current plan',
      'What if, from Current plan: Poverty weight, High 0.23 → 0.34.',
    ]);
    expect(of(markScenario(model, whatIf, 'Option B', 'Asked by the chair'))[2]).toBe('Asked by the chair');
  });

  it('moves every lever of the sample district and marks it to the cent', () => {
    const model = new Model(sampleModelRows());
    const whatIf = new WhatIf(model, 1);
    for (const { target, label } of possibleLevers(model, 1)) {
      const lever = suggestLever(model, 1, target);
      if (typeof lever === 'string') throw new Error(lever);
      drag(whatIf, target, lever.minimum + Math.floor((lever.maximum - lever.minimum) / lever.step / 3) * lever.step);
      expect(typeof whatIf.value(target), `${label} ${leverLabel(model, target)}`).toBe('number');
    }
    const marked = markScenario(model, whatIf, 'Everything moved');
    if (typeof marked === 'string') throw new Error(marked);
    applyOps(model, marked.change.ops);
    expect(new Calculation(model, marked.id).digest()).toBe(whatIf.calculation.digest());
    expect(model.get('scenario', marked.id)?.description.length).toBeLessThanOrEqual(4_000);
  });
});
