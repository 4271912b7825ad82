import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { ensureBuilt } from '../../../scripts/ensureBuilt.ts';
import { ALLOT_BUNDLE, ROOT } from '../../../scripts/paths.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command line as a process standing in `folder`. */
function allot(folder: string, ...words: string[]): Promise<Ran> {
  const env = { ...process.env, ALLOT_STATE_FOLDER: join(folder, '.state') };
  return new Promise((resolve) => {
    execFile(process.execPath, [ALLOT_BUNDLE, ...words], { cwd: folder, env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const WORKBOOK = {
  'district.csv': 'key,value\nname,Rivertown\nfiscal_year,2027\n',
  'levels.csv': 'code,name\nES,Elementary\nHS,High\n',
  'needs.csv': 'code,name\nALL,All students\nPOV,Poverty\n',
  'schools.csv': 'code,name,level,region\n002,Roosevelt,HS,=South\n001,Lincoln,ES,North\n003,New School,ES,North\n',
  'enrollment.csv': 'school,ALL,POV\n001,100,50\n002,200,0\n003,,\n',
  'current.csv': 'school,amount\n001,"$40,000.00"\n002,60000\n',
  'revenues.csv':
    'code,name,amount,status,central_percent,method,weight_set,rounding\nGEN,General,100000.01,unlock,10,weights,District,cent\nT1,Title I,500,grant,,table,,\nBUS,Buses,900,lock,,table,,\n',
  'weights.csv': 'weight_set,level,need,weight\nDistrict,ES,ALL,1\nDistrict,HS,ALL,1\nDistrict,ES,POV,.5\n',
  'table.csv': 'source,school,amount\nT1,001,450\nBUS,002,300\n',
};

function writeWorkbook(folder: string, sheets: Readonly<Record<string, string>> = WORKBOOK): void {
  mkdirSync(join(folder, 'workbook'), { recursive: true });
  for (const [name, text] of Object.entries(sheets)) writeFileSync(join(folder, 'workbook', name), text);
}

beforeAll(async () => {
  await ensureBuilt(['node']);
}, 120_000);

/** A folder with `d.allot`, into which the workbook was imported. */
async function imported(sheets: Readonly<Record<string, string>> = WORKBOOK): Promise<string> {
  const folder = temporaryFolder();
  writeWorkbook(folder, sheets);
  expect(await allot(folder, 'new', 'd.allot')).toEqual({ code: 0, out: '', err: '' });
  const ran = await allot(folder, 'import', 'd.allot', 'workbook');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return folder;
}

describe('allot', () => {
  it('prints its help and its version', async () => {
    const folder = temporaryFolder();
    expect((await allot(folder, '--help')).out).toMatch(/^Allot decides how much money each school gets\.\n/);
    expect(await allot(folder, '--version')).toEqual({ code: 0, out: `${packageFile.version}\n`, err: '' });
  });

  it('answers what it does not know in one sentence', async () => {
    const folder = temporaryFolder();
    const { code, out, err } = await allot(folder, 'budget');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^There is no command budget; the commands are new, import, export, budgets, [^.\n]+\. “allot --help” explains them\.\n$/,
    );
    expect(await allot(folder, 'budgets', 'gone.allot')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no document at .*\n$/),
    });
    writeFileSync(join(folder, 'text.allot'), 'hello');
    expect(await allot(folder, 'check', 'text.allot')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^“text\.allot” is not an Allot document.*\n$/),
    });
  });

  it('makes a new model and refuses an existing file', async () => {
    const folder = temporaryFolder();
    expect(await allot(folder, 'new', 's.allot', '--sample')).toEqual({ code: 0, out: '', err: '' });
    const bytes = readFileSync(join(folder, 's.allot'));
    const nowhere = await allot(folder, 'new', join('nowhere', 's.allot'));
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.err).toMatch(/^There is no folder “.*nowhere”, so no document was made\. .*\n$/);
    const again = await allot(folder, 'new', 's.allot');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^“s\.allot” exists already/);
    expect(readFileSync(join(folder, 's.allot')).equals(bytes)).toBe(true);
    const check = await allot(folder, 'check', 's.allot');
    expect(check.code).toBe(0);
    expect(check.out.trimEnd().split('\n').at(-1)).toBe('ties out');
  });
});

describe('a workbook through the command line', () => {
  it('gives budgets as CSV, by hand to the cent', async () => {
    const folder = await imported();
    // 100,000.01 less 10 % (10,000.00 half-up) is 90,000.01 over 100 + 50 × .5 + 200 = 325 weighted pupils.
    expect(await allot(folder, 'budgets', 'd.allot')).toEqual({
      code: 0,
      err: '',
      out: [
        'school,name,level,pupils,GEN,T1,BUS,formula,grants,floor,top_up,deduction,total,per_pupil,locked,current,change',
        '001,Lincoln,ES,100,34615.39,450.00,0.00,34615.39,450.00,,0.00,0.00,35065.39,350.65,0.00,40000.00,-4934.61',
        '002,Roosevelt,HS,200,55384.62,0.00,300.00,55384.62,0.00,,0.00,0.00,55384.62,276.92,300.00,60000.00,-4615.38',
        '003,New School,ES,0,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,0.00,,0.00,,',
        '',
      ].join('\n'),
    });
    const json = JSON.parse((await allot(folder, 'budgets', 'd.allot', '--format', 'json')).out) as unknown[];
    expect(json[0]).toEqual({
      ...{
        school: '001',
        name: 'Lincoln',
        level: 'ES',
        pupils: 100,
        GEN: 34615.39,
        T1: 450,
        BUS: 0,
        formula: 34615.39,
      },
      ...{ grants: 450, floor: null, top_up: 0, deduction: 0, total: 35065.39, per_pupil: 350.65, locked: 0 },
      ...{ current: 40000, change: -4934.61 },
    });
    expect(json[2]).toMatchObject({ school: '003', per_pupil: null, current: null, change: null });
  });

  it('proves that it ties out, as text and as JSON', async () => {
    const folder = await imported();
    expect(await allot(folder, 'check', 'd.allot')).toEqual({
      code: 0,
      err: '',
      out: [
        'GEN: central 10000.00 + schools 90000.01 + left 0.00 = amount 100000.01',
        'T1: central 0.00 + schools 450.00 + left 50.00 = amount 500.00',
        'BUS: central 600.00 + schools 300.00 + left 0.00 = amount 900.00',
        'all sources: central 10600.00 + schools 90750.01 + left 50.00 = revenue 101400.01',
        'top-ups 0.00, deductions 0.00, given by the payer 0.00',
        'ties out',
        '',
      ].join('\n'),
    });
    expect(JSON.parse((await allot(folder, 'check', 'd.allot', '--format=json')).out)).toEqual({
      ties_out: true,
      sources: [
        { code: 'GEN', amount: 100000.01, central: 10000, schools: 90000.01, left: 0 },
        { code: 'T1', amount: 500, central: 0, schools: 450, left: 50 },
        { code: 'BUS', amount: 900, central: 600, schools: 300, left: 0 },
      ],
      top_ups: { total: 0, deductions: 0, payer: null, paid: 0, short: 0, cap_percent: null, scaling: null },
    });
  });

  it('says with exit code 1 what does not tie out, and what stops the budgets', async () => {
    const short = WORKBOOK['table.csv'].replace('450', '500.01');
    const folder = await imported({ ...WORKBOOK, 'table.csv': short });
    const check = await allot(folder, 'check', 'd.allot', '--format', 'json');
    expect(check.code).toBe(1);
    expect(JSON.parse(check.out)).toMatchObject({ ties_out: false, sources: [{}, { code: 'T1', left: -0.01 }, {}] });
    expect(check.err).toMatch(/^Title I \(T1\) is short by 0\.01.*\n$/);
    const stopped = await imported({ ...WORKBOOK, 'weights.csv': 'weight_set,level,need,weight\nDistrict,ES,ALL,0\n' });
    const budgets = await allot(stopped, 'budgets', 'd.allot');
    expect(budgets).toMatchObject({ code: 1, out: '' });
    expect(budgets.err).toMatch(/General \(GEN\) pays no school/);
  });

  it('prints the matrix and an explanation', async () => {
    const folder = await imported();
    const matrix = (await allot(folder, 'matrix', 'd.allot')).out.split('\n');
    expect(matrix[0]).toBe('profile,schools,sources,money_share,level,need,per_pupil,weight,level_index');
    expect(matrix[1]).toBe('1,3,GEN,0.9950,ES,ALL,276.92,1.0000,1.0000');
    expect(matrix[2]).toBe('1,3,GEN,0.9950,ES,POV,138.46,0.5000,1.0000');
    const { code, out } = await allot(folder, 'explain', 'd.allot', '001', 'GEN');
    expect(code).toBe(0);
    expect(out).toContain('34,615.39');
    expect((await allot(folder, 'explain', 'd.allot', 'Lincoln')).out).toContain('35,065.39');
    expect(await allot(folder, 'explain', 'd.allot', '9')).toMatchObject({ code: 1, out: '' });
    expect((await allot(folder, 'explain', 'd.allot', '001', 'X')).err).toBe(
      'There is no revenue source “X” in this model; it has GEN, T1, BUS.\n',
    );
  });

  it('knows a scenario by its name and names those there are', async () => {
    const folder = await imported();
    expect((await allot(folder, 'budgets', 'd.allot', '--scenario', 'current plan')).code).toBe(0);
    expect(await allot(folder, 'budgets', 'd.allot', '--scenario', 'Plan B')).toEqual({
      code: 1,
      out: '',
      err: 'There is no scenario “Plan B” in this model; it has “Current plan”.\n',
    });
  });

  it('calculates every scenario of a workbook, before and after an export, and only that one', async () => {
    const rows = [
      'Higher poverty,Current plan,weights,District/ES/POV,weight,1',
      'Fewer pupils,Higher poverty,shocks,enrollment/HS,percent,-3',
    ];
    const folder = await imported({
      ...WORKBOOK,
      'scenarios.csv': `scenario,based_on,sheet,key,column,value\n${rows.join('\n')}\n`,
    });
    expect((await allot(folder, 'export', 'd.allot', 'out.xlsx')).code).toBe(0);
    await allot(folder, 'new', 'copy.allot');
    expect((await allot(folder, 'import', 'copy.allot', 'out.xlsx')).code).toBe(0);
    const seen = new Set<string>();
    for (const scenario of ['Current plan', 'Higher poverty', 'FEWER PUPILS']) {
      const budgets = await allot(folder, 'budgets', 'd.allot', '--scenario', scenario);
      expect(budgets).toMatchObject({ code: 0, err: '' });
      expect(await allot(folder, 'budgets', 'copy.allot', '--scenario', scenario)).toEqual(budgets);
      seen.add(budgets.out);
    }
    expect(seen.size).toBe(3);
    const matrix = await allot(folder, 'matrix', 'd.allot', '--scenario', 'Higher poverty', '--format', 'json');
    expect(JSON.parse(matrix.out)[1]).toMatchObject({ level: 'ES', need: 'POV', weight: 1 });
    expect((await allot(folder, 'check', 'd.allot', '--scenario', 'Fewer pupils')).code).toBe(0);
    const explained = await allot(folder, 'explain', 'd.allot', '002', 'GEN', '--scenario', 'Fewer pupils');
    expect(explained.out).toContain('All students, High: 200 × (1 − 3%) → 194 pupils, as the scenario supposes.');
    expect((await allot(folder, 'check', 'd.allot', '--scenario', 'Plan Z')).err).toBe(
      'There is no scenario “Plan Z” in this model; it has “Current plan”, “Higher poverty”, “Fewer pupils”.\n',
    );
  });

  it('prints floors, top-ups and deductions, and proves who pays', async () => {
    const floors = {
      ...WORKBOOK,
      'current.csv': 'school,amount\n001,50000\n002,40000\n',
      'floors.csv': 'key,value\nhold_harmless_percent,98.5\npayer,gainers\nsolve,scaling\n',
    };
    const folder = await imported(floors);
    const rows = JSON.parse((await allot(folder, 'budgets', 'd.allot', '--format', 'json')).out);
    const [lincoln, roosevelt, fresh] = rows;
    expect(lincoln).toMatchObject({ floor: 49_250, deduction: 0 });
    expect(lincoln.formula + lincoln.top_up).toBeCloseTo(49_250, 6);
    expect(lincoln.total).toBeCloseTo(lincoln.formula + lincoln.grants + lincoln.top_up, 6);
    expect(roosevelt).toMatchObject({ floor: 39_400, top_up: 0, deduction: lincoln.top_up });
    expect(fresh.floor).toBeNull();
    const check = await allot(folder, 'check', 'd.allot', '--format', 'json');
    expect(check.code).toBe(0);
    const { ties_out, top_ups, sources } = JSON.parse(check.out);
    expect(ties_out).toBe(true);
    expect(top_ups).toMatchObject({
      total: lincoln.top_up,
      deductions: lincoln.top_up,
      payer: 'gainers',
      paid: lincoln.top_up,
      short: 0,
      cap_percent: 0,
    });
    // Roosevelt gains what it gets above its 40,000, its buses included; scaling times that is what it gives up.
    const gain = roosevelt.formula + roosevelt.locked - 40_000;
    expect(top_ups.scaling * gain).toBeCloseTo(lincoln.top_up, 2);
    for (const { amount, central, schools, left } of sources) expect(central + schools + left).toBeCloseTo(amount, 6);
    expect((await allot(folder, 'check', 'd.allot')).out).toContain('payer: gainers, cap 0 %, scaling 0.');
  });

  it('tells what is missing where the payer cannot pay', async () => {
    const folder = await imported({
      ...WORKBOOK,
      'current.csv': 'school,amount\n001,50000\n',
      'floors.csv': 'key,value\nhold_harmless_percent,100\npayer,reserve\nreserve_source,BUS\n',
    });
    const { code, out, err } = await allot(folder, 'check', 'd.allot', '--format', 'json');
    expect(code).toBe(1);
    const { ties_out, top_ups, sources } = JSON.parse(out);
    expect(ties_out).toBe(false);
    expect(top_ups).toMatchObject({ payer: 'reserve', paid: 600, cap_percent: null, scaling: null });
    expect(top_ups.short).toBeCloseTo(top_ups.total - 600, 6);
    expect(sources.at(-1)).toMatchObject({ code: 'BUS', central: 0, schools: 900, left: 0 });
    expect(err).toMatch(/^Top-ups of [\d,.]+ are short by [\d,.]+: Buses \(BUS\) cannot pay more\./);
    expect((await allot(folder, 'check', 'd.allot')).out).toContain('top-ups nobody pays: central 0.00 + schools ');
    expect((await allot(folder, 'budgets', 'd.allot')).code).toBe(0);
  });

  it('lists every fault, one a line, and leaves the model byte for byte as it was', async () => {
    const folder = await imported();
    const before = readFileSync(join(folder, 'd.allot'));
    writeWorkbook(folder, {
      ...WORKBOOK,
      'current.csv': 'school,amount\n001,x\n9,5\n',
      'scenarios.csv': 'scenario,based_on\nPlan B,Nowhere\n',
    });
    expect(await allot(folder, 'import', 'd.allot', 'workbook')).toEqual({
      code: 1,
      out: '',
      err: [
        'current, row 2, column amount: "x" is not a number. Type dollars with at most two decimals, such as 1,234.50.',
        'current, row 3, column school: "9" is not the code of a school in the sheet schools.',
        'scenarios, row 2, column based_on: there is no scenario "Nowhere" in this sheet or in the model.',
        '',
      ].join('\n'),
    });
    expect(readFileSync(join(folder, 'd.allot')).equals(before)).toBe(true);
  });

  it('never changes, locks or litters what it only reads', async () => {
    const folder = await imported();
    const path = join(folder, 'd.allot');
    const before = { bytes: readFileSync(path), modified: statSync(path).mtimeMs, names: readdirSync(folder).sort() };
    for (const words of [['budgets'], ['matrix'], ['check'], ['explain', '001']]) {
      const [command = '', ...rest] = words;
      expect((await allot(folder, command, 'd.allot', ...rest)).code).toBe(0);
    }
    expect(readFileSync(path).equals(before.bytes)).toBe(true);
    expect(statSync(path).mtimeMs).toBe(before.modified);
    expect(readdirSync(folder).sort()).toEqual(before.names);
    expect(readdirSync(join(folder, '.state', 'working'))).toEqual([]);
  });

  it('does not import into a model that someone has open', async () => {
    const folder = await imported();
    const now = new Date().toISOString();
    const note = { user: 'Ben', computer: 'FIN-07', pid: 1, token: 't', since: now, refreshed: now };
    writeFileSync(join(folder, '~$d.allot.lock'), JSON.stringify(note));
    const { code, out, err } = await allot(folder, 'import', 'd.allot', 'workbook');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Nothing was imported\. Ben has “d\.allot” open on the computer FIN-07/);
    expect(existsSync(join(folder, '~$d.allot.lock'))).toBe(true);
    expect((await allot(folder, 'budgets', 'd.allot')).code).toBe(0);
  });

  it('exports what it imported: the same budgets and the same export again', async () => {
    const folder = await imported();
    const budgets = (await allot(folder, 'budgets', 'd.allot')).out;
    for (const out of ['out.xlsx', 'out']) {
      expect(await allot(folder, 'export', 'd.allot', out)).toEqual({ code: 0, out: '', err: '' });
      await allot(folder, 'new', `${out}.allot`);
      expect((await allot(folder, 'import', `${out}.allot`, out)).code).toBe(0);
      expect((await allot(folder, 'budgets', `${out}.allot`)).out).toBe(budgets);
    }
    await allot(folder, 'export', 'out.allot', 'again.xlsx');
    expect(readFileSync(join(folder, 'again.xlsx')).equals(readFileSync(join(folder, 'out.xlsx')))).toBe(true);
    expect(readFileSync(join(folder, 'out', 'schools.csv'), 'utf8')).toContain("002,Roosevelt,HS,'=South\r\n");
  });
});

const CHICAGO = join(ROOT, '../shared/data/chicago-fy25/workbook');

describe.skipIf(!existsSync(CHICAGO))('Chicago FY2025, where the data lies beside the repository', () => {
  it('comes in, ties out, goes out and comes in again with the same budgets', async () => {
    const folder = temporaryFolder();
    await allot(folder, 'new', 'c.allot');
    const ran = await allot(folder, 'import', 'c.allot', CHICAGO);
    expect(ran).toEqual({
      code: 0,
      out: 'Imported workbook: 515 schools, 5 revenue sources, 2 weight sets.\n',
      err: '',
    });
    const check = JSON.parse((await allot(folder, 'check', 'c.allot', '--format', 'json')).out) as {
      ties_out: boolean;
      sources: { amount: number }[];
    };
    expect(check.ties_out).toBe(true);
    expect(Math.round(check.sources.reduce((sum, { amount }) => sum + amount * 100, 0))).toBe(797_078_135_230);
    const budgets = (await allot(folder, 'budgets', 'c.allot')).out;
    expect(budgets.trimEnd().split('\n')).toHaveLength(516);
    for (const out of ['c.xlsx', 'c-folder']) {
      expect((await allot(folder, 'export', 'c.allot', out)).code).toBe(0);
      await allot(folder, 'new', `${out}.allot`);
      expect((await allot(folder, 'import', `${out}.allot`, out)).err).toBe('');
      expect((await allot(folder, 'budgets', `${out}.allot`)).out).toBe(budgets);
    }
  });
});
