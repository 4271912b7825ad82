import { describe, expect, it } from 'vitest';
import { writeLayout } from '../../../../src/main/exports/writeLayout.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { districtCalculator, findOddDollars } from '../../../../src/shared/calculator/districtCalculator.ts';
import { schoolCalculator } from '../../../../src/shared/calculator/schoolCalculator.ts';
import type { LayoutCell, WorkbookLayout } from '../../../../src/shared/calculator/WorkbookLayout.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../../src/shared/sample/sampleModelRows.ts';
import { withFloors } from '../../../fixtures/arbitraryFloors.ts';
import { hasLibreOffice, recalculate, resultOf } from '../../../fixtures/libreOffice.ts';
import { RecalculatedLayout, type Typed } from '../../../fixtures/recalculateLayout.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const isThere = hasLibreOffice();
if (!isThere) console.warn('LibreOffice (soffice) is not installed, so calculators are not recalculated with it.');

/** The layout with counts typed over and every formula without a value worth trusting. */
function withoutValues(layout: WorkbookLayout, typed: readonly Typed[] = []): WorkbookLayout {
  const change = (sheet: string, cell: LayoutCell): LayoutCell => {
    if (cell.formula !== null) return { ...cell, value: -1 };
    const own = typed.find((one) => one.sheet === sheet && one.row === cell.row && one.column === cell.column);
    return own ? { ...cell, value: own.value } : cell;
  };
  const sheets = layout.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => change(sheet.name, cell)),
  }));
  return { ...layout, sheets };
}

/** Amounts must be the same double; ratios and lines that are rounded further down, nearly. */
function expectSame(found: unknown, wanted: unknown, at: string): void {
  if (typeof wanted === 'number' && typeof found === 'number') {
    expect(Math.abs(found - wanted), `${at}: ${found} is not ${wanted}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(wanted)),
    );
  } else expect(found, at).toBe(wanted);
}

describe.skipIf(!isThere)('in LibreOffice', () => {
  it('gives every cached value of calculators, and with counts typed over what another engine gives', async () => {
    const rows = sampleModelRows();
    const plain = new Calculation(new Model(rows), 1);
    const floored = [11, 23, 42, 57].map((seed) => new Calculation(new Model(withFloors(rows, seed)), 1));
    const layouts: Record<string, WorkbookLayout> = {};
    for (const school of [0, 31, 99]) layouts[`plain-${school}`] = schoolCalculator(plain, school);
    for (const [at, calculation] of floored.entries()) {
      for (const school of [3, 64, 120]) layouts[`floored-${at}-${school}`] = schoolCalculator(calculation, school);
    }
    layouts.district = districtCalculator(plain, await findOddDollars(plain, async () => {}));
    const typed: Record<string, Typed[]> = {};
    const books: Record<string, Uint8Array> = {};
    for (const [name, layout] of Object.entries(layouts)) {
      books[name] = await writeLayout(withoutValues(layout));
      const inputs = layout.sheets[0]!.cells.filter(({ style }) => style === 'input');
      typed[name] = inputs.slice(0, 3).map(({ row, column }, at) => ({
        ...{ sheet: 'Calculator', row, column },
        value: [17.25, 0, 1234.5][at]!,
      }));
      books[`${name}-typed`] = await writeLayout(withoutValues(layout, typed[name]));
    }
    const read = await recalculate(temporaryFolder(), books);
    for (const [name, layout] of Object.entries(layouts)) {
      const other = new RecalculatedLayout(layout, typed[name]);
      for (const { name: sheet, cells } of layout.sheets) {
        for (const { row, column, value, formula } of cells) {
          if (formula === null) continue;
          const at = `${name}, ${sheet}, row ${row}, column ${column}`;
          expectSame(resultOf(read[name]!.getWorksheet(sheet)!.getCell(row, column)), value, at);
          const again = resultOf(read[`${name}-typed`]!.getWorksheet(sheet)!.getCell(row, column));
          expectSame(again, other.value(sheet, row, column), `${at}, typed over`);
        }
      }
      other.close();
    }
  }, 180_000);
});
