import type { DocumentState } from '../state/DocumentState.ts';
import type { WeightFigures } from './WeightFigures.ts';

/** The weight (ten-thousandths) at which one pupil of the cell brings these cents, or a sentence why there is none. */
export function solveForDollars(
  _document: DocumentState,
  _figures: WeightFigures,
  _level: string,
  _need: string,
  _cents: number,
): number | string {
  return 'This needs the solver.';
}

export function solveForShare(
  _document: DocumentState,
  _figures: WeightFigures,
  _level: string,
  _need: string,
  _percent: number,
): number | string {
  return 'This needs the solver.';
}
