import type { EquityData } from '../../shared/equity/EquityData.ts';
import type { Baseline } from '../../shared/equity/equityMeasures.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { EquityView } from './EquityView.ts';
import { baselineOf } from './equityChoices.ts';
import { equityDataOf } from './equityDataOf.ts';
import type { EquityFace } from './equityFaces.ts';

/** What each face of the board is given. */
export interface BoardFaceProps {
  readonly document: DocumentState;
  readonly view: EquityView;
  readonly onChange: (change: Partial<EquityView>) => void;
  readonly onFace: (face: EquityFace) => void;
  /** Grows with each recalculation; what is drawn follows it. */
  readonly revision: number;
}

/** The numbers of this moment: the scenario shown, and what it is held against. */
export function readBoard(
  document: DocumentState,
  { baseline, amount }: EquityView,
): { data: EquityData; baseline: Baseline | null } {
  const data = equityDataOf(document.calculation);
  return { data, baseline: baselineOf(document, data, baseline, amount) };
}
