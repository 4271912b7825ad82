import type { Calculation } from '../calc/Calculation.ts';
import { type CellLine, cellLines, lineCents } from '../calc/explain/cellLines.ts';
import { writeDollars, writeExact } from '../calc/explain/writeExact.ts';
import { centsPerPoint, type WholePoints, wholePoints } from '../calc/methods/proportional.ts';
import { floor, multiply, roundHalfUp } from '../calc/rational.ts';
import type { SourceResult } from '../calc/results.ts';
import { formatCount, formatWeight } from '../text/formatNumber.ts';
import { splitAmount } from './splitAmount.ts';

/** One line of a source at a school: how many, how heavy, how much each, and what it comes to. */
export interface StatementLine {
  /** `Poverty`, or `Poverty, Middle` where the school has several levels. */
  readonly label: string;
  /** Empty where the method has no such thing. */
  readonly count: string;
  readonly weight: string;
  readonly rate: string;
  readonly amountCents: number;
}

/** The lines of a source at a school; they add to its amount to the cent, whatever its method and rounding. */
export function statementLines(calculation: Calculation, at: number, school: number): StatementLine[] {
  const source = calculation.results.sources[at]!;
  const amountCents = source.amounts[school]!;
  if (source.stopped || (amountCents === 0 && source.eligible[school] === 0)) return [];
  const whole = (label: string): StatementLine[] =>
    amountCents === 0 ? [] : [{ label, count: '', weight: '', rate: '', amountCents }];
  switch (source.method) {
    case 'none':
      return [];
    case 'table':
      return whole('Amount set for this school');
    case 'per_school':
      return whole('By formula');
    case 'proportional':
      return pointLine(source, school);
    default:
      return pupilLines(calculation, at, school);
  }
}

const KNOWN_POINTS = new WeakMap<object, WholePoints>();

/** The points of all schools together, added up once and not for each school's page. */
function pointsOf({ points }: SourceResult): WholePoints {
  if (!points) return wholePoints([]);
  const known = KNOWN_POINTS.get(points) ?? wholePoints(points);
  KNOWN_POINTS.set(points, known);
  return known;
}

function pointLine(source: SourceResult, school: number): StatementLine[] {
  const amountCents = source.amounts[school]!;
  const points = source.points?.[school];
  const all = pointsOf(source);
  if (!points || all.total === 0n) return [];
  const rate =
    source.rounding === 'rates'
      ? { numerator: centsPerPoint(all, source.poolCents), denominator: 1n }
      : { numerator: BigInt(source.poolCents) * all.perPoint, denominator: all.total };
  return [{ label: 'Points', count: writeExact(points), weight: '', rate: writeDollars(rate), amountCents }];
}

function pupilLines(calculation: Calculation, at: number, school: number): StatementLine[] {
  const source = calculation.results.sources[at]!;
  const lines = cellLines(calculation, school, source.rates ?? []);
  if (lines.length === 0) return [];
  const set = calculation.plan.weightSets.get(calculation.sourceStates[at]!.decided.decision.weightSet ?? '');
  const cents = lineAmounts(source, lines, source.amounts[school]!);
  return lines.map((line, index) => ({
    label: line.label,
    count: formatCount(line.count),
    weight: source.method === 'weights' ? formatWeight(set?.weights[line.cell] ?? 0) : '',
    rate: writeDollars(line.rate),
    amountCents: cents[index]!,
  }));
}

/** As the engine rounds each line; where it rounds the school only, the school's amount over its lines. */
function lineAmounts(source: SourceResult, lines: readonly CellLine[], amountCents: number): number[] {
  if (source.method === 'rates') {
    const unit = source.rounding === 'dollar' ? 100n : 1n;
    return lines.map((line) =>
      Number(roundHalfUp(multiply(lineCents(line), { numerator: 1n, denominator: unit })) * unit),
    );
  }
  if (source.rounding === 'rates') return lines.map((line) => Number(floor(lineCents(line))));
  return splitAmount(amountCents, lines.map(lineCents));
}
