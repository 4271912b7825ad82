import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHandlers } from '../../../src/main/handlers.ts';
import { setGoalWeight, setGrowth, setPathShare } from '../../../src/shared/changes/gradual.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract/requests.ts';
import { multiYear } from '../../../src/shared/gradual/multiYear.ts';
import { readCsv } from '../../../src/shared/text/csv.ts';
import { plainMoney } from '../../../src/shared/text/formatNumber.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

test('the shadow statement and the years along the path leave the program to the cent', async () => {
  const folder = temporaryFolder();
  let chosen: string | null = null;
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: () => {},
  });
  const ask = async <Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> => {
    const reply = await main.dispatch(name, params);
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value as Result<Name>;
  };
  const table = (name: string): string[][] => {
    const reading = readCsv(readFileSync(join(folder, name), 'utf8').replace('\ufeff', ''), {
      cells: 1e6,
      characters: 1e7,
    });
    if (!reading.ok) throw new Error(reading.sentence);
    return reading.table.rows.map((row) => [...row]);
  };
  await ask('document/openSample', null);
  const { model } = main.session.document;
  const weight = [...model.table('weight').values()].find((row) => row.need !== [...model.table('need').keys()][0])!;
  for (const change of [
    setGoalWeight(model, 1, weight.weightSet, weight.level, weight.need, weight.weight * 2),
    setPathShare(model, 1, 1, 500_000),
    setGrowth(model, 1, 'enrollment', '', -10_000),
  ]) {
    await ask('change/commit', { change, calculatedScenario: 1 });
  }
  const digest = main.session.document.calculation(1).digest();
  expect(await ask('gradual/exportShadow', { scenario: 1, digest })).toBeNull();
  await expect(ask('gradual/exportYears', { scenario: 1, digest: '', years: 2 })).rejects.toMatchObject({
    code: 'calculation-differs',
  });

  chosen = join(folder, 'shadow.csv');
  expect(await ask('gradual/exportShadow', { scenario: 1, digest })).toEqual({ fileName: 'shadow.csv' });
  const shadow = table('shadow.csv');
  expect(shadow[0]).toEqual([
    'school',
    'name',
    'level',
    'pupils',
    'total',
    'shadow_total',
    'difference',
    'per_pupil',
    'shadow_per_pupil',
  ]);
  expect(shadow).toHaveLength(1 + model.table('school').size);
  const cents = (text: string | undefined): number => Math.round(Number(text) * 100);
  for (const row of shadow.slice(1)) expect(cents(row[5]) - cents(row[4])).toBe(cents(row[6]));
  expect(shadow.slice(1).some((row) => cents(row[6]) > 0)).toBe(true);

  chosen = join(folder, 'years.csv');
  await ask('gradual/exportYears', { scenario: 1, digest, years: 2 });
  const years = table('years.csv');
  const calculated = multiYear(model, 1, 2);
  for (const { year, calculation } of calculated) {
    const at = years[0]!.indexOf(`total_${year}`);
    const written = years.slice(1).map((row) => row[at]);
    expect(written).toEqual(Array.from(calculation.results.total, plainMoney));
  }
  expect(calculated.map(({ share }) => share)).toEqual([0, 500_000, 500_000]);
  await main.session.close(true);
});
