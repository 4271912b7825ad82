import type { Calculation } from '../../shared/calc/Calculation.ts';
import type { EquityData } from '../../shared/equity/EquityData.ts';
import type { Baseline } from '../../shared/equity/equityMeasures.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { scopeOfSeen, wholeScope, type YearScope } from '../../shared/years/YearScope.ts';
import type { SeenBy } from '../pictures/Onlookers.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { EquityView } from './EquityView.ts';
import { baselineCalculation, baselineOf } from './equityChoices.ts';
import { equityDataOf } from './equityDataOf.ts';
import type { EquityFace } from './equityFaces.ts';
import { audienceOnBoard, seeOnBoard } from './seenBy.ts';

/** What each face of the board is given. */
export interface BoardFaceProps {
  readonly document: DocumentState;
  readonly view: EquityView;
  readonly onChange: (change: Partial<EquityView>) => void;
  readonly onFace: (face: EquityFace) => void;
  /** Grows with each recalculation; what is drawn follows it. */
  readonly revision: number;
}

/** The numbers of a moment. */
export interface Board {
  readonly data: EquityData;
  /** What the scenario is held against; null for nothing. */
  readonly baseline: Baseline | null;
  readonly seenBy: SeenBy;
  /** What the public must be told of what it does not see; null where all is shown. */
  readonly note: string | null;
  /** What of earlier years may be seen. */
  readonly scope: YearScope;
  /** Whether schools have numbers in place of names: then nothing leads from a picture to a school. */
  readonly isAnonymous: boolean;
}

/** The numbers of this moment: the scenario shown, and what it is held against, as far as they may be seen. */
export function readBoard(document: DocumentState, view: EquityView, seenBy: SeenBy = view.seenBy): Board {
  const { calculation } = document;
  const held = (data: EquityData, dataOf: (calculation: Calculation) => EquityData): Baseline | null =>
    baselineOf(document, data, view.baseline, view.amount, dataOf);
  if (seenBy === 'me') {
    const data = equityDataOf(calculation);
    const scope = wholeScope(data);
    return { data, baseline: held(data, equityDataOf), seenBy, note: null, scope, isAnonymous: false };
  }
  const other = baselineCalculation(document, view.baseline);
  const calculations = other && other !== calculation ? [calculation, other] : [calculation];
  const audience = audienceOnBoard(document, view, seenBy);
  const seen = seeOnBoard(document, calculations, audience);
  const dataOf = (of: Calculation): EquityData => seen[calculations.indexOf(of)]!.equityData();
  const data = dataOf(calculation);
  const { note } = seen[0]!;
  const scope = scopeOfSeen(seen[0]!);
  const isAnonymous = audience.schoolNames === 'anonymous';
  return { data, baseline: held(data, dataOf), seenBy, note, scope, isAnonymous };
}

/** A picture of the board, with what the public must be told of it: first, for of many notes the last ones are cut. */
export const seenPicture = (picture: Picture, { note }: Board): Picture =>
  note === null ? picture : { ...picture, notes: [note, ...picture.notes] };

/** Schools that the board shows here and not to the public. */
export function smallSchools(document: DocumentState, view: EquityView): number {
  return readBoard(document, view, 'me').data.count - readBoard(document, view, 'public').data.count;
}
