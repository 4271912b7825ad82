import type { Method, Payer, Restriction, Rounding, Solve, Status } from '../model/rows.ts';
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
  /** What its formula divides: amount − held − lowered; of a lock, what is not held. */
  readonly poolCents: number;
  /** What the pool was lowered by to pay top-ups (payer *formula*). */
  readonly loweredCents: number;
  /** Rounding left central: published rates and whole dollars. */
  readonly roundingLeftCents: number;
  /** heldCents + roundingLeftCents, or of a lock what is not committed to schools; less what it pays of top-ups. */
  readonly centralCents: number;
  /** Σ amounts + top-ups it pays − deductions from it. */
  readonly schoolsCents: number;
  /** What it pays of the schools' top-ups; its part of `amounts` is without them. */
  readonly topUpCents: number;
  /** The part of `topUpCents` that came out of its central part (payers *reserve* and *central share*). */
  readonly fromCentralCents: number;
  /** What schools gave up of its money (payers *gainers* and *above the floor*); `amounts` is before that. */
  readonly deductionCents: number;
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

/**
 * Floors, top-ups and who pays (domain text, section 3; I8, I9). Columns by school index in cents; the columns `floor`,
 * `topUp` and `deduction` are in `Results`. A school's gap is its top-up: top-ups are always whole, and where the payer
 * gives less, the rest is `shortCents` and the scenario does not tie out.
 */
export interface TopUpResult {
  /** Whether there are floors at all: hold harmless, or minimums in use. */
  readonly isOn: boolean;
  readonly payer: Payer | null;
  readonly solve: Solve | null;
  /** Minimum operational budget (MOB), in use or not; NaN where a school has none. */
  readonly minimum: Float64Array;
  /** The hold-harmless level of the current budget; NaN where a school has none. */
  readonly holdHarmless: Float64Array;
  /** What the payer's rule counts of a school: its gain above the cap, or what stands above its floor; otherwise 0. */
  readonly gain: Float64Array;
  /** Σ of top-ups: what the floor costs. */
  readonly totalCents: number;
  readonly deductionCents: number;
  /** What the payer gives towards the top-ups. total = paid + short. */
  readonly paidCents: number;
  readonly shortCents: number;
  /** Given up or lowered, but not needed: it stands in `left` of the sources it came from. */
  readonly surplusCents: number;
  readonly toppedUpCount: number;
  readonly givingCount: number;
  /** Gainers: the cap in percent, typed or solved; null where nothing had to be capped. */
  readonly capPercent: Rational | null;
  /** Gainers: the scaling; above the floor: the fraction of the excess; typed or solved. */
  readonly scaling: Rational | null;
  /** Formula: by how much the pools are lowered together, and what they were before. */
  readonly loweredCents: number;
  readonly poolsCents: number;
}

/** Per-source proof and the district's sum: Revenue = Central + Schools + Left. */
export interface TieOut {
  readonly tiesOut: boolean;
  readonly revenueCents: number;
  readonly centralCents: number;
  /** Σ over sources, and the top-ups nobody pays, which are missing in `leftCents`. */
  readonly schoolsCents: number;
  readonly leftCents: number;
  /** Top-ups nobody pays. */
  readonly shortCents: number;
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
  /** The comparison amount: Σ over the sources in the comparison, before top-ups and deductions. */
  readonly comparison: Float64Array;
  /** The highest active floor; NaN where a school has none. */
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
  readonly topUps: TopUpResult;
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
