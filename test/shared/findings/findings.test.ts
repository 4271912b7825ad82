import { describe, expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { acceptFinding, reopenFinding } from '../../../src/shared/findings/acceptFinding.ts';
import { type DataFinding, findingKey } from '../../../src/shared/findings/DataFinding.ts';
import { DEFAULT_FINDING_SETTINGS, type FindingSettings } from '../../../src/shared/findings/FindingSettings.ts';
import { countOpen, FINDING_RULES, findings } from '../../../src/shared/findings/findings.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { buildDistrict, type DistrictSketch } from '../../fixtures/district.ts';

const QUIET: DistrictSketch = {
  levels: ['ES', 'HS'],
  needs: ['ALL', 'POV'],
  schools: [
    { code: '0042', level: 'ES', name: 'Oak' },
    { code: '0043', level: 'ES', name: 'Elm' },
  ],
  counts: [
    ['0042', 'ES', 'ALL', 42_000],
    ['0042', 'ES', 'POV', 31_000],
    ['0043', 'ES', 'ALL', 30_000],
  ],
  current: [
    ['0042', 420_000_000, null],
    ['0043', 310_000_000, 30_000],
  ],
  sources: [],
};

function find(
  sketch: Partial<DistrictSketch>,
  settings: Partial<FindingSettings> = {},
  prepare: (model: Model) => void = () => {},
): DataFinding[] {
  const model = buildDistrict({ ...QUIET, ...sketch });
  prepare(model);
  const scenario = model.get('scenario', 1);
  if (!scenario) throw new Error('no scenario');
  return findings(model, scenario, new Calculation(model, 1), { ...DEFAULT_FINDING_SETTINGS, ...settings });
}

/** What a rule finds, as keys. */
const keys = (list: readonly DataFinding[], rule: string): string[] =>
  list.filter((finding) => finding.rule === rule).map(({ key }) => key);

test('a quiet district has no findings', () => expect(find({})).toEqual([]));

test('every rule has a name of its own that the document can hold', () => {
  expect(new Set(FINDING_RULES.map(({ rule }) => rule)).size).toBe(FINDING_RULES.length);
  for (const { rule } of FINDING_RULES) expect(rule).toMatch(/^[a-z-]{3,60}$/);
});

describe('rules', () => {
  test('the same budget at two schools, but not two empty ones', () => {
    expect(
      keys(
        find({
          current: [
            ['0042', 500, null],
            ['0043', 500, null],
          ],
        }),
        'same-budget',
      ),
    ).toEqual(['500|0042|0043']);
    expect(
      keys(
        find({
          current: [
            ['0042', 0, null],
            ['0043', 0, null],
          ],
        }),
        'same-budget',
      ),
    ).toEqual([]);
  });

  test('one finance unit at two schools with budgets of their own', () => {
    const unit = (second: string) => (model: Model) => {
      model.put({ table: 'schoolColumn', before: null, after: { name: 'finance_unit', kind: 'tag', position: 0 } });
      model.put({ table: 'tag', before: null, after: { school: '0042', tag: 'finance_unit', value: '53' } });
      model.put({ table: 'tag', before: null, after: { school: '0043', tag: 'finance_unit', value: second } });
    };
    const [found] = find({}, {}, unit('53'));
    expect(found).toMatchObject({ rule: 'same-finance-unit', severity: 'warns' });
    expect(found?.cells.map(({ table, row }) => [table, row])).toEqual([
      ['tag', '0042'],
      ['currentBudget', '0042'],
      ['tag', '0043'],
      ['currentBudget', '0043'],
    ]);
    expect(find({}, {}, unit('54'))).toEqual([]);
    const same = find(
      {
        current: [
          ['0042', 500, null],
          ['0043', 500, null],
        ],
      },
      {},
      unit('53'),
    );
    expect(same.map(({ rule }) => rule)).toEqual(['same-budget']);
  });

  test('a need above enrollment at a level, and not at the same number', () => {
    const counts = (poor: number): DistrictSketch['counts'] => [...QUIET.counts, ['0043', 'ES', 'POV', poor]];
    expect(keys(find({ counts: counts(30_000) }), 'need-above-enrollment')).toEqual([]);
    expect(keys(find({ counts: counts(30_001) }), 'need-above-enrollment')).toEqual(['0043|ES|POV|30001|30000']);
    expect(keys(find({ counts: [...QUIET.counts, ['0043', 'HS', 'POV', 1]] }), 'need-above-enrollment')).toHaveLength(
      1,
    );
  });

  test('no pupils and no current budget, school by school or once for all', () => {
    expect(keys(find({ counts: QUIET.counts.slice(0, 2) }), 'no-pupils')).toEqual(['0043']);
    expect(keys(find({ counts: [] }), 'no-pupils')).toEqual(['all']);
    expect(keys(find({ current: [['0042', 5, null]] }), 'no-current-budget')).toEqual(['0043']);
    expect(keys(find({ current: [] }), 'no-current-budget')).toEqual(['all']);
  });

  test('per pupil far from its peers of the level, whichever way', () => {
    const codes = Array.from({ length: 12 }, (_, at) => `S${String(at).padStart(2, '0')}`);
    const sketch = (last: number): Partial<DistrictSketch> => ({
      schools: codes.map((code) => ({ code, level: 'ES' })),
      counts: codes.map((code) => [code, 'ES', 'ALL', 10_000] as const),
      current: codes.map((code, at) => [code, at === 11 ? last : 100_000_000 + at * 3_000_000, null] as const),
    });
    const rule = 'per-pupil-far-from-peers';
    expect(keys(find(sketch(120_000_000)), rule)).toEqual([]);
    expect(keys(find(sketch(900_000_000)), rule)).toEqual(['S11|900000000|10000']);
    expect(keys(find(sketch(20_000_000)), rule)).toEqual(['S11|20000000|10000']);
    expect(keys(find(sketch(900_000_000), { peerCount: 13 }), rule)).toEqual([]);
    expect(find(sketch(900_000_000)).find((finding) => finding.rule === rule)?.sentence).toContain(
      '$90,000.00 per pupil',
    );
  });

  test('a change in pupils beyond the percent and the number, against the measure or the current pupils', () => {
    const rule = 'pupils-changed';
    const measures = (value: string): Partial<DistrictSketch> => ({ measures: [['0042', 'enrol_sy2223', value]] });
    expect(keys(find(measures('351')), rule)).toEqual([]);
    expect(keys(find(measures('349')), rule)).toEqual(['0042|34900|42000']);
    expect(keys(find(measures('349'), { changePupils: 72 }), rule)).toEqual([]);
    expect(keys(find(measures('0')), rule)).toEqual([]);
    expect(
      keys(
        find({
          current: [
            ['0042', 420_000_000, 90_000],
            ['0043', 310_000_000, null],
          ],
        }),
        rule,
      ),
    ).toEqual(['0042|90000|42000']);
  });

  test('codes that differ only in zeros or case, of schools and of sources', () => {
    const schools = [...QUIET.schools, { code: '42', level: 'ES' }];
    const counts: DistrictSketch['counts'] = [...QUIET.counts, ['42', 'ES', 'ALL', 5_000]];
    expect(keys(find({ schools, counts }), 'similar-codes')).toEqual(['school|0042|42']);
    const source = (code: string) => ({ code, amountCents: 5, status: 'lock', method: 'none' }) as const;
    expect(keys(find({ sources: [source('T1'), source('t-1'), source('T2')] }), 'similar-codes')).toEqual([
      'source|T1|t-1',
    ]);
  });

  test('an index out of its own scale', () => {
    const codes = Array.from({ length: 40 }, (_, at) => `S${String(at).padStart(2, '0')}`);
    const sketch: Partial<DistrictSketch> = {
      schools: codes.map((code) => ({ code, level: 'ES' })),
      measures: codes.map((code, at) => [code, 'opportunity_index', at === 0 ? '57' : `0.${at + 10}`] as const),
    };
    expect(keys(find(sketch), 'index-out-of-range')).toEqual(['opportunity_index|S00|57']);
    const wide = { ...sketch, measures: codes.map((code, at) => [code, 'opportunity_index', String(at)] as const) };
    expect(keys(find(wide), 'index-out-of-range')).toEqual([]);
  });

  test('a missing index warns, and stops where a source cannot pay without it', () => {
    const measures: DistrictSketch['measures'] = [['0042', 'opportunity_index', '0.57']];
    expect(find({ measures })).toMatchObject([
      { rule: 'index-missing', severity: 'warns', key: 'opportunity_index|0043' },
    ]);
    const fund = (formula: string, eligibility = '') =>
      find({
        measures,
        sources: [{ code: 'F', amountCents: 100_000, status: 'unlock', method: 'proportional', formula, eligibility }],
      });
    const stopped = fund('enrollment * opportunity_index');
    expect(stopped.filter(({ severity }) => severity === 'stops').map(({ rule }) => rule)).toEqual([
      'formula-error',
      'index-missing',
    ]);
    expect(stopped.find(({ rule }) => rule === 'index-missing')?.cells).toMatchObject([
      { table: 'measure', row: '0043', sheet: 'schools' },
    ]);
    const listed = fund('enrollment * opportunity_index', 'oneOf(code, "0042")');
    expect(listed.filter(({ rule }) => rule === 'index-missing')).toEqual([]);
  });

  test('dollars at a school without pupils, and a rate where there is nobody', () => {
    const counts = QUIET.counts.slice(0, 2);
    const sources = [{ code: 'G', amountCents: 100_000, status: 'grant', method: 'table' }] as const;
    const rule = 'dollars-without-pupils';
    expect(keys(find({ counts, sources, table: [['G', '0043', 500]] }), rule)).toEqual(['school|G|0043|500']);
    expect(keys(find({ counts, sources, table: [['G', '0042', 500]] }), rule)).toEqual([]);
    const rates = [{ code: 'R', amountCents: 100_000, status: 'unlock', method: 'rates' }] as const;
    expect(
      keys(
        find({
          sources: rates,
          rates: [
            ['R', 'ES', 'ALL', 1_000_000],
            ['R', 'HS', 'POV', 2_000_000],
          ],
        }),
        rule,
      ),
    ).toEqual(['cell|R|HS|POV|2000000']);
  });

  test('the calculation’s own findings stand with the others, those that stop first', () => {
    const list = find({
      counts: QUIET.counts.slice(0, 2),
      sources: [{ code: 'S', amountCents: 1_000, status: 'unlock', method: 'shares' }],
      shares: [
        ['S', 'HS', '', 1_000_000],
        ['S', 'HS', 'ALL', 1_000_000],
      ],
    });
    expect(list[0]).toMatchObject({ severity: 'stops', cells: [{ sheet: 'sources', row: 'S' }] });
    expect(list.map(({ severity }) => severity)).toEqual(['stops', 'warns']);
  });
});

describe('accepting', () => {
  const made = { at: '2026-11-21T10:00:00.000Z', by: 'Maria' };

  test('keeps the note until the numbers move, and can be taken back', () => {
    const model = buildDistrict({
      ...QUIET,
      current: [
        ['0042', 500, null],
        ['0043', 500, null],
      ],
    });
    const scenario = model.get('scenario', 1);
    if (!scenario) throw new Error('no scenario');
    const list = () => findings(model, scenario, new Calculation(model, 1));
    const [first] = list();
    if (!first) throw new Error('no finding');
    const change = acceptFinding(model, first, ' two campuses ', made);
    for (const op of change.ops) expect(checkRow(op.table, op.after)).toBeNull();
    applyOps(model, change.ops);
    expect(list()[0]?.accepted).toMatchObject({ note: 'two campuses', by: 'Maria', at: made.at });
    expect(countOpen(list())).toEqual({ stops: 0, warns: 0 });
    const budget = model.get('currentBudget', 3, '0043');
    for (const code of ['0042', '0043']) {
      const before = model.get('currentBudget', 3, code);
      if (before) model.put({ table: 'currentBudget', before, after: { ...before, amountCents: 501 } });
    }
    expect(list()[0]?.accepted).toBeNull();
    expect(budget?.amountCents).toBe(500);
    applyOps(model, reopenFinding(model, { ...first }).ops);
    expect(model.table('acceptedFinding').size).toBe(0);
  });

  test('is refused for what stops a source', () => {
    const model = buildDistrict(QUIET);
    const finding: DataFinding = {
      rule: 'formula-error',
      key: 'x',
      severity: 'stops',
      sentence: 'x',
      cells: [],
      accepted: null,
    };
    expect(() => acceptFinding(model, finding, 'no', made)).toThrow(/cannot be accepted/);
  });

  test('keys of any length are kept apart within the limit', () => {
    const long = findingKey('a'.repeat(400), 'b'.repeat(400));
    expect(long.length).toBe(LIMITS.findingKeyLength);
    expect(findingKey('a'.repeat(400), `${'b'.repeat(399)}c`)).not.toBe(long);
  });
});
