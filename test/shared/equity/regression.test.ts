import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../../src/shared/equity/leastSquares.ts';
import { linearModel } from '../../../src/shared/equity/linearModel.ts';
import { netLine } from '../../../src/shared/equity/netLine.ts';
import { type RegressionOptions, regression } from '../../../src/shared/equity/regression.ts';
import reference from '../../fixtures/equity/reference.json' with { type: 'json' };
import { plainSchools, type SchoolSketch, sketchData } from './sketch.ts';

const OPTIONS: RegressionOptions = {
  amount: 'total',
  needs: ['need:POV', 'need:EL'],
  levels: true,
  logSize: true,
  weighting: 'pupils',
};

/** The district of the reference file: counts are rounded to whole pupils there, so shares come as measures. */
const district: SchoolSketch[] = reference.amount.map((dollars, at) => ({
  code: String(at).padStart(2, '0'),
  level: reference.level[at]!,
  pupils: reference.pupils[at]!,
  free: Math.round(dollars * reference.pupils[at]! * 100) / 100,
  measures: { pov: String(reference.pov[at]), el: String(reference.el[at]), sped: String(reference.sped[at]) },
}));
const FROM_MEASURES: RegressionOptions = { ...OPTIONS, needs: ['measure:pov', 'measure:el', 'measure:sped'] };

describe('a regression of the district', () => {
  it('has the coefficients R has, named in the district’s words', () => {
    const found = regression(sketchData(district), FROM_MEASURES);
    expect(found.problem).toBeNull();
    expect(found.terms.map(({ id }) => id)).toEqual([
      'intercept',
      'measure:pov',
      'measure:el',
      'measure:sped',
      'level:MS',
      'level:HS',
      'logSize',
    ]);
    for (const [at, term] of found.terms.entries()) {
      expect(term.estimate / reference.byPupils.estimate[at]!).toBeCloseTo(1, 9);
      expect(term.standardError / reference.byPupils.standardError[at]!).toBeCloseTo(1, 9);
      expect(term.p / reference.byPupils.p[at]!).toBeCloseTo(1, 8);
    }
    expect(found.terms[4]).toMatchObject({ label: 'Level MS', per: 'more than Level ES' });
    expect(found.sentence).toBe(
      'Together the columns explain 75.0% of the differences in total budget per pupil between 48 schools.',
    );
  });

  it('has the net line R’s covariance gives', () => {
    const line = netLine(regression(sketchData(district), FROM_MEASURES), 'measure:pov', 0.6);
    const [base, need, dollars, relative, low, high] = reference.net;
    const end = line.points.at(-1)!;
    expect(line.base / base!).toBeCloseTo(1, 9);
    expect(end.need).toBe(need);
    expect(end.dollars / dollars!).toBeCloseTo(1, 9);
    expect(end.relative).toBeCloseTo(relative!, 9);
    expect(end.relativeLow).toBeCloseTo(low!, 9);
    expect(end.relativeHigh).toBeCloseTo(high!, 9);
    expect(line.points[0]).toMatchObject({ need: 0, dollars: 0, relative: 1, relativeLow: 1, relativeHigh: 1 });
  });

  it('finds what a formula pays for a pupil with the need', () => {
    // $6,000 a pupil, $2,040 more in poverty, $1,500 more for an English learner.
    const schools = [
      [100, 10, 30],
      [200, 90, 10],
      [300, 60, 0],
      [150, 30, 40],
      [250, 200, 80],
      [90, 45, 3],
    ].map(([pupils, pov, el], at) => ({
      code: `S${at}`,
      pupils: pupils!,
      pov: pov!,
      el: el!,
      free: 6_000 * pupils! + 2_040 * pov! + 1_500 * el!,
    }));
    const found = regression(sketchData(schools), { ...OPTIONS, levels: false, logSize: false });
    expect(found.terms.map(({ estimate }) => estimate)).toEqual(
      [6_000, 2_040, 1_500].map((dollars) => expect.closeTo(dollars, 6)),
    );
    expect(found.notes).toContain(
      'The columns explain the amounts entirely: they follow the formula. Standard errors and p values mean nothing here.',
    );
    const line = netLine(found, 'need:POV');
    expect(line.sentence).toMatch(
      /^All else alike, a school with 50\.0% Need POV has \$1,020 \(\d+\.\d%\) more per pupil/,
    );
  });

  it('names columns that follow from others, and constant ones', () => {
    const schools: SchoolSketch[] = plainSchools([
      [10, 5_000],
      [20, 5_500],
      [40, 5_900],
      [60, 6_900],
      [80, 7_000],
      [90, 7_600],
    ]).map((school, at) => ({ ...school, el: school.pov! / 2, sped: 12, measures: { index: String(at % 3) } }));
    const found = regression(sketchData(schools), {
      ...OPTIONS,
      needs: ['need:POV', 'need:EL', 'need:SPED', 'measure:index'],
      logSize: false,
    });
    expect(found.terms.map(({ isAliased }) => isAliased)).toEqual([false, false, true, true, false]);
    expect(found.notes).toEqual(
      expect.arrayContaining([
        'All schools are of one level, so levels are left out.',
        'Need EL follows from Need POV and gets no coefficient.',
        'Need SPED is the same at every school and gets no coefficient.',
      ]),
    );
    expect(netLine(found, 'need:EL')).toMatchObject({
      points: [],
      problem: 'Need EL follows from Need POV and gets no coefficient.',
    });
    expect(netLine(found, 'allNeeds').problem).toMatch(/does not hold this need/);
    expect(netLine(found, 'need:POV').points.at(-1)!.dollars).toBeGreaterThan(0);
  });

  it.each([
    [0, 'No school has every value, so there is nothing to fit. Choose other columns.'],
    [
      1,
      'There is 1 school for 3 coefficients; a regression needs more schools than coefficients. Leave out needs, levels or size.',
    ],
    [
      3,
      'There are 3 schools for 3 coefficients; a regression needs more schools than coefficients. Leave out needs, levels or size.',
    ],
  ])('is refused in words with %i schools', (count, problem) => {
    const schools = plainSchools([
      [10, 5_000],
      [20, 5_600],
      [30, 5_900],
    ]).slice(0, count);
    const found = regression(sketchData(schools), { ...OPTIONS, levels: false, logSize: false });
    expect(found).toMatchObject({ model: null, terms: [], problem, sentence: problem });
    expect(netLine(found, 'need:POV').problem).toBe(problem);
  });

  it('says that nothing differs', () => {
    const found = regression(
      sketchData(
        plainSchools([
          [10, 5_000],
          [20, 5_000],
          [35, 5_000],
          [70, 5_000],
        ]),
      ),
      { ...OPTIONS, needs: ['need:POV'], levels: false, logSize: false },
    );
    expect(found.problem).toBe('Every school gets the same per pupil, so there is nothing to explain.');
  });

  it('counts schools of a single level at a time against the first that has schools', () => {
    const schools = plainSchools([
      [10, 5_000],
      [20, 5_500],
      [40, 5_900],
      [60, 6_900],
      [80, 7_000],
      [90, 7_600],
    ]).map((school, at) => ({ ...school, level: at % 2 ? 'MS' : 'HS' }));
    const found = regression(sketchData(schools), { ...OPTIONS, needs: [], logSize: false });
    expect(found.terms.map(({ id }) => id)).toEqual(['intercept', 'level:HS']);
    expect(found.notes[0]).toBe('Levels are held against Level MS.');
  });
});

describe('least squares always', () => {
  const numbers = fc
    .double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true })
    .map((value) => Math.round(value * 100) / 100);
  const sample = fc.integer({ min: 4, max: 25 }).chain((rows) =>
    fc.record({
      columns: fc.array(fc.array(numbers, { minLength: rows, maxLength: rows }), { minLength: 1, maxLength: 5 }),
      y: fc.array(numbers, { minLength: rows, maxLength: rows }),
      weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: rows, maxLength: rows }),
    }),
  );

  it('leave residuals at right angles to every column, be it aliased', () => {
    fc.assert(
      fc.property(sample, ({ columns, y, weights }) => {
        const all = columns.map((column) => Float64Array.from(column));
        const { residuals } = leastSquares(all, Float64Array.from(y), Float64Array.from(weights));
        for (const column of all) {
          let sum = 0;
          let size = 1;
          for (let row = 0; row < y.length; row++) {
            sum += weights[row]! * column[row]! * residuals[row]!;
            size += weights[row]! * Math.abs(column[row]!) * Math.abs(y[row]!);
          }
          // A column within a ten-millionth of the others counts as one of them, as in R.
          expect(Math.abs(sum) / size).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('give the coefficients of a sample in which each row stands as often as it weighs', () => {
    fc.assert(
      fc.property(sample, ({ columns, y, weights }) => {
        const repeat = (values: readonly number[]): Float64Array =>
          Float64Array.from(values.flatMap((value, row) => new Array<number>(weights[row]!).fill(value)));
        const weighted = linearModel(
          columns.map((column) => Float64Array.from(column)),
          Float64Array.from(y),
          Float64Array.from(weights),
        );
        const repeated = linearModel(columns.map(repeat), repeat(y), null);
        fc.pre(weighted.rank === columns.length + 1);
        const size = Math.max(1, ...weighted.coefficients.map(({ estimate }) => Math.abs(estimate)));
        for (const [at, { estimate }] of weighted.coefficients.entries()) {
          expect((repeated.coefficients[at]!.estimate - estimate) / size).toBeCloseTo(0, 6);
        }
        if (!Number.isNaN(weighted.rSquared)) expect(repeated.rSquared).toBeCloseTo(weighted.rSquared, 8);
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(sample, ({ columns, y }) => {
        const turn = (values: readonly number[]): Float64Array => Float64Array.from(values.toReversed());
        const one = linearModel(
          columns.map((column) => Float64Array.from(column)),
          Float64Array.from(y),
          null,
        );
        const other = linearModel(columns.map(turn), turn(y), null);
        fc.pre(one.rank === other.rank);
        for (const [row, value] of one.fitted.entries()) expect(other.fitted[y.length - 1 - row]).toBeCloseTo(value, 4);
      }),
    );
  });
});
