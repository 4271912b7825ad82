import { describe, expect, it } from 'vitest';
import { equityMeasures } from '../../../src/shared/equity/equityMeasures.ts';
import { ghostArrows } from '../../../src/shared/equity/ghostArrows.ts';
import type { YearScope } from '../../../src/shared/years/YearScope.ts';
import { YearData, yearBaseline, yearDistrict, yearsWithBudgets } from '../../../src/shared/years/yearDistrict.ts';
import { yearMean } from '../../../src/shared/years/yearMeans.ts';
import { fittingBy, type YearSeriesOptions, yearSeries } from '../../../src/shared/years/yearSeries.ts';
import { type Line, sketchYears } from './sketchYears.ts';

const SCHOOLS = [
  { code: 'A', pupils: 100, free: 600_000, pov: 20, el: 10 },
  { code: 'B', pupils: 300, free: 2_100_000, pov: 150, el: 30, level: 'HS' },
];
const READING: readonly Line[] = [
  ['2023-24', 'A', 'Reading', '', 40],
  ['2023-24', 'B', 'Reading', '', 60],
  ['2024-25', 'A', 'Reading', '', 44],
  ['2024-25', 'B', 'Reading', '', 62],
];
const PUPILS: readonly Line[] = ['2023-24', '2024-25'].flatMap((year): Line[] => [
  [year, 'A', 'Pupils', '', 100],
  [year, 'B', 'Pupils', '', 300],
]);
const ask = (part: Partial<YearSeriesOptions>): YearSeriesOptions => ({
  ...{ measure: 'Reading', group: '', by: 'district', need: 'POV' },
  ...part,
});
const values = (points: readonly { readonly value: number }[]): number[] => points.map(({ value }) => value);

describe('the mean of a year', () => {
  it('is by pupils where they are known at half of the schools or more', () => {
    const a = { code: 'A', value: 40, pupils: 10_000 };
    const b = { code: 'B', value: 60, pupils: 30_000 };
    const c = { code: 'C', value: 10, pupils: Number.NaN };
    // (40 × 100 + 60 × 300) ÷ 400
    expect(yearMean([a, b])).toMatchObject({ value: 55, pupils: 40_000, isByPupils: true });
    expect(yearMean([a, b, c])).toMatchObject({ value: 55, schools: 2, withoutPupils: 1 });
    // (40 + 10 + 10) ÷ 3: one of three is not half.
    expect(yearMean([a, c, { ...c, code: 'D' }])).toMatchObject({ value: 20, schools: 3, isByPupils: false });
    expect(yearMean([]).value).toBeNaN();
  });
});

describe('an outcome by year', () => {
  it('is the mean by pupils, for the better, and says so', () => {
    const { model, scope } = sketchYears(SCHOOLS, [...READING, ...PUPILS]);
    const series = yearSeries(model, scope, ask({}));
    // (40 × 100 + 60 × 300) ÷ 400 = 55; (44 × 100 + 62 × 300) ÷ 400 = 57.5
    expect(values(series.lines[0]!.points)).toEqual([55, 57.5]);
    expect(series.years).toEqual(['2023-24', '2024-25']);
    expect(series.sentence).toBe(
      'Reading went from 55.0% in 2023-24 to 57.5% in 2024-25, up 2.5 points, for the better.',
    );
    expect(series.notes).toContain('Means are by pupils.');
  });

  it('counts each school once where pupils are not known, and says in which year', () => {
    const { model, scope } = sketchYears(SCHOOLS, [...READING, ...PUPILS.slice(2)]);
    const series = yearSeries(model, scope, ask({}));
    expect(values(series.lines[0]!.points)).toEqual([50, 57.5]);
    expect(series.notes.join(' ')).toContain('In 2023-24 each school counts once');
  });

  it('goes by levels, and leaves a level without values out', () => {
    const { model, scope } = sketchYears(SCHOOLS, [...READING, ...PUPILS]);
    const series = yearSeries(model, scope, ask({ by: 'level' }));
    expect(series.lines.map(({ key }) => key)).toEqual(['ES', 'MS', 'HS']);
    expect(values(series.lines[0]!.points)).toEqual([40, 44]);
    expect(values(series.lines[1]!.points)).toEqual([Number.NaN, Number.NaN]);
    expect(values(series.lines[2]!.points)).toEqual([60, 62]);
  });

  it('tells the gap between a group and all pupils, by the group’s own pupils', () => {
    const lines: readonly Line[] = [
      ...READING,
      ...PUPILS,
      ...['2023-24', '2024-25'].flatMap((year): Line[] => [
        [year, 'A', 'Pupils', 'POV', 20],
        [year, 'B', 'Pupils', 'POV', 180],
      ]),
      ['2023-24', 'A', 'Reading', 'POV', 30],
      ['2023-24', 'B', 'Reading', 'POV', 40],
      ['2024-25', 'A', 'Reading', 'POV', 34],
      ['2024-25', 'B', 'Reading', 'POV', 49],
    ];
    const { model, scope } = sketchYears(SCHOOLS, lines);
    const series = yearSeries(model, scope, ask({ by: 'groups' }));
    // (30 × 20 + 40 × 180) ÷ 200 = 39; (34 × 20 + 49 × 180) ÷ 200 = 47.5
    expect(values(series.lines.find(({ key }) => key === 'POV')!.points)).toEqual([39, 47.5]);
    expect(series.gaps[0]!.values).toEqual([39 - 55, 47.5 - 57.5]);
    expect(series.sentence).toBe(
      'Need POV stands 10.0 points below all pupils in 2024-25; in 2023-24 it stood 16.0 points below: the gap has narrowed by 6.0 points.',
    );
    const against = yearSeries(model, scope, ask({ by: 'groups', reference: 'POV' }));
    expect(against.gaps[0]!.values).toEqual([16, 10]);
  });

  it('tells how all pupils move where no group stands beside them', () => {
    const { model, scope } = sketchYears(SCHOOLS, [...READING, ...PUPILS]);
    const series = yearSeries(model, scope, ask({ by: 'groups' }));
    expect(series.lines).toHaveLength(1);
    expect(series.sentence).toBe(
      'Reading went from 55.0% in 2023-24 to 57.5% in 2024-25, up 2.5 points, for the better.',
    );
  });

  it('makes fifths anew each year by the need of that year', () => {
    const schools = Array.from({ length: 10 }, (_, at) => ({
      ...{ code: `S${at}`, pupils: 100, free: 1_000, pov: at * 10 },
    }));
    // In the first year the need runs the other way round.
    const lines = schools.flatMap(({ code }, at): Line[] => [
      ['2023-24', code, 'Pupils', '', 100],
      ['2023-24', code, 'Pupils', 'POV', 90 - at * 10],
      ['2023-24', code, 'Reading', '', at],
      ['2024-25', code, 'Pupils', '', 100],
      ['2024-25', code, 'Pupils', 'POV', at * 10],
      ['2024-25', code, 'Reading', '', at],
      ['2025-26', code, 'Reading', '', at],
    ]);
    const { model, scope } = sketchYears(schools, lines);
    const series = yearSeries(model, scope, ask({ by: 'fifths' }));
    // Two schools a fifth: the least poor are S9 and S8 in the first year, S0 and S1 later.
    expect(values(series.lines[0]!.points)).toEqual([8.5, 0.5, 0.5]);
    expect(values(series.lines[4]!.points)).toEqual([0.5, 8.5, 8.5]);
    expect(series.gaps[0]!.values).toEqual([-8, 8, 8]);
    expect(series.sentence).toContain('the two have changed places');
    expect(series.notes.join(' ')).toContain('The need of 2025-26 is not known');
  });

  it('says in words what it cannot: no values, one year, a measure that is gone', () => {
    const { model, scope } = sketchYears(SCHOOLS, READING.slice(0, 2));
    expect(yearSeries(model, scope, ask({})).sentence).toBe(
      'There are values of Reading in 2023-24 only; a second year would show how it moves. It is 50.0%.',
    );
    expect(yearSeries(model, scope, ask({ measure: 'Math' })).problem).toBe('There is no measure "Math".');
    expect(yearSeries(model, scope, ask({ measure: 'Budget' })).problem).toBeNull();
    const none = sketchYears(SCHOOLS, []);
    expect(yearSeries(none.model, none.scope, ask({})).problem).toContain('There is no value of Reading');
  });

  it('never shows a school or a group that may not be seen', () => {
    const lines: readonly Line[] = [
      ...READING,
      ...PUPILS,
      ['2023-24', 'A', 'Reading', 'EL', 20],
      ['2023-24', 'A', 'Pupils', 'EL', 4],
    ];
    const { model, scope } = sketchYears(SCHOOLS, lines);
    const publicly: YearScope = {
      ...scope,
      seesSchool: (code) => code !== 'B',
      seesGroup: (pupils) => pupils !== null && pupils >= 1_000,
    };
    const series = yearSeries(model, publicly, ask({ by: 'groups' }));
    expect(values(series.lines.find(({ key }) => key === 'all')!.points)).toEqual([40, 44]);
    expect(values(series.lines.find(({ key }) => key === 'EL')!.points)).toEqual([Number.NaN, Number.NaN]);
    expect(series.notes).toContain('Groups of too few pupils are not shown.');
  });
});

const BUDGETS: readonly Line[] = [
  ...PUPILS,
  ['2023-24', 'A', 'Budget', '', 400_000],
  ['2023-24', 'B', 'Budget', '', 1_800_000],
  ['2023-24', 'A', 'Pupils', 'POV', 50],
  ['2023-24', 'B', 'Pupils', 'POV', 60],
  // Closed since.
  ['2023-24', 'X', 'Budget', '', 1_000_000],
  ['2023-24', 'X', 'Pupils', '', 100],
];

describe('budgets by year', () => {
  it('are dollars over pupils of the year, closed schools included, and run to the scenario', () => {
    const { model, scope } = sketchYears(SCHOOLS, BUDGETS);
    const series = yearSeries(model, scope, ask({ measure: 'Budget' }));
    // (400,000 + 1,800,000 + 1,000,000) ÷ 500 = 6,400; now (600,000 + 2,100,000) ÷ 400 = 6,750
    expect(values(series.lines[0]!.points)).toEqual([6_400, 6_750]);
    expect(series.hasNow).toBe(true);
  });

  it('spread as the variation of hand, and correlate with the need of their own year', () => {
    const { model, scope } = sketchYears(SCHOOLS, BUDGETS.slice(0, -2));
    const spread = yearSeries(model, scope, ask({ measure: 'Budget', by: 'spread' }));
    // $4,000 at 100 and $6,000 at 300: mean 5,500, variance (100 × 1,500² + 300 × 500²) ÷ 400 = 750,000
    expect(spread.lines[0]!.points[0]!.value).toBeCloseTo(Math.sqrt(750_000) / 5_500, 12);
    const needs = yearSeries(model, scope, ask({ measure: 'Budget', by: 'needs' }));
    // Two schools make a line by themselves: no correlation is told of them.
    expect(needs.lines[0]!.points[0]!.value).toBeNaN();
  });

  it('have no groups, and outcomes no spread', () => {
    expect(fittingBy({ kind: 'amount' } as never, 'groups')).toBe('district');
    expect(fittingBy({ kind: 'outcome' } as never, 'spread')).toBe('district');
  });
});

describe('an earlier year as a district', () => {
  it('has its own dollars per pupil and need shares, and no share where need is not known', () => {
    const { model, scope } = sketchYears(SCHOOLS, BUDGETS);
    expect(yearsWithBudgets(model)).toEqual(['2023-24']);
    const district = yearDistrict(model, '2023-24', 1);
    if (typeof district === 'string') throw new Error(district);
    const data = new YearData(district);
    expect([...data.column('current')]).toEqual([4_000, 6_000, 10_000]);
    expect([...data.column('need:POV')]).toEqual([0.5, 0.2, Number.NaN]);
    expect([...data.column('need:EL')]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...data.column('allNeeds')].every(Number.isNaN)).toBe(true);
    expect([...data.part([0, 2]).column('need:POV')]).toEqual([0.5, Number.NaN]);
    expect(data.order('need:POV')[0]).toBe(1);

    const baseline = yearBaseline(district);
    const arrows = ghostArrows(scope.data, 'total', baseline.data, baseline.amount, 'need:POV');
    expect(arrows.map(({ fromX, fromY, toX, toY }) => [fromX, fromY, toX, toY])).toEqual([
      [0.5, 4_000, 0.2, 6_000],
      [0.2, 6_000, 0.5, 7_000],
    ]);
    const { measures } = equityMeasures(scope.data, { amount: 'total', baseline });
    const variation = measures.find(({ id }) => id === 'variation')!;
    // Over the two schools of both sides: then √750,000 ÷ 5,500, now mean 6,750 and √187,500.
    expect(variation.before).toBeCloseTo(Math.sqrt(750_000) / 5_500, 12);
    expect(variation.value).toBeCloseTo(Math.sqrt(187_500) / 6_750, 12);
  });

  it('says what is missing', () => {
    const { model } = sketchYears(SCHOOLS, [...PUPILS, ['2022-23', 'A', 'Budget', '', 5]]);
    expect(yearDistrict(model, '2023-24', 1)).toBe('There are no budgets of 2023-24. Add them in Years and outcomes.');
    expect(yearDistrict(model, '2022-23', 1)).toContain('There are no pupils of 2022-23');
    expect(yearsWithBudgets(model)).toEqual([]);
  });

  it('leaves out schools that may not be seen', () => {
    const { model } = sketchYears(SCHOOLS, BUDGETS);
    const district = yearDistrict(model, '2023-24', 1);
    if (typeof district === 'string') throw new Error(district);
    const data = yearBaseline(district, (code) => code !== 'B').data;
    expect(Array.from({ length: data.count }, (_, row) => data.code(row))).toEqual(['A', 'X']);
  });

  it('tells a share of few pupils only as such, as the board does now', () => {
    const few: readonly Line[] = [
      ...BUDGETS,
      ['2023-24', 'A', 'Pupils', 'EL', 3],
      ['2023-24', 'B', 'Pupils', 'EL', 30],
    ];
    const { model } = sketchYears(SCHOOLS, few);
    const district = yearDistrict(model, '2023-24', 1);
    if (typeof district === 'string') throw new Error(district);
    const { data } = yearBaseline(district, undefined, 1_000);
    // 3 of 100 are told as under 10 of 100, and stand half way there.
    expect([...data.shownColumn('need:EL')].slice(0, 2)).toEqual([0.05, 0.1]);
    expect(data.part([0, 1]).shareLimit(0, 'need:EL')).toEqual({ side: 'under', share: 0.1 });
  });
});
