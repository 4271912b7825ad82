import { formatChange, formatCount, formatMoney } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import { perPupilMatrices } from '../perPupilMatrix.ts';
import type { Explanation, ResultTotals } from '../results.ts';
import { cellName } from './cellLines.ts';
import type { ExplainTarget } from './ExplainTarget.ts';
import { explainPayer } from './explainFloors.ts';
import { explainLeft, explainRate, leaf } from './explainSource.ts';
import { counted, writeDollars, writeExact, writeSum } from './writeExact.ts';

type BarFigure = Extract<ExplainTarget, { kind: 'bar' }>['figure'];

/** The bottom bar: Revenue = Central + Schools + Left, and coverage. */
export function explainBar(calculation: Calculation, figure: BarFigure): Explanation {
  const { sources, tieOut } = calculation.results;
  const { shortCents } = calculation.results.topUps;
  const over = (name: string, total: number, of: (at: number) => number, unpaid = 0): Explanation => ({
    title: `District · ${name}`,
    value: formatMoney(total),
    arithmetic: `= ${
      writeSum(
        [
          ...sources.map((source, at) => ({ cents: of(at), label: source.name })),
          { cents: unpaid, label: 'top-ups nobody pays' },
        ].filter(({ cents }) => cents !== 0),
      ) || '0.00'
    }`,
    notes: tieOut.problems,
    steps: sources.map((_, at) => explainLeft(calculation, at)),
  });
  switch (figure) {
    case 'central':
      return over('Central', tieOut.centralCents, (at) => sources[at]!.centralCents);
    case 'schools':
      return over('Schools', tieOut.schoolsCents, (at) => sources[at]!.schoolsCents, shortCents);
    case 'left':
      return over('Left', tieOut.leftCents, (at) => sources[at]!.leftCents, -shortCents);
    case 'revenue':
      return {
        ...over('Revenue', tieOut.revenueCents, (at) => sources[at]!.amountCents),
        arithmetic: `= ${writeSum([
          { cents: tieOut.centralCents, label: 'central' },
          { cents: tieOut.schoolsCents, label: 'schools' },
          { cents: tieOut.leftCents, label: 'left' },
        ])}`,
      };
    case 'coverage': {
      const formula = sources
        .filter((source) => source.status === 'unlock')
        .reduce((sum, source) => sum + source.schoolsCents, 0);
      if (tieOut.coverage === null)
        return leaf('District · Coverage', '', '= no revenue', ['There is no revenue yet.']);
      return leaf(
        'District · Coverage',
        `${(tieOut.coverage * 100).toFixed(1)}%`,
        `= ${formatMoney(formula)} formula ÷ ${formatMoney(tieOut.revenueCents)} revenue`,
        ['The share of all revenue that the formula really moves to schools.'],
      );
    }
  }
}

/** A column's total over the schools. */
export function explainColumnTotal(calculation: Calculation, figure: keyof ResultTotals): Explanation {
  const { totals, schoolCount } = calculation.results;
  const cents = totals[figure];
  const value =
    figure === 'pupils' ? formatCount(cents) : figure === 'change' ? formatChange(cents) : formatMoney(cents);
  const title = `District · ${figure === 'allIn' ? 'All-in' : figure === 'topUp' ? 'Top-up' : figure[0]!.toUpperCase() + figure.slice(1)}`;
  if (figure === 'topUp') return explainPayer(calculation);
  const notes = figure === 'change' || figure === 'current' ? ['Over the schools that have a current budget.'] : [];
  return leaf(title, value, `= sum over ${counted(schoolCount, 'school')}`, notes);
}

/** A cell of a per-pupil matrix, as dollars or as weight. */
export function explainMatrixCell(
  calculation: Calculation,
  profile: number,
  cell: number,
  figure: 'rate' | 'weight',
): Explanation {
  const matrix = perPupilMatrices(calculation)[profile];
  const name = cellName(calculation, cell);
  if (!matrix) return leaf(`Per pupil · ${name}`, '', '= no such profile');
  const rate = matrix.rates[cell]!;
  if (figure === 'weight') {
    const foundation = cell - (cell % calculation.needs.length);
    const weight = matrix.weights[cell] ?? null;
    return {
      title: `Weight · ${name}`,
      value: weight ? writeExact(weight, 4) : '',
      arithmetic: weight
        ? `= ${writeDollars(rate)} ÷ ${writeDollars(matrix.rates[foundation]!)} ${cellName(calculation, foundation)}`
        : '= no foundation',
      notes: weight ? [] : [`${cellName(calculation, foundation)} brings 0.00, so there is no weight.`],
      steps: [explainMatrixCell(calculation, profile, cell, 'rate')],
    };
  }
  const parts = matrix.sources.map((code) => calculation.sourceIndex(code));
  return {
    title: `Per pupil · ${name}`,
    value: writeDollars(rate),
    arithmetic: `= ${
      parts
        .map((at) => calculation.results.sources[at]!)
        .filter((source) => source.rates![cell]!.numerator !== 0n)
        .map((source) => `${writeDollars(source.rates![cell]!)} ${source.name}`)
        .join(' + ') || '0.00'
    }`,
    notes: [`For the ${counted(matrix.schools.length, 'school')} that these sources reach.`],
    steps: parts.map((at) => explainRate(calculation, at, cell)),
  };
}

/** The level's All over the first level's All. */
export function explainLevelIndex(calculation: Calculation, profile: number, level: number): Explanation {
  const { levels, needs } = calculation;
  const matrix = perPupilMatrices(calculation)[profile];
  const title = `Level index · ${levels[level]?.name ?? ''}`;
  const index = matrix?.levelIndex[level];
  if (!matrix || !index) {
    return leaf(title, '', '= no foundation', [
      `${levels[0]?.name ?? 'The first level'} has no dollars for all students.`,
    ]);
  }
  return leaf(
    title,
    writeExact(index, 4),
    `= ${writeDollars(matrix.rates[level * needs.length]!)} ${levels[level]!.name} ÷ ${writeDollars(matrix.rates[0]!)} ${levels[0]!.name}`,
  );
}
