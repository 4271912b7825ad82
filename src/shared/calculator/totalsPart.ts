import { type CalculatorDraft, COLUMN, dollarsOr } from './CalculatorDraft.ts';
import {
  type Condition,
  clean,
  type Expression,
  literal,
  minus,
  over,
  plus,
  roundToCent,
  snapPlaces,
  sumCells,
  when,
} from './expressions.ts';
import type { FloorTotals } from './floorsPart.ts';
import { isNone, NONE } from './none.ts';
import { totalsOf } from './sourcePart.ts';

/** The cells of the budget that the top of the sheet repeats. */
export interface BudgetCells {
  readonly total: Expression;
  readonly perPupil: Expression;
  readonly current: Expression;
}

/** From the sources to the budget: formula, grants, top-up, what is given up, total, per pupil, change. */
export function layOutTotals(draft: CalculatorDraft, floors: FloorTotals | null): BudgetCells {
  const { sheet, figures } = draft;
  const { results } = figures.calculation;
  sheet.put(COLUMN.label, 'The budget', 'section');
  sheet.put(COLUMN.amount, 'With your counts', 'sectionNumber');
  sheet.put(COLUMN.plannedAmount, 'As planned', 'sectionNumber');
  sheet.fill(COLUMN.label, COLUMN.last, 'section');
  sheet.row++;
  const line = (label: string, value: Expression, planned: Float64Array): Expression => {
    sheet.put(COLUMN.label, label, 'label');
    const cell = sheet.compute(COLUMN.amount, value, 'money');
    draft.planned(label, (school) => planned[school]!, 'moneyDim');
    sheet.row++;
    return cell;
  };
  const formula = line(
    'Formula',
    clean(sumCells(totalsOf(draft, ({ status }) => status === 'unlock'))),
    results.formula,
  );
  let total: Expression = formula;
  const grants = totalsOf(draft, ({ status }) => status === 'grant');
  if (grants.length > 0) total = plus(total, line('Grants', clean(sumCells(grants)), results.grants));
  if (floors) total = plus(total, line('Top-up', floors.topUp, results.topUp));
  if (floors?.deduction) {
    const deduction = line('Given up', floors.deduction, results.deduction);
    total = minus(total, deduction);
  }
  const rounded = clean(total);
  sheet.put(COLUMN.label, 'Total budget', 'totalLabel');
  const totalCell = sheet.compute(COLUMN.amount, rounded, 'moneyTotal');
  draft.planned('Total', (school) => results.total[school]!, 'moneyTotalDim');
  sheet.fill(COLUMN.label, COLUMN.last, 'totalLabel');
  sheet.row++;
  const perPupil = layOutPerPupil(draft, totalCell);
  const current = layOutCurrent(draft, totalCell);
  layOutLocked(draft, totalCell);
  return { total: totalCell, perPupil, current };
}

function layOutPerPupil(draft: CalculatorDraft, total: Expression): Expression {
  const { sheet, figures } = draft;
  const { perPupil } = figures.calculation.results;
  const pupils = draft.pupils ?? literal(0);
  const most = draft.largest((school) => (Number.isNaN(perPupil[school]!) ? 0 : perPupil[school]!)) / 100;
  const rounded = roundToCent(over(total, pupils), snapPlaces(most, 6));
  const none: Condition = { text: `${pupils.text}=0`, isTrue: pupils.value === 0 };
  const plain = when(none, literal(NONE), rounded);
  const odd = figures.odd(
    'Rounding: per pupil',
    (school) => (Number.isNaN(perPupil[school]!) ? 0 : perPupil[school]!),
    plain,
  );
  const exact = odd ? when(none, literal(NONE), clean(plus(rounded, odd.expression))) : plain;
  sheet.put(COLUMN.label, 'Per pupil', 'label');
  const cell = sheet.compute(COLUMN.amount, exact, 'money');
  draft.planned('Per pupil', (school) => perPupil[school]!, 'moneyDim');
  sheet.row++;
  return cell;
}

/** This year's budget beside it, and the change in dollars and percent. */
function layOutCurrent(draft: CalculatorDraft, total: Expression): Expression {
  const { sheet, figures } = draft;
  const { current, change } = figures.calculation.results;
  sheet.put(COLUMN.label, 'This year’s budget', 'label');
  const cell = draft.given(COLUMN.amount, 'This year', (school) => dollarsOr(current[school]!, NONE), 'money');
  draft.planned('This year', (school) => current[school]!, 'moneyDim');
  sheet.row++;
  sheet.put(COLUMN.label, 'Change from this year', 'label');
  sheet.compute(COLUMN.amount, when(isNone(cell), literal(NONE), clean(minus(total, cell))), 'change');
  draft.planned('Change', (school) => change[school]!, 'moneyDim');
  sheet.row++;
  sheet.put(COLUMN.label, 'Change in percent', 'label');
  sheet.compute(COLUMN.amount, percentChange(total, cell), 'percent');
  sheet.row++;
  return cell;
}

/** Nothing where there is no budget this year, or one of zero. */
export function percentChange(total: Expression, current: Expression): Expression {
  const isNothing: Condition = {
    text: `N(${current.text})=0`,
    isTrue: typeof current.value !== 'number' || current.value === 0,
  };
  return when(isNothing, literal(NONE), over(minus(total, current), current));
}

/** What locked sources commit to the school stands beside its budget, not in it. */
function layOutLocked(draft: CalculatorDraft, total: Expression): void {
  const { sheet, figures } = draft;
  const { results } = figures.calculation;
  const locked = totalsOf(draft, ({ status }) => status === 'lock');
  if (locked.length === 0) return;
  sheet.put(COLUMN.label, 'Held centrally and committed to the school', 'label');
  const cell = sheet.compute(COLUMN.amount, clean(sumCells(locked)), 'money');
  draft.planned('Locked', (school) => results.locked[school]!, 'moneyDim');
  sheet.row++;
  sheet.put(COLUMN.label, 'Total with what is held centrally', 'sumLabel');
  sheet.compute(COLUMN.amount, clean(plus(total, cell)), 'moneySum');
  draft.planned('All-in', (school) => results.allIn[school]!, 'moneySumDim');
  sheet.fill(COLUMN.label, COLUMN.last, 'sumLabel');
  sheet.row++;
}
