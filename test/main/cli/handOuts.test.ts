import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../scripts/ensureBuilt.ts';
import { ALLOT_BUNDLE } from '../../../scripts/paths.ts';
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

beforeAll(async () => {
  await ensureBuilt(['node']);
}, 120_000);

const QUIET: Ran = { code: 0, out: '', err: '' };

test('allot calculators and allot district-workbook write the sample’s files and nothing else', async () => {
  const folder = temporaryFolder();
  expect(await allot(folder, 'new', 'd.allot', '--sample')).toEqual(QUIET);
  expect(await allot(folder, 'calculators', 'd.allot', '--out', 'one', '--school', '0149')).toEqual(QUIET);
  expect(readdirSync(join(folder, 'one'))).toEqual([expect.stringMatching(/^0149 .+\.xlsx$/)]);
  expect(await allot(folder, 'calculators', 'd.allot', '--out', 'all', '--scenario', 'Current plan')).toEqual(QUIET);
  expect(readdirSync(join(folder, 'all'))).toHaveLength(125);
  expect(await allot(folder, 'calculators', 'd.allot', '--out', 'one', '--district')).toEqual(QUIET);
  expect(readdirSync(join(folder, 'one'))).toContain('Rivertown Unified calculator.xlsx');
  expect(await allot(folder, 'district-workbook', 'd.allot', '--out', 'board.xlsx')).toEqual(QUIET);
  expect(existsSync(join(folder, 'board.xlsx'))).toBe(true);
}, 60_000);

test('what does not go is said in one sentence, and nothing is written', async () => {
  const folder = temporaryFolder();
  await allot(folder, 'new', 'd.allot', '--sample');
  const refused = async (sentence: string, ...words: string[]): Promise<void> => {
    const { code, out, err } = await allot(folder, ...words);
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(sentence);
  };
  await refused('--out is missing', 'calculators', 'd.allot');
  await refused('“nobody”', 'calculators', 'd.allot', '--out', 'x', '--school', 'nobody');
  await refused('“No plan”', 'calculators', 'd.allot', '--out', 'x', '--scenario', 'No plan');
  await refused('do not go together', 'calculators', 'd.allot', '--out', 'x', '--school', '0149', '--district');
  await refused('OUT is missing', 'export', 'd.allot', '');
  if (existsSync('/proc/self')) {
    await refused('no folder can be made there', 'calculators', 'd.allot', '--out', '/proc/allot/calculators');
  }
  await refused('.xlsx', 'district-workbook', 'd.allot', '--out', 'x.csv');
  expect(readdirSync(folder).sort()).toEqual(['.state', 'd.allot']);
}, 60_000);

test('nothing is written over the document it is made from, whatever the document is called', async () => {
  const folder = temporaryFolder();
  await allot(folder, 'new', 'd.allot', '--sample');
  const whole = readFileSync(join(folder, 'd.allot'));
  symlinkSync(folder, join(folder, 'here'), 'junction');
  const refused = async (name: string, ...words: string[]): Promise<void> => {
    copyFileSync(join(folder, 'd.allot'), join(folder, name));
    const { code, out, err } = await allot(folder, ...words);
    expect([code, out, err.trim().split('\n').length], name).toEqual([1, '', 1]);
    expect(err).toContain('is the name of a document');
    expect(readFileSync(join(folder, name)).equals(whole), name).toBe(true);
  };
  await refused('plan.xlsx', 'district-workbook', 'plan.xlsx', '--out', 'plan.xlsx');
  await refused('plan.xlsx', 'export', 'plan.xlsx', 'here/plan.xlsx');
  await refused('plan.html', 'statements', 'plan.html', '--out', './plan.html');
  await refused('plan.html', 'formula-book', 'plan.html', '--out', 'here/plan.html');
  await refused('plan.csv', 'export-allocation', 'plan.csv', '--template', 'Plain CSV', '--out', 'here/plan.csv');
  const control = 'load control.csv';
  await refused(control, 'export-allocation', control, '--template', 'Plain CSV', '--out', 'load.csv');
  const district = 'Rivertown Unified calculator.xlsx';
  await refused(district, 'calculators', district, '--out', '.', '--district');
  const school = '0113 Old Town K-8.xlsx';
  await refused(school, 'calculators', school, '--out', 'here', '--school', '0113');
}, 60_000);
