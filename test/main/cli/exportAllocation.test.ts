import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../scripts/ensureBuilt.ts';
import { ALLOT_BUNDLE } from '../../../scripts/paths.ts';
import { createDatabase } from '../../../src/main/store/createDatabase.ts';
import { financeRows } from '../../shared/allocationFile/financeDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

function allot(folder: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, ALLOT_STATE_FOLDER: join(folder, '.state') };
  return new Promise((resolve) => {
    execFile(process.execPath, [ALLOT_BUNDLE, ...words], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

beforeAll(async () => {
  await ensureBuilt(['node']);
}, 120_000);

describe('allot export-allocation', () => {
  it('writes the file and its control sheet by a template of the model or a built-in one', async () => {
    const folder = temporaryFolder();
    await allot(folder, 'new', 'd.allot', '--sample');
    const ran = await allot(
      folder,
      'export-allocation',
      'd.allot',
      '--template',
      'budget load (sacs)',
      '--out',
      'load.txt',
    );
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, 'load.txt'), 'utf8')).toMatch(/^account,fiscal_year,amount\r\n01 /);
    expect(readFileSync(join(folder, 'load control.csv'), 'utf8')).toContain('DRAFT');
    const plain = [
      'export-allocation',
      'd.allot',
      '--scenario',
      'Current plan',
      '--template=Plain CSV',
      '--out',
      'plain.csv',
    ];
    expect(await allot(folder, ...plain)).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(folder).sort()).toEqual(
      ['.state', 'd.allot', 'load control.csv', 'load.txt', 'plain control.csv', 'plain.csv'].sort(),
    );
  });

  it('lists faults one per line on standard error and writes nothing', async () => {
    const folder = temporaryFolder();
    createDatabase(join(folder, 'd.allot'), financeRows()).close();
    writeFileSync(join(folder, 'load.csv'), 'earlier');
    const ran = await allot(folder, 'export-allocation', 'd.allot', '--template', 'Ohio USAS', '--out', 'load.csv');
    expect(ran).toMatchObject({ code: 1, out: '' });
    const lines = ran.err.trim().split('\n');
    expect(lines).toHaveLength(8);
    expect(lines[0]).toBe(
      'The document has no account segment "fund". Add it under Accounts, or take it out of the template.',
    );
    expect(readFileSync(join(folder, 'load.csv'), 'utf8')).toBe('earlier');
    expect(existsSync(join(folder, 'load control.csv'))).toBe(false);
  });

  it('answers what it does not know with what there is', async () => {
    const folder = temporaryFolder();
    await allot(folder, 'new', 'd.allot', '--sample');
    const base = ['export-allocation', 'd.allot'];
    const unknown = await allot(folder, ...base, '--template', 'SAP', '--out', 'x.csv');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(
      /^There is no template “SAP” in this model; it has “Budget load \(SACS\)”, and built in are “Plain CSV”, .*“Ohio USAS”\.\n$/,
    );
    expect((await allot(folder, ...base, '--out', 'x.csv')).err).toMatch(/^The option --template is missing\. Usage: /);
    expect((await allot(folder, ...base, '--template', 'Plain CSV')).err).toMatch(/^The option --out is missing\./);
    const onto = await allot(folder, ...base, '--template', 'Plain CSV', '--out', 'd.allot');
    expect(onto).toMatchObject({
      code: 1,
      err: expect.stringContaining('“d.allot” is the name of a document; nothing was written.'),
    });
    const nowhere = await allot(folder, ...base, '--template', 'Plain CSV', '--out', join('gone', 'x.csv'));
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringMatching(/^“x\.csv” was not written: .*\n$/) });
    expect(readdirSync(folder).sort()).toEqual(['.state', 'd.allot']);
  });
});
