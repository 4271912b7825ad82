import type { AxisId } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';
import { rankInGroups } from './needGroups.ts';
import { percentText } from './words.ts';

/** Schools high in a second need, to stand out in a picture of the first. */
export interface HighNeed {
  /** 1 by row where the school is high in the need. */
  readonly isHigh: Uint8Array;
  /** The least need among them; NaN where there is none. */
  readonly from: number;
  /** For the legend: `English Learner 40.0% and more`. */
  readonly label: string;
}

/**
 * The schools of the highest fifth of a need, or those at or above `from`: the guidebook's Figure 2.3 sets apart high-EL
 * schools among points by poverty. Where all schools have the same need, none is high.
 */
export function highNeed(data: EquityData, need: AxisId, from?: number): HighNeed {
  const values = data.column(need);
  const isHigh = new Uint8Array(data.count);
  const known = [...data.order(need)].filter((row) => Number.isFinite(values[row]!));
  const fifth = rankInGroups(values, known, null, 5);
  let least = Number.NaN;
  for (const [at, row] of known.entries()) {
    if (from === undefined ? fifth[at] !== 4 : values[row]! < from) continue;
    isHigh[row] = 1;
    // Rows come from the least need to the greatest; the first whose share may be told.
    if (Number.isNaN(least) && data.shareLimit(row, need) === null) least = values[row]!;
  }
  const label = data.label(need);
  if (Number.isNaN(least)) {
    return { isHigh, from: least, label: `${isHigh.includes(1) ? 'High' : 'No school is high'} in ${label}` };
  }
  const shown = data.unit(need) === 'share' ? percentText(least) : String(least);
  return { isHigh, from: least, label: `${label} ${shown} and more` };
}
