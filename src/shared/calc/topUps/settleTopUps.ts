import type { Status } from '../../model/rows.ts';
import { compareCodes } from '../../model/tables.ts';
import { apportion } from '../largestRemainder.ts';
import type { Rational } from '../rational.ts';
import { takeEvenly, wholePortions } from './evenly.ts';
import type { FloorPlan } from './FloorPlan.ts';
import { type Given, takeFromGainers } from './gainers.ts';
import { payFromCentral } from './payFromCentral.ts';

/** What of a source matters to top-ups. Money in cents. */
export interface SourceMoney {
  readonly code: string;
  readonly status: Status;
  readonly isRestricted: boolean;
  readonly isStopped: boolean;
  /** What it keeps central before it pays any top-up. */
  readonly centralCents: number;
  readonly eligible: Uint8Array;
  /** What its schools get by itself, by school index. */
  readonly amounts: Float64Array;
  /** What its pool is lowered by for top-ups. */
  readonly loweredCents: number;
}

export interface TopUpInput {
  readonly floors: FloorPlan;
  readonly comparison: Float64Array;
  /** Unrestricted formula money by school. */
  readonly free: Float64Array;
  /** In the order of the sources. */
  readonly sources: readonly SourceMoney[];
}

/** What one source pays, and what schools give up of it. Money in cents. */
export interface SourceMove {
  readonly fromCentralCents: number;
  readonly topUpCents: number;
  readonly deductionCents: number;
}

/** Who gets and who gives. Columns by school index, money in cents. */
export interface TopUpOutcome {
  readonly topUp: Float64Array;
  readonly deduction: Float64Array;
  readonly gain: Float64Array;
  readonly totalCents: number;
  readonly deductionCents: number;
  readonly paidCents: number;
  readonly shortCents: number;
  readonly surplusCents: number;
  readonly capPercent: Rational | null;
  readonly scaling: Rational | null;
  /** By source; null where nothing moves. */
  readonly moves: readonly SourceMove[] | null;
}

/** Σ of gaps: gap = max(0, floor − comparison), half-up to the cent. Writes them into `topUp`. */
export function findGaps(floor: Float64Array, comparison: Float64Array, topUp: Float64Array): number {
  let total = 0;
  for (let school = 0; school < floor.length; school++) {
    // The comparison amount is whole cents, so the floor rounded is the gap rounded. NaN, no floor, is no gap.
    const gap = floor[school]! - comparison[school]!;
    topUp[school] = gap > 0 ? gap : 0;
    total += topUp[school]!;
  }
  return total;
}

/**
 * Floors, top-ups and who pays (domain text, section 3; I8, I9), as a function of what the sources pay.
 *
 * Every school below its floor is lifted to it, whoever pays. What the payer cannot give is `shortCents`; nobody gets
 * less for it, since whose top-up would be cut is not for a program to decide. The payer *formula* has lowered the
 * pools before; what they were lowered by pays here.
 */
export function settleTopUps(input: TopUpInput): TopUpOutcome {
  const { floors, comparison, sources } = input;
  const schools = comparison.length;
  const topUp = new Float64Array(schools);
  const deduction = new Float64Array(schools);
  const gain = new Float64Array(schools);
  const topUpCents = findGaps(floors.floor, comparison, topUp);
  const paid = (moves: SourceMove[] | null, given: Given, paidCents: number, surplusCents: number): TopUpOutcome => ({
    topUp,
    deduction,
    gain,
    totalCents: topUpCents,
    deductionCents: given.cents,
    paidCents,
    shortCents: topUpCents - paidCents,
    surplusCents,
    capPercent: given.capPercent,
    scaling: given.scaling,
    moves,
  });
  const nobody: Given = { cents: 0, capPercent: null, scaling: null };
  switch (floors.decision.payer) {
    case null:
      return paid(null, nobody, 0, 0);
    case 'reserve':
    case 'central': {
      const moves = moveCentral(input, topUp);
      const paidCents = moves.reduce((sum, move) => sum + move.topUpCents, 0);
      return paid(moves, nobody, paidCents, 0);
    }
    case 'gainers':
    case 'above_floor': {
      const giving = { floors, comparison, free: input.free, topUpCents };
      const given =
        floors.decision.payer === 'gainers'
          ? takeFromGainers(giving, gain, deduction)
          : takeAboveFloor(input, topUpCents, gain, deduction);
      const paidCents = Math.min(given.cents, topUpCents);
      return paid(moveDeductions(input, deduction, paidCents), given, paidCents, given.cents - paidCents);
    }
    case 'formula': {
      const lowered = Float64Array.from(sources, (source) => source.loweredCents);
      const loweredCents = lowered.reduce((sum, cents) => sum + cents, 0);
      const paidCents = Math.min(loweredCents, topUpCents);
      const paying = shareOut(paidCents, lowered, sources);
      const moves = Array.from(paying, (cents) => ({ fromCentralCents: 0, topUpCents: cents, deductionCents: 0 }));
      return paid(moves, nobody, paidCents, loweredCents - paidCents);
    }
  }
}

/**
 * Above the floor: everyone above its floor gives up the same fraction of what stands above it, as far as its
 * unrestricted formula money goes. A school without a floor stands above none and gives nothing.
 */
function takeAboveFloor(input: TopUpInput, topUpCents: number, excess: Float64Array, out: Float64Array): Given {
  const { floors, comparison, free } = input;
  const limits = new Float64Array(excess.length);
  for (let school = 0; school < excess.length; school++) {
    const above = comparison[school]! - floors.floorUp[school]!;
    excess[school] = above > 0 ? above : 0;
    limits[school] = Math.max(0, Math.min(excess[school]!, free[school]!));
  }
  const { cents, fraction } = takeEvenly(excess, limits, topUpCents, out);
  return { cents, capPercent: null, scaling: fraction };
}

/** The sources whose central part pays: the reserve, or those chosen (without a choice, every source). */
export function centralPayers(floors: FloorPlan, sources: readonly SourceMoney[]): number[] {
  const { decision, payingSources } = floors;
  const pays = (source: SourceMoney): boolean =>
    !source.isStopped &&
    (decision.payer === 'reserve'
      ? source.code === decision.reserveSource
      : payingSources.size === 0 || payingSources.has(source.code));
  return sources
    .flatMap((source, at) => (pays(source) ? [at] : []))
    .sort((a, b) => compareCodes(sources[a]!.code, sources[b]!.code));
}

function moveCentral({ floors, sources }: TopUpInput, topUp: Float64Array): SourceMove[] {
  const payers = centralPayers(floors, sources);
  const paid = payFromCentral(
    topUp,
    payers.map((at) => {
      const { centralCents, isRestricted, eligible } = sources[at]!;
      return { centralCents, eligible: isRestricted ? eligible : null };
    }),
  );
  return sources.map((_, at) => {
    const place = payers.indexOf(at);
    const cents = place < 0 ? 0 : paid[place]!;
    return { fromCentralCents: cents, topUpCents: cents, deductionCents: 0 };
  });
}

/**
 * Deductions by source: a school's is taken from its unrestricted formula sources in their order, each down to
 * nothing. The money goes to the schools topped up; what is not needed stays left in the sources it came from.
 */
function moveDeductions({ sources }: TopUpInput, deduction: Float64Array, paidCents: number): SourceMove[] {
  const taken = new Float64Array(sources.length);
  const giving = sources.map(({ status, isRestricted }) => status === 'unlock' && !isRestricted);
  for (let school = 0; school < deduction.length; school++) {
    let rest = deduction[school]!;
    for (let at = 0; rest > 0 && at < sources.length; at++) {
      if (!giving[at]) continue;
      const cents = Math.min(rest, Math.max(0, sources[at]!.amounts[school]!));
      taken[at]! += cents;
      rest -= cents;
    }
  }
  const paying = shareOut(paidCents, taken, sources);
  return Array.from(taken, (deductionCents, at) => ({
    fromCentralCents: 0,
    topUpCents: paying[at]!,
    deductionCents,
  }));
}

/** Shares `cents` out over sources by their parts, ties to the lowest source code; no more than there is. */
export function shareOut(
  cents: number,
  parts: Float64Array,
  sources: readonly { readonly code: string }[],
): Float64Array {
  const shares = new Float64Array(parts.length);
  if (cents === 0) return shares;
  const order = sources.map((_, at) => at).sort((a, b) => compareCodes(sources[a]!.code, sources[b]!.code));
  const inOrder = new Float64Array(parts.length);
  apportion(cents, wholePortions(Float64Array.from(order, (at) => parts[at]!)), inOrder);
  for (const [place, at] of order.entries()) shares[at] = inOrder[place]!;
  return shares;
}
