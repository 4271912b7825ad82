import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import { buildDistrict, type DistrictSketch } from '../fixtures/district.ts';

/** Schools with typed comparison amounts: an unlocked source pays each its dollars by a measure. */
type School = readonly [code: string, comparison: number, current: number | null, then: number, now: number];

function district(schools: readonly School[], sketch: Partial<DistrictSketch>): Calculation {
  const cents = (dollars: number) => Math.round(dollars * 100);
  const amountCents = schools.reduce((sum, [, dollars]) => sum + cents(dollars), 0);
  const model = buildDistrict({
    levels: ['ES'],
    needs: ['ALL'],
    schools: schools.map(([code]) => ({ code, level: 'ES' })),
    counts: schools.map(([code, , , , now]) => [code, 'ES', 'ALL', now * 100] as const),
    measures: schools.map(([code, dollars]) => [code, 'dollars', String(dollars)] as const),
    current: schools.flatMap(([code, , current, then]) =>
      current === null ? [] : [[code, cents(current), then * 100] as const],
    ),
    ...sketch,
    sources: [
      { code: 'F', amountCents, status: 'unlock', method: 'proportional', formula: 'dollars' },
      ...(sketch.sources ?? []),
    ],
  });
  return new Calculation(model, 1);
}

const byCode = ({ schools }: Calculation, column: Float64Array) =>
  Object.fromEntries(schools.map(({ code }, at) => [code, column[at]]));

/** England, six-digit data: 98.5 % per pupil, cap 0 %, scaling 1.474 %. */
const ENGLAND: readonly School[] = [
  ['A', 3_877_247, 3_729_668, 766, 729],
  ['B', 1_604_288.26, 1_380_826.8, 413, 425],
];

describe('England: 98.5 % per pupil, cap 0 %, scaling 1.474 %', () => {
  it('takes 4,830.8 and 2,702.4 from two gainers', () => {
    const calculation = district(ENGLAND, {
      floors: { holdHarmlessPercent: 985_000, basis: 'per_pupil', payer: 'gainers', capPercent: 0, scaling: 14_740 },
    });
    const { deduction, floor, topUp } = calculation.results;
    expect([...deduction].map((cents) => (cents / 100).toFixed(1))).toEqual(['4830.8', '2702.4']);
    // 3,729,668.00 ÷ 766 × 729 × 98.5 % and 1,380,826.80 ÷ 413 × 425 × 98.5 %, by desk calculator.
    expect(byCode(calculation, floor)).toEqual({ A: 349_627_161, B: 139_963_346 });
    expect([...topUp]).toEqual([0, 0]);
    expect(calculation.results.topUps).toMatchObject({ totalCents: 0, paidCents: 0, shortCents: 0 });
    // What was taken and nobody needs stands left in the source, and every dollar is somewhere.
    expect(calculation.results.topUps.surplusCents).toBe(deduction[0]! + deduction[1]!);
    expect(calculation.results.sources[0]!.leftCents).toBe(deduction[0]! + deduction[1]!);
    expect(calculation.results.tieOut.tiesOut).toBe(true);
  });

  it('solves the scaling for a loser who needs exactly what 1.474 % gives', () => {
    const loser: School = ['C', 992_466.78, 1_000_000, 100, 100];
    const calculation = district([...ENGLAND, loser], {
      floors: { holdHarmlessPercent: 1_000_000, basis: 'per_pupil', payer: 'gainers', capPercent: 0, solve: 'scaling' },
    });
    const { results } = calculation;
    expect(byCode(calculation, results.topUp)).toEqual({ A: 0, B: 0, C: 753_322 });
    expect(results.deduction[0]! + results.deduction[1]!).toBe(753_322);
    const { numerator, denominator } = results.topUps.scaling!;
    expect(Number(numerator) / Number(denominator)).toBeCloseTo(0.01474, 6);
    expect(results.tieOut.tiesOut).toBe(true);
  });
});

describe('who pays for 100.00 that one school lacks', () => {
  /** A is 100.00 under its budget, B 300.00 and C 100.00 above, D is new. */
  const SCHOOLS: readonly School[] = [
    ['A', 900, 1000, 10, 10],
    ['B', 1300, 1000, 10, 10],
    ['C', 1100, 1000, 10, 10],
    ['D', 700, null, 0, 10],
  ];
  const held = { holdHarmlessPercent: 1_000_000 };
  const RESERVE = { code: 'R', amountCents: 6_000, status: 'lock', method: 'none' } as const;
  const OFFICE = { code: 'O', amountCents: 18_000, status: 'lock', method: 'none' } as const;
  const BOOKS = { ...OFFICE, code: 'P', restriction: 'restricted', eligibility: 'oneOf(code, "B")' } as const;

  it('a reserve that suffices', () => {
    const { results } = district(SCHOOLS, {
      sources: [OFFICE],
      floors: { ...held, payer: 'reserve', reserveSource: 'O' },
    });
    expect([...results.topUp]).toEqual([10_000, 0, 0, 0]);
    expect([...results.deduction]).toEqual([0, 0, 0, 0]);
    expect([...results.total]).toEqual([100_000, 130_000, 110_000, 70_000]);
    expect(results.sources[1]).toMatchObject({ centralCents: 8_000, schoolsCents: 10_000, leftCents: 0 });
    expect(results.tieOut.tiesOut).toBe(true);
  });

  it('a reserve that is 40.00 short', () => {
    const { results } = district(SCHOOLS, {
      sources: [RESERVE],
      floors: { ...held, payer: 'reserve', reserveSource: 'R' },
    });
    expect(results.topUps).toMatchObject({ totalCents: 10_000, paidCents: 6_000, shortCents: 4_000 });
    expect(results.sources[1]).toMatchObject({ centralCents: 0, schoolsCents: 6_000, leftCents: 0 });
    expect(results.tieOut).toMatchObject({ tiesOut: false, centralCents: 0, leftCents: -4_000 });
    expect(results.tieOut.problems).toEqual([
      'Top-ups of 100.00 are short by 40.00: Source R (R) cannot pay more. Lower the floor, or choose another reserve.',
    ]);
  });

  it('restricted money tops up nobody it may not reach', () => {
    const { results } = district(SCHOOLS, {
      sources: [BOOKS],
      floors: { ...held, payer: 'reserve', reserveSource: 'P' },
    });
    expect(results.topUps).toMatchObject({ paidCents: 0, shortCents: 10_000 });
    expect(results.sources[1]).toMatchObject({ centralCents: 18_000, schoolsCents: 0 });
  });

  it('central parts pro rata', () => {
    const { results } = district(SCHOOLS, { sources: [RESERVE, OFFICE, BOOKS], floors: { ...held, payer: 'central' } });
    // Without a choice all pay; P may not pay A, so R and O take its part over, one quarter and three quarters.
    expect(results.sources.map((source) => source.topUpCents)).toEqual([0, 2_500, 7_500, 0]);
    const chosen = district(SCHOOLS, {
      sources: [RESERVE, OFFICE, BOOKS],
      payingSources: ['R', 'P'],
      floors: { ...held, payer: 'central' },
    }).results;
    expect(chosen.sources.map((source) => source.topUpCents)).toEqual([0, 6_000, 0, 0]);
    expect(chosen.topUps.shortCents).toBe(4_000);
  });

  it('gainers, by a scaling of one quarter', () => {
    const { results } = district(SCHOOLS, { floors: { ...held, payer: 'gainers', solve: 'scaling' } });
    expect([...results.deduction]).toEqual([0, 7_500, 2_500, 0]);
    expect(results.topUps.scaling).toMatchObject({ numerator: 10_000n, denominator: 40_000n });
    expect(results.sources[0]).toMatchObject({ leftCents: 0, topUpCents: 10_000, deductionCents: 10_000 });
    expect(results.tieOut.tiesOut).toBe(true);
  });

  it('gainers, by a cap of 20 %', () => {
    const { results } = district(SCHOOLS, { floors: { ...held, payer: 'gainers', solve: 'cap' } });
    expect([...results.deduction]).toEqual([0, 10_000, 0, 0]);
    expect(results.topUps.scaling).toEqual({ numerator: 1n, denominator: 1n });
    const { numerator, denominator } = results.topUps.capPercent!;
    expect(Number(numerator) / Number(denominator)).toBe(20);
  });

  it('gainers who lose only what a typed scaling takes', () => {
    const { results } = district(SCHOOLS, {
      floors: { ...held, payer: 'gainers', capPercent: 100_000, scaling: 250_000 },
    });
    expect([...results.deduction]).toEqual([0, 5_000, 0, 0]);
    expect(results.topUps).toMatchObject({ totalCents: 10_000, paidCents: 5_000, shortCents: 5_000 });
  });

  it('everyone above the floor; with a minimum the new school stands above one as well', () => {
    const floors = { ...held, useMinimums: 'yes', payer: 'above_floor' } as const;
    const { results } = district(SCHOOLS, { schoolMinimums: [['D', 'amount', 60_000]], floors });
    expect([...results.floor]).toEqual([100_000, 100_000, 100_000, 60_000]);
    expect([...results.deduction]).toEqual([0, 6_000, 2_000, 2_000]);
  });

  it('the formula, lowered for everyone', () => {
    const { results } = district(SCHOOLS, { floors: { ...held, payer: 'formula' } });
    const [source] = results.sources;
    expect(results.topUps.loweredCents).toBe(results.topUps.totalCents);
    expect(source).toMatchObject({ leftCents: 0, schoolsCents: 400_000, topUpCents: results.topUps.totalCents });
    // 900 + 1300 + 1100 + 700 lowered by X: A loses 22.5 % of X and gets it back, so X = 100 + 0.225 X = 129.03.
    expect(results.topUps.loweredCents).toBe(12_903);
    expect(results.total[0]).toBe(100_000);
    expect(results.tieOut.tiesOut).toBe(true);
  });

  it('nobody: the amount missing is told', () => {
    const { results } = district(SCHOOLS, { floors: held });
    expect(results.tieOut.problems).toEqual(['Top-ups of 100.00 have no payer. Choose who pays.']);
  });
});

describe('where there is no solution', () => {
  it('one school’s gap is larger than all gains: the amount missing is told, and everyone is down at its limit', () => {
    const schools: readonly School[] = [
      ['A', 100, 1000, 10, 10],
      ['B', 1300, 1000, 10, 10],
      ['C', 1100, 1000, 10, 10],
    ];
    for (const solve of ['scaling', 'cap'] as const) {
      const { results } = district(schools, { floors: { holdHarmlessPercent: 1_000_000, payer: 'gainers', solve } });
      expect([...results.topUp]).toEqual([90_000, 0, 0]);
      expect([...results.deduction]).toEqual([0, 30_000, 10_000]);
      expect(results.topUps.shortCents).toBe(50_000);
      expect(results.tieOut.tiesOut).toBe(false);
    }
  });

  it('all schools are at their floors and the pool is too small: the formula cannot pay', () => {
    const schools: readonly School[] = [
      ['A', 900, 1000, 10, 10],
      ['B', 1000, 1050, 10, 10],
    ];
    const { results } = district(schools, { floors: { holdHarmlessPercent: 1_000_000, payer: 'formula' } });
    expect(results.topUps).toMatchObject({ totalCents: 15_000, paidCents: 0, shortCents: 15_000, loweredCents: 0 });
  });
});

describe('floors', () => {
  it('minimums of a K-8 school by its pupils at each level, its own amount instead, and the highest floor', () => {
    const model = (sketch: Partial<DistrictSketch>) =>
      new Calculation(
        buildDistrict({
          levels: ['ES', 'MS'],
          needs: ['ALL'],
          schools: [
            { code: 'K8', level: 'ES' },
            { code: 'M', level: 'MS' },
            { code: 'new', level: 'MS' },
          ],
          counts: [
            ['K8', 'ES', 'ALL', 30_000],
            ['K8', 'MS', 'ALL', 15_050],
            ['M', 'MS', 'ALL', 10_000],
          ],
          sources: [{ code: 'F', amountCents: 0, status: 'lock', method: 'none' }],
          current: [['M', 60_000_000, null]],
          levelMinimums: [
            ['ES', 'per_pupil', 4_000_000_000],
            ['MS', 'per_pupil', 4_300_123_400],
          ],
          ...sketch,
        }),
        1,
      );
    const on = { useMinimums: 'yes', holdHarmlessPercent: 900_000 } as const;
    // 300 × 4,000 + 150.5 × 4,300.1234 = 1,847,168.5717; M: 100 × 4,300.1234 against 90 % of 600,000.
    expect([...model({ floors: on }).results.floor]).toEqual([184_716_857, 54_000_000, Number.NaN]);
    expect([...model({ floors: { ...on, holdHarmlessPercent: null } }).results.floor]).toEqual([
      184_716_857,
      43_001_234,
      Number.NaN,
    ]);
    const own = model({ floors: on, schoolMinimums: [['K8', 'amount', 1_234_567]], exempt: ['M'] });
    expect([...own.results.floor]).toEqual([1_234_567, Number.NaN, Number.NaN]);
    expect([...model({}).results.floor]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    // A level's amount is for each school of the level, beside the dollars per pupil of other levels.
    const amounts = model({
      floors: { useMinimums: 'yes' },
      levelMinimums: [
        ['ES', 'per_pupil', 4_000_000_000],
        ['MS', 'amount', 50_000_000],
      ],
    });
    expect([...amounts.results.floor]).toEqual([120_000_000, 50_000_000, 50_000_000]);
    expect(model({ floors: { ...on, basis: 'per_pupil' } }).results.findings).toMatchObject([
      { rule: 'floor-no-pupils', severity: 'warns' },
      { rule: 'floor-short' },
    ]);
  });

  it('counts only the sources in the comparison', () => {
    const sources = [
      { code: 'G', amountCents: 5_000, status: 'grant', method: 'table' },
      { code: 'L', amountCents: 9_000, status: 'lock', method: 'table', compare: 'out' },
    ] as const;
    const sketch = (compare: 'in' | 'out') => ({
      sources: [{ ...sources[0], compare }, sources[1]],
      table: [
        ['G', 'A', 5_000],
        ['L', 'A', 9_000],
      ] as const,
      floors: { holdHarmlessPercent: 1_000_000 },
    });
    const schools: readonly School[] = [['A', 900, 1000, 10, 10]];
    expect(district(schools, sketch('out')).results.topUp[0]).toBe(10_000);
    const { results } = district(schools, sketch('in'));
    expect(results.comparison[0]).toBe(95_000);
    expect(results.topUp[0]).toBe(5_000);
    // 900.00 formula + 50.00 grant + 50.00 top-up; the lock stays outside the total.
    expect(results.total[0]).toBe(100_000);
  });
});
