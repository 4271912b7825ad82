import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { divideHalfUp } from '../../../shared/calc/integers.ts';
import type { SheetLayout } from '../../../shared/calculator/WorkbookLayout.ts';
import { countColumn, dollars, moneyColumn, schoolColumns } from './schoolColumns.ts';
import { type TableColumn, tableSheet } from './tableSheet.ts';

/** What stands above and below every sheet of the workbook. */
export interface SheetFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
}

/** District dollars over district pupils, half-up to the cent. */
const perPupilOf = (cents: number, pupils: number): number =>
  pupils > 0 ? divideHalfUp(cents, 100, pupils) / 100 : Number.NaN;

/** Every school's budget by source. */
export function budgetsSheet(calculation: Calculation, frame: SheetFrame): SheetLayout {
  const { results } = calculation;
  const { topUps, totals } = results;
  const paying = results.sources.filter((source) => source.amounts.some((cents) => cents !== 0));
  const columns: TableColumn[] = [
    ...schoolColumns(calculation),
    countColumn('Pupils', results.pupils),
    moneyColumn('Total budget', results.total),
    moneyColumn('Per pupil', results.perPupil, { below: perPupilOf(totals.total, totals.pupils) }),
    moneyColumn('Formula', results.formula),
    moneyColumn('Grants', results.grants),
    ...(topUps.isOn ? [moneyColumn('Top-up', results.topUp), moneyColumn('Given up', results.deduction)] : []),
    moneyColumn('Restricted', results.restricted, { style: 'moneyDim' }),
    moneyColumn('Unrestricted', results.unrestricted, { style: 'moneyDim' }),
    moneyColumn('Held centrally, committed', results.locked, { style: 'moneyDim' }),
    ...paying.map((source) => moneyColumn(`${source.name} (${source.code})`, source.amounts)),
  ];
  return tableSheet({
    ...frame,
    ...{ name: 'School budgets', title: `School budgets · ${frame.title}`, tableName: 'School_budgets' },
    ...{ columns, rowCount: calculation.schools.length, frozenColumns: 2 },
  });
}

/** This year against next, and what floors make of it. */
export function comparisonSheet(calculation: Calculation, frame: SheetFrame): SheetLayout {
  const { results, schools, model, plan } = calculation;
  const { topUps, totals } = results;
  const pupilsThen = Float64Array.from(
    schools,
    ({ code }) => model.get('currentBudget', plan.scenario.currentVersion, code)?.pupils ?? Number.NaN,
  );
  const hasThen = pupilsThen.some((pupils) => !Number.isNaN(pupils));
  const percent = (row: number): number | null => {
    const before = results.current[row]!;
    return before > 0 ? results.change[row]! / before : null;
  };
  const perPupilThen = (row: number): number | null => {
    const cents = results.current[row]!;
    const pupils = pupilsThen[row]!;
    return pupils > 0 && !Number.isNaN(cents) ? dollars(divideHalfUp(cents, 100, pupils)) : null;
  };
  const columns: TableColumn[] = [
    ...schoolColumns(calculation),
    ...(hasThen ? [countColumn('Pupils this year', pupilsThen)] : []),
    countColumn('Pupils', results.pupils),
    moneyColumn('This year', results.current, { style: 'moneyDim' }),
    moneyColumn('Next year', results.total),
    moneyColumn('Change', results.change, { style: 'change', highlight: 'negative' }),
    {
      header: 'Change %',
      ...{ style: 'percent', width: 10, at: percent, highlight: 'negative' },
      below: totals.current > 0 ? totals.change / totals.current : Number.NaN,
    },
    ...(hasThen
      ? [moneyColumn('Per pupil this year', results.perPupil, { style: 'moneyDim', at: perPupilThen, below: '' })]
      : []),
    moneyColumn('Per pupil', results.perPupil, { below: perPupilOf(totals.total, totals.pupils) }),
    ...(topUps.isOn
      ? [
          moneyColumn('Compared with the floor', results.comparison),
          moneyColumn('Hold harmless', topUps.holdHarmless, { style: 'moneyDim' }),
          moneyColumn('Minimum', topUps.minimum, { style: 'moneyDim' }),
          moneyColumn('Floor', results.floor),
          moneyColumn('Top-up', results.topUp, { highlight: 'positive' }),
          moneyColumn('Given up', results.deduction),
        ]
      : []),
  ];
  return tableSheet({
    ...frame,
    ...{ name: 'Comparison', title: `This year and next · ${frame.title}`, tableName: 'Comparison_with_this_year' },
    ...{ columns, rowCount: schools.length, frozenColumns: 2 },
  });
}
