import { formatMoney, formatWeight } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import { centsPerPoint, wholePoints } from '../methods/proportional.ts';
import type { Explanation, SourceResult } from '../results.ts';
import { cellLines, writeLines } from './cellLines.ts';
import { shockedCounts } from './explainShocks.ts';
import { explainBase, explainPool, explainRate } from './explainSource.ts';
import { exactShare, oddUnitNotes } from './oddUnits.ts';
import { writeDollars, writeExact } from './writeExact.ts';

/** What one source pays one school: counts × rates by need, and the step that rounds them (I4). */
export function explainAmount(calculation: Calculation, at: number, school: number): Explanation {
  const source = calculation.results.sources[at]!;
  const row = calculation.schools[school]!;
  const title = `${row.name} · ${source.name}`;
  const value = formatMoney(source.amounts[school]!);
  const { decision } = calculation.sourceStates[at]!.decided;
  const of = (arithmetic: string, notes: readonly string[], steps: readonly Explanation[] = []): Explanation => ({
    title,
    value,
    arithmetic: `= ${arithmetic}`,
    notes,
    steps,
  });
  if (source.stopped) return of('0.00', [source.stopped.sentence]);
  if (source.method === 'none') return of('0.00', ['A locked source without a table commits nothing to schools.']);
  if (source.method === 'table') {
    const typed = calculation.model.get('tableAmount', decision.scenario, source.code, row.code);
    return typed ? of(`${value} as typed`, []) : of('0.00', ['No amount is typed for this school.']);
  }
  if (source.eligible[school] === 0) {
    return of('0.00', [`Not eligible: the source reaches schools with ${decision.eligibility}.`]);
  }
  if (source.method === 'proportional') return explainPoints(calculation, at, school, of);
  if (source.method === 'per_school') {
    const dollars = source.points?.[school];
    const exact = dollars ? writeExact(dollars, 2) : '0.00';
    return of(`${exact}${exact === value ? '' : ` → ${value}`}`, [
      `The formula is ${decision.formula ?? ''}.`,
      `Half-up to the ${source.rounding === 'dollar' ? 'dollar' : 'cent'}.`,
    ]);
  }
  const explained = explainCells(calculation, at, school, of);
  const supposed = shockedCounts(calculation, school, (cell) => (source.rates?.[cell]?.numerator ?? 0n) !== 0n);
  return supposed.length === 0 ? explained : { ...explained, notes: [...explained.notes, ...supposed] };
}

type Write = (arithmetic: string, notes: readonly string[], steps?: readonly Explanation[]) => Explanation;

function explainCells(calculation: Calculation, at: number, school: number, of: Write): Explanation {
  const source = calculation.results.sources[at]!;
  const lines = cellLines(calculation, school, source.rates ?? []);
  // The base or pool behind the rates is told once, after them, not under each.
  const rateSteps = lines.map((line) => ({ ...explainRate(calculation, at, line.cell), steps: [] }));
  const behind = source.method === 'weights' ? [explainBase(calculation, at)] : [explainPool(source)];
  const steps = source.method === 'rates' ? rateSteps : [...rateSteps, ...behind];
  if (lines.length === 0) return of('0.00', ['The school has no pupils with a rate.']);
  if (source.method === 'rates') {
    const inDollars = source.rounding === 'dollar';
    return of(
      writeLines(lines, 'half-up', inDollars ? 100 : 1),
      [`Each line is half-up to the ${inDollars ? 'dollar' : 'cent'}.`],
      steps,
    );
  }
  if (source.rounding === 'rates') {
    return of(writeLines(lines, 'cut'), ['Published rates: each line is cut down to the cent.'], steps);
  }
  const value = formatMoney(source.amounts[school]!);
  const notes = oddUnitNotes(calculation, source, school);
  if (source.method === 'shares') return of(`${writeLines(lines, 'none')} → ${value}`, notes, steps);
  return explainWeighted(calculation, at, school, of, notes);
}

/** pool × the school's weighted pupils ÷ all weighted pupils: exact to type into a calculator, unlike a rounded rate. */
function explainWeighted(
  calculation: Calculation,
  at: number,
  school: number,
  of: Write,
  notes: readonly string[],
): Explanation {
  const source = calculation.results.sources[at]!;
  const set = calculation.plan.weightSets.get(calculation.sourceStates[at]!.decided.decision.weightSet ?? '')!;
  const weights = Array.from(set.weights, (weight) => ({ numerator: BigInt(weight), denominator: 100n }));
  const base = explainBase(calculation, at);
  const all = base.steps[1]?.value ?? '';
  const lines = cellLines(calculation, school, weights);
  const weighted: Explanation = {
    title: `${calculation.schools[school]!.name} · Weighted pupils`,
    value: writeExact({
      numerator: lines.reduce((sum, line) => sum + BigInt(line.count) * line.rate.numerator, 0n),
      denominator: 1_000_000n,
    }),
    arithmetic: `= ${lines
      .map(
        (line) =>
          `${writeExact({ numerator: BigInt(line.count), denominator: 100n })} × ${formatWeight(Number(line.rate.numerator))} ${line.label}`,
      )
      .join(' + ')}`,
    notes: [],
    steps: [],
  };
  const pool = poolUsed(source);
  return of(`${pool} × ${weighted.value} ÷ ${all} weighted pupils → ${formatMoney(source.amounts[school]!)}`, notes, [
    weighted,
    base,
  ]);
}

/** The pool that is handed out: whole dollars only where amounts are whole dollars. */
function poolUsed(source: SourceResult): string {
  const pool = source.poolCents;
  return formatMoney(source.rounding === 'dollar' ? pool - (pool % 100) : pool);
}

function explainPoints(calculation: Calculation, at: number, school: number, of: Write): Explanation {
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  const points = source.points?.[school];
  const whole = wholePoints(source.points ?? []);
  if (!points || whole.total === 0n) return of('0.00', ['The points add to zero and so does the pool.']);
  const value = formatMoney(source.amounts[school]!);
  const all = writeExact({ numerator: whole.total, denominator: whole.perPoint });
  const formulaNote = `Points are ${decision.formula ?? ''}; over all eligible schools they add to ${all}.`;
  const pool = source.poolCents;
  if (source.rounding === 'rates') {
    const rate = centsPerPoint(whole, pool);
    const perPoint: Explanation = {
      title: `${source.name} · Dollars per point`,
      value: formatMoney(Number(rate)),
      arithmetic: `= ${formatMoney(pool)} ÷ ${all} points → ${formatMoney(Number(rate))}`,
      notes: ['Published rate: cut down to the cent.'],
      steps: [explainPool(source)],
    };
    return of(
      `${writeExact(points)} points × ${formatMoney(Number(rate))} → ${value}`,
      [formulaNote, 'Cut down to the cent.'],
      [perPoint],
    );
  }
  const share = exactShare(calculation, source, school);
  const isWhole = writeDollars(share) === value;
  return of(
    `${poolUsed(source)} × ${writeExact(points)} ÷ ${all} points${isWhole ? '' : ` → ${value}`}`,
    [formulaNote, ...oddUnitNotes(calculation, source, school)],
    [explainPool(source)],
  );
}
