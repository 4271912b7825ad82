import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { footerOf, headingOf } from '../../../shared/calculator/schoolCalculator.ts';
import type { WorkbookLayout } from '../../../shared/calculator/WorkbookLayout.ts';
import { budgetsSheet, comparisonSheet, type SheetFrame } from './budgetSheets.ts';
import { matrixSheet } from './matrixSheet.ts';
import { scenarioSheets } from './scenarioSheets.ts';
import { summarySheet } from './summarySheet.ts';

/**
 * The district workbook for board and staff: summary and tie-out, school budgets, per-pupil matrix, this year and next
 * with floors, and the chosen scenarios side by side, the one exported first.
 */
export function describeDistrictWorkbook(calculation: Calculation, compared: readonly Calculation[]): WorkbookLayout {
  const heading = headingOf(calculation);
  const { district, fiscalYear, stamp } = heading;
  const title = `${district}: school budgets${fiscalYear === '' ? '' : ` ${fiscalYear}`}`;
  const frame: SheetFrame = { title, subtitle: stamp.sentence, footer: footerOf(heading) };
  const others = compared.filter((one) => one.scenarioId !== calculation.scenarioId);
  return {
    title,
    subject: frame.footer,
    sheets: [
      summarySheet(calculation, frame, stamp),
      budgetsSheet(calculation, frame),
      matrixSheet(calculation, frame),
      comparisonSheet(calculation, frame),
      ...scenarioSheets([calculation, ...others], frame),
    ],
    names: [],
  };
}
