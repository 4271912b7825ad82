import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { findOutliers } from '../../../src/shared/calc/outliers.ts';
import { buildDistrict } from '../../fixtures/district.ts';

type School = readonly [code: string, dollars: number, current: number | null, then: number | null, now: number];

function outliersOf(schools: readonly School[], limits?: Parameters<typeof findOutliers>[1]): string[] {
  const model = buildDistrict({
    levels: ['ES'],
    needs: ['ALL', 'POV'],
    schools: schools.map(([code]) => ({ code, level: 'ES' })),
    counts: schools.map(([code, , , , now]) => [code, 'ES', 'ALL', now * 100] as const),
    sources: [{ code: 'G', amountCents: 0, status: 'grant', method: 'table' }],
    table: schools.map(([code, dollars]) => ['G', code, dollars * 100] as const),
    current: schools.flatMap(([code, , current, then]) =>
      current === null ? [] : [[code, current * 100, then === null ? null : then * 100] as const],
    ),
  });
  return findOutliers(new Calculation(model, 1), limits).map(({ kind, sentence }) => `${kind}: ${sentence}`);
}

describe('outliers a director must know', () => {
  it('names schools whose money and pupils go different ways, the furthest out first', () => {
    expect(
      outliersOf(
        [
          ['A', 980, 1000, 10, 11],
          ['B', 960, 1000, 10, 12],
          ['C', 1010, 1000, 10, 9],
          ['D', 990, 1000, 10, 9],
          ['E', 1010, 1000, 10, 11],
          ['F', 500, null, null, 5],
          ['G', 999, 1000, null, 10],
        ],
        { lossPercent: 50_000, spreadPercent: 10_000_000 },
      ),
    ).toEqual([
      'lost-with-more-pupils: School B loses 40.00 with 2 more pupils.',
      'lost-with-more-pupils: School A loses 20.00 with 1 more pupil.',
      'gained-with-fewer: School C gains 10.00 with 1 fewer pupil.',
    ]);
  });

  it('names losses beyond the limit, and not at it', () => {
    const schools: readonly School[] = [
      ['A', 950, 1000, 10, 10],
      ['B', 940, 1000, 10, 10],
      ['C', 900, 1000, 10, 10],
    ];
    expect(outliersOf(schools)).toEqual([
      'lost-more-than: School C loses 10% of its current budget.',
      'lost-more-than: School B loses 6% of its current budget.',
    ]);
    expect(outliersOf(schools, { lossPercent: 100_000, spreadPercent: 150_000 })).toEqual([]);
  });

  it('holds a school against the median of schools alike, once there are enough of them', () => {
    const alike: readonly School[] = ['A', 'B', 'C'].map((code) => [code, 1000, null, null, 10] as const);
    const far: School = ['X', 1300, null, null, 10];
    expect(outliersOf([...alike, far])).toEqual([]);
    expect(outliersOf([...alike, ['D', 1000, null, null, 10], far])).toEqual([
      'per-pupil-out-of-line: School X gets 130.00 per pupil, 30% more than schools alike (100.00).',
    ]);
  });
});
