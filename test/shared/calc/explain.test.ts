import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import type { SchoolFigure } from '../../../src/shared/calc/explain/ExplainTarget.ts';
import { explain, explainSchoolText, explanationText } from '../../../src/shared/calc/explain/explain.ts';
import { perPupilMatrices } from '../../../src/shared/calc/perPupilMatrix.ts';
import type { Explanation } from '../../../src/shared/calc/results.ts';
import { formatMoney } from '../../../src/shared/text/formatNumber.ts';
import { arbitraryFloorModel } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryModel } from '../../fixtures/arbitraryModel.ts';
import { buildDistrict, type DistrictSketch } from '../../fixtures/district.ts';

const DISTRICT: DistrictSketch = {
  levels: ['ES', 'HS'],
  needs: ['ALL', 'POV'],
  schools: [
    { code: '1', level: 'HS', name: 'Jefferson High' },
    { code: '2', level: 'ES', name: 'Lakeview K-12' },
  ],
  counts: [
    ['1', 'HS', 'ALL', 148_000],
    ['1', 'HS', 'POV', 70_250],
    ['2', 'ES', 'ALL', 30_000],
    ['2', 'HS', 'ALL', 10_000],
  ],
  sources: [
    {
      code: 'F',
      name: 'Foundation',
      amountCents: 1_000_000_001,
      status: 'unlock',
      method: 'weights',
      weightSet: 'W',
      centralValue: 450_000,
    },
    {
      code: 'C',
      name: 'Categorical',
      amountCents: 100_000,
      status: 'unlock',
      method: 'weights',
      weightSet: 'W',
      rounding: 'cent',
    },
    { code: 'G', name: 'Grant', amountCents: 41_000_000, status: 'grant', method: 'table' },
  ],
  weights: [
    ['W', 'ES', 'ALL', 10_000],
    ['W', 'HS', 'ALL', 12_500],
    ['W', 'HS', 'POV', 3400],
  ],
  table: [['G', '1', 41_000_000]],
  current: [['1', 500_000_000, null]],
};

describe('explanations', () => {
  const calculation = new Calculation(buildDistrict(DISTRICT), 1);
  const { results } = calculation;

  it('says counts × published rates by need, with the line that was cut', () => {
    const { title, value, arithmetic, steps } = explain(calculation, { kind: 'amount', school: 0, source: 0 });
    // S = 5,500,000.01 − 0.00…; weighted pupils 300 + 1.25 × 1,580 + 0.34 × 702.5 = 2,513.85.
    expect(title).toBe('Jefferson High · Foundation');
    expect(arithmetic).toMatch(/^= 1,480 × 2,734\.8\d Need ALL \+ 702\.5 × 743\.8\d → [\d,]+\.\d\d Need POV$/);
    expect(value).toBe(formatMoney(results.sources[0]!.amounts[0]!));
    expect(steps.map((step) => step.title)).toEqual([
      'Foundation · Rate for Need ALL, Level HS',
      'Foundation · Rate for Need POV, Level HS',
      'Foundation · Base',
    ]);
    expect(steps[2]!.arithmetic).toBe('= 5,500,000.01 ÷ 2,513.85 weighted pupils');
  });

  it('says how the central part came about', () => {
    const central = explain(calculation, { kind: 'source', source: 0, figure: 'central' });
    // 45 % of 10,000,000.01 is 4,500,000.0045, half-up 4,500,000.00.
    expect(central.steps[0]).toMatchObject({ value: '4,500,000.00', arithmetic: '= 45% × 10,000,000.01' });
    expect(central.arithmetic).toMatch(/^= 4,500,000\.00 central share \+ [\d.]+ rounding left central$/);
    expect(central.value).toBe(formatMoney(results.sources[0]!.centralCents));
  });

  it('says who got the odd cent and why', () => {
    const notes = [0, 1].map((school) => explain(calculation, { kind: 'amount', school, source: 1 }).notes.join(' '));
    // Quotas of 1,000.00: 830.99…8 and 169.06…2 — cut down, one cent remains.
    expect(notes.filter((note) => note.includes('so it gets one'))).toHaveLength(1);
    expect(notes.filter((note) => note.includes('so it is cut down'))).toHaveLength(1);
    for (const note of notes) expect(note).toContain('1 cent of the pool remains');
  });

  it('says total, change and per pupil', () => {
    const total = explain(calculation, { kind: 'school', school: 0, figure: 'total' });
    expect(total.arithmetic).toMatch(/ \+ 410,000\.00 grants$/);
    const change = explain(calculation, { kind: 'school', school: 0, figure: 'change' });
    expect(change.arithmetic).toBe(`= ${formatMoney(results.total[0]!)} total − 5,000,000.00 current`);
    const none = explain(calculation, { kind: 'school', school: 1, figure: 'change' });
    expect(none).toMatchObject({ value: '', arithmetic: '= no current budget' });
    expect(explain(calculation, { kind: 'school', school: 1, figure: 'pupils' }).arithmetic).toBe(
      '= 300 Level ES + 100 Level HS',
    );
  });

  it('writes a school as text with every step', () => {
    const text = explainSchoolText(calculation, 0);
    expect(text).toContain('Jefferson High · Total');
    expect(text).toContain('Foundation · Weighted pupils');
    expect(text).toContain('Change from the current budget of 5,000,000.00');
  });
});

function* walk(explanation: Explanation): Generator<Explanation> {
  yield explanation;
  for (const step of explanation.steps) yield* walk(step);
}

describe('every number can be explained', () => {
  const figures: readonly SchoolFigure[] = [
    ...(['pupils', 'formula', 'grants', 'locked', 'restricted', 'unrestricted'] as const),
    ...(['total', 'allIn', 'perPupil', 'current', 'change'] as const),
  ];

  it('and its explanation states the number that is shown', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryModel({ maxSchools: 6 }), arbitraryFloorModel({ maxSchools: 6 })), (model) => {
        const calculation = new Calculation(model, 1);
        const { results, levels, needs } = calculation;
        const all: Explanation[] = [];
        const state = (explanation: Explanation, value: string): void => {
          expect(explanation.value).toBe(value);
          all.push(explanation);
        };
        for (let school = 0; school < results.schoolCount; school++) {
          for (const figure of figures) {
            const explanation = explain(calculation, { kind: 'school', school, figure });
            if (figure !== 'pupils') state(explanation, formatMoney(results[figure][school]!));
          }
          for (const figure of ['comparison', 'floor', 'topUp', 'deduction'] as const) {
            state(explain(calculation, { kind: 'floor', school, figure }), formatMoney(results[figure][school]!));
          }
          for (const figure of ['minimum', 'holdHarmless', 'gain'] as const) {
            state(
              explain(calculation, { kind: 'floor', school, figure }),
              formatMoney(results.topUps[figure][school]!),
            );
          }
          for (const [source, { amounts }] of results.sources.entries()) {
            state(explain(calculation, { kind: 'amount', school, source }), formatMoney(amounts[school]!));
          }
        }
        for (const [at, source] of results.sources.entries()) {
          const of = (figure: 'amount' | 'central' | 'schools' | 'left' | 'base') =>
            explain(calculation, { kind: 'source', source: at, figure });
          state(of('amount'), formatMoney(source.amountCents));
          state(of('central'), formatMoney(source.centralCents));
          state(of('schools'), formatMoney(source.schoolsCents));
          state(of('left'), formatMoney(source.leftCents));
          all.push(of('base'));
          for (let cell = 0; cell < levels.length * needs.length; cell++) {
            all.push(explain(calculation, { kind: 'rate', source: at, cell }));
          }
        }
        for (const profile of perPupilMatrices(calculation).keys()) {
          for (let cell = 0; cell < levels.length * needs.length; cell++) {
            all.push(explain(calculation, { kind: 'matrix', profile, cell, figure: 'rate' }));
            all.push(explain(calculation, { kind: 'matrix', profile, cell, figure: 'weight' }));
          }
          for (const level of levels.keys()) all.push(explain(calculation, { kind: 'levelIndex', profile, level }));
        }
        for (const figure of ['revenue', 'central', 'schools', 'left'] as const) {
          state(explain(calculation, { kind: 'bar', figure }), formatMoney(results.tieOut[`${figure}Cents`]));
        }
        all.push(explain(calculation, { kind: 'bar', figure: 'coverage' }));
        state(explain(calculation, { kind: 'payer' }), formatMoney(results.topUps.totalCents));
        state(explain(calculation, { kind: 'total', figure: 'total' }), formatMoney(results.totals.total));
        for (const explanation of all) {
          for (const { title, arithmetic } of walk(explanation)) {
            expect(title).not.toBe('');
            expect(arithmetic.startsWith('= ')).toBe(true);
          }
          expect(explanationText(explanation)).not.toMatch(/undefined|NaN|null|\[object/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
