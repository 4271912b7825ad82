import { Calculation } from '../calc/Calculation.ts';
import { applyUnlessConflict } from '../changes/Change.ts';
import { AllotError } from '../contract/errors.ts';
import { checkRow } from '../model/checkRow.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { MOVED_TABLES } from '../whatIf/leverRows.ts';
import { type LeverTarget, leverValue } from '../whatIf/leverTargets.ts';
import { type MovedLever, WhatIf } from '../whatIf/WhatIf.ts';

export interface LeverStand {
  readonly target: LeverTarget;
  readonly value: number;
}

export interface PacketWhatIf {
  readonly calculation: Calculation;
  readonly moved: readonly MovedLever[];
}

/** The what-if of levers that are set one by one, each from where the scenario has the others. */
export function whatIfOfLevers(model: Model, scenario: number, stands: readonly LeverStand[]): PacketWhatIf {
  const whatIf = new WhatIf(model, scenario);
  for (const { target, value } of stands) {
    whatIf.hold();
    whatIf.set(target, value);
  }
  return whatIf;
}

/**
 * The what-if of the rows that it changes in a scenario. What other shares become depends on the order in which levers
 * were moved, and rows tell it exactly where the values of levers would not. They may be of nothing but what levers
 * write, must be whole, and must leave every lever where it is said to stand.
 */
export function whatIfOfRows(
  model: Model,
  scenario: number,
  ops: readonly RowOp[],
  stands: readonly LeverStand[],
): PacketWhatIf {
  const copy = model.derive({});
  const isDecided = ops.length > 0 && model.get('scenario', scenario)?.status === 'adopted';
  if (isDecided || !ops.every((op) => isMoveOf(op, scenario))) throw unlike();
  if (applyUnlessConflict(copy, ops)) {
    throw new AllotError(
      'changed-meanwhile',
      'The plan was changed while the levers stood where they do, so nothing was written. Look at the slides again and repeat it.',
    );
  }
  const moved = stands.map(({ target, value }): MovedLever => {
    const from = leverValue(model, scenario, target);
    if (typeof from === 'string' || leverValue(copy, scenario, target) !== value) throw unlike();
    return { target, from, to: value };
  });
  return { calculation: new Calculation(copy, scenario), moved };
}

function isMoveOf({ table, before, after }: RowOp, scenario: number): boolean {
  if (!(MOVED_TABLES as readonly string[]).includes(table)) return false;
  if (after && checkRow(table, after) !== null) return false;
  return [before, after].every((row) => row === null || ('scenario' in row && row.scenario === scenario));
}

function unlike(): AllotError {
  return new AllotError(
    'what-if-unlike',
    'What the window shows is not what its levers can do, so nothing was written. Take the levers back and move them again. If this comes back, please report it.',
  );
}
