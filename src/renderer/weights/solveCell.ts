import { type SolvedWeight, solveWeightForDollars, solveWeightForShare } from '../../shared/calc/solveWeight.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { WeightFigures } from './WeightFigures.ts';

const read = (solved: SolvedWeight): number | string => (solved.ok ? solved.weight : solved.sentence);

/** The weight (ten-thousandths) at which one pupil of the cell brings these cents, or a sentence why there is none. */
export function solveForDollars(
  document: DocumentState,
  figures: WeightFigures,
  level: string,
  need: string,
  cents: number,
): number | string {
  const { calculation } = document;
  const { weightSet } = figures;
  return read(solveWeightForDollars(calculation, weightSet, figures.levelAt(level), figures.needAt(need), cents));
}

/** The weight at which the cell has this share (percent units) of the set's dollars, or a sentence why there is none. */
export function solveForShare(
  document: DocumentState,
  figures: WeightFigures,
  level: string,
  need: string,
  percent: number,
): number | string {
  const { calculation } = document;
  const { weightSet } = figures;
  return read(solveWeightForShare(calculation, weightSet, figures.levelAt(level), figures.needAt(need), percent));
}
