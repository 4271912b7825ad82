import type { YearPoint } from './yearSeries.ts';

/** Where there is no value, or none that may be shown. */
export const NO_POINT: YearPoint = { value: Number.NaN, schools: 0, pupils: Number.NaN };

/** One school's value of a year. `pupils` are hundredths of those the value is about; NaN where they are not known. */
export interface SchoolValue {
  readonly code: string;
  readonly value: number;
  readonly pupils: number;
}

/** A mean over schools, and how it was taken. */
export interface YearMean {
  /** NaN without schools. */
  readonly value: number;
  readonly schools: number;
  /** Hundredths; NaN where they are not known. */
  readonly pupils: number;
  readonly isByPupils: boolean;
  /** Schools left out because their pupils are not known, where the mean is by pupils. */
  readonly withoutPupils: number;
}

/**
 * The mean of a year: by pupils, as a district reckons, where they are known at half of the schools or more, over those
 * schools; otherwise each school counts once. Decision where the guidebook is silent; pictures say which it was.
 *
 * 40% at 100 pupils and 60% at 300 have a mean of 55%; without pupils, of 50%.
 */
export function yearMean(values: readonly SchoolValue[]): YearMean {
  const known = values.filter(({ pupils }) => pupils > 0);
  if (values.length === 0) return { value: Number.NaN, schools: 0, pupils: 0, isByPupils: true, withoutPupils: 0 };
  if (known.length * 2 < values.length) {
    const sum = values.reduce((all, { value }) => all + value, 0);
    return {
      value: sum / values.length,
      schools: values.length,
      pupils: Number.NaN,
      isByPupils: false,
      withoutPupils: 0,
    };
  }
  let sum = 0;
  let pupils = 0;
  for (const each of known) {
    sum += each.value * each.pupils;
    pupils += each.pupils;
  }
  return {
    value: sum / pupils,
    schools: known.length,
    pupils,
    isByPupils: true,
    withoutPupils: values.length - known.length,
  };
}
