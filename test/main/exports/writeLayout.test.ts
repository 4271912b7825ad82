import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { describeDistrictWorkbook } from '../../../src/main/exports/districtWorkbook/describeDistrictWorkbook.ts';
import { writeLayout } from '../../../src/main/exports/writeLayout.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { readWorkbookFile } from '../../../src/main/imports/readWorkbookFile.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { districtCalculator, findOddDollars } from '../../../src/shared/calculator/districtCalculator.ts';
import { schoolCalculator } from '../../../src/shared/calculator/schoolCalculator.ts';
import type { WorkbookLayout } from '../../../src/shared/calculator/WorkbookLayout.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { hostileDistrict } from '../../fixtures/hostileDistrict.ts';
import { resultOf } from '../../fixtures/libreOffice.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const hostile = new Calculation(new Model(hostileDistrict()), 1);

async function layouts(): Promise<WorkbookLayout[]> {
  return [
    ...hostile.schools.map((_, school) => schoolCalculator(hostile, school)),
    districtCalculator(hostile, await findOddDollars(hostile, async () => {})),
    describeDistrictWorkbook(hostile, [hostile]),
    schoolCalculator(new Calculation(new Model(sampleModelRows()), 1), 31),
  ];
}

test('exceljs reads every cell back as it was laid out: texts as texts, formulas beside their values', async () => {
  for (const layout of await layouts()) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(await writeLayout(layout)).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(layout.sheets.map(({ name }) => name));
    for (const { name, cells, isProtected } of layout.sheets) {
      const sheet = workbook.getWorksheet(name)!;
      for (const { row, column, value, formula, style } of cells) {
        const cell = sheet.getCell(row, column);
        const at = `${name} ${cell.address}`;
        expect(cell.formula, at).toBe(formula ?? undefined);
        if (value !== null) expect(resultOf(cell), at).toBe(value);
        const isUnlocked = style === 'input' || style === 'choice';
        if (isProtected) expect(cell.protection?.locked ?? true, at).toBe(!isUnlocked);
      }
    }
  }
});

test('the program’s own reader finds the same texts and numbers', async () => {
  const folder = temporaryFolder();
  for (const [at, layout] of (await layouts()).entries()) {
    const path = join(folder, `${at}.xlsx`);
    writeFileSync(path, await writeLayout(layout));
    const outcome = await readWorkbookFile(path, READ_LIMITS);
    if (!('workbook' in outcome)) throw new Error(outcome.refusal);
    for (const { name, cells } of layout.sheets) {
      const sheet = outcome.workbook.sheets.find((one) => one.name === name)!;
      const read = new Map(
        sheet.rows.flatMap((row) => row.cells.map((text, column) => [`${row.number},${column + 1}`, text])),
      );
      for (const { row, column, value } of cells) {
        const text = read.get(`${row},${column}`) ?? '';
        // It takes numbers to fifteen digits, as a spreadsheet shows them.
        if (typeof value === 'number')
          expect(Number(text), `${name} ${row},${column}`).toBe(Number(value.toPrecision(15)));
        else expect(text, `${name} ${row},${column}`).toBe((value ?? '').trim());
      }
    }
  }
});

test('a calculator is locked without a password, recalculates on opening, and checks what is typed', async () => {
  const zip = await JSZip.loadAsync(await writeLayout(schoolCalculator(hostile, 1)));
  const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? '';
  const sheet = await part('xl/worksheets/sheet1.xml');
  const protection = /<sheetProtection[^>]*>/.exec(sheet)?.[0] ?? '';
  expect(protection).toContain('sheet="1"');
  // 0 in the file: a person may make a column wider.
  expect(protection).toContain('formatColumns="0"');
  expect(protection).not.toMatch(/password|hash|salt|spin/i);
  expect(sheet).toMatch(/<dataValidation [^>]*type="decimal"/);
  expect(sheet).toContain('<pageSetup');
  expect(sheet).toMatch(/fitToHeight="1"/);
  expect(sheet).toContain('<conditionalFormatting');
  expect(await part('xl/workbook.xml')).toMatch(/<calcPr[^>]*fullCalcOnLoad="1"/);
  expect(await part('xl/workbook.xml')).toContain('Total_budget');
  expect(sheet).not.toMatch(/<f>[^<]*<\/f><\/c>/);
});

test('the same layout gives the same bytes', async () => {
  const layout = schoolCalculator(hostile, 2);
  expect(Buffer.compare(await writeLayout(layout), await writeLayout(layout))).toBe(0);
});
