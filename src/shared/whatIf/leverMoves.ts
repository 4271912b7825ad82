import { setCentralShare } from '../changes/decisions.ts';
import { setCap, setHoldHarmless, setLevelMinimum, setScaling } from '../changes/floors.ts';
import { enrollmentShock, revenueShock, setShock } from '../changes/shocks.ts';
import { setWeight } from '../changes/weights.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { SCALING_SCALE } from '../model/units.ts';
import { IN_DOLLARS, type LeverTarget, leverUnit, UNIT_BOUNDS } from './LeverTarget.ts';
import { leverFault } from './leverFaults.ts';
import type { RowPlace } from './leverRows.ts';
import { moveShare, shareAt, sharesWith } from './shareLever.ts';

/**
 * The number a lever stands at in a model, in its unit; a sentence where there is nothing to move: it names something
 * that is gone, the scenario is adopted, or what it moves is not in use there.
 *
 * Decisions: where nobody is held harmless the floor stands at 0, which reads `off`, and moving it turns floors on as
 * the Floors sheet would; a minimum nobody typed stands at 0 dollars per pupil. A weight lever of every level stands
 * at the first level's weight. What is solved (cap or scaling) is not moved by hand.
 */
export function leverValue(model: Model, scenario: number, target: LeverTarget): number | string {
  return leverFault(model, scenario, target) ?? read(model, scenario, target);
}

function read(model: Model, scenario: number, target: LeverTarget): number {
  const { kind, weightSet, source, level, need } = target;
  switch (kind) {
    case 'weight': {
      const first = level === '' ? model.ordered('level')[0]?.code : level;
      return model.get('weight', scenario, weightSet, first ?? '', need)?.weight ?? 0;
    }
    case 'share':
      return shareAt(model, scenario, source, target);
    case 'central':
      return model.get('decision', scenario, source)?.centralValue ?? 0;
    case 'holdHarmless':
      return model.get('floorDecision', scenario)?.holdHarmlessPercent ?? 0;
    case 'minimum':
      return model.get('levelMinimum', scenario, level)?.value ?? 0;
    case 'cap':
      return model.get('floorDecision', scenario)?.capPercent ?? 0;
    case 'scaling':
      return model.get('floorDecision', scenario)?.scaling ?? SCALING_SCALE;
    case 'enrollment':
      return model.get('shock', scenario, 'enrollment', level, need, '')?.percent ?? 0;
    case 'revenue':
      return model.get('shock', scenario, 'revenue', '', '', source)?.percent ?? 0;
  }
}

/** What a move is measured against. */
export interface MoveBase {
  /** Where this stands at the value, what it holds is taken as it is, be it no row at all. */
  readonly start?: Model;
  /** Whose proportions other shares keep, the first first. Without any, those of the model itself. */
  readonly likes?: readonly Model[];
}

/**
 * The ops that bring a lever to `value` in a model; none where it is there already or has nothing to move. The value
 * is taken to a whole unit within what a document may hold. A share takes the others along, so that they still total
 * 100 %.
 */
export function leverOps(
  model: Model,
  scenario: number,
  target: LeverTarget,
  value: number,
  base: MoveBase = {},
): RowOp[] {
  if (leverFault(model, scenario, target) !== null || Number.isNaN(value)) return [];
  const [least, most] = UNIT_BOUNDS[leverUnit(target)];
  const to = Math.min(most, Math.max(least, Math.round(value)));
  const { start } = base;
  const isBack = start !== undefined && leverValue(start, scenario, target) === to;
  return move(model, scenario, target, to, isBack ? start : null, base.likes ?? [model]);
}

/** `back` is the model in which the lever stands at `value` as somebody decided it. */
function move(
  model: Model,
  scenario: number,
  target: LeverTarget,
  value: number,
  back: Model | null,
  likes: readonly Model[],
): RowOp[] {
  const { kind, weightSet, source, level, need } = target;
  switch (kind) {
    case 'weight': {
      const levels = level === '' ? model.ordered('level').map(({ code }) => code) : [level];
      return levels.flatMap((at) => {
        const held = (of: Model): number | null => of.get('weight', scenario, weightSet, at, need)?.weight ?? null;
        const to = back ? held(back) : value;
        if (to === 0 && held(model) === null) return [];
        return setWeight(model, scenario, weightSet, at, need, to).ops;
      });
    }
    case 'share':
      return value === shareAt(model, scenario, source, target) ? [] : moveShare(model, scenario, target, value, likes);
    case 'central': {
      const centralKind = need === IN_DOLLARS ? 'amount' : 'percent';
      return [...setCentralShare(model, scenario, source, centralKind, value).ops];
    }
    case 'holdHarmless': {
      if (value === read(model, scenario, target)) return [];
      const decided = back ? (back.get('floorDecision', scenario)?.holdHarmlessPercent ?? null) : value || null;
      return [...setHoldHarmless(model, scenario, decided).ops];
    }
    case 'minimum': {
      if (value === 0 && !model.get('levelMinimum', scenario, level)) return [];
      const isGone = back !== null && !back.get('levelMinimum', scenario, level);
      const minimum = { kind: need === IN_DOLLARS ? ('amount' as const) : ('per_pupil' as const), value };
      return [...setLevelMinimum(model, scenario, level, isGone ? null : minimum).ops];
    }
    case 'cap': {
      if (value === read(model, scenario, target)) return [];
      return [...setCap(model, scenario, back ? (back.get('floorDecision', scenario)?.capPercent ?? null) : value).ops];
    }
    case 'scaling': {
      if (value === read(model, scenario, target)) return [];
      const decided = back ? (back.get('floorDecision', scenario)?.scaling ?? null) : value;
      return [...setScaling(model, scenario, decided).ops];
    }
    case 'enrollment':
      return moveShock(model, scenario, enrollmentShock(level, need), value, back);
    case 'revenue':
      return moveShock(model, scenario, revenueShock(source), value, back);
  }
}

/** A shock of 0 % is no shock, unless the scenario itself holds one. */
function moveShock(
  model: Model,
  scenario: number,
  place: ReturnType<typeof revenueShock>,
  value: number,
  back: Model | null,
): RowOp[] {
  const { kind, level, need, source } = place;
  const held = model.get('shock', scenario, kind, level, need, source);
  if (value === (held?.percent ?? 0)) return [];
  const decided = back ? (back.get('shock', scenario, kind, level, need, source)?.percent ?? null) : value || null;
  return [...setShock(model, scenario, place, decided).ops];
}

/** The rows a lever may write, whether they are there or not. */
export function leverPlaces(model: Model, scenario: number, target: LeverTarget): RowPlace[] {
  const { kind, weightSet, source, level, need } = target;
  switch (kind) {
    case 'weight': {
      const levels = level === '' ? model.ordered('level').map(({ code }) => code) : [level];
      return levels.map((at) => ({ table: 'weight', key: keyOf(scenario, weightSet, at, need) }));
    }
    case 'share':
      return sharesWith(model, target).map((share) => ({
        table: 'share',
        key: keyOf(scenario, source, share.level, share.need),
      }));
    case 'central':
      return [{ table: 'decision', key: keyOf(scenario, source) }];
    case 'holdHarmless':
    case 'cap':
    case 'scaling':
      return [{ table: 'floorDecision', key: String(scenario) }];
    case 'minimum':
      return [{ table: 'levelMinimum', key: keyOf(scenario, level) }];
    case 'enrollment':
      return [{ table: 'shock', key: keyOf(scenario, 'enrollment', level, need, '') }];
    case 'revenue':
      return [{ table: 'shock', key: keyOf(scenario, 'revenue', '', '', source) }];
  }
}
