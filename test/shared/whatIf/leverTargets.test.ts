import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import {
  IN_DOLLARS,
  leverKey,
  leverLabel,
  leverNote,
  leverOps,
  leverTarget,
  leverText,
  leverUnit,
  leverValue,
  parseLeverText,
  possibleLevers,
  suggestLever,
  UNIT_BOUNDS,
} from '../../../src/shared/whatIf/leverTargets.ts';
import { FLOORS, sharesDistrict } from './sharesDistrict.ts';

const poverty = leverTarget('weight', { weightSet: 'District weights', level: 'HS', need: 'POV' });
const everyPoverty = { ...poverty, level: '' };
const ofHigh = leverTarget('share', { source: 'CS', level: 'HS' });
const onePerUnit = [
  poverty,
  ofHigh,
  leverTarget('central', { source: 'GEN' }),
  leverTarget('central', { source: 'T1', need: IN_DOLLARS }),
  leverTarget('holdHarmless'),
  leverTarget('minimum', { level: 'HS' }),
  leverTarget('minimum', { level: 'HS', need: IN_DOLLARS }),
  leverTarget('cap'),
  leverTarget('scaling'),
  leverTarget('enrollment', { level: 'HS' }),
  leverTarget('revenue'),
];

describe('levers read', () => {
  it('as the sheets write the same numbers', () => {
    const texts = [
      3_400, 450_000, 450_000, 1_250_000, 985_000, 5_000_500_000, 1_250_050, 15_000, 722_007, -30_000, 50_000,
    ];
    expect(onePerUnit.map((target, at) => leverText(target, texts[at]!))).toEqual([
      ...['0.34', '45%', '45%', '$12,500', '98.5%', '$5,000.50', '$12,500.50', '1.5%', '0.722007', '−3%', '+5%'],
    ]);
    expect(leverText(leverTarget('holdHarmless'), 0)).toBe('off');
    expect(leverText(leverTarget('minimum', { level: 'HS' }), 3_741_000_000)).toBe('$3,741');
  });

  it('and what is read can be typed', () => {
    const targets = fc.constantFrom(...onePerUnit);
    const drawn = targets.chain((target) => {
      const [min, max] = UNIT_BOUNDS[leverUnit(target)];
      return fc.tuple(
        fc.constant(target),
        fc.oneof(fc.integer({ min, max: Math.min(max, 3_000_000) }), fc.constant(max)),
      );
    });
    fc.assert(
      fc.property(drawn, ([target, value]) => {
        expect(parseLeverText(target, leverText(target, value))).toBe(value);
      }),
    );
    expect(parseLeverText(poverty, '13,75')).toBe(
      '"13,75" has a comma where the decimal point belongs. Type a weight with at most four decimals, such as 0.34.',
    );
    expect(parseLeverText(leverTarget('holdHarmless'), ' Off ')).toBe(0);
  });

  it('by name, and say what moves along', () => {
    const model = sharesDistrict();
    const labels = [everyPoverty, { ...ofHigh, need: 'POV' }, ...onePerUnit].map((target) => leverLabel(model, target));
    expect(labels).toEqual([
      'Poverty weight, every level',
      'Share of Poverty, High in Class size fund',
      'Poverty weight, High',
      'Share of High in Class size fund',
      'Central share of General fund',
      'Central share of Title I',
      'Floor',
      'Minimum per pupil, High',
      'Minimum a school, High',
      'Cap on gains',
      'Scaling of gains',
      'Enrollment, High',
      'All revenue',
    ]);
    expect(leverLabel(model, leverTarget('enrollment', { need: 'POV' }))).toBe('Enrollment of Poverty');
    expect(leverNote(model, ofHigh)).toContain('other levels');
    expect(leverNote(model, { ...ofHigh, need: 'POV' })).toContain('other needs of High');
    expect(leverNote(model, poverty)).toBeNull();
    const everywhere = leverTarget('weight', { weightSet: poverty.weightSet, need: poverty.need });
    expect(leverNote(model, everywhere, 1)).toBe('Sets the same weight at every level.');
    for (const op of leverOps(model, 1, poverty, 9_900)) model.put(op);
    expect(leverNote(model, everywhere, 1)).toContain('where they differ now');
    expect(leverNote(model, leverTarget('holdHarmless'), 1)).toContain('Nobody pays for floors yet');
    expect(leverNote(sharesDistrict({ floorDecision: [FLOORS] }), leverTarget('holdHarmless'), 1)).toBeNull();
    const plans = [{ scenario: 1, weightSet: 'Plan B', position: 1 }, ...model.toRows().weightSet];
    expect(leverLabel(sharesDistrict({ weightSet: plans }), poverty)).toBe('Poverty weight, High (District weights)');
  });
});

describe('levers stand', () => {
  it('where the scenario has them', () => {
    const model = sharesDistrict({ floorDecision: [FLOORS] });
    expect(onePerUnit.slice(0, 6).map((target) => leverValue(model, 1, target))).toEqual([
      ...[2_300, 300_000, 450_000, 0, 985_000, 0],
    ]);
    expect(leverValue(sharesDistrict(), 1, leverTarget('holdHarmless'))).toBe(0);
  });

  it('or say why they have nothing to move', () => {
    const model = sharesDistrict();
    const floors = (fields: Partial<typeof FLOORS>) => sharesDistrict({ floorDecision: [{ ...FLOORS, ...fields }] });
    const adopted = model.toRows().scenario.map((row) => ({ ...row, status: 'adopted' as const }));
    const said: [unknown, string][] = [
      [leverValue(model, 1, { ...poverty, level: 'XX' }), 'The level "XX" is no longer in the document.'],
      [leverValue(model, 1, { ...poverty, need: 'XX' }), 'The need "XX" is no longer in the document.'],
      [leverValue(model, 1, { ...poverty, weightSet: 'Plan B' }), 'This scenario has no weight set "Plan B".'],
      [leverValue(model, 9, poverty), 'This scenario is no longer in the document.'],
      [leverValue(sharesDistrict({ scenario: adopted }), 1, poverty), '"Current plan" is adopted'],
      [leverValue(model, 1, { ...ofHigh, source: 'GEN' }), 'General fund is not paid by shares'],
      [leverValue(model, 1, leverTarget('central', { source: 'T1' })), 'is an amount in this scenario'],
      [
        leverValue(model, 1, leverTarget('central', { source: 'GEN', need: IN_DOLLARS })),
        'is a percent in this scenario',
      ],
      [leverValue(model, 1, leverTarget('minimum', { level: 'HS' })), 'Minimums are not used'],
      [leverValue(model, 1, leverTarget('cap')), 'Gainers do not pay'],
      [leverValue(floors({}), 1, leverTarget('scaling')), 'The scaling is solved'],
      [leverValue(floors({ solve: 'cap' }), 1, leverTarget('cap')), 'The cap is solved'],
    ];
    for (const [value, sentence] of said) expect(value).toContain(sentence);
    const [one, other] = [model.toRows().level.slice(0, 1), leverTarget('share', { source: 'CS', level: 'ES' })];
    expect(leverValue(sharesDistrict({ level: one }), 1, other)).toContain('only one share');
  });

  it('and with nothing to move, or where they stand already, move nothing', () => {
    const model = sharesDistrict();
    for (const target of [...onePerUnit, everyPoverty]) {
      const value = leverValue(model, 1, target);
      expect(leverOps(model, 1, target, typeof value === 'number' ? value : 1)).toEqual([]);
    }
    expect(leverOps(model, 1, poverty, Number.NaN)).toEqual([]);
  });
});

describe('moving', () => {
  const percents = (model: Model) => ['ES', 'MS', 'HS'].map((level) => model.get('share', 1, 'CS', level, '')?.percent);

  it('a share keeps the proportions of the others, and all still total 100 %', () => {
    const model = sharesDistrict();
    applyOps(model, leverOps(model, 1, ofHigh, 400_000));
    expect(percents(model)).toEqual([428_571, 171_429, 400_000]);
  });

  it('a share to 100 % and back, in one move, loses nothing', () => {
    const [model, held] = [sharesDistrict(), sharesDistrict()];
    applyOps(model, leverOps(model, 1, ofHigh, 1_000_000, { likes: [held] }));
    expect(percents(model)).toEqual([0, 0, 1_000_000]);
    applyOps(model, leverOps(model, 1, ofHigh, 300_000, { likes: [held] }));
    expect(percents(model)).toEqual([500_000, 200_000, 300_000]);
  });

  it('shares total exactly 100 % wherever any of them goes', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('ES', 'MS', 'HS'), fc.integer({ min: 0, max: 1_000_000 })));
    fc.assert(
      fc.property(moves, (all) => {
        const model = sharesDistrict();
        for (const [level, value] of all) {
          applyOps(model, leverOps(model, 1, { ...ofHigh, level }, value));
          expect(leverValue(model, 1, { ...ofHigh, level })).toBe(value);
          expect(percents(model).reduce<number>((sum, percent) => sum + (percent ?? 0), 0)).toBe(1_000_000);
        }
      }),
    );
  });

  it('a weight of every level sets them all, and where it stood gives each its own again', () => {
    const model = sharesDistrict();
    applyOps(model, leverOps(model, 1, poverty, 3_000));
    const start = new Model(model.toRows());
    applyOps(model, leverOps(model, 1, everyPoverty, 3_400, { start }));
    expect(['ES', 'MS', 'HS'].map((level) => leverValue(model, 1, { ...poverty, level }))).toEqual([
      3_400, 3_400, 3_400,
    ]);
    applyOps(model, leverOps(model, 1, everyPoverty, 2_300, { start }));
    expect(['ES', 'MS', 'HS'].map((level) => leverValue(model, 1, { ...poverty, level }))).toEqual([
      2_300, 2_300, 3_000,
    ]);
  });

  it('a floor that is off turns floors on as the sheet would, and off again', () => {
    const model = sharesDistrict();
    const floor = leverTarget('holdHarmless');
    applyOps(model, leverOps(model, 1, floor, 985_000));
    expect(model.get('floorDecision', 1)).toMatchObject({
      holdHarmlessPercent: 985_000,
      payer: null,
      useMinimums: 'no',
    });
    applyOps(model, leverOps(model, 1, floor, 0));
    expect(model.get('floorDecision', 1)?.holdHarmlessPercent).toBeNull();
  });

  it('is taken to whole units within what a document may hold', () => {
    const model = sharesDistrict();
    applyOps(model, leverOps(model, 1, poverty, 3_400.4));
    expect(leverValue(model, 1, poverty)).toBe(3_400);
    applyOps(model, leverOps(model, 1, leverTarget('revenue'), -9_000_000));
    expect(leverValue(model, 1, leverTarget('revenue'))).toBe(-1_000_000);
  });
});

describe('what can be a lever', () => {
  const sample = new Model(sampleModelRows());
  const floors = sharesDistrict({ floorDecision: [FLOORS] });

  it('is offered once, with a label of its own, limits around where it stands and a step that fits', () => {
    for (const model of [sample, floors]) {
      const possible = possibleLevers(model, 1);
      expect(new Set(possible.map(({ target }) => leverKey(target))).size).toBe(possible.length);
      expect(new Set(possible.map(({ label }) => label)).size).toBe(possible.length);
      for (const { target, label } of possible) {
        const lever = suggestLever(model, 1, target);
        if (typeof lever === 'string') throw new Error(`${label}: ${lever}`);
        const value = leverValue(model, 1, target) as number;
        const [least, most] = UNIT_BOUNDS[leverUnit(target)];
        expect(lever.minimum, label).toBeGreaterThanOrEqual(least);
        expect(lever.maximum, label).toBeLessThanOrEqual(most);
        expect(lever.minimum <= value && value <= lever.maximum, label).toBe(true);
        const steps = (lever.maximum - lever.minimum) / lever.step;
        expect(steps >= 20 && steps <= 1_000, `${label}: ${steps} steps`).toBe(true);
      }
    }
  });

  it('is of every kind where the scenario decides all', () => {
    const kinds = new Set(possibleLevers(floors, 1).map(({ target }) => target.kind));
    expect([...kinds].sort()).toEqual([
      ...['cap', 'central', 'enrollment', 'holdHarmless', 'minimum', 'revenue', 'share', 'weight'],
    ]);
    const typed = sharesDistrict({ floorDecision: [{ ...FLOORS, solve: null }] });
    expect(possibleLevers(typed, 1).map(({ label }) => label)).toContain('Scaling of gains');
  });

  it('is not what has nothing to move', () => {
    expect(suggestLever(floors, 1, leverTarget('scaling'))).toContain('solved');
    expect(possibleLevers(sharesDistrict(), 1).map(({ label }) => label)).not.toContain('Cap on gains');
  });
});
