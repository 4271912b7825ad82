import type { Method, Restriction, Rounding, SourceRow, Status } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import type { Columns } from './Columns.ts';
import { type Decided, decide } from './decide.ts';
import { type Eligibility, parseEligibility, type Reach } from './eligibility.ts';
import { stops } from './findings.ts';
import { type Formula, type FormulaDistrict, parseFormula } from './formula/formula.ts';
import { type MethodInput, type Outcome, outcome, type PayMethod } from './methods/Method.ts';
import { payPerSchool } from './methods/perSchool.ts';
import { payProportional } from './methods/proportional.ts';
import { payRates } from './methods/rates.ts';
import { payShares } from './methods/shares.ts';
import { payNone, payTable } from './methods/table.ts';
import { payWeights } from './methods/weights.ts';
import type { Plan } from './plan.ts';
import type { PublishedPay } from './publishedRates.ts';
import type { Rational } from './rational.ts';
import type { Finding, SourceResult } from './results.ts';
import type { WeightedPupils } from './weightedPupils.ts';

const METHODS: { readonly [M in Method]: PayMethod } = {
  none: payNone,
  table: payTable,
  weights: payWeights,
  shares: payShares,
  rates: payRates,
  proportional: payProportional,
  per_school: payPerSchool,
};

/** What one recalculation lends to its sources. */
export interface Surroundings {
  readonly plan: Plan;
  readonly columns: Columns;
  findReach(source: SourceRow, eligibilityText: string, eligibility: Eligibility, district: FormulaDistrict): Reach;
  weightedPupils(reach: Reach, set: string): WeightedPupils | null;
  /** An earlier source by code, or null. */
  earlier(code: string, than: SourceState): SourceState | null;
}

/** A SourceResult that recalculation rewrites in place. */
type Rewritten = { -readonly [Name in keyof SourceResult]: SourceResult[Name] };

/** One revenue source through its recalculations: what is decided, whom it reaches, what it pays. */
export class SourceState {
  readonly row: SourceRow;
  readonly result: Rewritten;
  decided: Decided;
  eligibility: Eligibility;
  formula: Formula | null = null;
  #formulaFault: Finding | null = null;
  reach: Reach | null = null;
  warnings: readonly Finding[] = [];
  /** What the pool is lowered by to pay top-ups. */
  loweredCents = 0;
  /** What it pays by itself, before top-ups and deductions move money. */
  #own = { centralCents: 0, schoolsCents: 0 };
  /** The published rates that `result` was paid by in this recalculation, and whom they reached. */
  #paidBy: { readonly rateCents: Float64Array; readonly reach: Reach } | null = null;

  constructor(plan: Plan, row: SourceRow) {
    this.row = row;
    this.decided = decide(plan.model, plan.scenario, row);
    this.eligibility = { kind: 'all' };
    this.result = emptyResult(row, plan.schools.length);
    this.read(plan);
  }

  /** Reads amount, decision, rule and formula again. */
  read(plan: Plan): void {
    const decided = decide(plan.model, plan.scenario, this.row);
    const { decision } = decided;
    this.decided = decided;
    this.eligibility = parseEligibility(decision.eligibility);
    this.formula = null;
    this.#formulaFault = null;
    this.reach = null;
    if (decision.method !== 'proportional' && decision.method !== 'per_school') return;
    if (decision.formula === null || decision.formula.trim() === '') return;
    const parsed = parseFormula(decision.formula);
    if (parsed.ok) this.formula = parsed.formula;
    else {
      this.#formulaFault = stops(
        this.row,
        'formula-unreadable',
        `pays no school: its formula cannot be read. ${parsed.sentence}`,
      );
    }
  }

  /** Codes of the sources whose amounts the rule or formula asks for. */
  get amountSources(): readonly string[] {
    const ofRule = this.eligibility.kind === 'rule' ? this.eligibility.formula.amountSources : [];
    return [...ofRule, ...(this.formula?.amountSources ?? [])];
  }

  /** Whether enrollment or measures can move it beyond the counts of its cells. */
  get hasFormula(): boolean {
    return this.formula !== null || this.eligibility.kind === 'rule';
  }

  /** Whether it pays by counts × rates. */
  get hasCells(): boolean {
    const { method } = this.decided.decision;
    return method === 'weights' || method === 'shares' || method === 'rates';
  }

  usesSet(set: string): boolean {
    return this.decided.decision.method === 'weights' && this.decided.decision.weightSet === set;
  }

  /**
   * Whether these rates have been paid already in this recalculation: a pool that is a few cents smaller mostly gives
   * the same published rates. Counts and weights stand still within a recalculation.
   */
  hasPaid({ rateCents }: PublishedPay): boolean {
    if (this.#paidBy === null || this.#paidBy.reach !== this.reach) return false;
    const paid = this.#paidBy.rateCents;
    const { cellCounts } = this.#paidBy.reach;
    for (let cell = 0; cell < paid.length; cell++) {
      if (paid[cell] !== rateCents[cell] && cellCounts[cell] !== 0) return false;
    }
    return true;
  }

  /** Counts or weights may move now, so the rates that were paid mean nothing any more. */
  forgetPaid(): void {
    this.#paidBy = null;
  }

  /**
   * Moves the columns to what was computed, and the result with them. A published outcome has been paid by now; null
   * leaves the amounts as they are, because they have been paid by these rates before.
   */
  settle(surroundings: Surroundings, found: Outcome, next: Float64Array | null): void {
    const { plan, columns } = surroundings;
    if (found.stopped) next?.fill(0);
    const { result, row } = this;
    // A pool that reaches nobody once it or an earlier one is lowered frees nothing for top-ups.
    if (found.stopped) this.loweredCents = 0;
    const decided = this.#lowered();
    const { decision } = decided;
    const { restriction } = row;
    if (next) columns.move(result, { status: decision.status, restriction, inComparison: decided.inComparison }, next);
    this.warnings = [...decided.warnings, ...(this.reach?.warnings ?? []), ...found.warnings];
    const stopped = found.stopped;
    const paid = next ? (found.published?.schoolsCents ?? found.schoolsCents) : this.#own.schoolsCents;
    const schools = stopped ? 0 : paid;
    if (next) {
      const { published } = found;
      this.#paidBy = published && this.reach ? { rateCents: published.rateCents, reach: this.reach } : null;
    }
    const isLock = decision.status === 'lock';
    const held = isLock && !stopped ? Math.max(0, decided.amountCents - schools) : decided.heldCents;
    result.status = decision.status;
    result.method = decision.method;
    result.rounding = decided.rounding;
    result.inComparison = decided.inComparison;
    result.amountCents = decided.amountCents;
    result.heldCents = held;
    result.loweredCents = this.loweredCents;
    result.poolCents = decided.amountCents - held - this.loweredCents;
    const roundingLeft = found.published ? decided.poolCents - schools : found.roundingLeftCents;
    result.roundingLeftCents = stopped ? 0 : roundingLeft;
    result.centralCents = held + result.roundingLeftCents;
    result.schoolsCents = schools;
    result.leftCents = decided.amountCents - result.centralCents - schools;
    this.#own = { centralCents: result.centralCents, schoolsCents: schools };
    result.topUpCents = 0;
    result.fromCentralCents = 0;
    result.deductionCents = 0;
    result.eligible = this.reach?.eligible ?? new Uint8Array(plan.schools.length);
    result.eligibleCount = this.reach?.eligibleCount ?? 0;
    result.rates = stopped ? null : found.rates;
    result.base = stopped ? null : found.base;
    result.points = stopped ? null : found.points;
    result.stopped = stopped;
  }

  #lowered(): Decided {
    const { decided, loweredCents } = this;
    return loweredCents === 0 ? decided : { ...decided, poolCents: decided.poolCents - loweredCents };
  }

  /** What the source itself keeps central, before it pays any top-up. */
  get ownCentralCents(): number {
    return this.#own.centralCents;
  }

  /** Moves money for top-ups within the source, so that central + schools + left stays its amount (I1). In cents. */
  moveTopUps(fromCentralCents: number, topUpCents: number, deductionCents: number): void {
    const { result } = this;
    result.topUpCents = topUpCents;
    result.fromCentralCents = fromCentralCents;
    result.deductionCents = deductionCents;
    result.centralCents = this.#own.centralCents - fromCentralCents;
    result.schoolsCents = this.#own.schoolsCents + topUpCents - deductionCents;
    result.leftCents = result.amountCents - result.centralCents - result.schoolsCents;
  }

  /** Computes the source into `next`, except for the lines of published rates, which wait for company. */
  compute(surroundings: Surroundings, next: Float64Array): Outcome {
    const { plan } = surroundings;
    const { row } = this;
    const decided = this.#lowered();
    const stoppedBefore = this.#stoppedEarlier(surroundings);
    if (stoppedBefore) return outcome({ stopped: stoppedBefore });
    const district = plan.formulaData.districtFor((code) => {
      const earlier = surroundings.earlier(code, this);
      return earlier && ((school) => earlier.result.amounts[school]!);
    });
    this.reach ??= surroundings.findReach(row, decided.decision.eligibility, this.eligibility, district);
    const { reach } = this;
    const refused = decided.stopped ?? reach.stopped ?? this.#formulaFault;
    if (refused) return outcome({ stopped: refused });
    const input: MethodInput = {
      plan,
      source: row,
      decided,
      reach,
      formula: this.formula,
      district,
      weightedPupils: (set) => surroundings.weightedPupils(reach, set),
    };
    const found = METHODS[decided.decision.method](input, next);
    if (found.stopped || isPool(decided.decision.method)) return found;
    // Every sum of amounts that are not cut from a pool is checked before anyone relies on its being exact.
    let size = 0;
    for (let school = 0; school < next.length; school++) size += Math.abs(next[school]!);
    if (size <= LIMITS.moneyCents) return found;
    return outcome({
      stopped: stops(
        row,
        'beyond-limits',
        'pays no school: its amounts together are more than 900 billion dollars. Lower the rates, formula or table.',
      ),
    });
  }

  /** A source that asks for the amounts of a stopped one would compute with nothing; it stops as well. */
  #stoppedEarlier(surroundings: Surroundings): Finding | null {
    for (const code of this.amountSources) {
      const earlier = surroundings.earlier(code, this);
      if (!earlier?.result.stopped) continue;
      this.reach = null;
      return stops(
        this.row,
        'depends-on-stopped',
        `pays no school: it uses the amounts of ${earlier.row.name} (${code}), which is stopped. Repair that source first.`,
      );
    }
    return null;
  }
}

/** Methods that only divide a pool, so that their amounts never exceed it. */
function isPool(method: Method): boolean {
  return method === 'weights' || method === 'shares' || method === 'proportional' || method === 'none';
}

function emptyResult(row: SourceRow, schools: number): Rewritten {
  const status: Status = 'lock';
  const method: Method = 'none';
  const rounding: Rounding = 'cent';
  const restriction: Restriction = row.restriction;
  const rates: readonly Rational[] | null = null;
  return {
    code: row.code,
    name: row.name,
    status,
    restriction,
    method,
    rounding,
    inComparison: true,
    amountCents: 0,
    heldCents: 0,
    poolCents: 0,
    loweredCents: 0,
    roundingLeftCents: 0,
    centralCents: 0,
    schoolsCents: 0,
    topUpCents: 0,
    fromCentralCents: 0,
    deductionCents: 0,
    leftCents: 0,
    amounts: new Float64Array(schools),
    eligible: new Uint8Array(schools),
    eligibleCount: 0,
    rates,
    base: null,
    points: null,
    stopped: null,
  };
}
