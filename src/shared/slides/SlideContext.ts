import type { SeenDistrict } from '../audience/SeenDistrict.ts';
import { WHAT_IF_NAME } from '../audience/SeenDistrict.ts';
import type { Model } from '../model/Model.ts';

/** A district as the audience sees it. Names of schools and scenarios come from it alone, never from a calculation. */
export type Seen = SeenDistrict;

/** Everything a slide is drawn from. */
export interface SlideContext {
  readonly model: Model;
  /** The what-if. */
  readonly now: Seen;
  /** The scenario it began from. */
  readonly start: Seen;
  /** Another scenario of the document, seen by the same audience; null where there is none. */
  readonly of: (scenario: number) => Seen | null;
  /** Levers that are not where the scenario has them. */
  readonly moved: readonly { readonly label: string; readonly from: string; readonly to: string }[];
  readonly footer: { readonly scenario: string; readonly time: string; readonly isDraft: boolean };
}

/** What a what-if is called at the foot of a slide and on paper, by the scenario it began from. */
export const whatIfOf = (scenario: string): string => `What-if from ${scenario}`;

/** Whether anything stands elsewhere than in the scenario the what-if began from. */
export const hasMoved = ({ moved }: SlideContext): boolean => moved.length > 0;

/** What the numbers that are shown are called beside others: the scenario's name until something has moved. */
export const nowLabel = (context: SlideContext): string =>
  hasMoved(context) ? WHAT_IF_NAME : context.start.scenarioName(context.start.calculation.scenarioId);
