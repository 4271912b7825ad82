import type { Calculation } from '../calc/Calculation.ts';
import type { EquityData } from '../equity/EquityData.ts';
import type { Audience } from '../session/Audience.ts';

/** Which schools and groups of a year may be shown, beside the rows of the scenario as they are seen. */
export interface YearScope {
  /** The schools of the scenario, under the names under which they are seen. */
  readonly data: EquityData;
  /** By real code; `pupilsThen` are hundredths of that year, null where they are not known. */
  readonly seesSchool: (code: string, pupilsThen: number | null) => boolean;
  readonly seesGroup: (pupils: number | null) => boolean;
  readonly isHidden: (key: string) => boolean;
}

/** The director's own view. */
export const wholeScope = (data: EquityData): YearScope => ({
  data,
  seesSchool: () => true,
  seesGroup: () => true,
  isHidden: () => false,
});

/** What is asked of a district as an audience sees it; a `SeenDistrict` is one. */
export interface SeenForYears {
  readonly calculation: Calculation;
  readonly audience: Audience;
  readonly schoolIndex: (code: string) => number;
  readonly isHidden: (key: string) => boolean;
  readonly seesGroup: (pupilsHundredths: number) => boolean;
  readonly equityData: () => EquityData;
}

/**
 * Years as an audience sees them. A school that is not shown now is not shown in any year, nor is one in a year in
 * which it had too few pupils; one that has closed, and groups, are shown only where their pupils are known to be
 * enough.
 */
export function scopeOfSeen(seen: SeenForYears): YearScope {
  const seesAll = seen.audience.minimumPupils === 0;
  const sees = (pupils: number | null): boolean => (pupils === null ? seesAll : seen.seesGroup(pupils));
  return {
    data: seen.equityData(),
    seesSchool: (code, pupilsThen) => {
      const isOfNow = seen.calculation.schoolIndex(code) >= 0;
      if (isOfNow && seen.schoolIndex(code) < 0) return false;
      return isOfNow && pupilsThen === null ? true : sees(pupilsThen);
    },
    seesGroup: sees,
    isHidden: (key) => seen.isHidden(key),
  };
}
