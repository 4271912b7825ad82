import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { writeWorkbook } from '../../../src/main/exports/writeWorkbook.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

it('writes an .xlsx that another program reads cell by cell: codes as text, money as numbers', async () => {
  const description = describeWorkbook(new Model(sampleModelRows()), 1);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await writeWorkbook(description)).buffer);
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(description.map((sheet) => sheet.name));
  for (const { name, columns, rows } of description) {
    const sheet = workbook.getWorksheet(name);
    expect(sheet?.rowCount).toBe(rows.length + 1);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getRow(1).font?.bold ?? sheet?.getCell('A1').font?.bold).toBe(true);
    for (const [at, { kind, header }] of columns.entries()) {
      expect(sheet?.getCell(1, at + 1).value).toBe(header);
      for (const [row, cells] of rows.entries()) {
        const text = cells[at] ?? '';
        const value = sheet?.getCell(row + 2, at + 1).value;
        if (text === '') expect(value).toBeNull();
        else if (kind === 'text') expect(value).toBe(text);
        else expect(value).toBe(Number(text));
      }
    }
  }
  expect(workbook.getWorksheet('revenues')?.getCell('C2').numFmt).toBe('#,##0.00');
});
