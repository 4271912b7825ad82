import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { exportWorkbook } from '../../../src/main/exports/exportWorkbook.ts';
import { findDifference } from '../../../src/main/exports/findDifference.ts';
import { writeWorkbook } from '../../../src/main/exports/writeWorkbook.ts';
import { readWorkbook } from '../../../src/main/imports/WorkbookReader.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { smallDistrict } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const model = () => new Model(smallDistrict());

describe('putting an export in place', () => {
  it('writes an .xlsx, replaces an earlier one and leaves nothing else', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'out.xlsx');
    writeFileSync(path, 'earlier');
    await exportWorkbook(path, model(), 1);
    const first = readFileSync(path);
    await exportWorkbook(path, model(), 1);
    expect(readFileSync(path).equals(first)).toBe(true);
    expect(readdirSync(folder)).toEqual(['out.xlsx']);
  });

  it('writes a folder, takes away sheets the model no longer has, and leaves other files alone', async () => {
    const folder = join(temporaryFolder(), 'out');
    await exportWorkbook(folder, model(), 1);
    expect(existsSync(join(folder, 'rates.csv'))).toBe(true);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'budget.csv'), 'mine');
    await exportWorkbook(folder, new Model({ ...smallDistrict(), rate: [] }), 1);
    expect(existsSync(join(folder, 'rates.csv'))).toBe(false);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8') + readFileSync(join(folder, 'budget.csv'), 'utf8')).toBe(
      'minemine',
    );
    expect(readdirSync(join(folder, '..'))).toEqual(['out']);
    const { sheets } = await readWorkbook(folder);
    expect(sheets.map((sheet) => sheet.name)).toContain('budget');
  });

  it('leaves an earlier folder whole where one sheet cannot be put in place', async () => {
    const folder = join(temporaryFolder(), 'out');
    mkdirSync(join(folder, 'weights.csv'), { recursive: true });
    writeFileSync(join(folder, 'current.csv'), 'earlier');
    writeFileSync(join(folder, 'rates.csv'), 'earlier');
    await expect(exportWorkbook(folder, new Model({ ...smallDistrict(), rate: [] }), 1)).rejects.toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining('weights.csv was not written, because a folder of that name stands there'),
    });
    expect(readdirSync(folder).sort()).toEqual(['current.csv', 'rates.csv', 'weights.csv']);
    expect(readFileSync(join(folder, 'current.csv'), 'utf8')).toBe('earlier');
  });

  it('guards texts that a spreadsheet would run, and never a number', async () => {
    const rows = smallDistrict();
    const school = rows.school.map((row) => (row.code === '7' ? { ...row, name: '=HYPERLINK("http://x")' } : row));
    const tableAmount = rows.tableAmount.map((row) => ({ ...row, amountCents: -500 }));
    const folder = join(temporaryFolder(), 'out');
    await exportWorkbook(folder, new Model({ ...rows, school, tableAmount }), 1);
    expect(readFileSync(join(folder, 'schools.csv'), 'utf8')).toContain(`7,"'=HYPERLINK(""http://x"")",HS`);
    expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toBe('source,school,amount\r\nT1,0042,-5.00\r\n');
  });

  it.each([
    ['district.allot', 'is not a name for a workbook'],
    ['district.csv', 'is not a name for a workbook'],
    ['file', 'is a file already'],
    ['folder.xlsx', 'is a folder'],
    ['nowhere/out.xlsx', 'its folder does not exist'],
  ])('refuses to write to %s', async (name, reason) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    mkdirSync(join(folder, 'folder.xlsx'));
    await expect(exportWorkbook(join(folder, name), model(), 1)).rejects.toThrow(reason);
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder.xlsx']);
  });

  it('refuses an .xlsx that could not hold a text whole, and keeps the earlier one', async () => {
    const path = join(temporaryFolder(), 'out.xlsx');
    writeFileSync(path, 'earlier');
    const rows = smallDistrict();
    const codes = Array.from({ length: 6_000 }, (_, at) => `, "${at}"`).join('');
    const decision = rows.decision.map((row) => ({ ...row, eligibility: `oneOf(code${codes})` }));
    await expect(exportWorkbook(path, new Model({ ...rows, decision }), 1)).rejects.toThrow(
      'Export to a folder of CSV files instead.',
    );
    expect(readFileSync(path, 'utf8')).toBe('earlier');
  });
});

describe('comparing what was written with what was meant', () => {
  it('finds a changed cell, a missing row and a missing sheet', async () => {
    const wanted = describeWorkbook(model(), 1);
    const path = join(temporaryFolder(), 'out.xlsx');
    writeFileSync(path, await writeWorkbook(wanted));
    const read = await readWorkbook(path);
    expect(findDifference(read, wanted)).toBeNull();
    const changed = wanted.map((sheet) =>
      sheet.name === 'current' ? { ...sheet, rows: sheet.rows.map(([code = '']) => [code, '2500000.01', '']) } : sheet,
    );
    expect(findDifference(read, changed)).toBe('current, row 2, column amount differs');
    expect(findDifference({ ...read, sheets: read.sheets.slice(1) }, wanted)).toMatch(/sheets instead of/);
    const longer = wanted.map((sheet) => ({ ...sheet, rows: [...sheet.rows, ['x']] }));
    expect(findDifference(read, longer)).toMatch(/rows instead of/);
  });
});
