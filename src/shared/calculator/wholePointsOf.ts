import { type WholePoints, wholePoints } from '../calc/methods/proportional.ts';
import type { SourceResult } from '../calc/results.ts';

const KNOWN = new WeakMap<NonNullable<SourceResult['points']>, WholePoints>();
const NO_POINTS: WholePoints = { parts: [], total: 0n, perPoint: 1n };

/** The points of a source over the whole district, added up once and not for each of hundreds of calculators. */
export function wholePointsOf({ points }: SourceResult): WholePoints {
  if (!points) return NO_POINTS;
  let whole = KNOWN.get(points);
  if (!whole) {
    whole = wholePoints(points);
    KNOWN.set(points, whole);
  }
  return whole;
}
