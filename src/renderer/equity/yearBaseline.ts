import type { EquityData } from '../../shared/equity/EquityData.ts';
import type { Baseline } from '../../shared/equity/equityMeasures.ts';
import { heldForYears } from '../../shared/years/heldForYears.ts';
import { type YearDistrict, yearBaseline, yearDistrict } from '../../shared/years/yearDistrict.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** The earlier year that a choice `year:2023-24` names; null where it names none, or none that can be drawn. */
export function yearDistrictOf({ model, scenarioId }: DocumentState, choice: string): YearDistrict | null {
  if (!choice.startsWith('year:')) return null;
  const year = choice.slice('year:'.length);
  const district = heldForYears(model, `district ${scenarioId} ${year}`, () => yearDistrict(model, year, scenarioId));
  return typeof district === 'string' ? null : district;
}

const held = new WeakMap<EquityData, { readonly rows: Int32Array; readonly baseline: Baseline }>();

/** The year as a baseline, with the schools of `seen`: those that may be seen. Made once, for its columns are kept. */
export function yearAsSeen(district: YearDistrict, seen: EquityData): Baseline {
  const known = held.get(seen);
  if (known?.rows === seen.rows) return known.baseline;
  const { schools } = district.calculation;
  const codes = new Set(Array.from(seen.rows, (school) => schools[school]?.code ?? ''));
  const baseline = yearBaseline(district, (code) => codes.has(code), seen.smallestGroup);
  held.set(seen, { rows: seen.rows, baseline });
  return baseline;
}
