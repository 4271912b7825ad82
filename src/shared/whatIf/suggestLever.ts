import { decide } from '../calc/decide.ts';
import type { Model } from '../model/Model.ts';
import type { LeverRow } from '../model/rows.ts';
import { PERCENT_SCALE, SCALING_SCALE, WEIGHT_SCALE, WHOLE_PERCENT } from '../model/units.ts';
import { IN_DOLLARS, type LeverTarget, leverUnit, targetOf, UNIT_BOUNDS } from './LeverTarget.ts';
import { leverValue } from './leverMoves.ts';

/** A lever before it has an id and a place in a session. */
export type SuggestedLever = Omit<LeverRow, 'id' | 'session' | 'position'>;

type Limits = Pick<LeverRow, 'minimum' | 'maximum' | 'step'>;

const CENTS = 100;
/** Dollars per pupil in millionths. */
const PER_PUPIL = 1_000_000;

/**
 * A lever with limits and step that make sense for where the number stands: a weight from 0 to 1, or to twice itself,
 * by 0.01; percents by 0.5 %; inputs 10 % down and up; dollars in some hundred round steps. A sentence where there is
 * nothing to move.
 *
 * A weight of 0.34 gets 0 to 1 by 0.01; one of 1.25 gets 0 to 2.5.
 */
export function suggestLever(model: Model, scenario: number, target: LeverTarget): SuggestedLever | string {
  const value = leverValue(model, scenario, target);
  if (typeof value === 'string') return value;
  return { ...targetOf(target), label: '', ...within(target, limitsFor(model, scenario, target, value)) };
}

function limitsFor(model: Model, scenario: number, target: LeverTarget, value: number): Limits {
  const half = PERCENT_SCALE / 2;
  switch (target.kind) {
    case 'weight':
      return { minimum: 0, maximum: upTo(Math.max(WEIGHT_SCALE, 2 * value), 100), step: 100 };
    case 'share':
      return { minimum: 0, maximum: WHOLE_PERCENT, step: half };
    case 'central':
      return target.need === IN_DOLLARS
        ? dollars(amountOf(model, scenario, target.source), CENTS)
        : { minimum: 0, maximum: WHOLE_PERCENT, step: half };
    case 'holdHarmless': {
      // Nobody held harmless is a floor of 0, which the slider must be able to go back to.
      const least = value === 0 ? 0 : downTo(Math.min(80 * PERCENT_SCALE, value), half);
      return { minimum: least, maximum: upTo(Math.max(105 * PERCENT_SCALE, value), half), step: half };
    }
    case 'minimum':
      return target.need === IN_DOLLARS
        ? dollars(value === 0 ? 10_000_000 * CENTS : 2 * value, CENTS)
        : dollars(value === 0 ? 20_000 * PER_PUPIL : 2 * value, PER_PUPIL);
    case 'cap':
      return { minimum: 0, maximum: upTo(Math.max(20 * PERCENT_SCALE, 2 * value), half), step: half };
    case 'scaling':
      return { minimum: 0, maximum: SCALING_SCALE, step: SCALING_SCALE / 100 };
    case 'enrollment':
    case 'revenue': {
      const reach = upTo(Math.max(10 * PERCENT_SCALE, 2 * Math.abs(value)), half);
      return { minimum: -reach, maximum: reach, step: half };
    }
  }
}

/** What a source comes to in a scenario, in cents; nothing central can be more. */
function amountOf(model: Model, scenario: number, code: string): number {
  const held = model.get('scenario', scenario);
  const source = model.table('source').get(code);
  return held && source ? decide(model, held, source).amountCents : 0;
}

/** From nothing to `most` in about 200 round steps: 1, 2 or 5 with zeros behind. `unit` is one dollar. */
function dollars(most: number, unit: number): Limits {
  const wanted = most / 200 / unit;
  let step = 1;
  for (let factor = 1; step < wanted; factor *= 10) {
    step = [1, 2, 5, 10].map((each) => each * factor).find((each) => each >= wanted) ?? step * 10;
  }
  return { minimum: 0, maximum: Math.max(most, step * unit), step: step * unit };
}

const upTo = (value: number, step: number): number => Math.ceil(value / step) * step;
const downTo = (value: number, step: number): number => Math.floor(value / step) * step;

function within(target: LeverTarget, { minimum, maximum, step }: Limits): Limits {
  const [least, most] = UNIT_BOUNDS[leverUnit(target)];
  return { minimum: Math.max(least, minimum), maximum: Math.min(most, maximum), step };
}
