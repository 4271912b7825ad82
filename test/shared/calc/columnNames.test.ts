import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { districtRows } from '../../fixtures/district.ts';

/** $100 over two schools in proportion to a measure with the given header, as a formula writes its name. */
function split(header: string, formula: string, further: readonly string[] = []): Calculation {
  return new Calculation(
    new Model(
      districtRows({
        levels: ['ES'],
        needs: ['ALL'],
        schools: [
          { code: '1', level: 'ES' },
          { code: '2', level: 'ES' },
        ],
        counts: [],
        sources: [{ code: 'S', amountCents: 10_000, status: 'unlock', method: 'proportional', formula }],
        measures: [header, ...further].flatMap((measure) => [
          ['1', measure, '0.25'] as const,
          ['2', measure, '0.75'] as const,
        ]),
      }),
    ),
    1,
  );
}

describe('a column’s name in a formula', () => {
  it.each([
    ['opportunity_index', 'opportunity_index'],
    ['Opportunity Index', 'opportunity_index'],
    ['opportunity index', 'measure("OPPORTUNITY_INDEX")'],
    ['OpportunityIndex', 'opportunity_index'],
  ])('%s is found by %s', (header, formula) => {
    expect([...(split(header, formula).results.sources[0]?.amounts ?? [])]).toEqual([2_500, 7_500]);
  });

  it('is not guessed where two columns are alike', () => {
    const { stopped } = split('Opportunity Index', 'opportunity_index', ['OPPORTUNITY_INDEX']).results.sources[0] ?? {};
    expect(stopped?.sentence).toMatch(/opportunity_index/);
  });

  it('is the very name first, however alike another is', () => {
    const calculation = split('opportunity_index', 'opportunity_index', ['Opportunity Index']);
    expect(calculation.results.sources[0]?.stopped).toBeNull();
  });
});
