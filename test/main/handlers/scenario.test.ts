import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHandlers } from '../../../src/main/handlers.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { readWorkbookFile } from '../../../src/main/imports/readWorkbookFile.ts';
import type { Change } from '../../../src/shared/changes/Change.ts';
import { addCategory, moveCategory } from '../../../src/shared/changes/categories.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { addSchool, removeSchools, renameSchool, setSchoolLevel } from '../../../src/shared/changes/schools.ts';
import { addSource, removeSource, setSource } from '../../../src/shared/changes/sources.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract/requests.ts';
import { plainMoney } from '../../../src/shared/text/formatNumber.ts';
import { spareOthers } from '../../../src/shared/versions/spareOthers.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

test('the sample is adopted with a stamp of main’s own, is read-only then, and still is what was adopted', async () => {
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(temporaryFolder(), 'state'),
    chooseFile: async () => null,
    emit: () => {},
  });
  const ask = async <Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> => {
    const reply = await main.dispatch(name, params);
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value as Result<Name>;
  };
  await ask('document/openSample', null);
  const { document } = main.session;
  await expect(ask('scenario/adopt', { scenario: 1, digest: 'other' })).rejects.toMatchObject({
    code: 'calculation-differs',
  });
  expect(await ask('scenario/checkAdoption', { scenario: 1 })).toBeNull();
  const digest = document.calculation(1).digest();
  const { change, committed } = await ask('scenario/adopt', { scenario: 1, digest });
  expect(committed.digest).toBe(digest);
  expect(change.label).toBe(`Adopt scenario ${document.model.get('scenario', 1)?.name}`);
  const check = await ask('scenario/checkAdoption', { scenario: 1 });
  expect(check).toMatchObject({ sameInputs: true, sameResults: true, adoption: { by: 'Maria Ortiz' } });
  expect(check?.adoption.inputsSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(check?.adoption.resultsSha256).not.toBe(check?.adoption.inputsSha256);
  await expect(ask('scenario/adopt', { scenario: 1, digest })).rejects.toMatchObject({ code: 'scenario-adopted' });
  const commit = (change: Change): Promise<unknown> => ask('change/commit', { change, calculatedScenario: 1 });
  const isAsAdopted = async (): Promise<void> => {
    expect(await ask('scenario/checkAdoption', { scenario: 1 })).toMatchObject({ sameInputs: true, sameResults: true });
  };
  const { model } = document;
  const draft = createScenario(model, 1, 'Next year');
  if (typeof draft === 'string') throw new Error(draft);
  await commit(draft.change);
  const [school] = model.table('school').values();
  const [source] = model.table('source').values();
  if (!school || !source) throw new Error('The sample has no school or no source.');

  // What is shared may grow and be renamed while a budget is adopted; the budget stays to the cent.
  await commit(renameSchool(model, school.code, 'Another name'));
  await commit(addSchool(model, { code: 'NEW', name: 'New School', level: school.level }));
  await commit(addCategory(model, 'need', 'GIFTED', 'Gifted'));
  const grant = {
    code: 'NEWGRANT',
    name: 'New grant',
    origin: 'state',
    restriction: 'restricted',
    position: 99,
  } as const;
  const added = spareOthers(model, draft.id, addSource(model, grant, 5_000_00, draft.id), { at: '', by: '' });
  await commit({ ...added.change, label: 'Add' });
  await isAsAdopted();
  expect(document.calculation(1).sourceIndex('NEWGRANT')).toBe(-1);
  expect(document.calculation(draft.id).results.sources.at(-1)).toMatchObject({
    code: 'NEWGRANT',
    amountCents: 5_000_00,
  });
  // The sample pays every school a base amount by formula; what is adopted pays none to a school that came later.
  const at = document.calculation(draft.id).schoolIndex('NEW');
  expect(document.calculation(draft.id).results.grants[at]).toBeGreaterThan(0);
  expect(document.calculation(1).results.total[at]).toBe(0);

  // What would move it is refused, and says what it rests on.
  const level = [...model.table('level').keys()].find((code) => code !== school.level)!;
  for (const [change, sentence] of [
    [setSchoolLevel(model, school.code, level), /adopted with Another name .* the level stays/],
    [removeSchools(model, [school.code]), /adopted and rests on Another name/],
    [removeSource(model, source.code), /adopted and rests on the revenue source/],
    [
      setSource(model, source.code, {
        restriction: source.restriction === 'restricted' ? 'unrestricted' : 'restricted',
      }),
      /so that stays/,
    ],
    [moveCategory(model, 'level', school.level, 1), /would move it/],
  ] as const) {
    await expect(commit(change)).rejects.toThrow(sentence);
  }
  // The school that came later is nobody's but the draft's.
  await commit(setSchoolLevel(model, 'NEW', level));
  await commit(removeSchools(model, ['NEW']));
  await isAsAdopted();
  await main.session.close(true);
});

test('scenarios side by side are written as they are shown, with differences, totals and what differs', async () => {
  const folder = temporaryFolder();
  const chosen: string[] = [];
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async ({ suggestedName }) => {
      chosen.push(suggestedName);
      return join(folder, suggestedName);
    },
    emit: () => {},
  });
  expect((await main.dispatch('document/openSample', null)).ok).toBe(true);
  const { document } = main.session;
  const made = createScenario(document.model, 1, 'Higher poverty');
  if (typeof made === 'string') throw new Error(made);
  const commit = (change: Change): unknown =>
    main.dispatch('change/commit', { change, calculatedScenario: 1 }).then((reply) => expect(reply.ok).toBe(true));
  await commit(made.change);
  const [weight] = [...document.model.table('weight').values()].filter(
    ({ scenario, need }) => scenario === made.id && need !== document.model.ordered('need')[0]?.code,
  );
  await commit(
    setWeight(document.model, made.id, weight!.weightSet, weight!.level, weight!.need, weight!.weight + 1_000),
  );
  const ids = [1, made.id];
  const digests = ids.map((id) => document.calculation(id).digest());
  const ask = { scenarios: ids, digests, base: 1, measure: 'total', group: 'level', as: 'csv' } as const;
  expect(await main.dispatch('scenario/exportComparison', { ...ask, digests: ['other', digests[1]] })).toMatchObject({
    error: { code: 'calculation-differs' },
  });
  for (const wrong of [{ measure: 'happiness' }, { digests: [] }, { base: 9 }]) {
    expect(await main.dispatch('scenario/exportComparison', { ...ask, ...wrong })).toMatchObject({
      error: { code: 'bad-request' },
    });
  }
  for (const as of ['csv', 'xlsx'] as const) {
    const reply = await main.dispatch('scenario/exportComparison', { ...ask, as });
    expect(reply).toMatchObject({ ok: true, value: { fileName: chosen.at(-1) } });
  }
  const lines = readFileSync(join(folder, chosen[0]!), 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe('school,name,level,Current plan: Total,Higher poverty: Total,Higher poverty less Current plan');
  const results = ids.map((id) => document.calculation(id).results);
  expect(lines).toHaveLength(document.calculation(1).schools.length + 2);
  const totals = results.map(({ totals: { total } }) => total);
  expect(lines.at(-1)).toBe(`,District,,${[...totals, totals[1]! - totals[0]!].map(plainMoney).join(',')}`);
  const first = results.map(({ total }) => total[0]!);
  expect(lines[1]).toMatch(new RegExp(`,${[...first, first[1]! - first[0]!].map(plainMoney).join(',')}$`));

  const read = await readWorkbookFile(join(folder, chosen[1]!), READ_LIMITS);
  if ('refusal' in read) throw new Error(read.refusal);
  const sheets = new Map(read.workbook.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]));
  expect([...sheets.keys()]).toEqual(['side by side', 'totals', 'what differs']);
  expect(sheets.get('side by side')).toHaveLength(lines.length);
  expect(sheets.get('totals')?.map(([label]) => label)).toEqual([
    'level',
    'District',
    ...document.calculation(1).levels.map(({ name }) => name),
  ]);
  expect(sheets.get('what differs')?.[1]?.[1]).toMatch(/weight, .* → /);
  await main.session.close(true);
});
