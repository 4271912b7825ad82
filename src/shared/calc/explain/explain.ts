import { formatMoney } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import type { Explanation } from '../results.ts';
import type { ExplainTarget } from './ExplainTarget.ts';
import { explainAmount } from './explainAmount.ts';
import { explainBar, explainColumnTotal, explainLevelIndex, explainMatrixCell } from './explainDistrict.ts';
import { explainFloorFigure, explainPayer } from './explainFloors.ts';
import { explainSchool } from './explainSchool.ts';
import {
  explainAmountOfSource,
  explainBase,
  explainCentral,
  explainLeft,
  explainRate,
  explainSchoolsOfSource,
} from './explainSource.ts';

/** How a number came about (I4): a tree of steps, each with one line of arithmetic a person can replay. */
export function explain(calculation: Calculation, target: ExplainTarget): Explanation {
  switch (target.kind) {
    case 'school':
      return explainSchool(calculation, target.school, target.figure);
    case 'floor':
      return explainFloorFigure(calculation, target.school, target.figure);
    case 'payer':
      return explainPayer(calculation);
    case 'amount':
      return explainAmount(calculation, target.source, target.school);
    case 'rate':
      return explainRate(calculation, target.source, target.cell);
    case 'matrix':
      return explainMatrixCell(calculation, target.profile, target.cell, target.figure);
    case 'levelIndex':
      return explainLevelIndex(calculation, target.profile, target.level);
    case 'total':
      return explainColumnTotal(calculation, target.figure);
    case 'bar':
      return explainBar(calculation, target.figure);
    case 'source': {
      const source = calculation.results.sources[target.source]!;
      switch (target.figure) {
        case 'amount':
          return explainAmountOfSource(calculation, target.source);
        case 'central':
          return explainCentral(calculation, target.source);
        case 'schools':
          return explainSchoolsOfSource(source);
        case 'left':
          return explainLeft(calculation, target.source);
        case 'base':
          return explainBase(calculation, target.source);
      }
    }
  }
}

/**
 * The tree as lines of text, two spaces deeper for each step:
 *
 *     Jefferson High · Total
 *       = 1,480 × 4,683.12 All students + 702 × 1,592.26 Poverty = 8,048,784.12
 */
export function explanationText(explanation: Explanation, depth = 0): string {
  const indent = '  '.repeat(depth);
  const result =
    explanation.value === '' || explanation.arithmetic.endsWith(` ${explanation.value}`)
      ? ''
      : ` = ${explanation.value}`;
  const lines = [
    `${indent}${explanation.title}`,
    `${indent}  ${explanation.arithmetic}${result}`,
    ...explanation.notes.map((note) => `${indent}  ${note}`),
    ...explanation.steps.map((step) => explanationText(step, depth + 1)),
  ];
  return lines.join('\n');
}

/** A school's whole budget as text, for the command line: its total, what is locked, and the change from current. */
export function explainSchoolText(calculation: Calculation, school: number): string {
  const { results } = calculation;
  const parts = [explanationText(explain(calculation, { kind: 'school', school, figure: 'total' }))];
  if (results.locked[school] !== 0) {
    parts.push(explanationText(explain(calculation, { kind: 'school', school, figure: 'locked' })));
  }
  if (!Number.isNaN(results.floor[school]!) && results.topUp[school] === 0) {
    parts.push(explanationText(explain(calculation, { kind: 'floor', school, figure: 'floor' })));
  }
  if (!Number.isNaN(results.change[school]!)) {
    parts.push(
      `Change from the current budget of ${formatMoney(results.current[school]!)}: ${formatMoney(results.change[school]!)}`,
    );
  }
  return parts.join('\n\n');
}
