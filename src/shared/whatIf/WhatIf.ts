import { Calculation } from '../calc/Calculation.ts';
import { applyOps } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { type LeverTarget, leverKey, targetOf } from './LeverTarget.ts';
import { leverOps, leverPlaces, leverValue } from './leverMoves.ts';
import { copyOf, isSameAt, leverRows, opsBetween, takeOver } from './leverRows.ts';

export { applyWhatIf, markScenario } from './keepWhatIf.ts';

/** A lever that is not where the scenario has it. */
export interface MovedLever {
  readonly target: LeverTarget;
  readonly from: number;
  readonly to: number;
}

/** What a what-if is at one moment: the rows levers write, and which levers were moved, in the order they were. */
interface State {
  readonly rows: Model;
  readonly touched: ReadonlyMap<string, LeverTarget>;
}

/** States that Back can return to; a meeting does not go back further. */
const MOST_STATES = 200;

/**
 * A copy of the document in which levers are moved before a school board, with its own calculation that follows at
 * once. The document itself is never touched; `markScenario` and `applyWhatIf` say how what was found gets into it.
 *
 * 1. `hold()` when a slider is taken hold of, then `set` as often as it moves. Shares keep the proportions they had
 *    at `hold`.
 * 2. `back()` returns to the state before the last move; so it does after `reset()`.
 * 3. `rebase(model)` when the document was edited: the copy is made anew and the levers are moved again.
 *
 * Throws an AllotError where the document has no such scenario. Results are those of a fresh Calculation over the
 * same rows (I12). With High at 0.23, `set(lever, 3400)` gives what typing 0.34 into the sheet would give.
 */
export class WhatIf {
  readonly scenario: number;
  #model: Model;
  #calculation: Calculation;
  /** The scenario as the document has it, as far as levers read it. */
  #start: Model;
  #now: Model;
  #touched = new Map<string, LeverTarget>();
  /** What stood when the present move began. */
  #held: Model;
  /** The first is the scenario itself. */
  #states: State[];
  #revision = 0;

  constructor(model: Model, scenario: number) {
    this.scenario = scenario;
    this.#model = model.derive({});
    this.#calculation = new Calculation(this.#model, scenario);
    this.#start = leverRows(model, scenario);
    this.#now = copyOf(this.#start);
    this.#held = this.#start;
    this.#states = [{ rows: this.#start, touched: new Map() }];
  }

  /** Another one after `rebase`. */
  get calculation(): Calculation {
    return this.#calculation;
  }

  /** Grows with every move. */
  get revision(): number {
    return this.#revision;
  }

  /** Where a lever stands; a sentence where it has nothing to move. */
  value(target: LeverTarget): number | string {
    return leverValue(this.#now, this.scenario, target);
  }

  /** Where the scenario has it. */
  startValue(target: LeverTarget): number | string {
    return leverValue(this.#start, this.scenario, target);
  }

  /** Moves a lever and recalculates; nothing where it has nothing to move. */
  set(target: LeverTarget, value: number): void {
    const likes = [this.#held, this.#now, this.#start];
    const ops = leverOps(this.#now, this.scenario, target, value, { start: this.#start, likes });
    if (ops.length === 0) return;
    this.#touched.set(leverKey(target), targetOf(target));
    this.#put(ops);
  }

  /** The levers that were moved and are not where the scenario has them. Those that only followed are not told. */
  get moved(): readonly MovedLever[] {
    const moved: MovedLever[] = [];
    for (const target of this.#touched.values()) {
      const from = this.startValue(target);
      const to = this.value(target);
      if (typeof from !== 'number' || typeof to !== 'number') continue;
      if (from !== to) moved.push({ target, from, to });
    }
    return moved;
  }

  /** What stands now becomes a state that `back` returns to. Call it when a move begins. */
  hold(): void {
    this.#held = copyOf(this.#now);
    const last = this.#states.at(-1);
    if (last && opsBetween(last.rows, this.#now).length === 0) return;
    this.#states.push({ rows: this.#held, touched: new Map(this.#touched) });
    if (this.#states.length > MOST_STATES) this.#states.splice(1, 1);
  }

  /** To the state before; false where there is none. Before the first `hold` that is the scenario itself. */
  back(): boolean {
    const before = this.#before();
    if (!before) return false;
    this.#states.length = Math.max(1, before.place);
    this.#go(before.state);
    return true;
  }

  get canGoBack(): boolean {
    return this.#before() !== null;
  }

  /** To the scenario as it is, of which `back` can be asked as of any move. */
  reset(): void {
    this.hold();
    this.#go({ rows: this.#start, touched: new Map() });
  }

  /**
   * Gives the present move up: everything stands again as it did at the last `hold`, `back` or `reset`. A window that
   * shows the way between two states sets values in between, and comes to rest with this.
   */
  settle(): void {
    this.#put(opsBetween(this.#now, this.#held));
  }

  /**
   * The document has moved: takes its rows as they are now and moves the levers again, here and in the states that
   * `back` returns to. A lever whose rows nobody else touched keeps them as they were; one whose rows were edited is
   * moved to the same value; one that has nothing to move any more is left out, and `value` says why. Throws an
   * AllotError where the scenario is gone.
   */
  rebase(model: Model): void {
    const copy = model.derive({});
    const start = leverRows(model, this.scenario);
    const now = this.#carry({ rows: this.#now, touched: this.#touched }, start);
    applyOps(copy, opsBetween(start, now.rows));
    this.#calculation = new Calculation(copy, this.scenario);
    this.#states = this.#states.map((state) => this.#carry(state, start));
    this.#model = copy;
    this.#start = start;
    this.#now = now.rows;
    this.#touched = new Map(now.touched);
    this.#held = copyOf(now.rows);
    this.#revision++;
  }

  /** What it takes to make the scenario of a document, which may have moved since, what this what-if is. */
  opsFor(model: Model): RowOp[] {
    const start = leverRows(model, this.scenario);
    return opsBetween(start, this.#carry({ rows: this.#now, touched: this.#touched }, start).rows);
  }

  /** The last state that is another than the present one, and its place. */
  #before(): { state: State; place: number } | null {
    for (let place = this.#states.length - 1; place >= 0; place--) {
      const state = this.#states[place] as State;
      if (opsBetween(this.#now, state.rows).length > 0) return { state, place };
    }
    return null;
  }

  #go({ rows, touched }: State): void {
    this.#put(opsBetween(this.#now, rows));
    this.#touched = new Map(touched);
    this.#held = copyOf(this.#now);
  }

  #put(ops: readonly RowOp[]): void {
    if (ops.length > 0) {
      applyOps(this.#model, ops);
      applyOps(this.#now, ops);
      this.#calculation.apply(ops);
    }
    this.#revision++;
  }

  /** A state as it would be, had the document stood at `start` when its levers were moved. */
  #carry({ rows, touched }: State, start: Model): State {
    const carried = copyOf(start);
    const kept = new Map<string, LeverTarget>();
    for (const [key, target] of touched) {
      if (typeof leverValue(start, this.scenario, target) === 'string') continue;
      const value = leverValue(rows, this.scenario, target);
      const places = leverPlaces(start, this.scenario, target);
      // What had been put back where the scenario had it goes with the scenario.
      if (isSameAt(places, this.#start, rows)) continue;
      if (isSameAt(places, this.#start, start)) takeOver(places, rows, carried);
      else if (typeof value === 'number') {
        applyOps(carried, leverOps(carried, this.scenario, target, value, { start }));
      }
      kept.set(key, target);
    }
    return { rows: carried, touched: kept };
  }
}
