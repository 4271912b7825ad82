import { expect, test } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import { workbookToChange } from '../../../src/main/imports/workbookToChange.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { addYearMeasure } from '../../../src/shared/changes/years.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';

const META = { fileName: 'district.xlsx', sha256: '', at: '2026-06-01T12:00:00.000Z', by: 'me' };

/** The described sheets as a reader finds them in a file. */
function asRead(model: Model, change: (rows: string[][]) => void = () => {}) {
  return describeWorkbook(model, 1).map(({ name, columns, rows }) => {
    const cells = [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
    if (name === 'years') change(cells);
    return { name, rows: cells.map((row, at) => ({ number: at + 1, cells: row })) };
  });
}

const sorted = (model: Model): unknown[] =>
  [...model.table('yearValue').entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);

test('without values the sheet is not written; with values it comes back row for row, measures without values too', () => {
  const bare = () => new Model({ ...sampleModelRows(), yearMeasure: [], yearValue: [] });
  expect(describeWorkbook(bare(), 1).some(({ name }) => name === 'years')).toBe(false);
  const model = new Model(sampleModelRows());
  const added = addYearMeasure(model, { measure: 'Dropouts', kind: 'outcome', unit: 'points', better: 'lower' });
  if (typeof added === 'string') throw new Error(added);
  applyOps(model, added.ops);
  applyOps(model, [
    {
      table: 'yearValue',
      before: null,
      after: { year: '2022-23', school: 'CLOSED', measure: 'Budget', studentGroup: 'Foster, youth', value: '-12.5' },
    },
  ]);
  const after = bare();
  const { change, faults } = workbookToChange(asRead(model), after, 1, META);
  expect(faults).toEqual([]);
  applyOps(after, change!.ops);
  expect(sorted(after)).toEqual(sorted(model));
  expect([...after.table('yearMeasure').values()]).toEqual([...model.table('yearMeasure').values()]);
  // Once more changes nothing, and a workbook without the sheet leaves it alone.
  const again = workbookToChange(asRead(model), after, 1, META);
  expect(again.change!.ops.filter(({ table }) => table.startsWith('year'))).toEqual([]);
  const without = workbookToChange(asRead(bare()), after, 1, META);
  expect(without.change!.ops.filter(({ table }) => table.startsWith('year'))).toEqual([]);
});

test('one wrong row and nothing of the workbook is taken', () => {
  const school = sampleModelRows().school[0]?.code ?? '';
  const wrong: readonly (readonly [string[], string])[] = [
    [['', school, 'Budget', '', '5', 'amount', 'dollars', 'neither'], 'this cell is empty'],
    [['2022-23', '', 'Budget', '', '5', 'amount', 'dollars', 'neither'], 'this cell is empty'],
    [['2022-23', school, 'Budget', '', '', 'amount', 'dollars', 'neither'], 'this cell is empty'],
    [['2022-23', school, 'Budget', '', 'many', 'amount', 'dollars', 'neither'], '"many" is not a number'],
    [['2022-23', school, 'Budget', '', '5', 'pupils', 'pupils', 'neither'], 'described otherwise'],
    [['2022-23', school, 'BUDGET', '', '5', 'amount', 'dollars', 'neither'], 'is called "Budget" in a row above'],
    [['2022-23', school, 'New', '', '5', 'amount', 'percent', 'neither'], 'does not fit the kind'],
    [['2022-23', school, 'New', '', '5', 'amount', 'dollars', 'worse'], '"worse" is not one of'],
    [['2023-24', school, 'Budget', '', '5', 'amount', 'dollars', 'neither'], 'Budget'],
  ];
  for (const [row, reason] of wrong) {
    const { change, faults } = workbookToChange(
      asRead(new Model(sampleModelRows()), (rows) => rows.push(row)),
      new Model(sampleModelRows()),
      1,
      META,
    );
    expect(change, row.join()).toBeNull();
    expect(faults[0]?.sheet).toBe('years');
    expect(faults.map((fault) => fault.reason).join(' '), row.join()).toContain(reason);
  }
});
