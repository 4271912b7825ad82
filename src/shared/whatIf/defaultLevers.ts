import { decide } from '../calc/decide.ts';
import type { Model } from '../model/Model.ts';
import { type LeverTarget, leverTarget } from './LeverTarget.ts';
import { leverValue } from './leverMoves.ts';
import { type SuggestedLever, suggestLever } from './suggestLever.ts';

/** So many needs get a lever in a new session: those that stand first in the list. */
const NEEDS = 3;

/**
 * What a board most often asks to move, for a new session: the weights of the first needs, the central share of the
 * largest source that has one, and, once it is chosen who pays for it, the floor: before that a floor would only show
 * the board that the plan no longer ties out. Numbers that the scenario does not have get no lever.
 *
 * A need with one weight at all levels gets one lever for all of them; otherwise the lever is for the highest level, so
 * that moving it does not level out what differs.
 */
export function defaultLevers(model: Model, scenario: number): SuggestedLever[] {
  const floor = model.get('floorDecision', scenario)?.payer ? [leverTarget('holdHarmless')] : [];
  const targets = [...weightTargets(model, scenario), ...centralTarget(model, scenario), ...floor];
  return targets.flatMap((target) => {
    const lever = suggestLever(model, scenario, target);
    return typeof lever === 'string' ? [] : [lever];
  });
}

/** The set that the largest source pays by. */
function weightTargets(model: Model, scenario: number): LeverTarget[] {
  const [source] = bySize(model, scenario, (code) => !!model.get('decision', scenario, code)?.weightSet);
  const weightSet = source === undefined ? null : (model.get('decision', scenario, source)?.weightSet ?? null);
  if (weightSet === null) return [];
  const levels = model.ordered('level').map(({ code }) => code);
  const found: LeverTarget[] = [];
  for (const { code: need } of model.ordered('need').slice(1)) {
    const cells = levels.map((level) => leverTarget('weight', { weightSet, level, need }));
    const values = cells.map((cell) => leverValue(model, scenario, cell));
    if (values.every((value) => value === 0)) continue;
    const isOne = values.every((value) => value === values[0]);
    const target = isOne ? leverTarget('weight', { weightSet, need }) : cells.at(-1);
    if (target) found.push(target);
    if (found.length === NEEDS) break;
  }
  return found;
}

function centralTarget(model: Model, scenario: number): LeverTarget[] {
  const [source] = bySize(model, scenario, (code) => {
    const decision = model.get('decision', scenario, code);
    return decision?.status === 'unlock' && decision.centralKind === 'percent' && decision.centralValue > 0;
  });
  return source === undefined ? [] : [leverTarget('central', { source })];
}

/** Codes of the sources that will do, the largest first. */
function bySize(model: Model, scenario: number, isFit: (code: string) => boolean): string[] {
  const held = model.get('scenario', scenario);
  if (!held) return [];
  return model
    .ordered('source')
    .filter(({ code }) => isFit(code))
    .map((source) => ({ code: source.code, cents: decide(model, held, source).amountCents }))
    .sort((left, right) => right.cents - left.cents)
    .map(({ code }) => code);
}
