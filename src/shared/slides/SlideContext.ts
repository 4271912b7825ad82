import type { Calculation } from '../calc/Calculation.ts';
import type { EquityData } from '../equity/EquityData.ts';
import type { Model } from '../model/Model.ts';
import type { Audience } from '../session/Audience.ts';

/** What a slide asks of a district as an audience sees it: a `SeenDistrict` is one. */
export interface Seen {
  readonly calculation: Calculation;
  readonly audience: Audience;
  readonly isSeen: (school: number) => boolean;
  readonly code: (school: number) => string;
  readonly name: (school: number) => string;
  readonly schoolIndex: (code: string) => number;
  readonly scenarioName: (scenario: number) => string;
  readonly isHidden: (key: string) => boolean;
  readonly seesGroup: (pupilsHundredths: number) => boolean;
  readonly unseenCount: number;
  readonly note: string | null;
  readonly equityData: () => EquityData;
}

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

/** Whether anything stands elsewhere than in the scenario the what-if began from. */
export const hasMoved = ({ moved }: SlideContext): boolean => moved.length > 0;
