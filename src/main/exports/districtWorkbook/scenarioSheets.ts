import type { Calculation } from '../../../shared/calc/Calculation.ts';
import type { SheetLayout } from '../../../shared/calculator/WorkbookLayout.ts';
import { compareScenarios } from '../../../shared/scenarios/compareScenarios.ts';
import type { SheetFrame } from './budgetSheets.ts';
import { dollars, moneyColumn, schoolColumns } from './schoolColumns.ts';
import { type TableColumn, tableSheet } from './tableSheet.ts';

/** The chosen scenarios side by side; the first is what the others are held against. Empty for fewer than two. */
export function scenarioSheets(calculations: readonly Calculation[], frame: SheetFrame): SheetLayout[] {
  if (calculations.length < 2) return [];
  return [
    summarySheet(calculations, frame),
    sideBySide(calculations, frame, 'total', 'Scenarios, budgets'),
    sideBySide(calculations, frame, 'perPupil', 'Scenarios, per pupil'),
  ];
}

const nameOf = ({ plan }: Calculation): string => plan.scenario.name;

function summarySheet(calculations: readonly Calculation[], frame: SheetFrame): SheetLayout {
  const { columns: compared } = compareScenarios(calculations, 'total', 0);
  const money = (header: string, at: (row: number) => number, style: TableColumn['style'] = 'money'): TableColumn => ({
    ...{ header, style, width: 18 },
    at: (row) => dollars(at(row)),
  });
  const count = (header: string, at: (row: number) => number): TableColumn => ({
    ...{ header, style: 'whole', width: 11, at },
  });
  const totalsOf = (row: number) => calculations[row]!.results.totals;
  const sumsOf = (row: number) => compared[row]!.sums;
  const columns: TableColumn[] = [
    { header: 'Scenario', style: 'text', width: 34, at: (row) => nameOf(calculations[row]!) },
    { header: 'Status', style: 'text', width: 12, at: (row) => calculations[row]!.plan.scenario.status },
    {
      ...{ header: 'Ties out', style: 'text', width: 9 },
      at: (row) => (calculations[row]!.results.tieOut.tiesOut ? 'yes' : 'no'),
    },
    money('Schools’ budgets', (row) => totalsOf(row).total),
    money('Difference', (row) => sumsOf(row).difference, 'change'),
    money('Formula', (row) => totalsOf(row).formula),
    money('Grants', (row) => totalsOf(row).grants),
    money('Top-ups', (row) => totalsOf(row).topUp),
    count('Schools that gain', (row) => sumsOf(row).gainers),
    money('Gained', (row) => sumsOf(row).gained, 'change'),
    count('Schools that lose', (row) => sumsOf(row).losers),
    money('Lost', (row) => sumsOf(row).lost, 'change'),
    count('Unchanged', (row) => sumsOf(row).unchanged),
  ];
  return tableSheet({
    ...frame,
    name: 'Scenarios',
    title: `Scenarios held against “${nameOf(calculations[0]!)}” · ${frame.title}`,
    tableName: 'Scenarios_summary',
    ...{ columns, rowCount: calculations.length, frozenColumns: 1 },
    hasTotals: false,
  });
}

function sideBySide(
  calculations: readonly Calculation[],
  frame: SheetFrame,
  measure: 'total' | 'perPupil',
  name: string,
): SheetLayout {
  const { columns: compared } = compareScenarios(calculations, measure, 0);
  const below = (cents: number): Partial<TableColumn> =>
    measure === 'total' ? {} : { below: dollars(cents) ?? Number.NaN };
  const columns: TableColumn[] = [
    ...schoolColumns(calculations[0]!),
    ...compared.map(({ values, sums }, at) =>
      moneyColumn(nameOf(calculations[at]!), values, { width: 18, ...below(sums.total) }),
    ),
    ...compared.slice(1).map(({ differences, sums }, at) =>
      moneyColumn(`${nameOf(calculations[at + 1]!)}: difference`, differences, {
        ...{ width: 18, style: 'change', highlight: 'negative' },
        ...below(sums.difference),
      }),
    ),
  ];
  return tableSheet({
    ...frame,
    name,
    title: `${measure === 'total' ? 'Budgets' : 'Budgets per pupil'} by scenario · ${frame.title}`,
    tableName: measure === 'total' ? 'Scenario_budgets' : 'Scenario_budgets_per_pupil',
    ...{ columns, rowCount: calculations[0]!.schools.length, frozenColumns: 2 },
  });
}
