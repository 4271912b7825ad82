import { setsOf } from '../changes/weights.ts';
import type { Model } from '../model/Model.ts';
import { IN_DOLLARS, type LeverTarget, leverTarget } from './LeverTarget.ts';
import { leverValue } from './leverMoves.ts';
import { leverRows } from './leverRows.ts';
import { leverLabel } from './leverText.ts';

export interface PossibleLever {
  readonly group: string;
  readonly label: string;
  readonly target: LeverTarget;
}

/**
 * Every number of a scenario that a lever can move, in groups, each in the order of its sheet. What has nothing to
 * move there (a locked source, a cap where gainers do not pay) is not offered.
 */
export function possibleLevers(model: Model, scenario: number): readonly PossibleLever[] {
  const rows = leverRows(model, scenario);
  return candidates(model, scenario)
    .filter(({ target }) => typeof leverValue(rows, scenario, target) === 'number')
    .map(({ group, target }) => ({ group, label: leverLabel(model, target), target }));
}

interface Candidate {
  readonly group: string;
  readonly target: LeverTarget;
}

function candidates(model: Model, scenario: number): Candidate[] {
  const levels = model.ordered('level').map(({ code }) => code);
  const needs = model.ordered('need').map(({ code }) => code);
  const sources = model.ordered('source');
  const all: Candidate[] = [];
  const add = (group: string, target: LeverTarget): void => {
    all.push({ group, target });
  };
  for (const { weightSet } of setsOf(model, scenario)) {
    for (const need of needs) {
      for (const level of levels) add(weightSet, leverTarget('weight', { weightSet, level, need }));
      if (levels.length > 1) add(weightSet, leverTarget('weight', { weightSet, need }));
    }
  }
  for (const source of sources) {
    const group = `Shares of ${source.name}`;
    for (const level of levels) add(group, leverTarget('share', { source: source.code, level }));
    for (const level of levels) {
      for (const need of needs) add(group, leverTarget('share', { source: source.code, level, need }));
    }
  }
  for (const { code } of sources) {
    const isAmount = model.get('decision', scenario, code)?.centralKind === 'amount';
    add('Central shares', leverTarget('central', { source: code, need: isAmount ? IN_DOLLARS : '' }));
  }
  add('Floors', leverTarget('holdHarmless'));
  for (const level of levels) {
    const isAmount = model.get('levelMinimum', scenario, level)?.kind === 'amount';
    add('Floors', leverTarget('minimum', { level, need: isAmount ? IN_DOLLARS : '' }));
  }
  add('Floors', leverTarget('cap'));
  add('Floors', leverTarget('scaling'));
  add('Enrollment', leverTarget('enrollment'));
  for (const level of levels) add('Enrollment', leverTarget('enrollment', { level }));
  for (const need of needs) add('Enrollment', leverTarget('enrollment', { need }));
  for (const level of levels) {
    for (const need of needs) add('Enrollment', leverTarget('enrollment', { level, need }));
  }
  add('Revenue', leverTarget('revenue'));
  for (const { code } of sources) add('Revenue', leverTarget('revenue', { source: code }));
  return all;
}
