import type { SchoolFigure } from '../../shared/calc/explain/ExplainTarget.ts';
import { explain } from '../../shared/calc/explain/explain.ts';
import type { Explanation, Results } from '../../shared/calc/results.ts';
import { formatCount, formatMoney } from '../../shared/text/formatNumber.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { Explained } from '../state/ExplainTarget.ts';
import { perPupilCents } from './perPupilCents.ts';

/** A school's figure, by school index. */
export const explainSchool = (school: number, figure: SchoolFigure): Explained => ({ kind: 'school', school, figure });

/** What one source gives one school, both by index. */
export const explainAmount = (school: number, source: number): Explained => ({ kind: 'amount', school, source });

/** A figure divided by the school's pupils, with the figure itself as the step before. */
export function explainPerPupil(
  document: DocumentState,
  school: number,
  figure: SchoolFigure & keyof Results,
): Explained {
  return (): Explanation => {
    const { calculation } = document;
    const whole = explain(calculation, { kind: 'school', school, figure });
    const pupils = calculation.results.pupils[school] ?? 0;
    const cents = perPupilCents(calculation.results[figure][school] ?? Number.NaN, pupils);
    const value = cents === null ? '—' : formatMoney(cents);
    return {
      title: `${whole.title}, per pupil`,
      value,
      arithmetic: cents === null ? '= no pupils' : `= ${whole.value} ÷ ${formatCount(pupils)} pupils = ${value}`,
      notes: [],
      steps: [whole],
    };
  };
}
