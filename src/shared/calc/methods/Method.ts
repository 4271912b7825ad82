import type { SourceRow } from '../../model/rows.ts';
import type { Decided } from '../decide.ts';
import type { Reach } from '../eligibility.ts';
import type { Formula, FormulaDistrict } from '../formula/formula.ts';
import type { Plan } from '../plan.ts';
import type { PublishedPay } from '../publishedRates.ts';
import type { Rational } from '../rational.ts';
import type { Finding } from '../results.ts';
import type { WeightedPupils } from '../weightedPupils.ts';

/** What a method is given: the source as decided, the schools it reaches, and what its formula may ask. */
export interface MethodInput {
  readonly plan: Plan;
  readonly source: SourceRow;
  readonly decided: Decided;
  readonly reach: Reach;
  /** Points or dollars expression; null for methods without one. */
  readonly formula: Formula | null;
  readonly district: FormulaDistrict;
  /** Weighted pupils shared by the sources of one set that reach the same schools. */
  readonly weightedPupils: (set: string) => WeightedPupils | null;
}

/** What a method found out beside the amounts, which it writes into `next` (cents by school). */
export interface Outcome {
  readonly schoolsCents: number;
  readonly roundingLeftCents: number;
  readonly rates: readonly Rational[] | null;
  readonly base: Rational | null;
  readonly points: readonly (Rational | null)[] | null;
  readonly stopped: Finding | null;
  readonly warnings: readonly Finding[];
  /** Published rates whose lines are still to be paid into `next`; null once `next` is written. */
  readonly published: PublishedPay | null;
}

/** A method: how a pool reaches schools. Every element of `next` is written unless the outcome is stopped or published. */
export type PayMethod = (input: MethodInput, next: Float64Array) => Outcome;

const NOTHING: Outcome = {
  schoolsCents: 0,
  roundingLeftCents: 0,
  rates: null,
  base: null,
  points: null,
  stopped: null,
  warnings: [],
  published: null,
};

/** An outcome with some fields set, the others empty. */
export function outcome(fields: Partial<Outcome>): Outcome {
  return { ...NOTHING, ...fields };
}
