import { formatMoney } from '../../text/formatNumber.ts';
import type { Columns } from '../Columns.ts';
import { EXACT } from '../integers.ts';
import type { Plan } from '../plan.ts';
import type { Finding, TopUpResult } from '../results.ts';
import type { SourceState } from '../SourceState.ts';
import { type FloorPlan, readFloorPlan } from './FloorPlan.ts';
import { shortFinding, surplusFinding } from './floorFindings.ts';
import type { FormulaToLower } from './lowerFormula.ts';
import { findGaps, type SourceMoney, settleTopUps, type TopUpOutcome } from './settleTopUps.ts';

/** Comparison amounts and lowerable sources at whole pools. */
export type WholeFormula = Pick<FormulaToLower, 'comparison' | 'sources'>;

/** Floors through the recalculations of one scenario: what is decided, who is lifted, who pays. */
export class TopUps {
  floors: FloorPlan;
  result: TopUpResult;
  findings: readonly Finding[] = [];
  /** The formula before its pools were lowered; null where it is not lowered. */
  whole: WholeFormula | null = null;
  readonly #scratch: Float64Array;
  readonly #zeros: Float64Array;

  constructor(plan: Plan) {
    this.floors = readFloorPlan(plan);
    this.#scratch = new Float64Array(plan.schools.length);
    this.#zeros = new Float64Array(plan.schools.length);
    this.result = this.#nothing();
  }

  /** Reads decisions, minimums, baselines and pupils again. */
  read(plan: Plan): void {
    this.floors = readFloorPlan(plan);
  }

  /** Whether the payer lowers the formula's pools before anything is settled. */
  get lowersFormula(): boolean {
    return this.floors.isOn && this.floors.decision.payer === 'formula';
  }

  /** Σ of gaps as the comparison amounts stand. */
  gapCents(columns: Columns): number {
    return findGaps(this.floors.floor, columns.comparison, this.#scratch);
  }

  /** Sets floor, top-up and deduction of every school, and moves the payer's money within its sources. */
  settle(states: readonly SourceState[], columns: Columns): void {
    const { floors } = this;
    columns.floor.set(floors.floor);
    if (!floors.isOn) {
      if (this.result.isOn) {
        columns.topUp.fill(0);
        columns.deduction.fill(0);
        for (const state of states) state.moveTopUps(0, 0, 0);
      }
      this.result = this.#nothing();
      this.findings = floors.findings;
      return;
    }
    const outcome = settleTopUps({
      floors,
      comparison: columns.comparison,
      free: columns.free,
      sources: states.map(moneyOf),
    });
    columns.topUp.set(outcome.topUp);
    columns.deduction.set(outcome.deduction);
    for (const [at, state] of states.entries()) {
      const move = outcome.moves?.[at];
      state.moveTopUps(move?.fromCentralCents ?? 0, move?.topUpCents ?? 0, move?.deductionCents ?? 0);
    }
    this.result = this.#resultOf(outcome, states);
    this.findings = [...floors.findings, ...findingsOf(outcome, floors, states)];
  }

  #nothing(): TopUpResult {
    const { decision, minimum, holdHarmless } = this.floors;
    return {
      isOn: false,
      payer: decision.payer,
      solve: decision.solve,
      minimum,
      holdHarmless,
      gain: this.#zeros,
      totalCents: 0,
      deductionCents: 0,
      paidCents: 0,
      shortCents: 0,
      surplusCents: 0,
      toppedUpCount: 0,
      givingCount: 0,
      capPercent: null,
      scaling: null,
      loweredCents: 0,
      poolsCents: 0,
    };
  }

  #resultOf(outcome: TopUpOutcome, states: readonly SourceState[]): TopUpResult {
    let toppedUpCount = 0;
    let givingCount = 0;
    for (let school = 0; school < outcome.topUp.length; school++) {
      if (outcome.topUp[school]! > 0) toppedUpCount++;
      if (outcome.deduction[school]! > 0) givingCount++;
    }
    const lowerable = this.lowersFormula ? states.filter(canBeLowered) : [];
    const loweredCents = lowerable.reduce((sum, state) => sum + state.loweredCents, 0);
    return {
      ...this.#nothing(),
      isOn: true,
      gain: outcome.gain,
      totalCents: outcome.totalCents,
      deductionCents: outcome.deductionCents,
      paidCents: outcome.paidCents,
      shortCents: outcome.shortCents,
      surplusCents: outcome.surplusCents,
      toppedUpCount,
      givingCount,
      capPercent: outcome.capPercent,
      scaling: outcome.scaling,
      loweredCents,
      poolsCents: lowerable.reduce((sum, state) => sum + state.result.poolCents + state.loweredCents, 0),
    };
  }
}

/** Unlocked, unrestricted sources that divide a pool; typed rates and per-school amounts have no base to lower. */
export function canBeLowered(state: SourceState): boolean {
  const { status, method } = state.decided.decision;
  const isPool = method === 'weights' || method === 'shares' || method === 'proportional';
  return status === 'unlock' && state.row.restriction === 'unrestricted' && isPool && !state.result.stopped;
}

export function moneyOf(state: SourceState): SourceMoney {
  const { result } = state;
  return {
    code: result.code,
    status: result.status,
    isRestricted: state.row.restriction === 'restricted',
    isStopped: result.stopped !== null,
    centralCents: state.ownCentralCents,
    eligible: result.eligible,
    amounts: result.amounts,
    loweredCents: state.loweredCents,
  };
}

function findingsOf(outcome: TopUpOutcome, floors: FloorPlan, states: readonly SourceState[]): Finding[] {
  const { totalCents, shortCents, surplusCents } = outcome;
  const { payer } = floors.decision;
  const findings: Finding[] = [];
  if (surplusCents > 0) {
    findings.push(surplusFinding(surplusCents, payer === 'formula' ? 'What the pools are lowered by' : 'Deductions'));
  }
  if (totalCents > EXACT) findings.push(shortFinding('Top-ups exceed what Allot can add up to the cent.'));
  if (shortCents > 0) findings.push(shortFinding(shortSentence(outcome, floors, states)));
  return findings;
}

/** What is missing, of what, and what can be done. */
function shortSentence(outcome: TopUpOutcome, floors: FloorPlan, states: readonly SourceState[]): string {
  const { payer, reserveSource } = floors.decision;
  const total = formatMoney(outcome.totalCents);
  const short = formatMoney(outcome.shortCents);
  const over = (what: string, remedy: string) => `Top-ups of ${total} are short by ${short}: ${what}. ${remedy}`;
  switch (payer) {
    case null:
      return `Top-ups of ${total} have no payer. Choose who pays.`;
    case 'reserve': {
      const reserve = states.find((state) => state.row.code === reserveSource);
      if (!reserve) return `Top-ups of ${total} are to come from a reserve, but none is chosen. Choose its source.`;
      return over(
        `${reserve.row.name} (${reserve.row.code}) cannot pay more`,
        'Lower the floor, or choose another reserve.',
      );
    }
    case 'central':
      return over('the central parts cannot pay more', 'Lower the floor, or choose more sources.');
    case 'gainers':
      return over('gainers give up no more', 'Lower the floor or the cap, solve the scaling, or choose another payer.');
    case 'above_floor':
      return over('no more may be taken above the floors', 'Lower the floor, or choose another payer.');
    case 'formula':
      return over('lowering the formula frees no more', 'Lower the floor, or choose another payer.');
  }
}
