import { expect, it } from 'vitest';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { buildDistrict } from '../../../fixtures/district.ts';

/**
 * Two schools of $1,000.00 each from A; B asks how much A pays, and reaches nobody once A pays a school less than
 * $950.00. The floor of the first school stands at `floorCents`.
 */
function lowering(floorCents: number): Calculation {
  const model = buildDistrict({
    levels: ['ES'],
    needs: ['ALL'],
    schools: [
      { code: '1', level: 'ES' },
      { code: '2', level: 'ES' },
    ],
    counts: [
      ['1', 'ES', 'ALL', 10_000],
      ['2', 'ES', 'ALL', 10_000],
    ],
    weights: [['W', 'ES', 'ALL', 10_000]],
    sources: [
      { code: 'A', amountCents: 200_000, status: 'unlock', method: 'weights', weightSet: 'W', rounding: 'cent' },
      {
        code: 'B',
        amountCents: 1_000,
        status: 'unlock',
        method: 'proportional',
        formula: 'max(0, amount("A") - 950)',
        rounding: 'cent',
        compare: 'out',
      },
    ],
    floors: { useMinimums: 'yes', payer: 'formula' },
    schoolMinimums: [['1', 'amount', floorCents]],
  });
  return new Calculation(model, 1);
}

it('a source that reaches nobody once an earlier one is lowered frees nothing, and says so', () => {
  const { results } = lowering(110_000);
  const [a, b] = results.sources;
  // A frees $199.99; of its $1,800.01 the first school gets $900.01 and is $199.99 below its floor of $1,100.00.
  expect(results.topUps.totalCents).toBe(19_999);
  expect(a!.loweredCents).toBe(19_999);
  expect(b!.stopped?.rule).toBe('no-points');
  expect(b!.loweredCents).toBe(0);
  expect(results.topUps.loweredCents).toBe(results.topUps.paidCents + results.topUps.surplusCents);
  expect(results.topUps.paidCents).toBe(19_999);
});

it('a pool is lowered no further than an earlier source still reaches somebody by it', () => {
  const { results } = lowering(102_000);
  const [a, b] = results.sources;
  expect(b!.stopped).toBeNull();
  expect(results.topUps.shortCents).toBe(0);
  expect(a!.loweredCents + b!.loweredCents).toBe(results.topUps.totalCents);
});
