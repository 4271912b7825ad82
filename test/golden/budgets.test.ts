import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import { perPupilMatrices } from '../../src/shared/calc/perPupilMatrix.ts';
import { toDecimal } from '../../src/shared/calc/rational.ts';
import { buildDistrict, type DistrictSketch } from '../fixtures/district.ts';

const LEVELS = ['ES', 'MS', 'HS'];
const NEEDS = ['ALL', 'POV', 'EL', 'SPED'];
/** Whole dollars per pupil of Table 2.2, by level and need. */
const TABLE_2_2: Readonly<Record<string, readonly number[]>> = {
  ES: [3741, 1272, 636, 3442],
  MS: [3667, 1247, 513, 3154],
  HS: [4683, 1077, 749, 3887],
};
const SCHOOLS = [
  { code: 'E1', level: 'ES', counts: [420, 310, 150, 48], dollars: 2_226_156 },
  { code: 'H1', level: 'HS', counts: [1480, 702, 205, 161], dollars: 8_466_246 },
  { code: 'M1', level: 'MS', counts: [655, 401, 118, 79], dollars: 3_211_632 },
];

function table22(source: DistrictSketch['sources'][number]): DistrictSketch {
  return {
    levels: LEVELS,
    needs: NEEDS,
    schools: SCHOOLS,
    counts: SCHOOLS.flatMap(({ code, level, counts }) =>
      counts.map((count, need) => [code, level, NEEDS[need]!, count * 100] as const),
    ),
    sources: [source],
    rates: LEVELS.flatMap((level) =>
      NEEDS.map((need, at) => [source.code, level, need, TABLE_2_2[level]![at]! * 1_000_000] as const),
    ),
  };
}

describe('Table 2.2', () => {
  it.each([
    ['ES', 3741, [3400, 1700, 9200], [1272, 636, 3442]],
    ['MS', 3667, [3400, 1400, 8600], [1247, 513, 3154]],
    ['HS', 4683, [2300, 1600, 8300], [1077, 749, 3887]],
  ] as const)('%s: foundation %i times the weights, to the dollar', (level, foundation, weights, cells) => {
    // One school with 10,000 pupils of each kind; its foundation rate is fixed by the pool.
    const pupils = 10_000;
    const total = 10_000 + weights.reduce((sum, weight) => sum + weight, 0);
    const model = buildDistrict({
      levels: [level],
      needs: NEEDS,
      schools: [{ code: 'A', level }],
      counts: NEEDS.map((need) => ['A', level, need, pupils * 100] as const),
      sources: [
        {
          code: 'F',
          amountCents: foundation * total * 100,
          status: 'unlock',
          method: 'weights',
          weightSet: 'W',
          rounding: 'cent',
        },
      ],
      weights: [10_000, ...weights].map((weight, at) => ['W', level, NEEDS[at]!, weight] as const),
    });
    const rates = new Calculation(model, 1).results.sources[0]!.rates!;
    expect(toDecimal(rates[0]!, 4)).toBe(`${foundation * 100}.0000`);
    const dollars = rates.map((rate) => toDecimal({ ...rate, denominator: rate.denominator * 100n }, 0));
    expect(dollars.slice(1)).toEqual(cells.map(String));
  });

  it('gives weights and level index back at four places', () => {
    const model = buildDistrict(table22({ code: 'F', amountCents: 1_500_000_000, status: 'unlock', method: 'rates' }));
    const matrices = perPupilMatrices(new Calculation(model, 1));
    expect(matrices).toHaveLength(1);
    const [matrix] = matrices;
    const weights = matrix!.weights.map((weight) => weight && toDecimal(weight, 4));
    expect(weights).toEqual([
      ...['1.0000', '0.3400', '0.1700', '0.9201'],
      ...['1.0000', '0.3401', '0.1399', '0.8601'],
      ...['1.0000', '0.2300', '0.1599', '0.8300'],
    ]);
    expect(matrix!.levelIndex.map((index) => index && toDecimal(index, 4))).toEqual(['1.0000', '0.9802', '1.2518']);
    expect(matrix!.moneyShare).toBe(1);
  });

  it('gives the three budgets and their sum', () => {
    const model = buildDistrict(table22({ code: 'F', amountCents: 1_390_403_400, status: 'unlock', method: 'rates' }));
    const { results } = new Calculation(model, 1);
    expect([...results.total]).toEqual(SCHOOLS.map(({ dollars }) => dollars * 100));
    expect(results.totals.total).toBe(13_904_034 * 100);
    expect(results.tieOut).toMatchObject({ tiesOut: true, leftCents: 0, coverage: 1 });
  });

  it('is short by exactly the dollar that is missing', () => {
    const model = buildDistrict(table22({ code: 'F', amountCents: 1_390_403_300, status: 'unlock', method: 'rates' }));
    const { results } = new Calculation(model, 1);
    expect(results.sources[0]!.leftCents).toBe(-100);
    expect(results.tieOut.tiesOut).toBe(false);
    expect(results.tieOut.problems[0]).toContain('short by 1.00');
  });
});

describe('to the cent and to the dollar', () => {
  const pool = (amountCents: number, rounding: 'cent' | 'dollar', counts: Readonly<Record<string, number>>) => {
    const codes = Object.keys(counts);
    const model = buildDistrict({
      levels: ['ES'],
      needs: ['ALL'],
      schools: codes.map((code) => ({ code, level: 'ES' })),
      counts: codes.map((code) => [code, 'ES', 'ALL', counts[code]! * 100] as const),
      sources: [{ code: 'P', amountCents, status: 'unlock', method: 'weights', weightSet: 'W', rounding }],
      weights: [['W', 'ES', 'ALL', 10_000]],
    });
    const { results, schools } = new Calculation(model, 1);
    expect(results.tieOut.tiesOut).toBe(true);
    return Object.fromEntries(schools.map(({ code }, at) => [code, results.total[at]]));
  };

  it('Title I Example 1: largest remainder gives Davis the dollar that plain rounding loses', () => {
    const children = {
      'Valley View': 273,
      'Violet Hill': 292,
      Elemwood: 275,
      Oakdale: 78,
      Hobson: 130,
      Davis: 230,
      Takoma: 206,
      Berlieth: 176,
    };
    const dollars = {
      'Valley View': 351_579,
      'Violet Hill': 376_048,
      Elemwood: 354_155,
      Oakdale: 100_451,
      Hobson: 167_419,
      Davis: 296_203,
      Takoma: 265_294,
      Berlieth: 226_659,
    };
    const cents = Object.fromEntries(Object.entries(dollars).map(([code, amount]) => [code, amount * 100]));
    expect(pool(213_780_800, 'dollar', children)).toEqual(cents);
  });

  it('100.00 over three equal schools', () => {
    expect(pool(10_000, 'cent', { A: 7, B: 7, C: 7 })).toEqual({ A: 3334, B: 3333, C: 3333 });
  });

  it('10 whole dollars over six equal schools', () => {
    const cents = pool(1000, 'dollar', { A: 1, B: 1, C: 1, D: 1, E: 1, F: 1 });
    expect(Object.values(cents)).toEqual([200, 200, 200, 200, 100, 100]);
  });
});

describe('Boston FY16 page', () => {
  it.each([
    [80, 18_000, 580_100],
    [19, 16_000, 122_465],
    [17, 14_000, 95_878],
    [24, 13_000, 125_688],
    [44, 43_000, 762_187],
  ])('%i pupils at weight %i print as %i dollars', (count, weight, dollars) => {
    // rate = 4,028.47 × weight, typed with all its decimals; the line is rounded once, half-up to the dollar.
    const rate = 402_847 * weight;
    const model = buildDistrict({
      levels: ['ES'],
      needs: ['ALL'],
      schools: [{ code: 'A', level: 'ES' }],
      counts: [['A', 'ES', 'ALL', count * 100]],
      sources: [{ code: 'B', amountCents: 100_000_000, status: 'unlock', method: 'rates', rounding: 'dollar' }],
      rates: [['B', 'ES', 'ALL', rate]],
    });
    expect(new Calculation(model, 1).results.total[0]).toBe(dollars * 100);
  });
});

describe('Index fund', () => {
  it('6,000,000.00 by enrollment × index over the schools at or above .57', () => {
    const schools = {
      A: [520, '0.81'],
      B: [310, '0.57'],
      C: [900, '0.56'],
      D: [233, '0.72'],
      E: [645, '0.63'],
    } as const;
    const codes = Object.keys(schools) as (keyof typeof schools)[];
    const model = buildDistrict({
      levels: ['ES'],
      needs: ['ALL'],
      schools: codes.map((code) => ({ code, level: 'ES' })),
      counts: codes.map((code) => [code, 'ES', 'ALL', schools[code][0] * 100] as const),
      measures: codes.map((code) => [code, 'opportunity_index', schools[code][1]] as const),
      sources: [
        {
          code: 'PF',
          amountCents: 600_000_000,
          status: 'grant',
          method: 'proportional',
          formula: 'enrollment * opportunity_index',
          eligibility: 'opportunity_index >= 0.57',
        },
      ],
    });
    const { results } = new Calculation(model, 1);
    expect([...results.grants]).toEqual([215_629_560, 90_459_979, 0, 85_883_226, 208_027_235]);
    expect(results.tieOut.tiesOut).toBe(true);
  });
});
