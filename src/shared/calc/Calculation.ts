import type { Model, RowOp } from '../model/Model.ts';
import type { LevelRow, NeedRow, SchoolRow, SourceRow } from '../model/rows.ts';
import { Columns } from './Columns.ts';
import { readWhole } from './counts.ts';
import { digestResults } from './digest.ts';
import { findWork, isIdle, movesCounts, noWork, type Work } from './findWork.ts';
import { Payments } from './Payments.ts';
import { compilePlan, type Plan, readCurrent, readPupils } from './plan.ts';
import type { Finding, Results } from './results.ts';
import { SharedWork } from './SharedWork.ts';
import { SourceState, type Surroundings } from './SourceState.ts';
import { tieOut } from './tieOut.ts';
import { lowerFormula } from './topUps/lowerFormula.ts';
import { canBeLowered, TopUps } from './topUps/TopUps.ts';

type Rewritten = { -readonly [Name in keyof Results]: Results[Name] };

/**
 * The engine: a model and one scenario in, every school's budget out, and after an edit only what the edit moves.
 *
 * 1. `new Calculation(model, scenarioId)` compiles and computes everything.
 * 2. Put an edit's ops into the model (`applyOps`), then call `apply(ops)`. What stands in `results` afterwards is
 *    what a new Calculation over the same model would hold, to the cent (I12).
 *
 * Throws an AllotError when the model has no such scenario.
 */
export class Calculation {
  readonly model: Model;
  readonly scenarioId: number;
  /** Grows with each recalculation. */
  revision = 0;
  #plan!: Plan;
  #columns!: Columns;
  #states: SourceState[] = [];
  #byCode = new Map<string, SourceState>();
  #results!: Rewritten;
  #payments!: Payments;
  #topUps!: TopUps;
  readonly #shared = new SharedWork();
  #surroundings!: Surroundings;

  constructor(model: Model, scenarioId: number) {
    this.model = model;
    this.scenarioId = scenarioId;
    this.#compile();
  }

  /** Schools by code; a school's index everywhere in the results. */
  get schools(): readonly SchoolRow[] {
    return this.#plan.schools;
  }
  get levels(): readonly LevelRow[] {
    return this.#plan.levels;
  }
  get needs(): readonly NeedRow[] {
    return this.#plan.needs;
  }
  /** In the order of `results.sources`. */
  get sourceRows(): readonly SourceRow[] {
    return this.#plan.sourceRows;
  }
  /** Typed arrays rewritten in place by `apply`, until an edit of schools, levels, needs or sources renews them. */
  get results(): Results {
    return this.#results;
  }
  /** The compiled inputs, for explanation and solving. */
  get plan(): Plan {
    return this.#plan;
  }
  /** What is decided about each source, in the order of `results.sources`. */
  get sourceStates(): readonly SourceState[] {
    return this.#states;
  }

  /** Floors as decided, for explanation and trade-offs. */
  get topUps(): TopUps {
    return this.#topUps;
  }

  /** Unrestricted formula money by school, in cents: what a school can give up. */
  get freeFormula(): Float64Array {
    return this.#columns.free;
  }

  /** Index of a school, or −1. */
  schoolIndex(code: string): number {
    return this.#plan.schoolIndex.get(code) ?? -1;
  }

  /** Index of a source in `results.sources`, or −1. */
  sourceIndex(code: string): number {
    const state = this.#byCode.get(code);
    return state ? this.#states.indexOf(state) : -1;
  }

  /** Recalculates after `ops`, which the model already holds. Does the least work that gives the full result (I12). */
  apply(ops: readonly RowOp[]): void {
    const work = findWork(this.#plan, this.#states, ops);
    if (work === 'compile') {
      this.#compile();
      return;
    }
    // What another scenario decides moves nothing here; the revision still tells that the model is another.
    if (isIdle(work)) this.revision++;
    else this.#do(work);
  }

  /** A hash of all results: equal for equal results on every machine. */
  digest(): string {
    return digestResults(this.#results);
  }

  #do(work: Work): void {
    if (work.current) readCurrent(this.#plan);
    const isRecounted = movesCounts(work);
    if (isRecounted) {
      readWhole(this.#plan.counts);
      readPupils(this.#plan);
      this.#shared.moveCounts(this.#plan, this.#states, work);
    }
    if (work.floors || work.current || isRecounted) this.#topUps.read(this.#plan);
    this.#shared.forgetWeights();
    // What was lowered for top-ups is found anew from whole pools, so that no path there leaves a trace (I12).
    for (const [at, state] of this.#states.entries()) {
      state.forgetPaid();
      if (state.loweredCents === 0) continue;
      state.loweredCents = 0;
      work.pay.add(at);
    }
    this.#pay(work);
    this.#topUps.whole = null;
    if (this.#topUps.lowersFormula) this.#lowerFormula();
    this.#finish();
  }

  /** Computes the sources that an edit moves, and those that ask for the amounts of one that moved. */
  #pay(work: Work): void {
    const isRecounted = movesCounts(work);
    const formulasMoved = work.formulas || isRecounted;
    const moved = new Set<string>();
    for (const [at, state] of this.#states.entries()) {
      let isMoved = work.pay.has(at);
      if (work.read.has(at)) {
        state.read(this.#plan);
        isMoved = true;
      }
      if (formulasMoved && state.hasFormula) {
        if (state.eligibility.kind === 'rule') state.reach = null;
        isMoved = true;
      }
      if (isRecounted && state.hasCells) isMoved = true;
      if (!isMoved && moved.size > 0 && state.amountSources.some((code) => moved.has(code))) {
        if (state.eligibility.kind === 'rule') state.reach = null;
        isMoved = true;
      }
      if (!isMoved) continue;
      // A rule that asks for amounts is asked again whenever its source is computed.
      if (state.eligibility.kind === 'rule' && state.eligibility.formula.amountSources.length > 0) state.reach = null;
      this.#payments.add(state, this.#surroundings);
      moved.add(state.row.code);
    }
    this.#payments.settle(this.#surroundings);
  }

  /** Lowers the pools of the formula until what is freed pays for the top-ups. */
  #lowerFormula(): void {
    const lowerable = this.#states.filter(canBeLowered);
    const places = lowerable.map((state) => this.#states.indexOf(state));
    const sources = lowerable.map(({ row, result }) => ({
      code: row.code,
      poolCents: result.poolCents,
      compared: result.inComparison ? result.amounts.slice() : null,
    }));
    const whole = { sources, comparison: this.#columns.comparison.slice() };
    this.#topUps.whole = whole;
    lowerFormula({
      ...whole,
      floor: this.#topUps.floors.floor,
      lowerBy: (cents) => {
        // A few cents more or less move the pools of a few sources only.
        const pay = new Set<number>();
        for (const [at, state] of lowerable.entries()) {
          if (state.loweredCents === cents[at]) continue;
          state.loweredCents = cents[at]!;
          pay.add(places[at]!);
        }
        this.#pay({ ...noWork(), pay });
        const asked = cents.reduce((sum, each) => sum + each, 0);
        const freed = lowerable.reduce((sum, state) => sum + state.loweredCents, 0);
        return this.#topUps.gapCents(this.#columns) + asked - freed;
      },
    });
  }

  #compile(): void {
    const plan = compilePlan(this.model, this.scenarioId);
    this.#plan = plan;
    this.#columns = new Columns(plan.pupils, plan.current);
    this.#states = plan.sourceRows.map((row) => new SourceState(plan, row));
    this.#byCode = new Map(this.#states.map((state) => [state.row.code, state]));
    this.#shared.forgetReaches();
    this.#shared.forgetWeights();
    this.#surroundings = this.#makeSurroundings();
    this.#payments = new Payments(plan.schools.length);
    this.#topUps = new TopUps(plan);
    for (const state of this.#states) this.#payments.add(state, this.#surroundings);
    this.#payments.settle(this.#surroundings);
    if (this.#topUps.lowersFormula) this.#lowerFormula();
    const totals = this.#columns.addUp();
    const sources = this.#states.map((state) => state.result);
    this.#results = {
      ...this.#columns,
      schoolCount: plan.schools.length,
      sources,
      topUps: this.#topUps.result,
      totals,
      findings: [],
      tieOut: tieOut(sources, totals, this.#topUps.result, []),
    };
    this.#finish();
  }

  #finish(): void {
    const results = this.#results;
    const findings: Finding[] = [...this.#plan.findings];
    for (const state of this.#states) {
      if (state.result.stopped) findings.push(state.result.stopped);
      findings.push(...state.warnings);
    }
    this.#topUps.settle(this.#states, this.#columns);
    findings.push(...this.#topUps.findings);
    results.topUps = this.#topUps.result;
    results.totals = this.#columns.addUp();
    results.findings = findings;
    results.tieOut = tieOut(results.sources, results.totals, results.topUps, this.#topUps.findings);
    this.revision++;
  }

  #makeSurroundings(): Surroundings {
    const plan = this.#plan;
    return {
      plan,
      columns: this.#columns,
      findReach: (source, text, eligibility, district) =>
        this.#shared.findReach(plan, source, text, eligibility, district),
      weightedPupils: (reach, name) => this.#shared.weightedPupils(plan, reach, name),
      earlier: (code, than) => {
        const state = this.#byCode.get(code);
        return state && this.#states.indexOf(state) < this.#states.indexOf(than) ? state : null;
      },
    };
  }
}
