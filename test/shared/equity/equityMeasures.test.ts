import { describe, expect, it } from 'vitest';
import type { EquityData } from '../../../src/shared/equity/EquityData.ts';
import {
  type EquityMeasure,
  type EquityMeasures,
  equityMeasures,
  type MeasureOptions,
} from '../../../src/shared/equity/equityMeasures.ts';
import { likeSchools } from '../../../src/shared/equity/likeSchools.ts';
import { plainSchools, type SchoolSketch, sketchData } from './sketch.ts';

const NEED: Pick<MeasureOptions, 'amount' | 'needs'> = { amount: 'total', needs: ['need:POV'] };
const one = (found: EquityMeasures, id: EquityMeasure['id']): EquityMeasure =>
  found.measures.find((each) => each.id === id)!;
const current = (data: EquityData) => ({ data, amount: 'current', name: 'current budgets' }) as const;

describe('measures of equity', () => {
  it('each say what they mean, and which way is better', () => {
    const found = equityMeasures(
      sketchData(
        plainSchools([
          [10, 4_000],
          [60, 6_000],
        ]),
      ),
      NEED,
    );
    expect(found.measures.map(({ id, text, better }) => [id, text, better])).toEqual([
      ['variation', '20.0%', 'lower'],
      ['rangeRatio', '0.500', 'lower'],
      ['mcLoone', '0.800', 'one'],
      ['verstegen', '1.200', 'one'],
      ['gini', '0.100', 'lower'],
      ['theil', '0.0201', 'lower'],
      ['horizontal', '20.0%', 'lower'],
      ['vertical', '', 'higher'],
      ['beyondNeed', '', 'lower'],
      ['correlation:need:POV', '', 'higher'],
      ['slope:need:POV', '$40.00', 'higher'],
    ]);
    expect(one(found, 'rangeRatio').sentence).toBe(
      'The pupil at the 95th percentile has 50.0% more than the pupil at the 5th; lower is more equal.',
    );
    for (const { sentence, change, changeSentence } of found.measures) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined/);
      expect([change, changeSentence]).toEqual([NaN, null]);
    }
  });

  it('tell their change against current budgets, over the schools that have one', () => {
    const schools: SchoolSketch[] = plainSchools([
      [10, 5_000],
      [40, 5_600],
      [60, 6_100],
      [90, 6_500],
    ]).map((school) => ({ ...school, current: [600_000 - school.pov! * 500, 100] }));
    const fresh: SchoolSketch = { code: 'N', pupils: 50, pov: 50, free: 900_000 };
    const data = sketchData([...schools, fresh]);
    const found = equityMeasures(data, { ...NEED, baseline: current(data) });
    const slope = one(found, 'slope:need:POV');
    expect(slope.before).toBeCloseTo(-5, 9);
    expect(slope.change).toBeCloseTo(equityValue(sketchData(schools), 'slope:need:POV') + 5, 9);
    expect(slope.isBetter).toBe(true);
    expect(slope.changeSentence).toMatch(
      /^Up from −\$5\.00 in current budgets to \$\d+\.\d\d: more money follows Need POV\.$/,
    );
    // The value itself is of every school, the new one as well.
    expect(slope.value).not.toBeCloseTo(slope.before + slope.change, 3);
    expect(found.notes[0]).toBe('Changes are taken over the 4 schools found on both sides.');
  });

  it('call a change that nobody sees none', () => {
    const schools: SchoolSketch[] = plainSchools([
      [10, 5_000],
      [40, 6_000],
      [60, 7_000],
    ]).map((school) => ({ ...school, current: [school.free, 100] }));
    const data = sketchData(schools);
    const found = equityMeasures(data, { ...NEED, baseline: current(data) });
    expect(one(found, 'gini')).toMatchObject({
      isBetter: null,
      changeSentence: `Unchanged against current budgets (${one(found, 'gini').text}).`,
    });
  });

  it('compare with another scenario school by school, whatever the order', () => {
    const before = sketchData(
      plainSchools([
        [10, 5_000],
        [40, 6_000],
        [60, 7_000],
      ]),
      { name: 'Last year' },
    );
    const after = sketchData(
      [
        ...plainSchools([
          [10, 5_500],
          [40, 6_000],
          [60, 6_500],
        ]),
      ].reverse(),
      { name: 'Plan' },
    );
    const found = equityMeasures(after, { ...NEED, baseline: { data: before, amount: 'total', name: before.name } });
    expect(one(found, 'gini').isBetter).toBe(true);
    expect(one(found, 'mcLoone').isBetter).toBe(true);
    expect(one(found, 'verstegen').changeSentence).toMatch(/^Down from 1\.083 in Last year to 1\.042: more equal\.$/);
  });

  it.each([
    ['nobody', [], 'No school has this amount, so there is nothing to measure.'],
    ['one school', [[10, 5_000]], 'One school alone cannot be unequal; a measure needs at least two.'],
    [
      'no money',
      [
        [10, 0],
        [20, 0],
      ],
      'No school has any of this money.',
    ],
  ] as const)('say why there is none: %s', (_, pairs, problem) => {
    const found = equityMeasures(sketchData(plainSchools(pairs)), NEED);
    for (const id of ['variation', 'gini', 'theil', 'rangeRatio'] as const) {
      expect(one(found, id)).toMatchObject({ value: NaN, text: '', problem, sentence: problem });
    }
  });

  it('are perfect where every pupil has the same, and then nothing follows need', () => {
    const found = equityMeasures(
      sketchData(
        plainSchools([
          [10, 5_000],
          [20, 5_000],
          [70, 5_000],
        ]),
      ),
      NEED,
    );
    expect(
      ['variation', 'rangeRatio', 'mcLoone', 'verstegen', 'gini', 'theil', 'horizontal'].map(
        (id) => one(found, id as 'gini').value,
      ),
    ).toEqual([0, 0, 1, 1, 0, 0, 0]);
    expect(one(found, 'slope:need:POV').value).toBeCloseTo(0, 12);
    expect(one(found, 'correlation:need:POV').problem).toBe(
      'Need POV or the amount is the same at every school, or there are too few schools.',
    );
  });

  it('hold schools without the amount apart', () => {
    const data = sketchData(
      plainSchools([
        [10, 5_000],
        [20, 5_500],
        [70, 6_000],
      ]).map((school, at) => (at === 0 ? school : { ...school, current: [500_000, 100] as const })),
    );
    const found = equityMeasures(data, { ...NEED, amount: 'current' });
    expect(found).toMatchObject({ schools: 2, missing: 1 });
    expect(found.notes).toContain('1 school without current budget left out.');
  });
});

function equityValue(data: EquityData, id: EquityMeasure['id']): number {
  return one(equityMeasures(data, NEED), id).value;
}

describe('like schools', () => {
  it('are of one level and near in need', () => {
    const level = (code: string, pairs: readonly (readonly [number, number])[], from: number): SchoolSketch[] =>
      plainSchools(pairs).map((school, at) => ({ ...school, level: code, code: `${from + at}` }));
    const low = [
      [5, 5_000],
      [6, 5_500],
      [7, 5_000],
      [8, 5_500],
    ] as const;
    const high = [
      [90, 8_000],
      [91, 8_000],
      [92, 8_000],
      [93, 8_000],
    ] as const;
    const data = sketchData([...level('ES', [...low, ...high], 10), ...level('HS', [[50, 9_999]], 30)]);
    const found = likeSchools(data, 'total');
    expect(found.groups.map(({ label, rows, dollars }) => [label, rows, dollars])).toEqual([
      ['Level ES, band 1 of 2', [0, 1, 2, 3], 5_250],
      ['Level ES, band 2 of 2', [4, 5, 6, 7], 8_000],
    ]);
    expect(found.alone).toBe(1);
    // √((4 × 250²) ÷ 8) ÷ 6,625.
    expect(found.variation).toBeCloseTo(Math.sqrt(31_250) / 6_625, 12);
    expect(found.groups[0]!.variation).toBeCloseTo(250 / 5_250, 12);
  });

  it('are none where every school is alone', () => {
    const data = sketchData([
      { code: 'A', pupils: 10, free: 1 },
      { code: 'B', pupils: 10, free: 2, level: 'HS' },
    ]);
    expect(likeSchools(data, 'total')).toEqual({ variation: NaN, groups: [], alone: 2 });
  });
});
