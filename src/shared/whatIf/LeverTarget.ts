import type { LeverRow } from '../model/rows.ts';
import { LIMITS, SCALING_SCALE, WHOLE_PERCENT } from '../model/units.ts';

/**
 * Which number a lever moves. Empty texts stand for every one, as in a shock: a weight without a level is the need's
 * weight at every level, all set to the same value; a share without a need is the level's share.
 *
 * A central share and a minimum are held as one of two things, so `need`, which neither has, says which of them the
 * lever moves: empty a percent, or dollars per pupil; `amount` dollars. A lever made for one never moves the other,
 * because its limits would mean something else.
 */
export type LeverTarget = Pick<LeverRow, 'kind' | 'weightSet' | 'source' | 'level' | 'need'>;

/** What stands in `need` of a central share or a minimum that is held in dollars. */
export const IN_DOLLARS = 'amount';

/** How the number of a lever is written and kept. */
export type LeverUnit = 'weight' | 'percent' | 'floorPercent' | 'shock' | 'scaling' | 'cents' | 'rate';

export function leverUnit({ kind, need }: LeverTarget): LeverUnit {
  switch (kind) {
    case 'weight':
      return 'weight';
    case 'share':
      return 'percent';
    case 'central':
      return need === IN_DOLLARS ? 'cents' : 'percent';
    case 'holdHarmless':
    case 'cap':
      return 'floorPercent';
    case 'minimum':
      return need === IN_DOLLARS ? 'cents' : 'rate';
    case 'scaling':
      return 'scaling';
    case 'enrollment':
    case 'revenue':
      return 'shock';
  }
}

/** The least and the most that a document may hold there. */
export const UNIT_BOUNDS: Readonly<Record<LeverUnit, readonly [number, number]>> = {
  weight: [0, LIMITS.weightUnits],
  percent: [0, WHOLE_PERCENT],
  floorPercent: [0, LIMITS.floorPercent],
  shock: [-WHOLE_PERCENT, LIMITS.shockPercent],
  scaling: [0, SCALING_SCALE],
  cents: [0, LIMITS.moneyCents],
  rate: [0, LIMITS.rateMillionths],
};

/** One text for each number that can be moved: two levers with the same key move the same one. */
export function leverKey({ kind, weightSet, source, level, need }: LeverTarget): string {
  return [kind, weightSet, source, level, need].join('\u001f');
}

/** The target alone, of a lever with its limits. */
export function targetOf({ kind, weightSet, source, level, need }: LeverTarget): LeverTarget {
  return { kind, weightSet, source, level, need };
}

/** `leverTarget('weight', { weightSet: 'District weights', level: 'HS', need: 'POV' })`; what is left out is empty. */
export function leverTarget(kind: LeverTarget['kind'], parts: Partial<Omit<LeverTarget, 'kind'>> = {}): LeverTarget {
  return { kind, weightSet: '', source: '', level: '', need: '', ...parts };
}
