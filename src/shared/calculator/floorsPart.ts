import { toNumber } from '../calc/rational.ts';
import { formatPercent } from '../text/formatNumber.ts';
import { type CalculatorDraft, COLUMN, dollarsOr } from './CalculatorDraft.ts';
import {
  type Condition,
  clean,
  cutToCent,
  type Expression,
  literal,
  max,
  min,
  minus,
  over,
  plus,
  ref,
  roundToCent,
  snapPlaces,
  sumCells,
  times,
  when,
} from './expressions.ts';
import { layOutMinimum } from './minimumPart.ts';
import { isNone, NONE } from './none.ts';
import { totalsOf } from './sourcePart.ts';

/** What floors do to the budget; both in dollars. */
export interface FloorTotals {
  readonly topUp: Expression;
  readonly deduction: Expression | null;
}

/** The comparison amount, the floor, the gap to it, the top-up, and what the school gives up for others. */
export function layOutFloors(draft: CalculatorDraft): FloorTotals | null {
  const { sheet, figures } = draft;
  const { results } = figures.calculation;
  if (!results.topUps.isOn) return null;
  sheet.put(COLUMN.label, 'Floor and who pays', 'section');
  sheet.fill(COLUMN.label, COLUMN.last, 'section');
  sheet.row++;
  const compared = sumLine(draft, 'Compared with the floor', (source) => source.inComparison);
  draft.planned('Comparison amount', (school) => results.comparison[school]!, 'moneyDim', sheet.row - 1);
  const held = layOutHoldHarmless(draft);
  const minimum = layOutMinimum(draft);
  const floor = layOutFloor(
    draft,
    [held, minimum].filter((cell) => cell !== null),
  );
  const gap = when(isNone(floor), literal(0), clean(max(literal(0), minus(floor, compared))));
  sheet.put(COLUMN.label, 'Gap to the floor', 'label');
  const gapCell = sheet.compute(COLUMN.amount, gap, 'money');
  draft.planned('Top-up', (school) => results.topUp[school]!, 'moneyDim');
  sheet.row++;
  sheet.put(COLUMN.label, 'Top-up: the whole gap', 'sumLabel');
  const topUp = sheet.compute(COLUMN.amount, gapCell, 'moneySum');
  draft.planned('Top-up', (school) => results.topUp[school]!, 'moneySumDim');
  sheet.fill(COLUMN.label, COLUMN.last, 'sumLabel');
  sheet.row++;
  const deduction = layOutDeduction(draft, compared, floor);
  sheet.row++;
  return { topUp, deduction };
}

function sumLine(draft: CalculatorDraft, label: string, is: Parameters<typeof totalsOf>[1]): Expression {
  const { sheet } = draft;
  sheet.put(COLUMN.label, label, 'label');
  const cell = sheet.compute(COLUMN.amount, clean(sumCells(totalsOf(draft, is))), 'money');
  sheet.row++;
  return cell;
}

/** Percent × this year's budget, per pupil times the pupils now where that is the basis. */
function layOutHoldHarmless(draft: CalculatorDraft): Expression | null {
  const { sheet, figures } = draft;
  const { results, topUps } = figures.calculation;
  const { decision, baselines } = topUps.floors;
  if (decision.holdHarmlessPercent === null) return null;
  const level = results.topUps.holdHarmless;
  const percent = formatPercent(decision.holdHarmlessPercent);
  const has = (school: number): boolean => !Number.isNaN(level[school]!);
  const perPupil = decision.basis === 'per_pupil';
  if (!perPupil || !draft.some(has)) {
    sheet.put(COLUMN.label, `Hold harmless: ${percent} of this year’s budget`, 'label');
    const cell = draft.given(COLUMN.amount, 'Hold harmless', (school) => dollarsOr(level[school]!, NONE), 'money');
    draft.planned('Hold harmless', (school) => level[school]!, 'moneyDim');
    sheet.row++;
    return cell;
  }
  sheet.put(COLUMN.label, 'This year’s budget and the pupils it was for', 'label');
  const then = draft.given(
    COLUMN.own,
    'Pupils this year',
    (school) => (has(school) ? baselines.then[school]! / 100 : NONE),
    'countDim',
  );
  const budget = draft.given(
    COLUMN.amount,
    'Baseline',
    (school) => (has(school) ? baselines.amount[school]! / 100 : NONE),
    'moneyDim',
  );
  sheet.row++;
  sheet.put(COLUMN.label, `Hold harmless: ${percent} of it per pupil × pupils now`, 'label');
  const rate = literal(decision.holdHarmlessPercent / 1_000_000);
  const places = snapPlaces(draft.largest((school) => (has(school) ? level[school]! : 0)) / 100, 5);
  const exact = over(times(times(budget, rate), draft.pupils ?? literal(0)), then);
  const lacking = draft.some((school) => !has(school));
  const computed = guarded(roundToCent(exact, places), lacking ? budget : null);
  const cell = sheet.compute(
    COLUMN.amount,
    correctedUnlessNone(draft, 'Rounding: hold harmless', level, computed),
    'money',
  );
  draft.planned('Hold harmless', (school) => level[school]!, 'moneyDim');
  sheet.row++;
  return cell;
}

/** `none` where the cell it hangs on says so. */
function guarded(computed: Expression, on: Expression | null): Expression {
  return on ? when(isNone(on), literal(NONE), computed) : computed;
}

/** A correction never makes a number of `none`. */
function correctedUnlessNone(
  draft: CalculatorDraft,
  label: string,
  cents: Float64Array,
  computed: Expression,
): Expression {
  const odd = draft.figures.odd(label, (school) => (Number.isNaN(cents[school]!) ? 0 : cents[school]!), computed);
  if (!odd) return computed;
  const isText: Condition = { text: `ISTEXT(${computed.text})`, isTrue: typeof computed.value === 'string' };
  return when(isText, literal(NONE), clean(plus(computed, odd.expression)));
}

function layOutFloor(draft: CalculatorDraft, parts: readonly Expression[]): Expression {
  const { sheet, figures } = draft;
  const { floor } = figures.calculation.results;
  sheet.put(COLUMN.label, parts.length > 1 ? 'Floor: the higher of the two' : 'Floor', 'label');
  const count: Condition = {
    text: `COUNT(${parts.map(({ text }) => text).join(',')})=0`,
    isTrue: parts.every(({ value }) => typeof value !== 'number'),
  };
  const cell = sheet.compute(COLUMN.amount, when(count, literal(NONE), max(...parts)), 'money');
  draft.planned('Floor', (school) => floor[school]!, 'moneyDim');
  sheet.row++;
  return cell;
}

/** What a school gives up: the district's scaling of its gain, as far as its floor and its money allow. */
function layOutDeduction(draft: CalculatorDraft, compared: Expression, floor: Expression): Expression | null {
  const { sheet, figures } = draft;
  const { results, topUps } = figures.calculation;
  const { payer, scaling, gain } = results.topUps;
  if (payer !== 'gainers' && payer !== 'above_floor') return null;
  const gainCell = payer === 'gainers' ? layOutGain(draft, compared) : layOutExcess(draft, compared, floor);
  const free = sumLine(
    draft,
    'Unrestricted formula money, the most it can give',
    (source) => source.status === 'unlock' && source.restriction === 'unrestricted',
  );
  const share = scaling ? toNumber(scaling) : 0;
  sheet.put(COLUMN.label, payer === 'gainers' ? 'Share of the gain given up (held)' : 'Share given up (held)', 'label');
  const shareCell = sheet.put(COLUMN.rate, share, 'rateExact');
  sheet.row++;
  const most = draft.largest((school) => gain[school]!) / 100;
  const places = snapPlaces(most, 5);
  const isTyped = payer === 'gainers' && topUps.floors.decision.solve === null;
  const product = times(gainCell, shareCell);
  const part = isTyped ? roundToCent(product, places) : cutToCent(product, places);
  const aboveFloor = when(isNone(floor), gainCell, max(literal(0), clean(minus(compared, floor))));
  const computed = min(part, aboveFloor, max(literal(0), free));
  const label = 'Rounding: given up';
  const odd = figures.odd(label, (school) => results.deduction[school]!, computed);
  sheet.put(COLUMN.label, 'Given up for the top-ups of others', 'sumLabel');
  const noGain: Condition = { text: `${gainCell.text}=0`, isTrue: gainCell.value === 0 };
  const exact = odd ? when(noGain, literal(0), clean(plus(computed, odd.expression))) : computed;
  const cell = sheet.compute(COLUMN.amount, exact, 'moneySum');
  draft.planned('Given up', (school) => results.deduction[school]!, 'moneySumDim');
  sheet.fill(COLUMN.label, COLUMN.last, 'sumLabel');
  sheet.row++;
  return cell;
}

/** What stands above the cap: (1 + cap) × the baseline on the basis of the floors. */
function layOutGain(draft: CalculatorDraft, compared: Expression): Expression {
  const { sheet, figures } = draft;
  const { results, topUps } = figures.calculation;
  const { amount, now, then } = topUps.floors.baselines;
  const { gain, capPercent } = results.topUps;
  const has = (school: number): boolean => !Number.isNaN(amount[school]!);
  // Without top-ups to pay no cap is solved, and gains count from the baseline itself.
  const factor = 1 + (capPercent ? toNumber(capPercent) / 100 : 0);
  sheet.put(COLUMN.label, 'This year’s budget on the same basis', 'label');
  const isPerPupil = topUps.floors.decision.basis === 'per_pupil';
  const perPupilOf = (school: number): number | string =>
    !has(school) ? NONE : isPerPupil ? amount[school]! / then[school]! : amount[school]! / 100;
  const unit = draft.given(
    isPerPupil ? COLUMN.rate : COLUMN.amount,
    isPerPupil ? 'Baseline per pupil' : 'Baseline',
    perPupilOf,
    isPerPupil ? 'rateExact' : 'moneyDim',
  );
  sheet.row++;
  sheet.put(COLUMN.label, 'Gain above the cap', 'label');
  sheet.put(COLUMN.level, 'cap factor', 'dim');
  const cap = sheet.put(COLUMN.rate, factor, 'rateExact');
  const baseline = isPerPupil ? times(unit, draft.pupils ?? literal(0)) : unit;
  const size = draft.largest((school) => (has(school) ? (amount[school]! * now[school]!) / then[school]! : 0)) / 100;
  const kept = roundToCent(times(baseline, cap), snapPlaces(size * factor, 4));
  const above = max(literal(0), clean(minus(compared, kept)));
  const lacking = draft.some((school) => !has(school));
  const computed = lacking ? when(isNone(unit), literal(0), above) : above;
  const odd = figures.odd('Rounding: gain', (school) => gain[school]!, computed);
  const isZero: Condition = { text: `${computed.text}=0`, isTrue: computed.value === 0 };
  const exact = odd ? when(isZero, literal(0), clean(plus(computed, odd.expression))) : computed;
  const cell = sheet.compute(COLUMN.amount, ref(exact.text, exact.value), 'money');
  sheet.row++;
  return cell;
}

function layOutExcess(draft: CalculatorDraft, compared: Expression, floor: Expression): Expression {
  const { sheet } = draft;
  sheet.put(COLUMN.label, 'Above the floor', 'label');
  const excess = when(isNone(floor), literal(0), max(literal(0), clean(minus(compared, floor))));
  const cell = sheet.compute(COLUMN.amount, excess, 'money');
  sheet.row++;
  return cell;
}
