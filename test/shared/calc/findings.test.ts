import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { buildDistrict, type DistrictSketch, districtRows, type SourceSketch } from '../../fixtures/district.ts';

const BASE: DistrictSketch = {
  levels: ['ES', 'HS'],
  needs: ['ALL', 'POV'],
  schools: [
    { code: 'A', level: 'ES' },
    { code: 'B', level: 'HS' },
  ],
  counts: [
    ['A', 'ES', 'ALL', 10_000],
    ['A', 'ES', 'POV', 5000],
    ['B', 'HS', 'ALL', 20_000],
  ],
  weights: [
    ['W', 'ES', 'ALL', 10_000],
    ['W', 'HS', 'ALL', 10_000],
  ],
  measures: [
    ['A', 'index', '0.60'],
    ['B', 'index', '0.40'],
  ],
  sources: [],
};
const WEIGHTS: SourceSketch = { code: 'S', amountCents: 100_000, status: 'unlock', method: 'weights', weightSet: 'W' };
const SHARES: SourceSketch = { code: 'S', amountCents: 100_000, status: 'unlock', method: 'shares' };
const POINTS: SourceSketch = { code: 'S', amountCents: 100_000, status: 'grant', method: 'proportional' };

function district(source: SourceSketch, more: Partial<DistrictSketch> = {}): Calculation {
  return new Calculation(buildDistrict({ ...BASE, ...more, sources: [source] }), 1);
}

describe('what stops a source', () => {
  it.each<[string, SourceSketch, Partial<DistrictSketch>, RegExp]>([
    ['central-above-amount', { ...WEIGHTS, centralKind: 'amount', centralValue: 100_001 }, {}, /more than its amount/],
    ['no-method', { ...WEIGHTS, method: 'none' }, {}, /no method is chosen/],
    ['method-not-for-status', { ...WEIGHTS, status: 'grant' }, {}, /cannot be used with the status grant/],
    ['no-weight-set', { ...SHARES, method: 'weights' }, {}, /no weight set is chosen/],
    ['weight-set-unknown', { ...WEIGHTS, weightSet: 'X' }, {}, /“X”/],
    ['no-eligible-pupils', { ...WEIGHTS, eligibility: 'oneOf(code, "Z")' }, {}, /no school is eligible/],
    ['no-eligible-pupils', WEIGHTS, { counts: [] }, /have no pupils/],
    ['no-weighted-pupils', WEIGHTS, { weights: [['W', 'ES', 'ALL', 0]] }, /every weight is zero/],
    [
      'level-shares-total',
      SHARES,
      {
        shares: [
          ['S', 'ES', '', 990_000],
          ['S', 'ES', 'ALL', 1_000_000],
        ],
      },
      /total 99%/,
    ],
    [
      'need-shares-total',
      SHARES,
      {
        shares: [
          ['S', 'ES', '', 1_000_000],
          ['S', 'ES', 'ALL', 999_999],
        ],
      },
      /99.9999%/,
    ],
    [
      'empty-cell-share',
      SHARES,
      {
        shares: [
          ['S', 'HS', '', 1_000_000],
          ['S', 'HS', 'POV', 1_000_000],
        ],
      },
      /Level HS, Need POV/,
    ],
    ['no-formula', POINTS, {}, /formula is empty/],
    ['formula-unreadable', { ...POINTS, formula: 'enrollment +' }, {}, /cannot be read/],
    ['formula-error', { ...POINTS, formula: '1 / (index - 0.4)' }, {}, /School B/],
    ['formula-error', { ...POINTS, formula: 'index > 0.5' }, {}, /not a number at School A \(A\)/],
    [
      'formula-error',
      { ...POINTS, formula: 'enrollment', eligibility: 'index' },
      {},
      /not a yes or no at School A \(A\)/,
    ],
    ['negative-points', { ...POINTS, formula: 'index - 0.5' }, {}, /negative at School B \(B\)/],
    ['no-points', { ...POINTS, formula: '0 * enrollment' }, {}, /add to zero/],
    ['beyond-limits', { ...POINTS, method: 'per_school', formula: '10 ^ 12' }, {}, /900 billion/],
    [
      'beyond-limits',
      { ...POINTS, method: 'rates' },
      { rates: [['S', 'ES', 'ALL', 10_000_000_000_000]], counts: [['A', 'ES', 'ALL', 1_000_000_000]] },
      /900 billion/,
    ],
  ])('%s', (rule, source, more, sentence) => {
    const { results } = district(source, more);
    const [stopped] = results.sources;
    expect(stopped!.stopped).toMatchObject({ severity: 'stops', rule, source: 'S' });
    expect(stopped!.stopped!.sentence).toMatch(sentence);
    expect(stopped!.schoolsCents).toBe(0);
    expect(stopped!.centralCents + stopped!.leftCents).toBe(stopped!.amountCents);
    expect([...results.total]).toEqual([0, 0]);
    expect(results.findings).toContain(stopped!.stopped);
    expect(results.tieOut.tiesOut).toBe(false);
    expect(results.tieOut.problems).toContain(stopped!.stopped!.sentence);
  });

  it('a source that asks for the amounts of a stopped one stops as well, naming it', () => {
    const sources: SourceSketch[] = [
      { ...WEIGHTS, code: 'FIRST', weightSet: 'X' },
      { ...POINTS, code: 'SECOND', formula: 'amount("FIRST") + 1' },
    ];
    const { results } = new Calculation(buildDistrict({ ...BASE, sources }), 1);
    expect(results.sources[1]!.stopped).toMatchObject({ rule: 'depends-on-stopped', source: 'SECOND' });
    expect(results.sources[1]!.stopped!.sentence).toContain('Source FIRST (FIRST)');
  });
});

describe('what warns', () => {
  it('a source without decision stays central, one without revenue counts as nothing, and both say so', () => {
    const rows = districtRows({ ...BASE, sources: [WEIGHTS] });
    const { results } = new Calculation(new Model({ ...rows, decision: [], revenue: [] }), 1);
    expect(results.findings.map(({ rule }) => rule)).toEqual(['no-amount', 'undecided']);
    expect(results.sources[0]).toMatchObject({ status: 'lock', centralCents: 0, stopped: null });
  });

  it('a level with pupils and no weight at all', () => {
    const { results } = district(WEIGHTS, { weights: [['W', 'ES', 'ALL', 10_000]] });
    expect(results.findings).toMatchObject([{ severity: 'warns', rule: 'level-without-weights', level: 'HS' }]);
  });

  it('a typed amount at a school that is not eligible, which is paid as typed', () => {
    const source: SourceSketch = {
      code: 'S',
      amountCents: 500,
      status: 'grant',
      method: 'table',
      eligibility: 'oneOf(code, "B")',
    };
    const { results } = district(source, { table: [['S', 'A', 300]] });
    expect([...results.grants]).toEqual([300, 0]);
    expect(results.findings).toMatchObject([{ rule: 'table-outside-eligibility', school: 'A' }]);
    expect(results.tieOut).toMatchObject({ tiesOut: true, leftCents: 200 });
  });
});

describe('lock', () => {
  it('commits what its table says and keeps the rest central', () => {
    const source: SourceSketch = {
      code: 'S',
      amountCents: 1000,
      status: 'lock',
      method: 'table',
      centralValue: 990_000,
    };
    const { results } = district(source, { table: [['S', 'A', 300]] });
    expect(results.sources[0]).toMatchObject({ centralCents: 700, schoolsCents: 300, leftCents: 0 });
    expect([...results.locked]).toEqual([300, 0]);
    expect([...results.total]).toEqual([0, 0]);
    expect([...results.allIn]).toEqual([300, 0]);
  });

  it('is short by what its table commits beyond the amount', () => {
    const source: SourceSketch = { code: 'S', amountCents: 1000, status: 'lock', method: 'table' };
    const { results } = district(source, { table: [['S', 'A', 1300]] });
    expect(results.sources[0]).toMatchObject({ centralCents: 0, schoolsCents: 1300, leftCents: -300 });
    expect(results.tieOut.tiesOut).toBe(false);
  });
});
