import type { ExplainTarget } from '../../shared/calc/explain/ExplainTarget.ts';
import {
  type ComparedFigure,
  type ComparedMeasure,
  FIGURE_NAMES,
  measureKey,
} from '../../shared/scenarios/compareScenarios.ts';
import type { ColumnKind } from '../grid/SheetColumn.ts';
import { amountTarget, floorTarget, schoolTarget, totalTarget } from '../sheets/explainTargets.ts';
import type { DocumentState } from '../state/DocumentState.ts';

const FIGURES = Object.keys(FIGURE_NAMES) as readonly ComparedFigure[];

export interface NamedMeasure {
  readonly key: string;
  readonly measure: ComparedMeasure;
  readonly name: string;
}

/** Everything that can be held side by side: figures of the budgets, then what each source pays. */
export function measuresOf({ calculation }: DocumentState): NamedMeasure[] {
  return [
    ...FIGURES.map((figure) => ({ key: figure, measure: figure, name: FIGURE_NAMES[figure] })),
    ...calculation.sourceRows.map(({ code, name }) => ({
      key: measureKey({ source: code }),
      measure: { source: code },
      name: `Source: ${name}`,
    })),
  ];
}

export const kindOf = (measure: ComparedMeasure): ColumnKind => (measure === 'pupils' ? 'count' : 'money');

/** What explains a school’s value, or null where nothing does. */
export function targetOf(measure: ComparedMeasure, school: number, source: number): ExplainTarget | null {
  if (typeof measure !== 'string') return amountTarget(school, source);
  switch (measure) {
    case 'topUp':
    case 'deduction':
    case 'floor':
    case 'comparison':
      return floorTarget(school, measure);
    default:
      return schoolTarget(school, measure);
  }
}

/** What explains the district’s value, or null. */
export function districtTargetOf(measure: ComparedMeasure): ExplainTarget | null {
  if (typeof measure !== 'string') return null;
  switch (measure) {
    case 'topUp':
    case 'deduction':
      return { kind: 'payer' };
    case 'floor':
    case 'comparison':
    case 'perPupil':
      return null;
    default:
      return totalTarget(measure);
  }
}
