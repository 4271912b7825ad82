import { type Rational, toNumber } from '../calc/rational.ts';
import type { SourceResult } from '../calc/results.ts';
import { type CalculatorDraft, COLUMN, type CountCell } from './CalculatorDraft.ts';
import {
  clean,
  compare,
  cutToCent,
  cutToDollar,
  type Expression,
  literal,
  roundToCent,
  roundToDollar,
  snapPlaces,
  sumOf,
  times,
  when,
} from './expressions.ts';
import { address } from './SheetDraft.ts';

/** Count × rate of each level and category, rounded as the source is, and what the lines come to. */
export function layOutCellLines(draft: CalculatorDraft, at: number, reached: Expression | null): Expression {
  const { sheet, figures } = draft;
  const { calculation } = figures;
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  const set = decision.weightSet === null ? undefined : calculation.plan.weightSets.get(decision.weightSet);
  const most = draft.largest((school) => source.amounts[school]!) / 100;
  const first = sheet.row;
  const amounts: Expression[] = [];
  for (const count of draft.counts) {
    const exact = source.rates?.[count.cell];
    if (!exact || exact.numerator === 0n) continue;
    const { needs, levels } = calculation;
    sheet.put(COLUMN.label, needs[count.need]!.name, 'label');
    sheet.put(COLUMN.level, levels[count.level]!.name, 'dim');
    const used = sheet.compute(COLUMN.own, usedBy(count, reached), 'count');
    if (set) sheet.put(COLUMN.weight, set.weights[count.cell]! / 10_000, 'weight');
    const dollars = ratePaid(source, exact);
    const isRound = Math.round(dollars * 1e6) / 1e6 === dollars;
    const rate = sheet.put(COLUMN.rate, dollars, isRound ? 'rate' : 'rateExact');
    const amount = sheet.compute(COLUMN.amount, lineAmount(source, used, rate, most), 'money');
    amounts.push(amount);
    sheet.row++;
  }
  if (amounts.length === 0) return literal(0);
  const range = `${address(first, COLUMN.amount)}:${address(sheet.row - 1, COLUMN.amount)}`;
  const sum = sumOf(
    range,
    amounts.map(({ value }) => value),
  );
  if (source.method === 'rates' || source.rounding === 'rates') return clean(sum);
  sheet.put(COLUMN.label, source.rounding === 'dollar' ? 'Cut down to the dollar' : 'Cut down to the cent', 'dim');
  const cut =
    source.rounding === 'dollar' ? cutToDollar(sum, snapPlaces(most, 6)) : cutToCent(sum, snapPlaces(most, 6));
  const cell = sheet.compute(COLUMN.amount, cut, 'money');
  sheet.row++;
  return cell;
}

const usedBy = ({ used }: CountCell, reached: Expression | null): Expression =>
  reached ? when(compare(reached, '=', literal(1)), used, literal(0)) : used;

/** Dollars a pupil. Whole dollars are handed out of a pool without its odd cents. */
function ratePaid(source: SourceResult, cents: Rational): number {
  if (source.rounding !== 'dollar' || source.method === 'rates' || source.poolCents === 0) {
    return toNumber({ numerator: cents.numerator, denominator: cents.denominator * 100n });
  }
  const pool = BigInt(source.poolCents);
  const whole = pool - (pool % 100n);
  return toNumber({ numerator: cents.numerator * whole, denominator: cents.denominator * pool * 100n });
}

/** A line as the program rounds it; pools that are used up exactly are rounded once, below the lines. */
function lineAmount(source: SourceResult, count: Expression, rate: Expression, most: number): Expression {
  const product = times(count, rate);
  if (source.method === 'rates') {
    // A rate has six decimals at most and a count two: eight of the dollars, six of the cents.
    return source.rounding === 'dollar'
      ? roundToDollar(product, snapPlaces(most / 100, 8))
      : roundToCent(product, snapPlaces(most, 6));
  }
  return source.rounding === 'rates' ? cutToCent(product, snapPlaces(most, 2)) : product;
}
