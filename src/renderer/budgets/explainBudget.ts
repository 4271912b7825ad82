import type { SchoolFigure } from '../../shared/calc/explain/ExplainTarget.ts';
import type { ExplainTarget } from '../state/ExplainTarget.ts';

/** A school's figure, by school index. */
export const explainSchool = (school: number, figure: SchoolFigure): ExplainTarget => ({
  kind: 'school',
  school,
  figure,
});

/** What one source gives one school, both by index. */
export const explainAmount = (school: number, source: number): ExplainTarget => ({ kind: 'amount', school, source });
