import type { Method, Restriction, Rounding, Status } from '../model/rows.ts';
import type { Rational } from './rational.ts';

/**
 * A doubt or a stop, as data. A finding that stops leaves its source's pool in `left`, so that I1 holds, and keeps
 * the scenario from tying out; it never becomes a silent zero.
 */
export interface Finding {
  readonly severity: 'stops' | 'warns';
  /** A stable name of the rule: `no-eligible-pupils`, `empty-cell-share`, `formula-error`, … */
  readonly rule: string;
  /** One sentence for a person: what is so, and what to do. */
  readonly sentence: string;
  readonly source?: string;
  readonly school?: string;
  readonly level?: string;
  readonly need?: string;
}

/** What one source pays, and to whom. Money in cents; `amounts` by school index (schools sorted by code). */
export interface SourceResult {
  readonly code: string;
  readonly name: string;
  readonly status: Status;
  readonly restriction: Restriction;
  readonly method: Method;
  readonly rounding: Rounding;
  /** Counts in the hold-harmless comparison. */
  readonly inComparison: boolean;
  readonly amountCents: number;
  /** The central part as decided (K), before rounding. */
  readonly heldCents: number;
  /** Rounding left central: published rates and whole dollars. */
  readonly roundingLeftCents: number;
  /** heldCents + roundingLeftCents; of a lock, what is not committed to schools. */
  readonly centralCents: number;
  readonly schoolsCents: number;
  /** What reaches nobody; negative is *short*. central + schools + left = amount (I1). */
  readonly leftCents: number;
  readonly amounts: Float64Array;
  /** 1 where the source reaches the school. */
  readonly eligible: Uint8Array;
  readonly eligibleCount: number;
  /**
   * Exact rate per level × need cell in cents per pupil, indexed level × needs + need; null for methods without cells
   * or a stopped source. With published rates these are whole cents.
   */
  readonly rates: readonly Rational[] | null;
  /** Weights method: S ÷ Σ w·C, in cents per weighted pupil; otherwise null. */
  readonly base: Rational | null;
  /** Proportional: exact points per school (null where not eligible); per school: exact dollars. */
  readonly points: readonly (Rational | null)[] | null;
  /** The finding that stopped the source, or null. */
  readonly stopped: Finding | null;
}

/** District totals of the columns of `Results`, in cents (pupils in hundredths). */
export interface ResultTotals {
  pupils: number;
  formula: number;
  grants: number;
  locked: number;
  restricted: number;
  unrestricted: number;
  topUp: number;
  deduction: number;
  total: number;
  allIn: number;
  current: number;
  /** Sum of changes over schools that have a current budget. */
  change: number;
}

/** Per-source proof and the district's sum: Revenue = Central + Schools + Left. */
export interface TieOut {
  readonly tiesOut: boolean;
  readonly revenueCents: number;
  readonly centralCents: number;
  readonly schoolsCents: number;
  readonly leftCents: number;
  /** One sentence per thing that does not tie out; empty when it does. */
  readonly problems: readonly string[];
  /** What share of all revenue the formula (unlock sources) moves to schools; null without revenue. */
  readonly coverage: number | null;
}

/**
 * Everything that follows from one scenario. Columns are typed arrays by school index, money in whole cents,
 * pupils in hundredths; NaN stands where a school has no value (no current budget, no pupils, no floor).
 */
export interface Results {
  readonly schoolCount: number;
  readonly pupils: Float64Array;
  /** Unlock sources. */
  readonly formula: Float64Array;
  readonly grants: Float64Array;
  /** Commitments of locked tables: outside `total`, inside `allIn`. */
  readonly locked: Float64Array;
  /** Restricted and unrestricted parts of formula + grants. */
  readonly restricted: Float64Array;
  readonly unrestricted: Float64Array;
  readonly floor: Float64Array;
  readonly topUp: Float64Array;
  readonly deduction: Float64Array;
  /** formula + grants + topUp − deduction. */
  readonly total: Float64Array;
  readonly allIn: Float64Array;
  /** total ÷ pupils, half-up to the cent. */
  readonly perPupil: Float64Array;
  readonly current: Float64Array;
  readonly change: Float64Array;
  readonly sources: readonly SourceResult[];
  readonly totals: Readonly<ResultTotals>;
  readonly findings: readonly Finding[];
  readonly tieOut: TieOut;
}

/** One eligibility profile's per-pupil matrix: what a pupil of a level and need brings, over all sources with cells. */
export interface PerPupilMatrix {
  /** Codes of the sources that reach schools of this profile and have cells. */
  readonly sources: readonly string[];
  /** School indexes of the profile. */
  readonly schools: readonly number[];
  /** Share of all formula and grant dollars that these cells carry in these schools; 0 to 1. */
  readonly moneyShare: number;
  /** Σ of rates over sources in cents per pupil, level × needs + need. */
  readonly rates: readonly Rational[];
  /** Cell ÷ the same level's All cell, or null where that is zero. */
  readonly weights: readonly (Rational | null)[];
  /** Level's All ÷ the first level's All, or null. */
  readonly levelIndex: readonly (Rational | null)[];
}

/** How a number came about: a tree of steps, and the same as one line of arithmetic a person can replay. */
export interface Explanation {
  /** `Jefferson High · Total`. */
  readonly title: string;
  /** The result as it is shown: `8,940,075.76`. */
  readonly value: string;
  /** The arithmetic in one line, beginning with `= `. */
  readonly arithmetic: string;
  /** Sentences beside it: how the base was solved, the rounding step, who got the odd cent. */
  readonly notes: readonly string[];
  /** Steps that lead to it. */
  readonly steps: readonly Explanation[];
}
