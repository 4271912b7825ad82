import type { Calculation } from '../calc/Calculation.ts';
import { AllotError } from '../contract/errors.ts';
import { type CalculatorDraft, COLUMN } from './CalculatorDraft.ts';
import { districtFigures, type FigureColumn, findingFigures, type OddDollars } from './CalculatorFigures.ts';
import { type CalculatorHeading, checkCalculator, layOutCalculator } from './calculatorSheet.ts';
import { ref } from './expressions.ts';
import { address, columnName, fixedAddress, SheetDraft } from './SheetDraft.ts';
import { footerOf, headingOf, printOf } from './schoolCalculator.ts';
import type { SheetLayout, WorkbookLayout } from './WorkbookLayout.ts';

const SHEET = 'Schools';
/** Title, note and header stand above the schools. */
const FIRST_ROW = 4;
const LABEL = 1;
const CODE = 2;
const LEVEL = 4;
/** Holds the school's place in the list where it is the chosen one, otherwise 0. */
const CHOSEN = 5;
/** The figures begin after label, code, name, level and choice. */
const FIRST_FIGURE = 6;
const LONGEST_LABEL = 120;

/** Where the chosen school's row is worked out. */
const INDEX_CELL = { row: 2, column: COLUMN.plannedAmount };

/** Odd cents of one school after the other; `pause` is awaited between them, and may end it by throwing. */
export async function findOddDollars(
  calculation: Calculation,
  pause: (done: number, total: number) => Promise<void>,
): Promise<OddDollars> {
  const heading = headingOf(calculation);
  const schools = calculation.schools.map((_, at) => at);
  const found = new Map<string, Float64Array>();
  for (const school of schools) {
    await pause(school, schools.length);
    layOutCalculator(findingFigures(calculation, schools, school, found), heading, layOutNothing);
  }
  return found;
}

/** The rows that a choice would take, so that both passes lay out alike. */
const layOutNothing = (draft: CalculatorDraft): void => {
  draft.sheet.row += 2;
};

/**
 * One calculator for the whole district: the school is chosen from a list, its figures are looked up on the sheet
 * `Schools`, and its counts may be typed over. With none typed it gives each school's planned budget to the cent.
 *
 * Throws an AllotError `no-schools` where there is no school, and `calculator-differs` as `schoolCalculator` does.
 */
export function districtCalculator(calculation: Calculation, odd: OddDollars): WorkbookLayout {
  const schools = calculation.schools.map((_, at) => at);
  if (schools.length === 0) {
    throw new AllotError('no-schools', 'The district has no schools yet, so there is no calculator to write.');
  }
  const heading = headingOf(calculation);
  const footer = footerOf(heading);
  const lastRow = FIRST_ROW + schools.length - 1;
  const at = fixedAddress(INDEX_CELL.row, INDEX_CELL.column);
  const lookup = (column: number): string => `INDEX(${rangeOf(FIRST_FIGURE + column, lastRow)},${at})`;
  const figures = districtFigures(calculation, schools, 0, odd, lookup);
  const draft = layOutCalculator(figures, heading, (sheet) => layOutChoice(sheet, lastRow));
  checkCalculator(draft);
  const total = draft.sheet.cells.find(({ style, column }) => style === 'moneyTotal' && column === COLUMN.amount);
  return {
    title: `${heading.district}: budget calculator of all schools`,
    subject: footer,
    sheets: [
      draft.sheet.layout(printOf(draft.sheet, footer)),
      schoolsSheet(calculation, figures.columns, heading, footer),
    ],
    names: total ? [{ name: 'Total_budget', range: `Calculator!$H$${total.row}` }] : [],
  };
}

const rangeOf = (column: number, lastRow: number): string =>
  `${SHEET}!$${columnName(column)}$${FIRST_ROW}:$${columnName(column)}$${lastRow}`;

const labelOf = (code: string, name: string): string => `${code} · ${name}`.slice(0, LONGEST_LABEL);

/** The list to choose from, and the place it leads to. */
function layOutChoice(draft: CalculatorDraft, lastRow: number): void {
  const { sheet, figures } = draft;
  const { code, name, level } = figures.calculation.schools[figures.shown]!;
  const labels = rangeOf(LABEL, lastRow);
  const choice = sheet.put(COLUMN.label, labelOf(code, name), 'choice');
  sheet.fill(COLUMN.label, COLUMN.plannedAmount, 'choice');
  sheet.merges.push(`${address(sheet.row, COLUMN.label)}:${address(sheet.row, COLUMN.last)}`);
  sheet.heights.set(sheet.row, 30);
  sheet.validations.push({
    range: choice.text,
    rule: { kind: 'list', source: labels },
    prompt: 'Choose a school from the list.',
    error: 'Choose a school from the list.',
  });
  sheet.row++;
  sheet.put(COLUMN.amount, 'Place in the list', 'dim');
  const place = ref(`SUM(${rangeOf(CHOSEN, lastRow)})`, figures.shown + 1);
  sheet.compute(COLUMN.plannedAmount, place, 'countDim');
  const levels = rangeOf(LEVEL, lastRow);
  const levelName = figures.calculation.model.get('level', level)?.name ?? level;
  const chosen = fixedAddress(INDEX_CELL.row, INDEX_CELL.column);
  sheet.compute(COLUMN.label, ref(`INDEX(${levels},${chosen})`, levelName), 'subtitle');
  sheet.row++;
}

/** What the calculator looks up, one school to a row. */
function schoolsSheet(
  calculation: Calculation,
  columns: readonly FigureColumn[],
  heading: CalculatorHeading,
  footer: string,
): SheetLayout {
  const { schools, model } = calculation;
  const sheet = new SheetDraft(SHEET, [34, 12, 30, 14, 9, ...columns.map(() => 15)]);
  sheet.isProtected = true;
  sheet.frozen = { rows: FIRST_ROW - 1, columns: CODE };
  sheet.put(1, `${heading.district}: figures that the calculator looks up`, 'strong', 1);
  sheet.put(1, heading.stamp.sentence, 'dim', 2);
  const headers = ['School', 'Code', 'Name', 'Level', 'Chosen', ...columns.map(({ label }) => label)];
  sheet.row = FIRST_ROW - 1;
  sheet.heights.set(sheet.row, 40);
  for (const [place, header] of headers.entries())
    sheet.put(place + 1, header, place < FIRST_FIGURE - 1 ? 'header' : 'headerNumber');
  for (const [at, { code, name, level }] of schools.entries()) {
    sheet.row = FIRST_ROW + at;
    sheet.put(LABEL, labelOf(code, name), 'text');
    sheet.put(CODE, code, 'text');
    sheet.put(CODE + 1, name, 'text');
    sheet.put(LEVEL, model.get('level', level)?.name ?? level, 'text');
    // EXACT takes no character for a wildcard and no capital letter for a small one, as MATCH would.
    const isChosen = `IF(EXACT(${address(sheet.row, LABEL)},Calculator!${fixedAddress(1, COLUMN.label)}),${at + 1},0)`;
    sheet.compute(CHOSEN, ref(isChosen, at === 0 ? 1 : 0), 'countDim');
    for (const [column, { values }] of columns.entries()) {
      const value = values[at]!;
      sheet.put(FIRST_FIGURE + column, value, typeof value === 'string' ? 'text' : 'countDim');
    }
  }
  return sheet.layout({
    orientation: 'landscape',
    pagesTall: null,
    footer,
    titleRows: `1:${FIRST_ROW - 1}`,
    titleColumns: 'A:B',
  });
}
