import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagesAndActuals } from '../../../src/shared/equity/actuals.ts';
import { ghostArrows } from '../../../src/shared/equity/ghostArrows.ts';
import { highNeed } from '../../../src/shared/equity/highNeed.ts';
import { needAndSpending } from '../../../src/shared/equity/needAndSpending.ts';
import { type NeedGroups, needGroups } from '../../../src/shared/equity/needGroups.ts';
import { plainSchools, type SchoolSketch, sketchData } from './sketch.ts';

const SCATTER = { amount: 'total', against: 'need:POV', weighting: 'schools' } as const;
const FIFTHS = { amount: 'total', by: 'need:POV', groups: 5, equal: 'schools', stack: 'restriction' } as const;

describe('need and spending', () => {
  it('tells the line in dollars for a percentage point', () => {
    const found = needAndSpending(
      sketchData(
        plainSchools([
          [0, 5_000],
          [50, 6_000],
          [100, 7_500],
        ]),
      ),
      SCATTER,
    );
    expect(found.fit!.intercept).toBeCloseTo(4_916.6667, 3);
    expect(found.fit!.slope).toBeCloseTo(2_500, 9);
    expect(found.equation).toBe('$4,917 + $25.00 × Need POV in percent');
    expect(found.sentence).toBe(
      'Total budget per pupil rises by $25 for each percentage point of Need POV (R² 0.99, p = 0.073, 3 schools).',
    );
    expect([found.steps[0]!.x, found.steps.at(-1)!.x]).toEqual([0, 1]);
    for (const { y, mean, school } of found.steps) {
      expect(school.low).toBeLessThan(mean.low);
      expect(mean.low).toBeLessThan(y);
      expect(mean.high).toBeGreaterThan(y);
    }
  });

  it('labels a school far from the others, by name', () => {
    const schools = plainSchools(
      Array.from({ length: 20 }, (_, at) => [at * 5, 5_000 + at * 50 + (at % 2) * 40] as const),
    );
    const far = schools.map((school, at) => (at === 7 ? { ...school, free: school.free + 150_000 } : school));
    const found = needAndSpending(sketchData(far), SCATTER);
    expect(found.outliers.map(({ code, name }) => [code, name])).toEqual([['08', 'School 08']]);
    expect(found.outliers[0]!.dollars).toBeGreaterThan(1_300);
    expect(needAndSpending(sketchData(schools), SCATTER).outliers).toEqual([]);
  });

  it.each([
    ['nobody', [], 'No school has both values, so there is nothing to draw. Choose another amount or need.'],
    ['one school', [[40, 5_000]], 'Only one school has both values; a line needs at least two.'],
    [
      'the same need',
      [
        [40, 5_000],
        [40, 6_000],
      ],
      'Need POV is the same at every school, so there is no line to fit. Choose another need.',
    ],
  ] as const)('says why there is no line: %s', (_, pairs, problem) => {
    const found = needAndSpending(sketchData(plainSchools(pairs)), SCATTER);
    expect(found).toMatchObject({ fit: null, problem, sentence: problem });
  });

  it('says so where a line is all there is, or nothing differs', () => {
    const two = needAndSpending(
      sketchData(
        plainSchools([
          [0, 5_000],
          [50, 6_000],
        ]),
      ),
      SCATTER,
    );
    expect(two.notes).toContain('Two schools make a line by themselves; nothing can be said of its certainty.');
    expect(two.fit!.slopeP).toBeNaN();
    expect(two.sentence).not.toContain('NaN');
    const flat = needAndSpending(
      sketchData(
        plainSchools([
          [0, 5_000],
          [50, 5_000],
          [70, 5_000],
        ]),
      ),
      SCATTER,
    );
    expect(flat.sentence).toBe('Total budget per pupil is $5,000 at every school.');
  });

  it('leaves out schools without a value and counts them', () => {
    const schools: SchoolSketch[] = plainSchools([
      [0, 5_000],
      [20, 5_500],
      [60, 6_000],
    ]).map((school, at) => (at === 1 ? school : { ...school, current: [school.free - 10_000, 100] }));
    const found = needAndSpending(sketchData(schools), { ...SCATTER, amount: 'current' });
    expect([...found.rows]).toEqual([0, 2]);
    expect(found.notes[0]).toBe('1 school has no value for this picture and is left out.');
  });
});

describe('schools high in a second need', () => {
  const schools = plainSchools([5, 10, 20, 30, 60].map((pov) => [pov, 5_000] as const)).map((school, at) => ({
    ...school,
    el: [40, 0, 10, 55, 20][at]!,
  }));

  it('are the highest fifth, or those from a share on', () => {
    const data = sketchData(schools);
    expect(highNeed(data, 'need:EL')).toEqual({
      isHigh: Uint8Array.of(0, 0, 0, 1, 0),
      from: 0.55,
      label: 'Need EL 55.0% and more',
    });
    expect(highNeed(data, 'need:EL', 0.2)).toMatchObject({ isHigh: Uint8Array.of(1, 0, 0, 1, 1), from: 0.2 });
  });

  it('are none where all are alike', () => {
    expect(highNeed(sketchData(schools), 'need:SPED')).toEqual({
      isHigh: new Uint8Array(5),
      from: NaN,
      label: 'No school is high in Need SPED',
    });
  });
});

describe('arrows from a baseline', () => {
  it('go from school to school by code, where both are known', () => {
    const before = sketchData([
      ...plainSchools([
        [10, 5_000],
        [20, 6_000],
      ]),
      { code: 'X', pupils: 10, free: 1 },
    ]);
    const after = sketchData([
      { code: '00', pupils: 10, free: 100 },
      ...plainSchools([
        [15, 5_100],
        [20, 5_900],
      ]),
    ]);
    expect(ghostArrows(after, 'total', before, 'total', 'need:POV')).toEqual([
      { row: 1, fromX: 0.1, fromY: 5_000, toX: 0.15, toY: 5_100 },
      { row: 2, fromX: 0.2, fromY: 6_000, toX: 0.2, toY: 5_900 },
    ]);
    expect(ghostArrows(after, 'total', after, 'current', 'need:POV')).toEqual([]);
  });
});

describe('fifths and tenths of need', () => {
  const schools: SchoolSketch[] = [
    { code: 'A', pupils: 100, pov: 10, el: 50, free: 500_000 },
    { code: 'B', pupils: 300, pov: 60, free: 1_500_000, restricted: 300_000 },
    { code: 'C', pupils: 100, pov: 30, free: 650_000, restricted: 50_000 },
    { code: 'D', pupils: 400, pov: 160, el: 40, free: 2_800_000 },
    { code: 'E', pupils: 100, pov: 90, el: 10, free: 800_000, restricted: 100_000 },
  ];

  it('stack restricted and unrestricted dollars by pupils', () => {
    const found = needGroups(sketchData(schools), FIFTHS);
    expect(found.groups.map(({ dollars }) => dollars)).toEqual([5_000, 6_000, 7_000, 7_000, 9_000]);
    expect(found.groups.map(({ parts }) => parts)).toEqual([
      [5_000, 0],
      [5_000, 1_000],
      [6_500, 500],
      [7_000, 0],
      [8_000, 1_000],
    ]);
    expect(found.groups.map(({ needShares }) => needShares[1])).toEqual([0.5, 0, 0, 0.1, 0.1]);
    expect(found.sentence).toBe(
      'Total budget per pupil is $9,000 in the group with the highest Need POV, $4,000 (80.0%) more than in the group with the lowest ($5,000).',
    );
  });

  it('of pupils put large schools alone: a group is filled by what stands below', () => {
    const found = needGroups(sketchData(schools), { ...FIFTHS, equal: 'pupils' });
    // 0, 100, 400, 500 and 900 of 1,000 pupils stand below.
    expect(found.groups.map(({ rows }) => rows)).toEqual([[0, 1], [], [2, 3], [], [4]]);
    expect(found.groups[0]!.dollars).toBe(5_750);
    expect(found.notes).toContain('2 of 5 groups are empty: there are too few different schools.');
  });

  it('keep schools of the same need together, in the lower group, and say so', () => {
    const found = needGroups(
      sketchData(
        plainSchools([
          [50, 1],
          [50, 2],
          [50, 3],
          [10, 4],
          [80, 5],
        ]),
      ),
      FIFTHS,
    );
    expect(found.groups.map(({ rows }) => rows)).toEqual([[3], [0, 1, 2], [], [], [4]]);
    expect(found.notes[0]).toBe(
      '3 schools share their Need POV with another; schools of the same need stand together in the lower group.',
    );
  });

  it('say why there is nothing to show', () => {
    const problemOf = (data: Parameters<typeof needGroups>[0]): NeedGroups['problem'] =>
      needGroups(data, FIFTHS).problem;
    expect(problemOf(sketchData([]))).toMatch(/nothing to draw/);
    expect(problemOf(sketchData(plainSchools([[5, 5]])))).toMatch(/Only one school/);
    expect(
      problemOf(
        sketchData(
          plainSchools([
            [5, 5],
            [5, 9],
          ]),
        ),
      ),
    ).toMatch(/^Need POV is the same at every school/);
  });

  it('speak of dollars alone where the lowest group has none', () => {
    const found = needGroups(
      sketchData(
        plainSchools([
          [10, 0],
          [40, 100],
          [80, 900],
        ]),
      ),
      FIFTHS,
    );
    expect(found.sentence).toBe(
      'Total budget per pupil is $900 in the group with the highest Need POV, $900 more than in the group with the lowest ($0).',
    );
  });

  it('lose no school and no dollar, whichever way they are cut', () => {
    const school = fc.record({
      pupils: fc.integer({ min: 1, max: 900 }),
      part: fc.integer({ min: 0, max: 10 }),
      free: fc.integer({ min: 0, max: 5_000_000 }),
      restricted: fc.integer({ min: 0, max: 900_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(school, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(5 as const, 10 as const),
        fc.constantFrom('schools' as const, 'pupils' as const),
        fc.constantFrom('restriction' as const, 'source' as const),
        (list, groups, equal, stack) => {
          const data = sketchData(
            list.map((each, at) => ({ ...each, code: `S${at}`, pov: Math.floor((each.pupils * each.part) / 10) })),
          );
          const found = needGroups(data, { ...FIFTHS, groups, equal, stack });
          expect(found.groups.flatMap(({ rows }) => rows).toSorted((a, b) => a - b)).toEqual([...data.rows.keys()]);
          let dollars = 0;
          let last = Number.NEGATIVE_INFINITY;
          for (const group of found.groups) {
            if (group.schools === 0) continue;
            dollars += (group.dollars * group.pupils) / 100;
            expect(group.parts.reduce((a, b) => a + b)).toBeCloseTo(group.dollars, 6);
            expect(group.from).toBeGreaterThan(last);
            last = group.to;
          }
          expect(dollars).toBeCloseTo(
            list.reduce((sum, { free, restricted }) => sum + free + restricted, 0),
            3,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('averages against actuals', () => {
  const schools = plainSchools([
    [10, 8_000],
    [30, 8_000],
    [50, 8_000],
    [70, 9_000],
    [90, 9_000],
  ]).map((school, at) => ({
    ...school,
    measures: { actual: String(school.free + [30_000, 20_000, 0, -10_000, -50_000][at]!) },
  }));
  const OPTIONS = { actual: 'perPupil:actual', average: 'total', by: 'need:POV', equal: 'schools' } as const;

  it('differ by fifth of need', () => {
    const found = averagesAndActuals(sketchData(schools), OPTIONS);
    expect(found.groups.map(({ difference }) => difference)).toEqual([300, 200, 0, -100, -500]);
    expect(found.sentence).toBe(
      'By averages the fifth with the highest Need POV has $1,000 (12.5%) more per pupil than the lowest; at actual cost it has $200 (2.4%) more than the lowest.',
    );
  });

  it('are held against each other only where both are known', () => {
    const some = schools.map((school, at) => (at === 0 ? { ...school, measures: {} } : school));
    const found = averagesAndActuals(sketchData(some), OPTIONS);
    expect(found.notes).toEqual(['1 school without both amounts left out.']);
    expect(found.groups.flatMap(({ schools: count }) => count)).toEqual([1, 1, 1, 1, 0]);
  });
});
