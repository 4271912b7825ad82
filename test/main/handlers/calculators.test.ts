import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import type { OpenedDocument, RequestName } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const open: MainProgram[] = [];
afterEach(async () => {
  for (const program of open.splice(0)) await program.session.close(true);
});

interface Started {
  readonly main: MainProgram;
  readonly folder: string;
  readonly steps: string[];
  readonly digest: string;
  readonly choose: (path: string | null) => void;
  readonly whenStepped: (act: () => void) => void;
  readonly ask: <Answer>(name: RequestName, params: unknown) => Promise<Answer>;
}

/** A program with the sample district; file questions are answered with the path chosen last. */
async function start(): Promise<Started> {
  const folder = temporaryFolder();
  const steps: string[] = [];
  let chosen: string | null = null;
  let act = (): void => {};
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: (name, event) => {
      if (name !== 'progress/step') return;
      steps.push(JSON.stringify(event));
      act();
    },
  });
  open.push(main);
  const ask = async <Answer>(name: RequestName, params: unknown): Promise<Answer> => {
    const reply = await main.dispatch(name, JSON.parse(JSON.stringify(params)));
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value as Answer;
  };
  const { rows } = await ask<OpenedDocument>('document/openSample', null);
  const digest = new Calculation(new Model(rows), 1).digest();
  const choose = (path: string | null): void => {
    chosen = path;
  };
  const whenStepped = (does: () => void): void => {
    act = does;
  };
  return { main, folder, steps, digest, choose, whenStepped, ask };
}

test('one calculator, one for the district, and the district workbook go where the person says', async () => {
  const { folder, digest, choose, ask } = await start();
  const asked = { scenario: 1, digest, school: null };
  choose(null);
  expect(await ask('calculators/export', { ...asked, what: 'district' })).toBeNull();
  choose(join(folder, 'mine'));
  expect(await ask('calculators/export', { ...asked, what: 'school', school: '0149' })).toEqual({
    ...{ fileName: 'mine.xlsx', count: 1 },
  });
  choose(join(folder, 'district.xlsx'));
  expect(await ask('calculators/export', { ...asked, what: 'district' })).toMatchObject({ count: 1 });
  choose(join(folder, 'board.xlsx'));
  expect(await ask('districtWorkbook/export', { scenario: 1, digest, scenarios: [1] })).toEqual({
    fileName: 'board.xlsx',
  });
  expect(readdirSync(folder).sort()).toEqual(['board.xlsx', 'district.xlsx', 'mine.xlsx', 'state']);
});

test('all calculators come into a folder of their own, with steps told', async () => {
  const { folder, steps, digest, choose, ask } = await start();
  choose(folder);
  const asked = { scenario: 1, digest, what: 'all', school: null };
  expect(await ask('calculators/export', asked)).toEqual({ fileName: 'Rivertown Unified calculators', count: 125 });
  expect(readdirSync(join(folder, 'Rivertown Unified calculators'))).toHaveLength(125);
  expect(steps.at(-1)).toContain('"done":125,"total":125');
});

test('job/cancel is heard while calculators are written, and nothing of them is left', async () => {
  const { main, folder, digest, choose, whenStepped, ask } = await start();
  choose(folder);
  let told = 0;
  whenStepped(() => {
    told++;
    if (told === 3) void main.dispatch('job/cancel', null);
  });
  const asked = { scenario: 1, digest, what: 'all', school: null };
  await expect(ask('calculators/export', asked)).rejects.toMatchObject({ code: 'job-cancelled' });
  expect(existsSync(join(folder, 'Rivertown Unified calculators'))).toBe(false);
  // Another may be begun at once.
  whenStepped(() => {});
  expect(await ask('calculators/export', asked)).toMatchObject({ count: 125 });
});

test('numbers other than those on screen, and unknown schools, are refused before anything is asked', async () => {
  const { folder, digest, choose, ask } = await start();
  choose(join(folder, 'x.xlsx'));
  const asked = { scenario: 1, what: 'school', school: '0149' };
  await expect(ask('calculators/export', { ...asked, digest: 'other' })).rejects.toMatchObject({
    code: 'calculation-differs',
  });
  await expect(ask('districtWorkbook/export', { scenario: 1, digest: 'other', scenarios: [] })).rejects.toMatchObject({
    code: 'calculation-differs',
  });
  await expect(ask('calculators/export', { ...asked, digest, school: 'nobody' })).rejects.toMatchObject({
    code: 'school-unknown',
  });
  expect(readdirSync(folder)).toEqual(['state']);
});
