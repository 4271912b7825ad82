import { Calculation } from '../../shared/calc/Calculation.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { INPUT_KINDS, pinnedVersion } from '../../shared/versions/inputVersions.ts';
import type { ResultsSnapshot } from './ResultsSnapshot.ts';
import { squashOps } from './squashOps.ts';
import { UndoHistory } from './UndoHistory.ts';

/** So many ops may wait before they are brought down to their outcome. */
const WAITING = 400;

/**
 * What the window holds of one scenario: its calculation, its undo list, and the results its edits are compared with.
 * The calculation of a scenario that is not looked at lets ops wait and catches up when it is asked for.
 */
export class ScenarioState {
  readonly id: number;
  readonly #model: Model;
  #history = new UndoHistory();
  #calculation: Calculation | null = null;
  #waiting: RowOp[] = [];
  #squashAt = WAITING;
  #saved: ResultsSnapshot | null = null;

  constructor(model: Model, id: number) {
    this.#model = model;
    this.id = id;
  }

  get history(): UndoHistory {
    return this.#history;
  }

  /** Up to date with the model. Throws where the document has no such scenario. */
  get calculation(): Calculation {
    if (!this.#calculation) this.#calculation = new Calculation(this.#model, this.id);
    else if (this.#waiting.length > 0) {
      const ops = squashOps(this.#waiting);
      this.#waiting = [];
      if (ops.length > 0) this.#calculation.apply(ops);
    }
    return this.#calculation;
  }

  /** The results that edits are compared with, or null until they are taken. */
  get saved(): ResultsSnapshot | null {
    return this.#saved;
  }

  /** Ops that the model holds already; the calculation follows when it is next asked for. */
  wait(ops: readonly RowOp[]): void {
    if (!this.#calculation) return;
    if (!this.#model.get('scenario', this.id)) {
      this.#calculation = null;
      this.#waiting = [];
      return;
    }
    const pinned = this.#pinned(this.#calculation);
    for (const op of ops) {
      const row = op.after ?? op.before;
      // What another scenario decides never moves this one, nor do versions of inputs that it does not use.
      if (row && 'scenario' in row && row.scenario !== this.id) continue;
      if (row && 'version' in row && !pinned.has(row.version)) continue;
      this.#waiting.push(op);
    }
    if (this.#waiting.length < this.#squashAt) return;
    this.#waiting = squashOps(this.#waiting);
    this.#squashAt = WAITING + 2 * this.#waiting.length;
  }

  /** The versions that the calculation was made with and those that the scenario has come to use since. */
  #pinned({ plan }: Calculation): ReadonlySet<number> {
    const now = this.#model.get('scenario', this.id) ?? plan.scenario;
    return new Set(INPUT_KINDS.flatMap((kind) => [pinnedVersion(plan.scenario, kind), pinnedVersion(now, kind)]));
  }

  compareWith(saved: ResultsSnapshot | null): void {
    this.#saved = saved;
  }

  /** Another scenario got this id after the first was deleted for good. */
  startAnew(): void {
    this.#history = new UndoHistory();
    this.#calculation = null;
    this.#waiting = [];
    this.#saved = null;
  }
}
