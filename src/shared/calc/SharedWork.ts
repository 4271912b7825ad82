import type { SourceRow } from '../model/rows.ts';
import { sumByCell } from './counts.ts';
import { type Eligibility, findReach, type Reach } from './eligibility.ts';
import type { Work } from './findWork.ts';
import type { FormulaDistrict } from './formula/formula.ts';
import type { Plan } from './plan.ts';
import { type WeightedPupils, weighPupils } from './weightedPupils.ts';

/**
 * What several sources have in common, found once: the schools a list or level reaches, and the weighted pupils of a
 * weight set over them. Twenty sources on one weight set then weigh the district's pupils once, not twenty times.
 */
export class SharedWork {
  readonly #reaches = new Map<string, Reach>();
  readonly #weighted = new Map<Reach, Map<string, WeightedPupils>>();

  /** Texts that can fail or warn are found for each source by itself, so that findings name the right source. */
  findReach(plan: Plan, source: SourceRow, text: string, eligibility: Eligibility, district: FormulaDistrict): Reach {
    const shared = this.#reaches.get(text);
    if (shared) return shared;
    const reach = findReach(plan, source, eligibility, district);
    if (eligibility.kind !== 'rule' && !reach.stopped && reach.warnings.length === 0) this.#reaches.set(text, reach);
    return reach;
  }

  /** Null where the plan has no such weight set. */
  weightedPupils(plan: Plan, reach: Reach, name: string): WeightedPupils | null {
    let ofReach = this.#weighted.get(reach);
    if (!ofReach) {
      ofReach = new Map();
      this.#weighted.set(reach, ofReach);
    }
    const known = ofReach.get(name);
    if (known) return known;
    const set = plan.weightSets.get(name);
    if (!set) return null;
    const weighted = weighPupils(plan, reach, set);
    ofReach.set(name, weighted);
    return weighted;
  }

  /** Weighted pupils last for one recalculation: the next may come with other weights. */
  forgetWeights(): void {
    this.#weighted.clear();
  }

  /** Moves the counts of every reach, of `states` and shared ones, after enrollment was edited in place. */
  moveCounts(plan: Plan, states: readonly { readonly reach: Reach | null }[], work: Work): void {
    const reaches = new Set(this.#reaches.values());
    for (const { reach } of states) if (reach) reaches.add(reach);
    if (work.allCounts) {
      for (const { eligible, cellCounts } of reaches) cellCounts.set(sumByCell(plan.counts, eligible));
      return;
    }
    for (const { eligible, cellCounts } of reaches) {
      for (const { school, cell, difference } of work.counts) {
        if (eligible[school] === 1) cellCounts[cell]! += difference;
      }
    }
  }

  forgetReaches(): void {
    this.#reaches.clear();
  }
}
