import type { Status } from '../../model/rows.ts';
import { formatCount, formatMoney } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import { addRates } from '../perPupilMatrix.ts';
import type { Explanation, SourceResult } from '../results.ts';
import { cellLines, sumLines, writeLines } from './cellLines.ts';
import type { SchoolFigure } from './ExplainTarget.ts';
import { explainAmount } from './explainAmount.ts';
import { explainFloorFigure } from './explainFloors.ts';
import { shockedCounts } from './explainShocks.ts';
import { leaf } from './explainSource.ts';
import { writeSum } from './writeExact.ts';

/** What each figure is called above the sheet. */
export const FIGURE_NAMES: Readonly<Record<SchoolFigure, string>> = {
  pupils: 'Pupils',
  formula: 'Formula',
  grants: 'Grants',
  locked: 'Locked',
  restricted: 'Restricted',
  unrestricted: 'Unrestricted',
  total: 'Total',
  allIn: 'All-in',
  perPupil: 'Per pupil',
  current: 'Current budget',
  change: 'Change from current',
};

/** Any figure of a school's budget. */
export function explainSchool(calculation: Calculation, school: number, figure: SchoolFigure): Explanation {
  const { results } = calculation;
  const title = `${calculation.schools[school]!.name} · ${FIGURE_NAMES[figure]}`;
  const money = (column: Float64Array): string => formatMoney(column[school]!);
  const bySource = (belongs: (source: SourceResult) => boolean): Explanation =>
    explainSources(calculation, school, title, money(results[figure]), belongs);
  const hasStatus = (status: Status) => (source: SourceResult) => source.status === status;
  switch (figure) {
    case 'formula':
      return bySource(hasStatus('unlock'));
    case 'grants':
      return bySource(hasStatus('grant'));
    case 'locked':
      return bySource(hasStatus('lock'));
    case 'restricted':
    case 'unrestricted':
      return bySource((source) => source.status !== 'lock' && source.restriction === figure);
    case 'pupils':
      return explainPupils(calculation, school, title);
    case 'total':
      return explainTotal(calculation, school, title);
    case 'allIn':
      return {
        title,
        value: money(results.allIn),
        arithmetic: `= ${writeSum([
          { cents: results.total[school]!, label: 'total' },
          { cents: results.locked[school]!, label: 'locked' },
        ])}`,
        notes: [],
        steps: [explainSchool(calculation, school, 'total'), explainSchool(calculation, school, 'locked')],
      };
    case 'perPupil': {
      if (Number.isNaN(results.perPupil[school]!)) return leaf(title, '', '= no pupils', ['The school has no pupils.']);
      const pupils = formatCount(results.pupils[school]!);
      return {
        title,
        value: money(results.perPupil),
        arithmetic: `= ${money(results.total)} total ÷ ${pupils} pupils → ${money(results.perPupil)}`,
        notes: ['Half-up to the cent.'],
        steps: [explainSchool(calculation, school, 'total'), explainSchool(calculation, school, 'pupils')],
      };
    }
    case 'current':
      return Number.isNaN(results.current[school]!)
        ? leaf(title, '', '= no current budget', ['The school has no current budget: it may be new.'])
        : leaf(title, money(results.current), `= ${money(results.current)} as entered`);
    case 'change':
      if (Number.isNaN(results.change[school]!)) {
        return leaf(title, '', '= no current budget', ['Without a current budget there is no change.']);
      }
      return {
        title,
        value: money(results.change),
        arithmetic: `= ${writeSum([
          { cents: results.total[school]!, label: 'total' },
          { cents: -results.current[school]!, label: 'current' },
        ])}`,
        notes: [],
        steps: [explainSchool(calculation, school, 'total')],
      };
  }
}

function explainPupils(calculation: Calculation, school: number, title: string): Explanation {
  const { plan, needs, levels } = calculation;
  const parts: string[] = [];
  for (let line = plan.counts.start[school]!; line < plan.counts.start[school + 1]!; line++) {
    const cell = plan.counts.cell[line]!;
    if (cell % needs.length !== 0 || plan.counts.count[line] === 0) continue;
    parts.push(`${formatCount(plan.counts.count[line]!)} ${levels[Math.floor(cell / needs.length)]!.name}`);
  }
  return leaf(title, formatCount(plan.pupils[school]!), `= ${parts.join(' + ') || '0'}`, [
    `Pupils are the count of ${needs[0]?.name ?? 'the first need'} over all levels.`,
    ...shockedCounts(calculation, school, (cell) => cell % needs.length === 0),
  ]);
}

function explainTotal(calculation: Calculation, school: number, title: string): Explanation {
  const { results } = calculation;
  const parts = [
    { cents: results.formula[school]!, label: 'formula' },
    { cents: results.grants[school]!, label: 'grants' },
    { cents: results.topUp[school]!, label: 'top-up' },
    { cents: -results.deduction[school]!, label: 'given up' },
  ].filter(({ cents }, at) => at === 0 || cents !== 0);
  const byCell = matrixForm(calculation, school);
  const others = parts.slice(1);
  const otherTexts = others.map(
    ({ cents, label }) => `${cents < 0 ? '−' : '+'} ${writeSum([{ cents: Math.abs(cents), label }])}`,
  );
  return {
    title,
    value: formatMoney(results.total[school]!),
    arithmetic: `= ${byCell === null ? writeSum(parts) : [byCell, ...otherTexts].join(' ')}`,
    notes: [],
    steps: [
      explainSchool(calculation, school, 'formula'),
      ...(results.grants[school] === 0 ? [] : [explainSchool(calculation, school, 'grants')]),
      ...(results.topUp[school] === 0 ? [] : [explainFloorFigure(calculation, school, 'topUp')]),
      ...(results.deduction[school] === 0 ? [] : [explainFloorFigure(calculation, school, 'deduction')]),
    ],
  };
}

/** The parts of a column by source, in the order of the sources. */
function explainSources(
  calculation: Calculation,
  school: number,
  title: string,
  value: string,
  belongs: (source: SourceResult) => boolean,
): Explanation {
  const paying = calculation.results.sources
    .map((source, at) => ({ source, at }))
    .filter(({ source }) => belongs(source) && source.amounts[school] !== 0);
  const stopped = calculation.results.sources.filter((source) => belongs(source) && source.stopped);
  return {
    title,
    value,
    arithmetic: `= ${writeSum(paying.map(({ source }) => ({ cents: source.amounts[school]!, label: source.name }))) || '0.00'}`,
    notes: stopped.map((source) => source.stopped!.sentence),
    steps: paying.map(({ at }) => explainAmount(calculation, at, school)),
  };
}

/**
 * The school's formula money as counts × the published matrix, where a desk calculator replays it to the cent: every
 * formula source has published rates and no line had to be cut. Otherwise null.
 */
function matrixForm(calculation: Calculation, school: number): string | null {
  const paying = calculation.results.sources.filter(
    (source) => source.status === 'unlock' && source.amounts[school] !== 0,
  );
  if (paying.length === 0 || paying.some((source) => !source.rates)) return null;
  const rates = addRates(
    paying.map((source) => source.rates!),
    calculation.levels.length * calculation.needs.length,
  );
  const lines = cellLines(calculation, school, rates);
  const sum = sumLines(lines);
  const isReplayed = sum.numerator === BigInt(calculation.results.formula[school]!) * sum.denominator;
  const areWholeCents = lines.every((line) => line.rate.numerator % line.rate.denominator === 0n);
  return isReplayed && areWholeCents ? writeLines(lines, 'none') : null;
}
