import { describe, expect, test } from 'vitest';
import { withRepairs, withSchool } from '../../../src/shared/assistant/applyOffers.ts';
import { NO_REPAIRS, type Target } from '../../../src/shared/assistant/Mapping.ts';
import { suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { byKey } from '../../main/smallDistrict.ts';
import { build, emptyModel, faultsOf, importInto, META, mappingOf, scenarioOf, tableOf } from './tables.ts';

const WIDE = tableOf(
  'code|name|level|enrollment|low income|budget|region',
  '0042|Oak|K-5|420|310|$1,000,000.00|North',
  '0043|Elm|9-12|655|401|(1,234.50)|South',
);

const imported = (): Model => importInto(emptyModel(), build(WIDE, emptyModel()));

/** Rows of a table as `key=value` for reading. */
const counts = (model: Model, version: number): Record<string, number> =>
  Object.fromEntries(
    [...model.table('enrollment').values()]
      .filter((row) => row.version === version)
      .map((row) => [`${row.school} ${row.level} ${row.need}`, row.count]),
  );

describe('a first import', () => {
  test('brings schools, levels, counts, budgets and tags as new versions with their origin', () => {
    const model = imported();
    expect([...model.table('school').values()]).toEqual([
      { code: '0042', name: 'Oak', level: 'ES' },
      { code: '0043', name: 'Elm', level: 'HS' },
    ]);
    const scenario = scenarioOf(model);
    expect(counts(model, scenario.enrollmentVersion)).toEqual({
      '0042 ES ALL': 42_000,
      '0042 ES POV': 31_000,
      '0043 HS ALL': 65_500,
      '0043 HS POV': 40_100,
    });
    expect(model.get('currentBudget', scenario.currentVersion, '0043')).toMatchObject({
      amountCents: -123_450,
      pupils: null,
    });
    expect(model.get('tag', '0042', 'region')?.value).toBe('North');
    expect(model.ordered('need').map(({ code, name }) => [code, name])).toEqual([
      ['ALL', 'All students'],
      ['POV', 'Poverty'],
    ]);
    expect(model.get('inputVersion', scenario.enrollmentVersion)).toMatchObject({
      kind: 'enrollment',
      fileName: META.fileName,
      fileSha256: META.sha256,
      createdAt: META.at,
      createdBy: META.by,
    });
  });

  test('is told before: what is new, and the totals', () => {
    const { preview, faults } = build(WIDE, emptyModel());
    expect(faults).toEqual([]);
    expect(preview).toMatchObject({ rowsRead: 2, added: { count: 2 }, changed: { count: 0 }, missing: { count: 0 } });
    expect(preview.totals).toEqual([
      { what: 'All students', unit: 'pupils', before: 0, after: 107_500 },
      { what: 'Poverty', unit: 'pupils', before: 0, after: 71_100 },
      { what: 'Current budgets', unit: 'cents', before: 0, after: 99_876_550 },
    ]);
    expect(preview.versions).toEqual(['enrollment', 'current']);
    expect(preview.added.first[0]?.changes).toContainEqual({ what: 'Poverty', before: '0', after: '310' });
  });
});

test('a new need whose column is left out is not created', () => {
  const model = emptyModel();
  const mapping = mappingOf(WIDE, model);
  const columns = mapping.columns.map((column) =>
    column.header === 'low income' ? { ...column, target: { kind: 'ignore' } as const } : column,
  );
  const built = build(WIDE, model, { ...mapping, columns });
  expect(built.preview.newNeeds).toEqual([]);
  expect(built.preview.notes.join(' ')).toContain('Not imported: "low income"');
  expect(importInto(model, built).ordered('need')).toHaveLength(1);
});

describe('a second import', () => {
  test('changes, leaves and misses schools, and keeps every earlier version as it was', () => {
    const model = imported();
    const before = byKey(model.toRows());
    const former = scenarioOf(model);
    const built = build(tableOf('code|enrollment', '0042|430'), model);
    expect(built.preview).toMatchObject({
      added: { count: 0 },
      changed: { count: 1 },
      unchanged: 0,
      missing: { count: 1 },
    });
    expect(built.preview.changed.first[0]).toEqual({
      code: '0042',
      name: 'Oak',
      row: 2,
      changes: [{ what: 'All students', before: '420', after: '430' }],
    });
    expect(built.preview.missing.first[0]).toMatchObject({
      code: '0043',
      changes: [{ what: 'All students', before: '655', after: '0' }],
    });
    importInto(model, built);
    const scenario = scenarioOf(model);
    expect(scenario.enrollmentVersion).not.toBe(former.enrollmentVersion);
    expect(scenario.currentVersion).toBe(former.currentVersion);
    expect(counts(model, scenario.enrollmentVersion)).toEqual({
      '0042 ES ALL': 43_000,
      '0042 ES POV': 31_000,
      '0043 HS POV': 40_100,
    });
    const after = byKey(model.toRows());
    for (const table of ['enrollment', 'currentBudget', 'measure', 'inputVersion', 'school', 'tag'] as const) {
      expect(after[table]).toMatchObject(before[table] as object);
    }
  });

  test('keeps what missing schools had where that is chosen', () => {
    const model = imported();
    const table = tableOf('code|enrollment', '0042|420');
    const built = build(table, model, mappingOf(table, model, { missing: 'keep' }));
    expect(built.preview).toMatchObject({
      unchanged: 1,
      missing: { count: 1, first: [{ code: '0043', changes: [] }] },
    });
    expect(built.preview.notes.join(' ')).toContain('Nothing in this file differs');
    importInto(model, built);
    expect(counts(model, scenarioOf(model).enrollmentVersion)).toMatchObject({ '0043 HS ALL': 65_500 });
  });

  test('replaces a school’s pupils at all levels, and says so', () => {
    const model = imported();
    const split = tableOf('code|level|enrollment', '0042|ES|300', '0042|MS|120', '0043|HS|655');
    importInto(model, build(split, model));
    expect(counts(model, scenarioOf(model).enrollmentVersion)).toMatchObject({
      '0042 ES ALL': 30_000,
      '0042 MS ALL': 12_000,
    });
    const built = build(tableOf('code|enrollment', '0042|420', '0043|655'), model);
    expect(built.preview.notes.join(' ')).toContain('One school had pupils at several levels');
    expect(built.preview.changed.first[0]?.changes).toEqual([
      { what: 'Pupils by level', before: 'ES ALL 300, MS ALL 120', after: 'ES ALL 420' },
    ]);
    importInto(model, built);
    expect(counts(model, scenarioOf(model).enrollmentVersion)).toMatchObject({ '0042 ES ALL': 42_000 });
    expect(counts(model, scenarioOf(model).enrollmentVersion)).not.toHaveProperty('0042 MS ALL');
  });

  test('long format gives the same version as wide', () => {
    const model = imported();
    const long = tableOf(
      'code|need|count',
      '0042|All students|420',
      '0042|Low income|310',
      '0043|All students|655',
      '0043|Poverty|401',
    );
    const built = build(long, model);
    expect(faultsOf(built)).toEqual([]);
    expect(built.preview).toMatchObject({ unchanged: 2, changed: { count: 0 } });
  });
});

describe('faults', () => {
  test('each names row, column, value and reason, and one is enough for nothing to change', () => {
    const model = imported();
    const table = tableOf(
      'code|name|level|enrollment|budget',
      '0042|Oak|K-5|13,75|1.001',
      '0042|Oak|K-5|1|1',
      '|Elm|9-12|12|5',
      '0050|Fir|Charter|-4|5',
    );
    const clean = tableOf('code|name|level|enrollment|budget', '0042|Oak|K-5|13|1', '0043|Elm|HS|14|2');
    const built = build(table, model, mappingOf(clean, model));
    expect(built.change).toBeNull();
    expect(built.faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'budget', '1.001'],
      [2, 'enrollment', '13,75'],
      [3, 'code', '0042'],
      [4, 'code', ''],
      [5, 'level', 'Charter'],
      [5, 'enrollment', '-4'],
      [5, null, null],
    ]);
    for (const { reason } of built.faults) expect(reason).toMatch(/^.*[.]$/);
  });

  test('a code that would be a twin is asked about; either answer is taken', () => {
    const model = imported();
    const table = tableOf('code|name|level|enrollment', '42|Oak|ES|1', '0043|Elm|HS|2');
    const built = build(table, model);
    expect(built.faults).toMatchObject([{ row: 2, value: '42', near: [{ code: '0042', name: 'Oak' }] }]);
    const mapping = mappingOf(table, model);
    expect(build(table, model, withSchool(mapping, '42', '0042')).preview).toMatchObject({
      added: { count: 0 },
      missing: { count: 0 },
    });
    expect(build(table, model, withSchool(mapping, '42', '42')).preview).toMatchObject({
      added: { count: 1 },
      missing: { count: 1 },
    });
  });

  test('an unknown key of a file without names is a fault with near matches by code and name', () => {
    const model = imported();
    const byCode = build(tableOf('code|enrollment', '0024|5', '0043|6', '0042.0|5'), model);
    expect(byCode.faults).toMatchObject([
      { row: 2, near: [{ code: '0042' }] },
      { row: 4, near: [{ code: '0042' }] },
    ]);
    const byName = build(tableOf('school name|enrollment', 'OAK|5', 'Elmm|6'), model);
    expect(byName.faults).toMatchObject([{ row: 3, value: 'Elmm' }]);
  });

  test('an adopted scenario takes no import', () => {
    const model = imported();
    const scenario = { ...scenarioOf(model), status: 'adopted' as const };
    model.put({ table: 'scenario', before: scenarioOf(model), after: scenario });
    const built = build(WIDE, model);
    expect(built.change).toBeNull();
    expect(faultsOf(built)[0]).toContain('adopted');
  });

  const use = (header: string, target: Target) => ({ column: 0, header, target, repairs: NO_REPAIRS });
  test.each([
    ['no columns', []],
    ['no key', [use('x', { kind: 'measure', name: 'x' })]],
    ['schools and sources', [use('code', { kind: 'schoolCode' }), use('amount', { kind: 'revenueAmount' })]],
    ['two codes', [use('a', { kind: 'schoolCode' }), use('b', { kind: 'schoolCode' })]],
    ['an unknown need', [use('a', { kind: 'schoolCode' }), use('b', { kind: 'count', need: 'X', level: null })]],
    ['a hostile name', [use('a', { kind: 'schoolCode' }), use('b', { kind: 'measure', name: '__proto__' })]],
    [
      'twin names',
      [
        use('a', { kind: 'schoolCode' }),
        use('b', { kind: 'tag', name: 'Ward' }),
        use('c', { kind: 'tag', name: 'ward' }),
      ],
    ],
  ] as const)('a mapping with %s is refused', (_what, columns) => {
    const model = emptyModel();
    const built = build(WIDE, model, mappingOf(WIDE, model, { columns }));
    expect(built.change).toBeNull();
    expect(built.faultCount).toBeGreaterThan(0);
  });
});

describe('repairs', () => {
  test('are made only where they are agreed to', () => {
    const model = new Model({
      ...emptyModelRows(''),
      school: [
        { code: '0042', name: 'Oak', level: 'ES' },
        { code: '1043', name: 'Elm', level: 'ES' },
      ],
    });
    const table = tableOf('code|unit code|budget', '42|53.0|10.005', '1043|54.0|7801858.189999999');
    // The row of the unknown code is not read further.
    expect(build(table, model).faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 'code'],
      [3, 'budget'],
    ]);
    const { mapping, repairs } = suggestMapping(table, model);
    const built = build(table, model, withRepairs(mapping, repairs));
    expect(faultsOf(built)).toEqual([]);
    importInto(model, built);
    const version = scenarioOf(model).currentVersion;
    expect(model.get('currentBudget', version, '0042')?.amountCents).toBe(1_001);
    expect(model.get('currentBudget', version, '1043')?.amountCents).toBe(780_185_819);
    expect(model.get('tag', '0042', 'unit code')?.value).toBe('53');
  });

  test('percentages become points or fractions as chosen', () => {
    const model = imported();
    const table = tableOf('code|attendance rate', '0042|93.5%', '0043|90%');
    const mapping = mappingOf(table, model);
    const fraction = {
      ...mapping,
      columns: mapping.columns.map((column) => ({
        ...column,
        repairs: { ...column.repairs, percent: 'fraction' as const },
      })),
    };
    for (const [chosen, value] of [
      [mapping, '93.5'],
      [fraction, '0.935'],
    ] as const) {
      const target = importInto(imported(), build(table, imported(), chosen));
      expect(target.get('measure', scenarioOf(target).measuresVersion, '0042', 'attendance rate')?.value).toBe(value);
    }
  });
});

describe('revenues', () => {
  const table = tableOf(
    'source|amount',
    'Local property taxes|$3,977,864,579.00',
    'General state aid|1.2m',
    'Title I|50',
    'Total|3979064629',
  );

  test('come in as a new version; new sources are locked', () => {
    const model = importInto(emptyModel(), build(table, emptyModel()));
    const version = scenarioOf(model).revenuesVersion;
    expect(model.ordered('source').map(({ code, name, origin }) => [code, name, origin])).toEqual([
      ['LOCAL-PROPERTY-TAXES', 'Local property taxes', 'local'],
      ['GENERAL-STATE-AID', 'General state aid', 'state'],
      ['TITLE-I', 'Title I', 'federal'],
    ]);
    expect(model.get('revenue', version, 'GENERAL-STATE-AID')?.amountCents).toBe(120_000_000);
    expect(model.get('decision', 1, 'TITLE-I')).toMatchObject({ status: 'lock', method: 'none' });
  });

  test('a second file finds them by name, and an empty amount is no zero', () => {
    const model = importInto(emptyModel(), build(table, emptyModel()));
    const built = build(tableOf('source|amount', 'title i|60', 'General state aid|'), model);
    expect(faultsOf(built)).toEqual([expect.stringContaining('row 3 · amount')]);
    const right = build(tableOf('source|amount', 'title i|60'), model);
    expect(right.preview).toMatchObject({ changed: { count: 1 }, missing: { count: 2 }, totals: [{ after: 6_000 }] });
  });
});
