import { FIFTHS } from '../scenarios/groupings.ts';
import type { AmountId, AxisId } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';
import { meanByPupils, rankInGroups } from './needGroups.ts';

/** Schools of one level that are near in need. */
export interface LikeGroup {
  readonly label: string;
  readonly rows: readonly number[];
  readonly dollars: number;
  /** Coefficient of variation within the group, by pupils. */
  readonly variation: number;
}

/** How equally like schools are treated: horizontal equity. */
export interface LikeSchools {
  /** √(Σ p (x − mean of its group)² ÷ Σ p) ÷ mean; NaN without two like schools anywhere. */
  readonly variation: number;
  readonly groups: readonly LikeGroup[];
  /** Schools that have no like school. */
  readonly alone: number;
}

/** With fewer than this many schools to a band, a level is cut into fewer bands. */
const LEAST_IN_BAND = 4;

/**
 * Decision where the domain text is silent: like schools are those of the same own level and the same band of need
 * (without a choice, the sum of the shares of all further needs). A level is cut into fifths, into fewer bands where a
 * band would have fewer than four schools. Schools alone in their band are left out.
 *
 * Two schools of 100 pupils at $5,000 and $5,500 beside two needier ones at $8,000: variation within is
 * √((62,500 + 62,500 + 0 + 0) ÷ 4) ÷ 6,625 = 0.0267.
 */
export function likeSchools(data: EquityData, amount: AmountId, by: AxisId = 'allNeeds'): LikeSchools {
  const needs = data.column(by);
  const amounts = data.column(amount);
  const byLevel = new Map<number, number[]>();
  for (const row of data.order(by)) {
    if (!Number.isFinite(needs[row]!) || !Number.isFinite(amounts[row]!)) continue;
    const list = byLevel.get(data.level[row]!);
    if (list) list.push(row);
    else byLevel.set(data.level[row]!, [row]);
  }
  const groups: LikeGroup[] = [];
  let alone = 0;
  let squares = 0;
  let pupils = 0;
  let sum = 0;
  for (const [level, members] of [...byLevel].sort(([a], [b]) => a - b)) {
    const bands = Math.max(1, Math.min(5, Math.floor(members.length / LEAST_IN_BAND)));
    const bandOf = rankInGroups(needs, members, null, bands);
    for (let band = 0; band < bands; band++) {
      const group = members.filter((_, at) => bandOf[at] === band);
      if (group.length < 2) {
        alone += group.length;
        continue;
      }
      const dollars = meanByPupils(amounts, data.pupils, group);
      let within = 0;
      let weight = 0;
      for (const row of group) {
        within += data.pupils[row]! * (amounts[row]! - dollars) ** 2;
        weight += data.pupils[row]!;
      }
      squares += within;
      pupils += weight;
      sum += weight * dollars;
      const name = bands === 5 ? FIFTHS[band]!.toLowerCase() : `band ${band + 1} of ${bands}`;
      const label = bands === 1 ? data.levelName(level) : `${data.levelName(level)}, ${name}`;
      groups.push({ label, rows: group, dollars, variation: Math.sqrt(within / weight) / dollars });
    }
  }
  const mean = sum / pupils;
  return {
    variation: mean > 0 ? Math.sqrt(squares / pupils) / mean : Number.NaN,
    groups,
    alone,
  };
}
