import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import type { FileQuestion } from '../../../src/main/window/FileQuestion.ts';
import { parseTemplate } from '../../../src/shared/allocationFile/templateText.ts';
import { setAccountRule } from '../../../src/shared/changes/accounts.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract/requests.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let folder = '';
let program: MainProgram;
let asked: FileQuestion[] = [];
let answer: string | null = null;

beforeEach(async () => {
  folder = temporaryFolder();
  asked = [];
  program = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async (question) => {
      asked.push(question);
      return answer === null ? null : join(folder, answer);
    },
    emit: () => {},
  });
  await program.dispatch('document/openSample', null);
});
afterEach(() => program.session.close(true));

async function ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
  const reply = await program.dispatch(name, params);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as Result<Name>;
}
const digest = (): string => program.session.document.calculation(1).digest();

describe('allocation files from the window', () => {
  it('are suggested as drafts and written where the person chose', async () => {
    answer = 'load.csv';
    const outcome = await ask('allocation/export', { scenario: 1, template: 1, digest: digest() });
    expect(outcome?.written).toMatchObject({ fileName: 'load.csv', controlFileName: 'load control.csv' });
    expect(asked[0]?.suggestedName).toBe('Rivertown Unified Current plan DRAFT.csv');
    expect(readFileSync(join(folder, 'load.csv'), 'utf8')).toMatch(
      /^account,fiscal_year,amount\r\n01 \d{3} 0000 0 1110 1000 1100,/,
    );
    answer = null;
    expect(await ask('allocation/export', { scenario: 1, template: 'Plain CSV', digest: digest() })).toBeNull();
  });

  it('ask for no file where there are faults, and refuse a window that shows other numbers', async () => {
    const { model } = program.session.document;
    const place = { source: '', school: '', level: '', need: '' };
    const change = setAccountRule(model, { segment: 'fund', ...place }, '1');
    await ask('change/commit', { change, calculatedScenario: 1 });
    const outcome = await ask('allocation/export', { scenario: 1, template: 1, digest: digest() });
    expect(outcome).toMatchObject({ written: null, faultCount: 1 });
    expect(outcome?.faults[0]?.reason).toContain('Fund "1" has 1 character, but the segment has 2.');
    expect(asked).toEqual([]);
    const refused = await program.dispatch('allocation/export', { scenario: 1, template: 1, digest: 'other' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'calculation-differs' } });
    const unknown = await program.dispatch('allocation/export', { scenario: 1, template: 99, digest: digest() });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'template-unknown' } });
  });

  it.each(['xlsx', 'csv'] as const)('take account rules out and in again as .%s', async (as) => {
    answer = `accounts.${as}`;
    const { document } = program.session;
    const rules = JSON.stringify(
      [...document.model.table('accountRule').values()].map((rule) => Object.values(rule).join('|')).sort(),
    );
    expect(await ask('allocation/exportAccounts', { as })).toEqual({ fileName: `accounts.${as}` });
    const { model } = document;
    const every = { segment: 'fund', source: '', school: '', level: '', need: '' };
    await ask('change/commit', { change: setAccountRule(model, every, '99'), calculatedScenario: 1 });
    const outcome = await ask('allocation/importAccounts', { scenario: 1 });
    expect(outcome).toMatchObject({
      faults: [],
      summary: expect.stringMatching(/^7 account segments, 1\d\d account rules$/),
    });
    expect(outcome?.change).toMatchObject({ kind: 'accounts', label: `Import accounts from accounts.${as}` });
    expect(
      JSON.stringify(
        [...document.model.table('accountRule').values()].map((rule) => Object.values(rule).join('|')).sort(),
      ),
    ).toBe(rules);
  });

  it('import account rules all or nothing', async () => {
    answer = 'accounts.csv';
    writeFileSync(join(folder, answer), 'source,school,fund\nPROP,,02\nNOPE,,03\n,0113,\n');
    const before = JSON.stringify(program.session.document.model.toRows());
    const outcome = await ask('allocation/importAccounts', { scenario: 1 });
    expect(outcome).toMatchObject({
      change: null,
      faults: [{ sheet: 'accounts', row: 3, column: 'source', reason: '"NOPE" is not the code of a revenue source.' }],
    });
    expect(JSON.stringify(program.session.document.model.toRows())).toBe(before);
    answer = null;
    expect(await ask('allocation/importAccounts', { scenario: 1 })).toBeNull();
  });

  it('take a template to other documents and refuse other files', async () => {
    answer = 'sacs.json';
    expect(await ask('allocation/exportTemplate', { template: 1 })).toEqual({ fileName: 'sacs.json' });
    expect(asked[0]?.suggestedName).toBe('Budget load (SACS).json');
    const read = await ask('allocation/readTemplate', null);
    expect(read).toMatchObject({ fileName: 'sacs.json', name: 'Budget load (SACS)' });
    expect(read?.segments.map(({ code, length }) => `${code} ${length}`)).toContain('fund 2');
    expect(parseTemplate(read?.definition ?? '')).toMatchObject({ ok: true, template: { splitBy: 'need' } });
    answer = 'other.json';
    writeFileSync(join(folder, answer), '{"kind":"other"}');
    expect(await program.dispatch('allocation/readTemplate', null)).toMatchObject({
      ok: false,
      error: { code: 'template-unreadable', message: expect.stringContaining('“other.json” was not imported.') },
    });
    expect(existsSync(join(folder, 'other.json'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
