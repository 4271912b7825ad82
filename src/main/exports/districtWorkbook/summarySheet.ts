import type { Calculation } from '../../../shared/calc/Calculation.ts';
import { payerSentence } from '../../../shared/calc/explain/explainFloors.ts';
import { divideHalfUp } from '../../../shared/calc/integers.ts';
import { clean, minus, sumOf } from '../../../shared/calculator/expressions.ts';
import { address, SheetDraft } from '../../../shared/calculator/SheetDraft.ts';
import type { ScenarioStamp } from '../../../shared/calculator/scenarioStamp.ts';
import type { LayoutStyle, SheetLayout } from '../../../shared/calculator/WorkbookLayout.ts';
import type { SheetFrame } from './budgetSheets.ts';

const LAST = 8;
const STATUS_WORDS = { lock: 'held centrally', unlock: 'formula', grant: 'grant' } as const;

/** The first page: what the district has, where it goes, that it adds up, and the budgets by level. */
export function summarySheet(calculation: Calculation, frame: SheetFrame, stamp: ScenarioStamp): SheetLayout {
  const sheet = new SheetDraft('Summary', [46, 15, 18, 18, 18, 18, 18, 14]);
  sheet.paragraph(1, LAST, frame.title, 'title', 26);
  sheet.paragraph(1, LAST, stamp.sentence, stamp.isAdopted ? 'adopted' : 'draft', 14);
  sheet.row++;
  layOutFigures(sheet, calculation);
  layOutSources(sheet, calculation);
  layOutLevels(sheet, calculation);
  layOutProof(sheet, calculation);
  return sheet.layout({ orientation: 'landscape', pagesTall: 1, footer: frame.footer });
}

const pupilStyle = (hundredths: number): LayoutStyle => (hundredths % 100 === 0 ? 'whole' : 'decimal');

function header(sheet: SheetDraft, names: readonly string[]): void {
  for (const [at, name] of names.entries())
    sheet.put(at + 1, name, at === 0 || name === 'Status' ? 'header' : 'headerNumber');
  sheet.fill(1, LAST, 'header');
  sheet.row++;
}

function section(sheet: SheetDraft, name: string): void {
  sheet.put(1, name, 'section');
  sheet.fill(1, LAST, 'section');
  sheet.row++;
}

function layOutFigures(sheet: SheetDraft, calculation: Calculation): void {
  const { totals } = calculation.results;
  const perPupil = totals.pupils > 0 ? divideHalfUp(totals.total, 100, totals.pupils) / 100 : null;
  section(sheet, 'In short');
  const line = (label: string, value: number | null, style: LayoutStyle): void => {
    sheet.put(1, label, 'label');
    if (value !== null) sheet.put(3, value, style);
    sheet.row++;
  };
  line('Schools', calculation.schools.length, 'whole');
  line('Pupils', totals.pupils / 100, pupilStyle(totals.pupils));
  line('Budgets of all schools', totals.total / 100, 'money');
  line('Per pupil', perPupil, 'money');
  if (totals.current !== 0) {
    line('This year’s budgets', totals.current / 100, 'money');
    line('Change, schools with a budget this year', totals.change / 100, 'change');
    line('Change in percent', totals.change / totals.current, 'percent');
  }
  sheet.row++;
}

/** Revenue = central + schools + left, for every source, with the sum checked by the spreadsheet itself. */
function layOutSources(sheet: SheetDraft, calculation: Calculation): void {
  section(sheet, 'Sources: amount = central + schools + left');
  header(sheet, ['Source', 'Status', 'Amount', 'Central', 'Schools', 'Left', 'Top-ups paid', 'Difference']);
  const first = sheet.row;
  for (const source of calculation.results.sources) {
    sheet.put(1, `${source.name} (${source.code})`, 'label');
    sheet.put(2, STATUS_WORDS[source.status], 'dim');
    const amount = sheet.put(3, source.amountCents / 100, 'money');
    const parts = [source.centralCents, source.schoolsCents, source.leftCents].map((cents, at) =>
      sheet.put(4 + at, cents / 100, 'money'),
    );
    sheet.put(7, source.topUpCents / 100, 'moneyDim');
    sheet.compute(8, clean(parts.reduce(minus, amount)), 'moneyDim');
    sheet.row++;
  }
  const last = sheet.row - 1;
  if (last < first) return;
  sheet.put(1, 'All sources', 'totalLabel');
  for (let column = 3; column <= LAST; column++) sumBelow(sheet, column, first, last, 'moneyTotal');
  sheet.fill(1, LAST, 'totalLabel');
  sheet.row += 2;
}

function sumBelow(sheet: SheetDraft, column: number, first: number, last: number, style: LayoutStyle): void {
  const values = sheet.cells
    .filter((cell) => cell.column === column && cell.row >= first && cell.row <= last)
    .map(({ value }) => value);
  sheet.compute(column, clean(sumOf(`${address(first, column)}:${address(last, column)}`, values)), style);
}

function layOutLevels(sheet: SheetDraft, calculation: Calculation): void {
  const { schools, levels, results } = calculation;
  section(sheet, 'Budgets by the schools’ own level');
  header(sheet, ['Level', 'Schools', 'Pupils', 'Budgets', 'Per pupil', 'This year', 'Change', 'Share']);
  const first = sheet.row;
  for (const { code, name } of levels) {
    const of = schools.flatMap((school, at) => (school.level === code ? [at] : []));
    if (of.length === 0) continue;
    const sum = (cents: Float64Array): number =>
      of.reduce((total, at) => total + (Number.isNaN(cents[at]!) ? 0 : cents[at]!), 0);
    const pupils = sum(results.pupils);
    const total = sum(results.total);
    sheet.put(1, name, 'label');
    sheet.put(2, of.length, 'whole');
    sheet.put(3, pupils / 100, pupilStyle(results.totals.pupils));
    sheet.put(4, total / 100, 'money');
    if (pupils > 0) sheet.put(5, divideHalfUp(total, 100, pupils) / 100, 'money');
    sheet.put(6, sum(results.current) / 100, 'moneyDim');
    sheet.put(7, sum(results.change) / 100, 'change');
    if (results.totals.total !== 0) sheet.put(8, total / results.totals.total, 'share');
    sheet.row++;
  }
  const last = sheet.row - 1;
  if (last < first) return;
  sheet.put(1, 'All levels', 'totalLabel');
  sumBelow(sheet, 2, first, last, 'wholeTotal');
  sumBelow(sheet, 3, first, last, results.totals.pupils % 100 === 0 ? 'wholeTotal' : 'decimalTotal');
  sumBelow(sheet, 4, first, last, 'moneyTotal');
  sumBelow(sheet, 6, first, last, 'moneyTotalDim');
  sumBelow(sheet, 7, first, last, 'changeTotal');
  sheet.fill(1, LAST, 'totalLabel');
  sheet.row += 2;
}

function layOutProof(sheet: SheetDraft, calculation: Calculation): void {
  const { tieOut, topUps } = calculation.results;
  section(sheet, tieOut.tiesOut ? 'It ties out' : 'It does not tie out');
  const say = (text: string): void => sheet.paragraph(1, LAST, text, 'note');
  if (tieOut.tiesOut) say('Every source’s central, schools’ and left parts add up to its amount, to the cent.');
  for (const problem of tieOut.problems) say(problem);
  if (topUps.isOn) say(payerSentence(calculation));
}
