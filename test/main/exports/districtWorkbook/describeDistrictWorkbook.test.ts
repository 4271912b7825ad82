import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { describeDistrictWorkbook } from '../../../../src/main/exports/districtWorkbook/describeDistrictWorkbook.ts';
import { distinctHeaders } from '../../../../src/main/exports/districtWorkbook/tableSheet.ts';
import { writeLayout } from '../../../../src/main/exports/writeLayout.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../../src/shared/changes/scenarios.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../../src/shared/sample/sampleModelRows.ts';
import { hostileDistrict } from '../../../fixtures/hostileDistrict.ts';
import { resultOf } from '../../../fixtures/libreOffice.ts';
import { RecalculatedLayout } from '../../../fixtures/recalculateLayout.ts';

/** The sample with a second scenario in which poverty weighs more. */
function twoScenarios(): [Calculation, Calculation] {
  const model = new Model(sampleModelRows());
  const made = createScenario(model, 1, 'More for poverty');
  if (typeof made === 'string') throw new Error(made);
  applyOps(model, made.change.ops);
  const weight = [...model.table('weight').values()].find((row) => row.scenario === made.id && row.need === 'POV')!;
  applyOps(model, setRow(model, 'weight', { ...weight, weight: weight.weight + 1_000 }));
  return [new Calculation(model, 1), new Calculation(model, made.id)];
}

test('the sheets hold the program’s figures, school by school, and totals that the spreadsheet adds up itself', () => {
  const [calculation, other] = twoScenarios();
  const layout = describeDistrictWorkbook(calculation, [calculation, other]);
  const names = ['Summary', 'School budgets', 'Per-pupil matrix', 'Comparison'];
  const compared = ['Scenarios', 'Scenarios, budgets', 'Scenarios, per pupil'];
  expect(layout.sheets.map(({ name }) => name)).toEqual([...names, ...compared]);
  const columnOf = (sheet: string, header: string): Map<number, unknown> => {
    const { cells } = layout.sheets.find(({ name }) => name === sheet)!;
    const { column } = cells.find(({ row, value }) => row === 4 && value === header)!;
    return new Map(cells.filter((cell) => cell.column === column).map(({ row, value }) => [row, value]));
  };
  const { results, schools } = calculation;
  const totals = columnOf('School budgets', 'Total budget');
  const source = columnOf('School budgets', `${results.sources[0]!.name} (${results.sources[0]!.code})`);
  const changes = columnOf('Comparison', 'Change');
  const differences = columnOf('Scenarios, budgets', 'More for poverty: difference');
  for (const [at, { code }] of schools.entries()) {
    expect(columnOf('School budgets', 'Code').get(5 + at)).toBe(code);
    expect(totals.get(5 + at)).toBe(results.total[at]! / 100);
    expect(source.get(5 + at)).toBe(results.sources[0]!.amounts[at]! / 100);
    if (!Number.isNaN(results.change[at]!)) expect(changes.get(5 + at)).toBe(results.change[at]! / 100);
    expect(differences.get(5 + at)).toBe((other.results.total[at]! - results.total[at]!) / 100);
  }
  expect(totals.get(5 + schools.length + 1)).toBe(results.totals.total / 100);
  expect([...differences.values()].some((value) => typeof value === 'number' && value !== 0)).toBe(true);
  const sheet = new RecalculatedLayout(layout);
  expect(sheet.differences()).toEqual([]);
  sheet.close();
});

test('another reader finds real tables with headers of their own, frozen panes and titles on every page', async () => {
  const calculation = new Calculation(new Model(hostileDistrict()), 1);
  const layout = describeDistrictWorkbook(calculation, [calculation]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(await writeLayout(layout)).buffer);
  for (const { name, tables, cells } of layout.sheets) {
    const sheet = workbook.getWorksheet(name)!;
    for (const { row, column, value, formula } of cells) {
      if (value !== null) expect(resultOf(sheet.getCell(row, column)), `${name} ${row},${column}`).toBe(value);
      expect(sheet.getCell(row, column).formula).toBe(formula ?? undefined);
    }
    for (const { name: table, headers } of tables) {
      const found = sheet.getTable(table) as unknown as {
        table: { columns: { name: string }[]; autoFilterRef: string };
      };
      expect(found.table.columns.map((column) => column.name)).toEqual(headers);
      expect(new Set(headers.map((header) => header.toLowerCase())).size).toBe(headers.length);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      expect(sheet.pageSetup.printTitlesRow).toBe('4:4');
    }
  }
});

test('a draft says that it is one, an adopted scenario carries its stamp', () => {
  const rows = sampleModelRows();
  const draft = describeDistrictWorkbook(new Calculation(new Model(rows), 1), []);
  expect(draft.subject).toContain('DRAFT, not adopted');
  const adopted = new Model({
    ...rows,
    scenario: rows.scenario.map((row) => ({ ...row, status: 'adopted' as const })),
    adoption: [
      {
        scenario: 1,
        at: '2027-05-12T09:00:00.000Z',
        by: 'Ana Ruiz',
        inputsSha256: 'a'.repeat(64),
        resultsSha256: 'b'.repeat(64),
      },
    ],
  });
  const { subject, sheets } = describeDistrictWorkbook(new Calculation(adopted, 1), []);
  expect(subject).toContain('adopted 2027-05-12 by Ana Ruiz; results bbbbbbbbbbbb');
  expect(sheets[0]!.cells.some(({ style, value }) => style === 'adopted' && String(value).includes('Ana Ruiz'))).toBe(
    true,
  );
});

test('headers are never empty and never alike', () => {
  expect(distinctHeaders(['Fund', 'fund', '', ' \n', 'Fund'])).toEqual([
    'Fund',
    'fund (2)',
    'Column',
    'Column (2)',
    'Fund (3)',
  ]);
});

test('a district without schools still has its workbook', async () => {
  const rows = hostileDistrict();
  const empty = new Calculation(
    new Model({ ...rows, school: [], enrollment: [], currentBudget: [], tableAmount: [], decision: [] }),
    1,
  );
  expect((await writeLayout(describeDistrictWorkbook(empty, [empty]))).length).toBeGreaterThan(1_000);
});
