import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { districtCalculator, findOddDollars } from '../../../src/shared/calculator/districtCalculator.ts';
import type { WorkbookLayout } from '../../../src/shared/calculator/WorkbookLayout.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { withFloors } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { RecalculatedLayout } from '../../fixtures/recalculateLayout.ts';

const rowOfTotal = (layout: WorkbookLayout): number =>
  layout.sheets[0]!.cells.find(({ style, column }) => style === 'moneyTotal' && column === 8)!.row;

/** Chooses one school after the other and holds the total against the budget. */
async function expectEverySchool(rows: ModelRows, step: number): Promise<void> {
  const calculation = new Calculation(new Model(rows), 1);
  const layout = districtCalculator(calculation, await findOddDollars(calculation, async () => {}));
  const row = rowOfTotal(layout);
  const sheet = new RecalculatedLayout(layout);
  try {
    expect(sheet.differences()).toEqual([]);
    for (let school = 0; school < calculation.schools.length; school += step) {
      const { code, name } = calculation.schools[school]!;
      sheet.type('Calculator', 1, 2, `'${code} · ${name}`);
      expect([code, sheet.value('Calculator', row, 8)]).toEqual([code, calculation.results.total[school]! / 100]);
    }
  } finally {
    sheet.close();
  }
}

test('the sample: every school that is chosen has its budget to the cent', async () => {
  await expectEverySchool(sampleModelRows(), 1);
});

test('random districts: every school that is chosen has its budget to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRows({ maxSchools: 8, valid: true }), fc.integer(), async (rows, seed) => {
      await expectEverySchool(seed % 2 === 0 ? rows : withFloors(rows, seed), 1);
    }),
    { numRuns: 60 },
  );
});
