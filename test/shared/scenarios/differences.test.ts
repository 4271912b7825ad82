import { describe, expect, it } from 'vitest';
import { setRate, setShare, setTableAmount } from '../../../src/shared/changes/amounts.ts';
import { applyOps, type Change } from '../../../src/shared/changes/Change.ts';
import { setCentralShare, setEligibility, setMethod } from '../../../src/shared/changes/decisions.ts';
import { setExemption, setHoldHarmless, setLevelMinimum, setPayingSource } from '../../../src/shared/changes/floors.ts';
import { enrollmentShock, revenueShock, setShock } from '../../../src/shared/changes/shocks.ts';
import { setStatus } from '../../../src/shared/changes/sources.ts';
import { addWeightSet, setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { differences } from '../../../src/shared/scenarios/differences.ts';
import { addScenario, fullDistrict, made } from '../../fixtures/scenarios.ts';

const CASES: readonly (readonly [string, (model: Model, id: number) => Change | string])[] = [
  ['Poverty weight, High: 0.23 → 0.34', (model, id) => setWeight(model, id, 'District weights', 'HS', 'POV', 3_400)],
  ['Poverty weight, High: 0.23 → none', (model, id) => setWeight(model, id, 'District weights', 'HS', 'POV', null)],
  ['Weight set Other: none → place 2', (model, id) => addWeightSet(model, id, 'Other', null)],
  ['General fund: central share 45% → 10%', (model, id) => setCentralShare(model, id, 'GEN', 'percent', 100_000)],
  ['General fund: central share 45% → 0%', (model, id) => setCentralShare(model, id, 'GEN', 'percent', 0)],
  [
    'General fund: central share 45% → $12,345.60',
    (model, id) => setCentralShare(model, id, 'GEN', 'amount', 1_234_560),
  ],
  ['General fund: method weights → shares', (model, id) => setMethod(model, id, 'GEN', 'shares')],
  [
    'General fund: eligibility every school → oneOf(level, "ES")',
    (model, id) => setEligibility(model, id, 'GEN', 'oneOf(level, "ES")'),
  ],
  ['General fund: status unlock → lock', (model, id) => setStatus(model, id, 'GEN', 'lock')],
  ['General fund: share of Elementary 40% → 41%', (model, id) => setShare(model, id, 'GEN', 'ES', '', 410_000)],
  ['General fund: share of Poverty, High none → 5%', (model, id) => setShare(model, id, 'GEN', 'HS', 'POV', 50_000)],
  [
    'General fund: rate of All students, Elementary 3,741.00 → 4,000.00',
    (model, id) => setRate(model, id, 'GEN', 'ES', 'ALL', 4_000_000_000),
  ],
  ['Title I at Lincoln: 500,000.00 → none', (model, id) => setTableAmount(model, id, 'T1', '0042', null)],
  [
    'Minimum of High: 5,000.00 per pupil → $7,000,000.00',
    (model, id) => setLevelMinimum(model, id, 'HS', { kind: 'amount', value: 700_000_000 }),
  ],
  ['Floors: hold harmless 98.5% → nobody', (model, id) => setHoldHarmless(model, id, null)],
  ['Floors: General fund pays: yes → no', (model, id) => setPayingSource(model, id, 'GEN', false)],
  ['Floors: why Roosevelt is exempt: closing → moving', (model, id) => setExemption(model, id, '7', 'moving')],
  ['Enrollment of High: −3% → +5%', (model, id) => setShock(model, id, enrollmentShock('HS', ''), 50_000)],
  ['Revenue of Title I: as projected → −10%', (model, id) => setShock(model, id, revenueShock('T1'), -100_000)],
];

describe('what differs between two scenarios', () => {
  it.each(CASES)('%s', (sentence, edit) => {
    const model = new Model(fullDistrict());
    const id = addScenario(model, 1, 'B');
    expect(differences(model, id, 1)).toEqual([]);
    applyOps(model, made(edit(model, id)).ops);
    const list = differences(model, id, 1).map((difference) => difference.sentence);
    expect(list).toContain(sentence);
    expect(list.length).toBeLessThanOrEqual(2);
    expect(differences(model, 1, id)).toHaveLength(list.length);
    expect(differences(model, 1, 1)).toEqual([]);
  });

  it('names versions of inputs with how much differs in them', () => {
    const rows = fullDistrict();
    const version = { ...rows.inputVersion[1]!, id: 9, name: 'Spring forecast' };
    const model = new Model({
      ...rows,
      inputVersion: [...rows.inputVersion, version],
      revenue: [
        ...rows.revenue,
        { version: 9, source: 'GEN', amountCents: 1 },
        { version: 9, source: 'T1', amountCents: 50_000_000 },
      ],
    });
    const id = addScenario(model, 1, 'B');
    const held = model.get('scenario', id)!;
    applyOps(model, [{ table: 'scenario', before: held, after: { ...held, revenuesVersion: 9 } }]);
    expect(differences(model, id, 1)).toEqual([
      {
        sentence: 'Revenues: Revenues → Spring forecast (1 value differs)',
        ...{ sheet: 'revenues', parts: [], column: '' },
        versions: { kind: 'revenues', before: 2, after: 9 },
      },
      {
        sentence: 'General fund, projected amount: 10,000,000.00 → 0.01',
        ...{ sheet: 'revenues', parts: ['GEN'], column: 'amountCents' },
      },
    ]);
  });
});
