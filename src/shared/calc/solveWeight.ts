import { LIMITS } from '../model/units.ts';
import { formatMoney, formatPercent } from '../text/formatNumber.ts';
import type { Calculation } from './Calculation.ts';
import { addRates, eligibilityProfiles } from './perPupilMatrix.ts';
import type { WeightSet } from './plan.ts';
import { compare, type Rational, roundHalfUp, subtract } from './rational.ts';
import type { SourceResult } from './results.ts';
import { weighPupils } from './weightedPupils.ts';

/** The weight (ten-thousandths) whose dollars or share come nearest to what was typed, or why there is none. */
export type SolvedWeight =
  | { readonly ok: true; readonly weight: number; readonly reached: Rational }
  | { readonly ok: false; readonly sentence: string };

/** A weight set in dollars and shares, level × needs + need. */
export interface WeightSetFaces {
  /** Codes of the sources that use the set and are not stopped. */
  readonly sources: readonly string[];
  /** Codes of the sources whose rates a level's dollars add up, by level. */
  readonly levelSources: readonly (readonly string[])[];
  /** Σ of the rates of those sources in cents per pupil. */
  readonly rates: readonly Rational[];
  /** The cell's part of all dollars of the set, 0 to 1, before rounding; null without dollars. */
  readonly shares: readonly Rational[] | null;
}

/**
 * The faces *Dollars* and *Share* of a weight set.
 *
 * Where the sources of a set reach different schools, no one dollar figure holds for all of them. Decision: a level's
 * dollars are those of the eligibility profile that holds most of the level's pupils of the first need (the lower
 * profile of two alike), that is what most of its pupils really bring. Shares are over all sources and schools.
 */
export function weightSetFaces(calculation: Calculation, setName: string): WeightSetFaces {
  const using = usingSources(calculation, setName);
  const cells = calculation.levels.length * calculation.needs.length;
  const levelSources = calculation.levels.map((_, level) => sourcesOfLevel(calculation, using, level));
  const rates = calculation.levels.flatMap((_, level) => {
    const sums = addRates(
      levelSources[level]!.map((source) => source.rates!),
      cells,
    );
    return sums.slice(level * calculation.needs.length, (level + 1) * calculation.needs.length);
  });
  const set = calculation.plan.weightSets.get(setName);
  return {
    sources: using.map(({ code }) => code),
    levelSources: levelSources.map((sources) => sources.map(({ code }) => code)),
    rates,
    shares: set ? sharesOf(calculation, using, set) : null,
  };
}

/**
 * The weight whose dollars per pupil come nearest to `targetCents`, by halving over whole weight units: the dollars
 * of a cell never fall when its weight rises, whatever the rounding. Of two as near, the lower weight.
 *
 * With $3,741.00 for All at weight 1.00, typing $1,272.00 for Poverty gives a weight of about 0.34: a little more,
 * since a higher poverty weight lowers the base for everyone.
 */
export function solveWeightForDollars(
  calculation: Calculation,
  setName: string,
  level: number,
  need: number,
  targetCents: number,
): SolvedWeight {
  const cell = level * calculation.needs.length + need;
  const sources = sourcesOfLevel(calculation, usingSources(calculation, setName), level);
  const target: Rational = { numerator: BigInt(targetCents), denominator: 1n };
  return solve(calculation, setName, cell, sources, target, 'rate', (value) => formatMoney(Number(roundHalfUp(value))));
}

/** The weight whose share of the set's dollars comes nearest to `targetPercent` (percent units, 450000 is 45 %). */
export function solveWeightForShare(
  calculation: Calculation,
  setName: string,
  level: number,
  need: number,
  targetPercent: number,
): SolvedWeight {
  const cell = level * calculation.needs.length + need;
  const sources = usingSources(calculation, setName);
  const target: Rational = { numerator: BigInt(targetPercent), denominator: 1_000_000n };
  return solve(calculation, setName, cell, sources, target, 'share', (value) =>
    formatPercent(Number(roundHalfUp({ numerator: value.numerator * 1_000_000n, denominator: value.denominator }))),
  );
}

function usingSources(calculation: Calculation, setName: string): SourceResult[] {
  return calculation.results.sources.filter(
    (source, at) => calculation.sourceStates[at]!.usesSet(setName) && source.rates !== null,
  );
}

function sourcesOfLevel(
  calculation: Calculation,
  using: readonly SourceResult[],
  level: number,
): readonly SourceResult[] {
  const { counts } = calculation.plan;
  const foundation = level * calculation.needs.length;
  const profiles = eligibilityProfiles(using, counts.schoolCount);
  let best: readonly SourceResult[] = profiles[0]?.sources ?? [];
  let most = 0;
  for (const profile of profiles) {
    let pupils = 0;
    for (const school of profile.schools) {
      for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
        if (counts.cell[line] === foundation) pupils += counts.count[line]!;
      }
    }
    if (pupils > most) {
      most = pupils;
      best = profile.sources;
    }
  }
  return best;
}

/** One source as a function of the weight of one cell: pool, Σ w·C of all other cells, and the cell's own C. */
interface Response {
  readonly pool: bigint;
  readonly others: bigint;
  readonly count: bigint;
  readonly isPublished: boolean;
}

function responseOf(calculation: Calculation, source: SourceResult, set: WeightSet, cell: number): Response {
  const state = calculation.sourceStates[calculation.sourceIndex(source.code)]!;
  const reach = state.reach!;
  const count = BigInt(reach.cellCounts[cell]!);
  const { total } = weighPupils(calculation.plan, reach, set);
  return {
    pool: BigInt(source.poolCents),
    others: total - BigInt(set.weights[cell]!) * count,
    count,
    isPublished: source.rounding === 'rates',
  };
}

/** The cell's rate in cents per pupil at a weight; zero where nothing is weighted at all. */
function rateAt(response: Response, weight: bigint): Rational {
  const weighted = response.others + weight * response.count;
  if (weighted === 0n) return { numerator: 0n, denominator: 1n };
  const exact: Rational = { numerator: response.pool * weight * 100n, denominator: weighted };
  return response.isPublished ? { numerator: exact.numerator / exact.denominator, denominator: 1n } : exact;
}

/** The cell's dollars before rounding, in cents. */
function dollarsAt(response: Response, weight: bigint): Rational {
  const weighted = response.others + weight * response.count;
  if (weighted === 0n) return { numerator: 0n, denominator: 1n };
  return { numerator: response.pool * weight * response.count, denominator: weighted };
}

function sharesOf(calculation: Calculation, using: readonly SourceResult[], set: WeightSet): Rational[] | null {
  const pools = using.reduce((sum, source) => sum + BigInt(source.poolCents), 0n);
  if (pools === 0n) return null;
  return Array.from(set.weights, (weight, cell) => {
    const parts = using.map((source) => dollarsAt(responseOf(calculation, source, set, cell), BigInt(weight)));
    const sum = addRates(
      parts.map((part) => [part]),
      1,
    )[0]!;
    return { numerator: sum.numerator, denominator: sum.denominator * pools };
  });
}

function solve(
  calculation: Calculation,
  setName: string,
  cell: number,
  sources: readonly SourceResult[],
  target: Rational,
  face: 'rate' | 'share',
  write: (value: Rational) => string,
): SolvedWeight {
  const set = calculation.plan.weightSets.get(setName);
  if (!set) return { ok: false, sentence: `There is no weight set “${setName}”. Choose another one.` };
  if (sources.length === 0) {
    return {
      ok: false,
      sentence: `No source pays by the weight set “${setName}”, so it has no dollars. Type a weight.`,
    };
  }
  const responses = sources.map((source) => responseOf(calculation, source, set, cell));
  const pools = responses.reduce((sum, { pool }) => sum + pool, 0n);
  const valueAt = (weight: number): Rational => {
    const parts = responses.map((each) => (face === 'rate' ? rateAt : dollarsAt)(each, BigInt(weight)));
    const sum = addRates(
      parts.map((part) => [part]),
      1,
    )[0]!;
    return face === 'rate' ? sum : { numerator: sum.numerator, denominator: sum.denominator * (pools || 1n) };
  };
  const lowest = valueAt(0);
  const highest = valueAt(LIMITS.weightUnits);
  const noun = face === 'rate' ? 'dollars per pupil' : 'share';
  if (compare(lowest, highest) === 0) {
    const why = responses.every(({ count }) => count === 0n)
      ? 'no eligible school has pupils there'
      : 'it is the only weight with pupils, or there is no money';
    return {
      ok: false,
      sentence: `No weight changes this ${noun}: it is ${write(lowest)} whatever the weight, because ${why}. Type a weight instead.`,
    };
  }
  if (compare(target, lowest) < 0 || compare(target, highest) > 0) {
    return {
      ok: false,
      sentence: `No weight gives ${write(target)}: with weights from 0 to 1,000 this ${noun} can be ${write(lowest)} to ${write(highest)}. Type something in between.`,
    };
  }
  let low = 0;
  let high: number = LIMITS.weightUnits;
  // The least weight that reaches the target; its lower neighbour is the other candidate.
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(valueAt(middle), target) >= 0) high = middle;
    else low = middle + 1;
  }
  const reached = valueAt(low);
  if (low > 0) {
    const below = valueAt(low - 1);
    const isNearer = compare(subtract(target, below), subtract(reached, target)) <= 0;
    if (isNearer) return leastWeight(valueAt, low - 1, below);
  }
  return { ok: true, weight: low, reached };
}

/** Of the weights that all give the same value, the lowest: a published rate moves only every few units. */
function leastWeight(valueAt: (weight: number) => Rational, from: number, value: Rational): SolvedWeight {
  let low = 0;
  let high = from;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(valueAt(middle), value) >= 0) high = middle;
    else low = middle + 1;
  }
  return { ok: true, weight: low, reached: value };
}
