import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../scripts/ensureBuilt.ts';
import { ALLOT_BUNDLE } from '../../../scripts/paths.ts';
import { readCsv } from '../../../src/shared/text/csv.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function allot(folder: string, ...words: string[]): Promise<Ran> {
  const env = { ...process.env, ALLOT_STATE_FOLDER: join(folder, '.state') };
  return new Promise((resolve) => {
    execFile(process.execPath, [ALLOT_BUNDLE, ...words], { cwd: folder, env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const WORKBOOK = {
  'schools.csv': 'code,name,level\n0042,Lincoln,ES\n7,-Roosevelt,HS\n',
  'enrollment.csv': 'school,ALL\n0042,100\n7,200.5\n',
  'revenues.csv':
    'code,name,amount,status,central_percent,method,weight_set\nGEN,General,1234.50,unlock,10,weights,D\n',
  'weights.csv': 'weight_set,level,need,weight\nD,ES,ALL,1\nD,HS,ALL,1\n',
};

/** A folder with `d.allot`, whose history is one import. */
async function imported(): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'book'));
  for (const [name, text] of Object.entries(WORKBOOK)) writeFileSync(join(folder, 'book', name), text);
  await allot(folder, 'new', 'd.allot');
  expect(await allot(folder, 'import', 'd.allot', 'book')).toMatchObject({ code: 0, err: '' });
  return folder;
}

beforeAll(async () => {
  await ensureBuilt(['node']);
}, 120_000);

test('allot history prints every cell that was moved, as CSV or JSON', async () => {
  const folder = await imported();
  const csv = await allot(folder, 'history', 'd.allot');
  expect(csv).toMatchObject({ code: 0, err: '' });
  const reading = readCsv(csv.out, { cells: 10_000, characters: 1_000_000 });
  if (!reading.ok) throw new Error(reading.sentence);
  const [header = [], ...rows] = reading.table.rows;
  const records = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  expect(records.every(({ entry, kind }) => entry === '1' && kind === 'import')).toBe(true);
  const count = records.find(({ school, field }) => school === '7' && field === 'pupils');
  expect(count).toMatchObject({ sheet: 'Enrollment', before: '', after: '200.5', after_number: '200.5' });
  expect(records.find(({ field }) => field === 'projected amount')).toMatchObject({
    ...{ source: 'GEN', after: '1,234.50', after_number: '1234.50', unit: 'dollars' },
  });
  expect(csv.out).toContain(",'-Roosevelt,");
  const json = await allot(folder, 'history', 'd.allot', '--format', 'json');
  const list = JSON.parse(json.out) as { school: string; after: string; after_number: number | null }[];
  expect(list).toHaveLength(records.length);
  expect(list.find(({ after }) => after === '1,234.50')?.after_number).toBe(1234.5);
  expect(list.some(({ school }) => school === '0042')).toBe(true);
  const mine = await allot(folder, 'history', 'd.allot', '--scenario', 'Current plan');
  expect(mine.out).toBe(csv.out);
  expect(await allot(folder, 'history', 'd.allot', '--scenario', 'Plan Z')).toMatchObject({
    ...{ code: 1, out: '', err: expect.stringContaining('There is no scenario “Plan Z”') },
  });
});

test('a model changed by another program is told by every command, without touching its answer or exit code', async () => {
  const folder = await imported();
  const clean = await allot(folder, 'check', 'd.allot');
  const db = new Database(join(folder, 'd.allot'));
  db.exec(`UPDATE school SET name = 'Phantom' WHERE code = '7'`);
  db.close();
  const check = await allot(folder, 'check', 'd.allot');
  expect(check).toMatchObject({ code: 0, out: clean.out });
  expect(check.err).toMatch(
    /^Warning: This document was changed outside of Allot: .*name is Phantom, but entry 1 left -Roosevelt/,
  );
  expect(check.err.trimEnd().split('\n')).toHaveLength(1);
  for (const words of [['budgets'], ['explain', '7'], ['export', 'out.xlsx'], ['import', 'book']]) {
    const [command = '', ...rest] = words;
    const ran = await allot(folder, command, 'd.allot', ...rest);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^Warning: /);
  }
  const history = await allot(folder, 'history', 'd.allot');
  expect(history.code).toBe(1);
  expect(history.out).toMatch(/^entry,time,person,/);
  expect(history.err).toMatch(/^This document was changed outside of Allot/);
  expect(history.err).toContain('name before entry 2 was Phantom, but entry 1 left -Roosevelt');
});
