import { Calculation } from '../../shared/calc/Calculation.ts';
import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { ResultsSnapshot } from './ResultsSnapshot.ts';
import type { SavedRows } from './SavedRows.ts';
import { ScenarioState } from './ScenarioState.ts';
import type { UndoHistory } from './UndoHistory.ts';

const snapshotOf = ({ results, schools }: Calculation): ResultsSnapshot => new ResultsSnapshot(results, schools);

/** The scenarios of the window: one is shown and follows every op at once, the others when they are next looked at. */
export class Scenarios {
  readonly #model: Model;
  readonly #sinceSaved: SavedRows;
  readonly #byId = new Map<number, ScenarioState>();
  #shown: ScenarioState;
  #recalculationMs = 0;

  constructor(model: Model, sinceSaved: SavedRows, wanted: number) {
    this.#model = model;
    this.#sinceSaved = sinceSaved;
    const first = scenariosInOrder(model)[0]?.id ?? 1;
    this.#shown = this.#of(model.get('scenario', wanted) ? wanted : first);
    this.#catchUp();
    this.compareAnew();
  }

  /** How long the shown scenario's last recalculation took. */
  get recalculationMs(): number {
    return this.#recalculationMs;
  }

  get shown(): ScenarioState {
    return this.#shown;
  }

  /** Undo lists of all scenarios, those of deleted ones included: a deletion can be taken back. */
  get histories(): ReadonlyMap<number, UndoHistory> {
    return new Map([...this.#byId].map(([id, state]) => [id, state.history]));
  }

  historyOf(id: number): UndoHistory {
    return this.#of(id).history;
  }

  /** The calculation of any scenario, up to date. */
  calculationOf(id: number): Calculation {
    return this.#of(id).calculation;
  }

  show(id: number): void {
    this.#shown = this.#of(id);
    this.#catchUp();
  }

  /** Carries ops that the model holds already into the scenarios. Returns false where the shown one is gone. */
  apply(ops: readonly RowOp[]): boolean {
    for (const state of this.#byId.values()) state.wait(ops);
    if (!this.#model.get('scenario', this.#shown.id)) return false;
    this.#catchUp();
    return true;
  }

  /** An id that a deleted scenario had may be given again; nothing of the first must come back with it. */
  startNewAnew(ops: readonly RowOp[]): void {
    for (const op of ops) if (op.table === 'scenario' && !op.before) this.#byId.get(op.after?.id ?? 0)?.startAnew();
  }

  /** The shown scenario's results as last saved. A scenario that was not there then is compared with how it began. */
  saved(): ResultsSnapshot {
    const { saved } = this.#shown;
    if (saved) return saved;
    const { id, calculation } = this.#shown;
    const read = (): ResultsSnapshot | null =>
      this.#model.get('scenario', id) ? snapshotOf(new Calculation(this.#model, id)) : null;
    const taken = this.#sinceSaved.isEmpty ? null : this.#sinceSaved.read(this.#model, read);
    const snapshot = taken ?? snapshotOf(calculation);
    this.#shown.compareWith(snapshot);
    return snapshot;
  }

  /** From now on edits are compared with what stands now. */
  compareAnew(): void {
    for (const state of this.#byId.values()) state.compareWith(null);
    this.#shown.compareWith(snapshotOf(this.#shown.calculation));
  }

  /** What is shown follows within the keystroke. */
  #catchUp(): void {
    const started = performance.now();
    void this.#shown.calculation;
    this.#recalculationMs = performance.now() - started;
  }

  #of(id: number): ScenarioState {
    let state = this.#byId.get(id);
    if (!state) {
      state = new ScenarioState(this.#model, id);
      this.#byId.set(id, state);
    }
    return state;
  }
}
