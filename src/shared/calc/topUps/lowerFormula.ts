import { shareOut } from './settleTopUps.ts';

/** A source whose pool may be lowered. Money in cents. */
export interface LowerableSource {
  readonly code: string;
  readonly poolCents: number;
  /** What its schools get at its whole pool, where it counts in the comparison; otherwise null. */
  readonly compared: Float64Array | null;
}

/** What the engine lends: pools can be lowered, and it says what the gaps then come to. */
export interface FormulaToLower {
  readonly sources: readonly LowerableSource[];
  /** Floors and comparison amounts at whole pools, by school; NaN where there is no floor. */
  readonly floor: Float64Array;
  readonly comparison: Float64Array;
  /**
   * Lowers the pools by these cents, recomputes what depends on them, and returns Σ of gaps, and of what sources that
   * stop when lowered do not free.
   */
  lowerBy(cents: Float64Array): number;
}

/** More tries than any search needs; it ends the search where gaps jump about in ways no search can follow. */
const MOST_TRIES = 60;

/**
 * The formula pays (domain text, section 3): the pools of all unlocked, unrestricted sources that divide a pool are
 * lowered by one common fraction, until the money freed pays exactly for the top-ups. Lowering makes gaps grow, so the
 * amount is a fixed point: the least X found with gaps(X) = X.
 *
 * $1,000,000.00 over two schools of $600,000.00 and $400,000.00, the second with a floor of $430,000.00: pools lowered
 * by $50,000.00 give $570,000.00 and $380,000.00, and $50,000.00 tops up the second.
 *
 * How: gaps as a function of X are piecewise linear before rounding; Newton's method on that finds X to within rounding.
 * From there whole cents are tried on the exact calculation until X and X − 1 enclose the crossing. Gaps move by
 * whole cents, so X = gaps(X) there, save where rounding jumps over it; then the few cents over stay left. Where all
 * schools with lowered money are down at their floors no X suffices; the X with the least missing is kept. Returns X.
 */
export function lowerFormula(formula: FormulaToLower): number {
  const pools = Float64Array.from(formula.sources, (source) => source.poolCents);
  const most = pools.reduce((sum, pool) => sum + pool, 0);
  const missingAt = (cents: number): number => formula.lowerBy(shareOut(cents, pools, formula.sources)) - cents;
  const guess = estimate(formula, most);
  if (guess === null || most === 0) return 0;
  let best = 0;
  let least = guess.missingAtNothing;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let reach = 1;
  let cents = Math.min(most, Math.max(1, Math.round(guess.cents)));
  let last = Number.NaN;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const missing = missingAt(cents);
    last = cents;
    const improves = isBetter(missing, least);
    if (improves) {
      least = missing;
      best = cents;
    }
    if (missing === 0) break;
    // Where nothing suffices, an X that makes things worse has stopped a source; what is missing falls up to there.
    const isTooMuch = missing < 0 || !(guess.isFeasible || improves);
    if (isTooMuch) high = Math.min(high, cents);
    else low = Math.max(low, cents);
    if (high - low <= 1) break;
    if (missing > 0 && !guess.isFeasible) {
      if (high === Number.POSITIVE_INFINITY) break;
      cents = low + Math.floor((high - low) / 2);
      continue;
    }
    // Gaps stand still between two cuts of a rate, so the last step is by what is missing; those before, by the slope.
    const steep = tries % 2 === 0 ? guess.slope : 1;
    const step = Math.max(1, Math.round(Math.abs(missing) / steep));
    const wanted = missing > 0 ? cents + step : cents - step;
    if (high === Number.POSITIVE_INFINITY) {
      if (low === most) break;
      cents = Math.min(most, tries < 6 ? wanted : low + step * reach);
      reach *= 2;
    } else {
      const isSlow = tries >= 8 && tries % 2 === 0;
      const isOutside = wanted <= low || wanted >= high;
      cents = isSlow || isOutside ? low + Math.floor((high - low) / 2) : wanted;
    }
  }
  if (last !== best) missingAt(best);
  return best;
}

/** Enough beats not enough, then less over or less missing. */
function isBetter(missing: number, least: number): boolean {
  if (missing <= 0) return least > 0 || missing > least;
  return least > 0 && missing < least;
}

interface Estimate {
  readonly cents: number;
  /** By how much less is missing for each cent lowered, at the estimate. */
  readonly slope: number;
  readonly isFeasible: boolean;
  readonly missingAtNothing: number;
}

/** Below this a slope is level: all that is lowered comes back as top-ups. */
const LEVEL = 1e-9;

/**
 * Newton's method on the unrounded gaps: they are convex in X, so it comes from below and ends. Where it meets no
 * crossing, the X with the least missing is where what is missing stops falling. Null without gaps.
 */
export function estimate(formula: Omit<FormulaToLower, 'lowerBy'>, most: number): Estimate | null {
  const { floor, comparison, sources } = formula;
  const loses = new Float64Array(floor.length);
  for (const { compared } of sources) {
    if (compared) for (let school = 0; school < loses.length; school++) loses[school]! += compared[school]! / most;
  }
  const lines = { gaps: 0, slope: 0, missing: 0 };
  /** Σ of gaps at nothing of the schools with a gap at X; by how much less is missing for each cent; Σ of gaps at X. */
  const look = (cents: number): void => {
    let gaps = 0;
    let growth = 0;
    for (let school = 0; school < loses.length; school++) {
      const gap = floor[school]! - comparison[school]!;
      if (!(gap + loses[school]! * cents > 0)) continue;
      gaps += gap;
      growth += loses[school]!;
    }
    lines.gaps = gaps;
    lines.slope = 1 - growth;
    lines.missing = gaps + growth * cents;
  };
  look(0);
  const missingAtNothing = lines.missing;
  if (missingAtNothing === 0) return null;
  let cents = 0;
  for (let round = 0; round <= loses.length && lines.slope >= LEVEL; round++) {
    const { slope } = lines;
    const next = lines.gaps / slope;
    if (next >= most) break;
    if (!(next > cents)) return { cents, slope, isFeasible: true, missingAtNothing };
    cents = next;
    look(cents);
  }
  return { cents: lastFall(look, lines, most), slope: 1, isFeasible: false, missingAtNothing };
}

/** The X up to which lowering leaves less and less missing: what is missing is convex, so halving finds it. */
function lastFall(look: (cents: number) => void, lines: { readonly slope: number }, most: number): number {
  let low = 0;
  let high = most;
  look(most);
  if (lines.slope >= LEVEL) return most;
  for (let halving = 0; halving < 64 && high - low > 0.5; halving++) {
    const middle = (low + high) / 2;
    look(middle);
    if (lines.slope >= LEVEL) low = middle;
    else high = middle;
  }
  return low;
}
