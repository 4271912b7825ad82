import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { setLogo } from '../../../src/shared/changes/picture.ts';
import { AllotError } from '../../../src/shared/contract/errors.ts';
import type { OpenedDocument, RequestName } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { readStatements } from '../../fixtures/readStatements.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const open: MainProgram[] = [];
afterEach(async () => {
  for (const program of open.splice(0)) await program.session.close(true);
});

/** A program with the sample district and a printer that prints nothing but what it was given. */
async function start() {
  const folder = temporaryFolder();
  let chosen: string | null = null;
  let hasBrowser = true;
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: () => {},
    startPrinter: async () => {
      if (!hasBrowser) throw new AllotError('no-browser', 'There is no browser.');
      return { atOnce: 1, print: async (html) => Buffer.from(`%PDF ${html}`), close: async () => {} };
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
  return {
    ...{ folder, ask, rows, params: { scenario: 1, digest, paper: 'letter' } },
    choose: (name: string | null): void => {
      chosen = name === null ? null : join(folder, name);
    },
    loseBrowser: (): void => {
      hasBrowser = false;
    },
  };
}

test('statements/export writes one school or all, under the ending that was asked for', async () => {
  const { ask, choose, folder, params } = await start();
  choose('one');
  const one = await ask('statements/export', { ...params, school: '0113', as: 'html' });
  expect(one).toMatchObject({ fileName: 'one.html', statements: 1, pages: 1, longer: 0 });
  expect(readStatements(readFileSync(join(folder, 'one.html'), 'utf8'))[0]?.school).toBe('Old Town K-8');
  choose('all.html');
  expect(await ask('statements/export', { ...params, school: null, as: 'html' })).toMatchObject({ statements: 125 });
  choose(null);
  expect(await ask('statements/export', { ...params, school: null, as: 'pdf' })).toBeNull();
});

test('nothing is written for a school that has gone, other numbers than shown, or without a browser', async () => {
  const { ask, choose, folder, params, loseBrowser } = await start();
  choose('out.pdf');
  const before = readdirSync(folder);
  const all = { ...params, school: null, as: 'pdf' };
  await expect(ask('statements/export', { ...all, school: 'gone' })).rejects.toMatchObject({ code: 'school-unknown' });
  await expect(ask('statements/export', { ...all, digest: 'x' })).rejects.toMatchObject({
    code: 'calculation-differs',
  });
  loseBrowser();
  await expect(ask('statements/export', all)).rejects.toMatchObject({ code: 'no-browser' });
  await expect(ask('formulaBook/export', { ...params, as: 'pdf' })).rejects.toMatchObject({ code: 'no-browser' });
  expect(readdirSync(folder)).toEqual(before);
});

test('formulaBook/export writes the book as printed', async () => {
  const { ask, choose, folder, params } = await start();
  choose('book.pdf');
  expect(await ask('formulaBook/export', { ...params, as: 'pdf' })).toEqual({ fileName: 'book.pdf' });
  expect(readFileSync(join(folder, 'book.pdf'), 'utf8')).toContain('How schools are funded');
});

test('logo/choose gives the picture to the window, whose change puts it into the document', async () => {
  const { ask, choose, folder, rows } = await start();
  choose(null);
  expect(await ask('logo/choose', null)).toBeNull();
  writeFileSync(join(folder, 'logo.png'), Buffer.from(PIXEL, 'base64'));
  choose('logo.png');
  const picture = await ask<{ mediaType: 'image/png'; data: string }>('logo/choose', null);
  expect(picture).toEqual({ mediaType: 'image/png', data: PIXEL });
  const change = setLogo(new Model(rows), picture);
  await ask('change/commit', { change, calculatedScenario: 1 });
  const now = await ask<OpenedDocument>('document/current', null);
  expect(now.rows.picture).toEqual([{ name: 'logo', ...picture }]);
  choose('missing.png');
  await expect(ask('logo/choose', null)).rejects.toMatchObject({ code: 'picture-unreadable' });
  expect(existsSync(join(folder, 'missing.png'))).toBe(false);
});
