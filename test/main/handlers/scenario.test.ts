import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHandlers } from '../../../src/main/handlers.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract/requests.ts';
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
  // A school’s name is shared by all scenarios and no decision; the check says that it is another one now.
  const school = [...document.model.table('school').values()][0]!;
  const renaming = { table: 'school', before: school, after: { ...school, name: 'Another' } } as const;
  const rename = { kind: 'schools', label: 'Rename', scenario: null, ops: [renaming] } as const;
  await ask('change/commit', { change: rename, calculatedScenario: 1 });
  expect(await ask('scenario/checkAdoption', { scenario: 1 })).toMatchObject({ sameInputs: false, sameResults: true });
  await main.session.close(true);
});
