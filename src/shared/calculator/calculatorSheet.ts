import { AllotError } from '../contract/errors.ts';
import { CalculatorDraft, COLUMN, dollarsOr } from './CalculatorDraft.ts';
import type { CalculatorFigures } from './CalculatorFigures.ts';
import { layOutCounts } from './countsPart.ts';
import { clean, type Expression, literal, minus, when } from './expressions.ts';
import { layOutFloors } from './floorsPart.ts';
import { isNone, NONE } from './none.ts';
import type { ScenarioStamp } from './scenarioStamp.ts';
import { layOutSources, shownSources } from './sourcePart.ts';
import { type BudgetCells, layOutTotals, percentChange } from './totalsPart.ts';
import type { LayoutCell } from './WorkbookLayout.ts';

/** What stands above the numbers of a calculator. */
export interface CalculatorHeading {
  readonly district: string;
  readonly fiscalYear: string;
  readonly stamp: ScenarioStamp;
}

/** Where the school is chosen in a district's calculator; nothing in a school's own. */
export type LayOutChoice = (draft: CalculatorDraft) => void;

const HELD =
  'Rates, bases, dollars per point, whom a source reaches and what floors take and give are held as published: they were made from the planned counts of all schools, and a change at one school would move them a little for everyone. So this sheet tells what your counts are worth, not what the district would decide.';

/** Lays the whole calculator out, from the school's name to its change from this year. */
export function layOutCalculator(
  figures: CalculatorFigures,
  heading: CalculatorHeading,
  layOutChoice: LayOutChoice | null,
): CalculatorDraft {
  const draft = new CalculatorDraft(figures);
  const { sheet } = draft;
  sheet.isProtected = true;
  layOutHeading(draft, heading, layOutChoice);
  const summaryRow = sheet.row;
  sheet.row += 5;
  layOutCounts(draft);
  layOutSources(
    draft,
    'Formula: how each source comes to its amount',
    shownSources(draft, ({ status }) => status === 'unlock'),
  );
  layOutSources(
    draft,
    'Grants',
    shownSources(draft, ({ status }) => status === 'grant'),
  );
  layOutSources(
    draft,
    'Held centrally and committed to the school, beside its budget',
    shownSources(draft, ({ status }) => status === 'lock'),
  );
  const floors = layOutFloors(draft);
  const budget = layOutTotals(draft, floors);
  sheet.row++;
  sheet.paragraph(COLUMN.label, COLUMN.last, HELD, 'note', 12);
  layOutSummary(draft, summaryRow, budget);
  return draft;
}

function layOutHeading(draft: CalculatorDraft, heading: CalculatorHeading, layOutChoice: LayOutChoice | null): void {
  const { sheet, figures } = draft;
  const { calculation, shown } = figures;
  const { district, fiscalYear, stamp } = heading;
  if (layOutChoice) layOutChoice(draft);
  else {
    const { code, name, level } = calculation.schools[shown]!;
    sheet.paragraph(COLUMN.label, COLUMN.last, name, 'title', 26);
    sheet.put(COLUMN.label, calculation.model.get('level', level)?.name ?? level, 'subtitle');
    sheet.put(COLUMN.amount, 'School code', 'dim');
    sheet.put(COLUMN.plannedAmount, code, 'text');
    sheet.row++;
  }
  const year = fiscalYear === '' ? '' : `, ${fiscalYear}`;
  sheet.paragraph(COLUMN.label, COLUMN.last, `Budget calculator · ${district}${year}`, 'subtitle');
  sheet.paragraph(COLUMN.label, COLUMN.last, stamp.sentence, stamp.isAdopted ? 'adopted' : 'draft', 14);
  sheet.paragraph(
    COLUMN.label,
    COLUMN.last,
    figures.isDistrict
      ? 'Choose a school, then type your own counts into the coloured cells; a blank one keeps the planned count. Clear them before you choose another school.'
      : 'Type your own counts into the coloured cells; everything else follows. With the planned counts the sheet gives the planned budget to the cent.',
    'note',
  );
  sheet.row++;
}

/** This year, the plan and the counts typed, side by side at the top. */
function layOutSummary(draft: CalculatorDraft, row: number, budget: BudgetCells): void {
  const { sheet, figures } = draft;
  const { results, topUps } = figures.calculation;
  sheet.row = row;
  const heads = ['', '', 'This year', 'As planned', 'With your counts', 'Change', 'Change %', 'Against the plan'];
  for (const [at, text] of heads.entries()) {
    sheet.put(COLUMN.label + at, text === '' ? null : text, at < 2 ? 'header' : 'headerNumber');
  }
  sheet.row++;
  sheet.put(COLUMN.label, 'Budget', 'totalLabel');
  const thisYear = sheet.compute(4, budget.current, 'moneyTotalDim');
  const planned = draft.given(5, 'Total', (school) => results.total[school]! / 100, 'moneyTotalDim');
  const own = sheet.compute(6, budget.total, 'moneyTotal');
  sheet.compute(7, difference(own, thisYear), 'changeTotal');
  sheet.compute(8, percentChange(own, thisYear), 'percentTotal');
  sheet.compute(9, clean(minus(own, planned)), 'changeTotal');
  sheet.fill(COLUMN.label, COLUMN.last, 'totalLabel');
  sheet.row++;
  sheet.put(COLUMN.label, 'Pupils', 'label');
  const { then, amount } = topUps.floors.baselines;
  const isPerPupil = topUps.floors.decision.basis === 'per_pupil';
  const pupilsThen = draft.given(
    4,
    'Pupils of this year’s budget',
    (school) =>
      pupilsOfCurrent(draft, school) ?? (isPerPupil && !Number.isNaN(amount[school]!) ? then[school]! / 100 : NONE),
    'count',
  );
  const plannedPupils = draft.given(5, 'Pupils', (school) => results.pupils[school]! / 100, 'count');
  const pupils = sheet.compute(6, draft.pupils ?? literal(0), 'count');
  sheet.compute(7, difference(pupils, pupilsThen), 'count');
  sheet.compute(8, percentChange(pupils, pupilsThen), 'percent');
  sheet.compute(9, clean(minus(pupils, plannedPupils)), 'count');
  sheet.row++;
  sheet.put(COLUMN.label, 'Budget per pupil', 'label');
  draft.given(5, 'Per pupil', (school) => dollarsOr(results.perPupil[school]!, NONE), 'money');
  sheet.compute(6, budget.perPupil, 'money');
}

const difference = (own: Expression, before: Expression): Expression =>
  when(isNone(before), literal(NONE), clean(minus(own, before)));

function pupilsOfCurrent({ figures }: CalculatorDraft, school: number): number | null {
  const { model, plan, schools } = figures.calculation;
  const pupils = model.get('currentBudget', plan.scenario.currentVersion, schools[school]!.code)?.pupils ?? null;
  return pupils === null ? null : pupils / 100;
}

/**
 * What the sheet comes to with untouched counts must be the program's budget, to the cent. Throws an AllotError where
 * it is not, so that no calculator leaves the program that contradicts it.
 */
export function checkCalculator({ figures, sheet }: CalculatorDraft): void {
  const { results, schools } = figures.calculation;
  const planned = new Map<number, number | string | null>();
  for (const cell of sheet.cells) if (cell.column === COLUMN.plannedAmount) planned.set(cell.row, cell.value);
  const isWrong = ({ row, column, formula, value, style }: LayoutCell): boolean =>
    column === COLUMN.amount &&
    style.startsWith('money') &&
    formula !== null &&
    planned.has(row) &&
    !isSame(value, planned.get(row) ?? null);
  const wrong = sheet.cells.filter(isWrong);
  const total = sheet.cells.find(({ style, column }) => style === 'moneyTotal' && column === COLUMN.amount);
  const cents = results.total[figures.shown]!;
  if (total && Math.round(Number(total.value) * 100) === cents && wrong.length === 0) return;
  const { code } = schools[figures.shown]!;
  throw new AllotError(
    'calculator-differs',
    `The calculator of school ${code} was not written, because its formulas do not give the planned budget. Please report this; the budgets themselves are as shown.`,
    wrong.map(({ row, value }) => `row ${row}: ${value} instead of ${planned.get(row)}`),
  );
}

/** Whether what a formula comes to is the planned amount beside it; a cell without one says nothing. */
function isSame(value: number | string | null, planned: number | string | null): boolean {
  if (planned === null || value === null) return true;
  if (typeof value === 'string' || typeof planned === 'string') return value === planned;
  return Math.round(value * 100) === Math.round(planned * 100);
}
