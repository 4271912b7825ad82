import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTables } from '../../../src/main/imports/table/TableReader.ts';
import { withRepairs } from '../../../src/shared/assistant/applyOffers.ts';
import { suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { findings } from '../../../src/shared/findings/findings.ts';
import { build, emptyModel, faultsOf, importInto, scenarioOf } from './tables.ts';

/** Real public figures beside the repository; where they are absent the test says so and passes over. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/chicago-fy25');
const isHere = existsSync(join(FOLDER, 'schools.csv'));
if (!isHere) process.stdout.write('The Chicago figures are not beside the repository; their import is not tried.\n');

test.runIf(isHere)('the raw Chicago file comes in in one go, and its traps stand in the findings', async () => {
  const model = emptyModel();
  const [table] = (await readTables(join(FOLDER, 'schools.csv'))).sheets;
  if (!table) throw new Error('no table');
  const suggestion = suggestMapping(table, model);
  // Nothing is repaired unasked: amounts with nine decimals are faults until the person agrees to round them.
  expect(build(table, model, suggestion.mapping).change).toBeNull();
  const built = build(table, model, withRepairs(suggestion.mapping, suggestion.repairs));
  expect(faultsOf(built)).toEqual([]);
  expect(built.preview).toMatchObject({
    holds: ['schools', 'enrollment', 'current', 'measures', 'tags'],
    rowsRead: 515,
    added: { count: 515 },
  });
  expect(built.preview.totals.find(({ what }) => what === 'All students')).toMatchObject({
    before: 0,
    after: 27_165_400,
  });
  importInto(model, built);
  expect(model.ordered('need').map(({ code }) => code)).toEqual(['ALL', 'POV', 'SPED', 'EL']);
  expect(model.table('school').get('609674')).toEqual({ code: '609674', name: 'CHICAGO VOCATIONAL HS', level: 'HS' });
  const scenario = scenarioOf(model);
  expect(model.get('enrollment', scenario.enrollmentVersion, '609674', 'HS', 'SPED')?.count).toBe(17_100);
  expect(model.get('currentBudget', scenario.currentVersion, '609782')?.amountCents).toBe(780_185_819);
  expect(model.get('tag', '609674', 'finance_unit')?.value).toBe('53011');
  expect(model.get('measure', scenario.measuresVersion, '609674', 'opportunity_index_fy27')?.value).toBe('39');
  expect(model.get('measure', scenario.measuresVersion, '609674', 'enrol_sy2223')?.value).toBe('647');

  const found = findings(model, scenario, new Calculation(model, 1));
  const names = (rule: string): string[] =>
    found.filter((finding) => finding.rule === rule).map(({ sentence }) => sentence);
  expect(names('same-budget')).toEqual([
    expect.stringMatching(/^OGDEN ES .* and OGDEN HS /),
    expect.stringMatching(/^DISNEY II ES .* and DISNEY II HS /),
    expect.stringMatching(/^VIRTUAL ACADEMY ES .* and VIRTUAL ACADEMY HS /),
  ]);
  expect(names('index-missing')).toHaveLength(19);
  expect(names('per-pupil-far-from-peers').join(' ')).toContain('DOUGLASS HS (610245) has $136,281.64 per pupil');
  expect(names('no-pupils')).toEqual([]);

  const [again] = (await readTables(join(FOLDER, 'schools.csv'))).sheets;
  if (!again) throw new Error('no table');
  const second = suggestMapping(again, model);
  const repeated = build(again, model, withRepairs(second.mapping, second.repairs));
  expect(repeated.preview).toMatchObject({
    added: { count: 0 },
    changed: { count: 0 },
    unchanged: 515,
    missing: { count: 0 },
  });
});

test.runIf(isHere)('the Chicago revenues come in as they are', async () => {
  const model = emptyModel();
  const [table] = (await readTables(join(FOLDER, 'revenues.csv'))).sheets;
  if (!table) throw new Error('no table');
  importInto(model, build(table, model));
  expect(
    model
      .ordered('source')
      .map(({ name, origin }) => [name, origin])
      .slice(0, 3),
  ).toEqual([
    ['Local property taxes', 'local'],
    ['Other local funding', 'local'],
    ['General state aid', 'state'],
  ]);
  expect(model.get('revenue', scenarioOf(model).revenuesVersion, 'OTHER-LOCAL-FUNDING')?.amountCents).toBe(
    46_059_937_140,
  );
});
