import type { Model } from '../model/Model.ts';
import type { DecisionRow, FloorDecisionRow } from '../model/rows.ts';
import { quoted } from '../text/quoted.ts';
import { IN_DOLLARS, type LeverTarget } from './LeverTarget.ts';
import { sharesWith } from './shareLever.ts';

/** Why a lever moves nothing in a scenario, as a sentence for the person who presents; null where it moves something. */
export function leverFault(model: Model, scenario: number, target: LeverTarget): string | null {
  const held = model.get('scenario', scenario);
  if (!held) return 'This scenario is no longer in the document. Choose another one.';
  if (held.status === 'adopted') {
    return `${quoted(held.name)} is adopted, so it stays as it is. Make a copy of it and move the levers there.`;
  }
  return missing(model, target) ?? FAULTS[target.kind](model, scenario, target);
}

/** Something the lever names that the document no longer has. */
function missing(model: Model, { kind, level, need, source }: LeverTarget): string | null {
  const gone = (what: string, code: string): string => `The ${what} ${quoted(code)} is no longer in the document.`;
  if (level !== '' && !model.table('level').has(level)) return gone('level', level);
  if (source !== '' && !model.table('source').has(source)) return gone('source', source);
  const isUnit = kind === 'central' || kind === 'minimum';
  return !isUnit && need !== '' && !model.table('need').has(need) ? gone('need', need) : null;
}

const sourceName = (model: Model, code: string): string => model.table('source').get(code)?.name ?? code;

type Fault = (model: Model, scenario: number, target: LeverTarget) => string | null;

const none: Fault = () => null;

const FAULTS: Readonly<Record<LeverTarget['kind'], Fault>> = {
  weight: weightFault,
  share: shareFault,
  central: centralFault,
  holdHarmless: none,
  minimum: minimumFault,
  cap: (model, scenario) => gainersFault(model, scenario, 'cap'),
  scaling: (model, scenario) => gainersFault(model, scenario, 'scaling'),
  enrollment: none,
  revenue: none,
};

function weightFault(model: Model, scenario: number, { weightSet, need }: LeverTarget): string | null {
  if (!model.get('weightSet', scenario, weightSet)) return `This scenario has no weight set ${quoted(weightSet)}.`;
  if (need === '') return 'This lever names no need, so it moves no weight. Remove it.';
  const isUsed = decisionsOf(model, scenario).some((row) => row.method === 'weights' && row.weightSet === weightSet);
  return isUsed
    ? null
    : `No source of this scenario is paid by the weight set ${quoted(weightSet)}, so it moves nothing.`;
}

const decisionsOf = (model: Model, scenario: number): DecisionRow[] =>
  [...model.table('decision').values()].filter((row) => row.scenario === scenario);

function shareFault(model: Model, scenario: number, target: LeverTarget): string | null {
  const name = sourceName(model, target.source);
  if (model.get('decision', scenario, target.source)?.method !== 'shares') {
    return `${name} is not paid by shares in this scenario, so there is no share to move.`;
  }
  if (target.level === '') return 'This lever names no level, so it moves no share. Remove it.';
  if (sharesWith(model, target).length > 1) return null;
  return `There is only one share in ${name}, which is 100%. There is nothing to move it to.`;
}

function centralFault(model: Model, scenario: number, { source, need }: LeverTarget): string | null {
  const name = sourceName(model, source);
  const decision = model.get('decision', scenario, source);
  if (!decision || decision.status === 'lock') {
    return `${name} is locked in this scenario: all of it is central, so there is no central share to move.`;
  }
  const isAmount = decision.centralKind === 'amount';
  if (isAmount === (need === IN_DOLLARS)) return null;
  return isAmount
    ? `The central share of ${name} is an amount in this scenario, and this lever moves a percent. Add a lever for the amount.`
    : `The central share of ${name} is a percent in this scenario, and this lever moves an amount. Add a lever for the percent.`;
}

function minimumFault(model: Model, scenario: number, { level, need }: LeverTarget): string | null {
  if (level === '') return 'This lever names no level, so it moves no minimum. Remove it.';
  if (floorsOf(model, scenario)?.useMinimums !== 'yes') {
    return 'Minimums are not used in this scenario, so moving one changes nothing. Turn them on in the Floors sheet.';
  }
  const kind = model.get('levelMinimum', scenario, level)?.kind;
  if (!kind || (kind === 'amount') === (need === IN_DOLLARS)) return null;
  const name = model.table('level').get(level)?.name ?? level;
  return kind === 'amount'
    ? `The minimum of ${name} is for a school in this scenario, and this lever moves one per pupil. Add a lever for it.`
    : `The minimum of ${name} is per pupil in this scenario, and this lever moves one for a school. Add a lever for it.`;
}

const floorsOf = (model: Model, scenario: number): FloorDecisionRow | undefined => model.get('floorDecision', scenario);

/** Cap and scaling say how much gainers pay; what is solved cannot be moved by hand as well. */
function gainersFault(model: Model, scenario: number, what: 'cap' | 'scaling'): string | null {
  const floors = floorsOf(model, scenario);
  if (floors?.payer !== 'gainers') {
    return `Gainers do not pay for floors in this scenario, so the ${what} moves nothing. Choose who pays in the Floors sheet.`;
  }
  if (floors.solve === what) {
    return `The ${what} is solved so that gainers pay for the top-ups exactly. Turn solving off in the Floors sheet to move it.`;
  }
  return floors.solve === 'cap'
    ? 'The scaling is 1 while the cap is solved. Turn solving off in the Floors sheet to move it.'
    : null;
}
