import { Calculation } from '../../shared/calc/Calculation.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';

/** Main's own calculations of the open document, one per scenario that was asked for, kept in step with it. */
export class Calculations {
  readonly #model: Model;
  readonly #byScenario = new Map<number, Calculation>();

  constructor(model: Model) {
    this.#model = model;
  }

  of(scenario: number): Calculation {
    let calculation = this.#byScenario.get(scenario);
    if (!calculation) {
      calculation = new Calculation(this.#model, scenario);
      this.#byScenario.set(scenario, calculation);
    }
    return calculation;
  }

  /**
   * Carries ops that are in the model already into every calculation. One that fails is dropped and made anew when
   * next asked for, so that a fault of the quick path cannot survive it.
   */
  apply(ops: readonly RowOp[]): void {
    for (const [scenario, calculation] of this.#byScenario) {
      if (!this.#model.get('scenario', scenario)) {
        this.#byScenario.delete(scenario);
        continue;
      }
      try {
        calculation.apply(ops);
      } catch {
        this.#byScenario.delete(scenario);
      }
    }
  }
}
