import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { schoolCalculator } from '../../../src/shared/calculator/schoolCalculator.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { withFloors } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { RecalculatedLayout } from '../../fixtures/recalculateLayout.ts';

/** Every formula of some schools' calculators, in a spreadsheet engine of others. */
function expectExact(rows: ModelRows, schools: readonly number[]): void {
  const calculation = new Calculation(new Model(rows), 1);
  for (const school of schools) {
    if (school >= calculation.schools.length) continue;
    const layout = schoolCalculator(calculation, school);
    const sheet = new RecalculatedLayout(layout);
    try {
      expect(sheet.differences()).toEqual([]);
      const total = layout.sheets[0]!.cells.find(({ style, column }) => style === 'moneyTotal' && column === 8)!;
      expect(sheet.value('Calculator', total.row, 8)).toBe(calculation.results.total[school]! / 100);
    } finally {
      sheet.close();
    }
  }
}

test('the sample’s schools: untouched counts give the budget to the cent in another spreadsheet', () => {
  expectExact(sampleModelRows(), [0, 7, 31, 60, 99, 124]);
});

test('random districts, without floors and with them', () => {
  fc.assert(
    fc.property(arbitraryRows({ maxSchools: 8, maxSources: 6, valid: true }), fc.integer(), (rows, seed) => {
      expectExact(seed % 2 === 0 ? rows : withFloors(rows, seed), [0, 1, 5]);
    }),
    { numRuns: 150 },
  );
});
