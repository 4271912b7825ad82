import { apportion } from '../calc/largestRemainder.ts';
import { wholePortions } from '../calc/topUps/evenly.ts';
import { setShare } from '../changes/amounts.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { WHOLE_PERCENT } from '../model/units.ts';
import type { LeverTarget } from './LeverTarget.ts';

/** The shares that total 100 % with a share, itself among them: those of all levels, or of all needs of its level. */
export function sharesWith(model: Model, { level, need }: LeverTarget): { level: string; need: string }[] {
  return need === ''
    ? model.ordered('level').map(({ code }) => ({ level: code, need: '' }))
    : model.ordered('need').map(({ code }) => ({ level, need: code }));
}

/** A share in percent units; 0 where there is no row. */
export function shareAt(
  model: Model,
  scenario: number,
  source: string,
  { level, need }: { level: string; need: string },
): number {
  return model.get('share', scenario, source, level, need)?.percent ?? 0;
}

/**
 * Moves a share and scales the others that total 100 % with it, so that they still do: a source whose shares do not
 * total 100 % pays nobody. The others keep the proportions they have in the first of `likes` in which any of them has
 * a share (the state before the slider was taken hold of, so that dragging it to 100 % and back loses nothing); where
 * none ever had one they get equal parts. Percent units are given out by largest remainder, ties to the first.
 *
 * High 30 %, Elementary 50 %, Middle 20 %: High to 40 % leaves 60 %, which is 42.8571 % and 17.1429 % of the source.
 */
export function moveShare(
  model: Model,
  scenario: number,
  target: LeverTarget,
  value: number,
  likes: readonly Model[],
): RowOp[] {
  const { source, level, need } = target;
  const others = sharesWith(model, target).filter((other) => other.level !== level || other.need !== need);
  const parts = proportions(others, scenario, source, likes);
  const percents = new Float64Array(others.length);
  apportion(WHOLE_PERCENT - value, wholePortions(parts), percents);
  const ops = [...set(model, scenario, source, { level, need }, value)];
  for (const [at, other] of others.entries()) ops.push(...set(model, scenario, source, other, percents[at] as number));
  return ops;
}

function proportions(
  others: readonly { level: string; need: string }[],
  scenario: number,
  source: string,
  likes: readonly Model[],
): Float64Array {
  for (const like of likes) {
    const parts = Float64Array.from(others, (other) => shareAt(like, scenario, source, other));
    if (parts.some((part) => part > 0)) return parts;
  }
  return new Float64Array(others.length).fill(1);
}

/** A share of nothing needs no row where there is none. */
function set(
  model: Model,
  scenario: number,
  source: string,
  { level, need }: { level: string; need: string },
  percent: number,
): readonly RowOp[] {
  if (percent === 0 && !model.table('share').has(keyOf(scenario, source, level, need))) return [];
  return setShare(model, scenario, source, level, need, percent).ops;
}
