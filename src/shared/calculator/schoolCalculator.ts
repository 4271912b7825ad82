import type { Calculation } from '../calc/Calculation.ts';
import { COLUMN } from './CalculatorDraft.ts';
import { schoolFigures } from './CalculatorFigures.ts';
import { type CalculatorHeading, checkCalculator, layOutCalculator } from './calculatorSheet.ts';
import { inWordsSheet } from './inWordsSheet.ts';
import type { SheetDraft } from './SheetDraft.ts';
import { scenarioStamp } from './scenarioStamp.ts';
import type { LayoutPrint, WorkbookLayout } from './WorkbookLayout.ts';

/** District, year and stamp of a calculation, as its hand-outs say them. */
export function headingOf({ model, scenarioId }: Calculation): CalculatorHeading {
  return {
    district: model.get('district', 'name')?.value || 'District',
    fiscalYear: model.get('district', 'fiscal_year')?.value ?? '',
    stamp: scenarioStamp(model, scenarioId),
  };
}

/** What stands at the foot of every printed page. */
export const footerOf = ({ district, stamp }: CalculatorHeading): string => `${district} · ${stamp.sentence}`;

/** More rows than this are not legible on one page. */
const MOST_ROWS_A_PAGE = 120;

export function printOf({ cells }: SheetDraft, footer: string): LayoutPrint {
  const rows = cells.reduce((most, { row }) => Math.max(most, row), 0);
  return { orientation: 'portrait', pagesTall: rows <= MOST_ROWS_A_PAGE ? 1 : null, footer };
}

/**
 * The calculator of one school: its counts as cells to type into, and live formulas that give the planned budget to
 * the cent as long as they are untouched.
 *
 * 420 elementary pupils at a published rate of $3,741.00: `INT(ROUND(E12*G20*100,2))/100` is $1,571,220.00, and with
 * 421 pupils $1,574,961.00.
 *
 * Throws an AllotError `calculator-differs` where a formula would not give the program's amount.
 */
export function schoolCalculator(calculation: Calculation, school: number): WorkbookLayout {
  const heading = headingOf(calculation);
  const footer = footerOf(heading);
  const draft = layOutCalculator(schoolFigures(calculation, school), heading, null);
  checkCalculator(draft);
  const { code, name } = calculation.schools[school]!;
  const sheet = draft.sheet.layout(printOf(draft.sheet, footer));
  const total = draft.sheet.cells.find((cell) => cell.style === 'moneyTotal' && cell.column === COLUMN.amount);
  return {
    title: `${name} (${code}): budget calculator`,
    subject: footer,
    sheets: [sheet, inWordsSheet(calculation, school, footer)],
    names: total ? [{ name: 'Total_budget', range: `Calculator!$H$${total.row}` }] : [],
  };
}
