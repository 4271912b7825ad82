import { centsPerPoint } from '../calc/methods/proportional.ts';
import { toNumber } from '../calc/rational.ts';
import type { SourceResult } from '../calc/results.ts';
import { type CalculatorDraft, COLUMN } from './CalculatorDraft.ts';
import { countsOf } from './countsPart.ts';
import {
  compare,
  cutToCent,
  cutToDollar,
  type Expression,
  literal,
  roundToCent,
  roundToDollar,
  snapPlaces,
  times,
  when,
} from './expressions.ts';
import { type FormulaCells, formulaToExpression } from './formulaToExpression.ts';
import { mayBring } from './mayBring.ts';
import { wholePointsOf } from './wholePointsOf.ts';

/** Longer formulas are held: a spreadsheet takes 8,192 characters. */
const LONGEST_FORMULA = 4_000;

/** What points or dollars of a formula, or a typed amount, come to. */
export function layOutFormulaLines(draft: CalculatorDraft, at: number, reached: Expression | null): Expression {
  const source = draft.figures.calculation.results.sources[at]!;
  if (source.method === 'table') return layOutHeld(draft, at, 'Amount as set');
  return source.method === 'proportional' ? layOutPoints(draft, at, reached) : layOutDollars(draft, at, reached);
}

function layOutHeld(draft: CalculatorDraft, at: number, label: string): Expression {
  const { sheet, figures } = draft;
  const source = figures.calculation.results.sources[at]!;
  sheet.put(COLUMN.label, label, 'label');
  const held = draft.given(COLUMN.amount, `Held: ${source.code}`, (school) => source.amounts[school]! / 100, 'money');
  sheet.row++;
  return held;
}

function layOutPoints(draft: CalculatorDraft, at: number, reached: Expression | null): Expression {
  const { sheet, figures } = draft;
  const source = figures.calculation.results.sources[at]!;
  const most = draft.largest((school) => source.amounts[school]!) / 100;
  const points = layOutFormula(draft, at, reached, 'Points', (school) => valueAt(source, school));
  sheet.put(COLUMN.label, 'Points × dollars per point', 'label');
  const used = sheet.compute(COLUMN.own, points, 'number');
  const rate = sheet.put(COLUMN.rate, dollarsPerPoint(source), source.rounding === 'rates' ? 'rate' : 'rateExact');
  const product = times(used, rate);
  const isDollar = source.rounding === 'dollar';
  const amount = isDollar ? cutToDollar(product, snapPlaces(most, 6)) : cutToCent(product, snapPlaces(most, 6));
  const cell = sheet.compute(COLUMN.amount, amount, 'money');
  sheet.row++;
  return cell;
}

function dollarsPerPoint(source: SourceResult): number {
  const whole = wholePointsOf(source);
  if (whole.total === 0n) return 0;
  if (source.rounding === 'rates') return Number(centsPerPoint(whole, source.poolCents)) / 100;
  const pool = BigInt(source.poolCents);
  const paid = source.rounding === 'dollar' ? pool - (pool % 100n) : pool;
  return toNumber({ numerator: paid * whole.perPoint, denominator: whole.total * 100n });
}

function layOutDollars(draft: CalculatorDraft, at: number, reached: Expression | null): Expression {
  const { sheet, figures } = draft;
  const source = figures.calculation.results.sources[at]!;
  const most = draft.largest((school) => source.amounts[school]!) / 100;
  const dollars = layOutFormula(draft, at, reached, 'Dollars', (school) => valueAt(source, school));
  sheet.put(COLUMN.label, 'Dollars of the formula', 'label');
  const places = snapPlaces(most, 6);
  const rounded = source.rounding === 'dollar' ? roundToDollar(dollars, places) : roundToCent(dollars, places);
  const cell = sheet.compute(COLUMN.amount, rounded, 'money');
  sheet.row++;
  return cell;
}

/** Points or dollars as the program computed them. */
function valueAt(source: SourceResult, school: number): number {
  const exact = source.points?.[school];
  return exact ? toNumber(exact) : 0;
}

/** The formula over the school's cells, with what it asks for in rows of their own; otherwise its value, held. */
function layOutFormula(
  draft: CalculatorDraft,
  at: number,
  reached: Expression | null,
  what: string,
  value: (school: number) => number,
): Expression {
  const { figures } = draft;
  const { formula } = figures.calculation.sourceStates[at]!;
  const live = formula && formulaToExpression(formula.tree, formulaCells(draft, at));
  // Told apart from a formula that a spreadsheet reads otherwise: it must give the program's own number.
  const isSame =
    live &&
    typeof live.value === 'number' &&
    isNear(live.value, value(figures.shown)) &&
    live.text.length <= LONGEST_FORMULA;
  if (live && (figures.isDistrict ? live.text.length <= LONGEST_FORMULA : isSame)) {
    return reached ? when(compare(reached, '=', literal(1)), live, literal(0)) : live;
  }
  const { sheet } = draft;
  const source = figures.calculation.results.sources[at]!;
  sheet.put(COLUMN.label, `${what}, held: the formula asks for more than this school’s counts`, 'dim');
  const held = draft.given(COLUMN.own, `${what}: ${source.code}`, value, 'number');
  sheet.row++;
  return held;
}

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** What the formula of a source finds in the sheet; figures of the school that are no counts get rows of their own. */
function formulaCells(draft: CalculatorDraft, at: number): FormulaCells {
  const { sheet, figures } = draft;
  const { calculation } = figures;
  const { plan, results } = calculation;
  const source = results.sources[at]!;
  const district = plan.formulaData.districtFor(() => null);
  const placed = new Map<string, Expression>();
  const place = (label: string, figureAt: (school: number) => number | string, isText: boolean): Expression => {
    const known = placed.get(label);
    if (known) return known;
    sheet.put(COLUMN.label, label, 'label');
    const cell = draft.given(
      COLUMN.own,
      `Asked by ${source.code}: ${label}`,
      figureAt,
      isText ? 'textRight' : 'number',
    );
    sheet.row++;
    placed.set(label, cell);
    return cell;
  };
  return {
    enrollment: draft.pupils ?? literal(0),
    count: (need, level) => {
      const needCode = district.findNeed(need);
      const levelCode = level === null ? null : district.findLevel(level);
      if (needCode === null || (level !== null && levelCode === null)) return null;
      const needAt = plan.needIndex.get(needCode);
      const levelAt = levelCode === null ? null : plan.levelIndex.get(levelCode);
      return countsOf(draft, (count) => count.need === needAt && (levelAt === null || count.level === levelAt));
    },
    measure: (name) => {
      const values = district.measure(name);
      if (!values) return null;
      // A school that the source does not reach may have none.
      return place(name, (school) => numberOr(values(school)), false);
    },
    text: (name, kind) => {
      if (kind === 'code') return place('School code', (school) => calculation.schools[school]!.code, true);
      if (kind === 'name') return place('School name', (school) => calculation.schools[school]!.name, true);
      if (kind === 'level') return place('Level code', (school) => calculation.schools[school]!.level, true);
      const values = district.tag(name);
      return values && place(name, (school) => values(school) ?? '', true);
    },
    amount: (code) => {
      const before = calculation.sourceIndex(code);
      if (before < 0 || before >= at) return null;
      const total = draft.totals.find((one) => one.source === before);
      if (total) return total.total;
      // A grant stands below the formula: nothing yet, but other counts may bring something.
      return draft.some((school) => mayBring(results.sources[before]!, school)) ? null : literal(0);
    },
  };
}

const numberOr = (value: { numerator: bigint; denominator: bigint } | null): number => (value ? toNumber(value) : 0);
