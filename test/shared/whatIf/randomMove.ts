import type { Model } from '../../../src/shared/model/Model.ts';
import {
  type LeverTarget,
  leverTarget,
  leverUnit,
  possibleLevers,
  UNIT_BOUNDS,
} from '../../../src/shared/whatIf/leverTargets.ts';
import type { WhatIf } from '../../../src/shared/whatIf/WhatIf.ts';
import type { Random } from '../../fixtures/random.ts';

/** A lever of any kind, mostly one that has something to move. */
export function randomTarget(model: Model, random: Random): LeverTarget {
  const possible = possibleLevers(model, 1);
  if (possible.length > 0 && random.chance(0.9)) {
    const groups = [...new Set(possible.map(({ group }) => group))];
    const group = random.pick(groups);
    return random.pick(possible.filter((each) => each.group === group)).target;
  }
  return random.pick([
    leverTarget('weight', { weightSet: 'W0', level: 'L0', need: 'N9' }),
    leverTarget('weight', { weightSet: 'gone', level: 'L0', need: 'N0' }),
    leverTarget('share', { source: 'S0', level: 'L0' }),
    leverTarget('central', { source: 'gone' }),
    leverTarget('cap'),
    leverTarget('scaling'),
    leverTarget('minimum', { level: 'L0' }),
    leverTarget('enrollment', { level: 'gone' }),
  ]);
}

/** A value a slider of that kind may have, its ends and where it stands among them. */
export function randomValue(whatIf: WhatIf, target: LeverTarget, random: Random): number {
  const [least, most] = UNIT_BOUNDS[leverUnit(target)];
  const start = whatIf.startValue(target);
  const usual = { weight: 20_000, percent: 1_000_000, floorPercent: 1_100_000, shock: 200_000, scaling: 1_000_000 };
  const reach = { ...usual, cents: 50_000_000, rate: 9_000_000_000 }[leverUnit(target)];
  return random.pick([
    least,
    most,
    0,
    typeof start === 'number' ? start : 1,
    ...[1, 2, 3, 4].map(() => random.whole(Math.max(least, -reach), reach)),
  ]);
}

/** One move or more of one slider, or a step back, or back to the scenario. */
export function randomMove(whatIf: WhatIf, random: Random): void {
  const what = random.whole(0, 9);
  if (what === 0) whatIf.back();
  else if (what === 1) whatIf.reset();
  else {
    const target = randomTarget(whatIf.calculation.model, random);
    if (random.chance(0.8)) whatIf.hold();
    for (let step = random.whole(1, 3); step > 0; step--) whatIf.set(target, randomValue(whatIf, target, random));
  }
}
