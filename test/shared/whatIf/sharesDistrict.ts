import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import type { FloorDecisionRow } from '../../../src/shared/model/rows.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

/** The small district with a third source paid by shares: High 30 %, Elementary 50 %, Middle 20 %. */
export function sharesDistrict(more: Partial<ModelRows> = {}): Model {
  const rows = smallDistrict();
  const [general] = rows.decision;
  return new Model({
    ...rows,
    school: [...rows.school, { code: '9', name: 'Grant', level: 'MS' }],
    enrollment: [
      ...rows.enrollment,
      { version: 1, school: '7', level: 'HS', need: 'POV', count: 70_200 },
      { version: 1, school: '9', level: 'MS', need: 'ALL', count: 65_500 },
      { version: 1, school: '9', level: 'MS', need: 'POV', count: 40_100 },
    ],
    source: [
      ...rows.source,
      { code: 'CS', name: 'Class size fund', origin: 'state', restriction: 'unrestricted', position: 2 },
    ],
    revenue: [...rows.revenue, { version: 2, source: 'CS', amountCents: 300_000_000 }],
    decision: [...rows.decision, { ...general!, source: 'CS', method: 'shares', weightSet: null, centralValue: 0 }],
    share: [
      ...['HS', 'ES', 'MS'].map((level, at) => ({
        ...OF_CS,
        level,
        need: '',
        percent: [300_000, 500_000, 200_000][at]!,
      })),
      ...['HS', 'ES', 'MS'].flatMap((level) => [
        { ...OF_CS, level, need: 'ALL', percent: 800_000 },
        { ...OF_CS, level, need: 'POV', percent: 200_000 },
      ]),
    ],
    ...more,
  });
}

const OF_CS = { scenario: 1, source: 'CS' };

/** Floors of 98.5 % in total that gainers pay for, with the scaling solved. */
export const FLOORS: FloorDecisionRow = {
  scenario: 1,
  holdHarmlessPercent: 985_000,
  basis: 'total',
  useMinimums: 'yes',
  payer: 'gainers',
  reserveSource: null,
  capPercent: 10_000,
  scaling: null,
  solve: 'scaling',
};
