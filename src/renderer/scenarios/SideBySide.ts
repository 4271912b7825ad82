import type { Calculation } from '../../shared/calc/Calculation.ts';
import { compareScenarios, type ScenarioComparison } from '../../shared/scenarios/compareScenarios.ts';
import { type Grouping, groupingOf } from '../../shared/scenarios/groupings.ts';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { ComparedView } from './ComparedView.ts';

/** The numbers of the sheet: worked out once per recalculation, for the grid and the summary alike. */
export class SideBySide {
  readonly view: ComparedView;
  readonly comparison: () => ScenarioComparison;
  readonly grouping: () => Grouping;
  readonly #document: DocumentState;

  constructor(document: DocumentState, view: ComparedView) {
    this.view = view;
    this.#document = document;
    const base = view.scenarios.indexOf(view.base);
    this.grouping = oncePerRevision(document, () => groupingOf(this.calculationAt(base), view.group));
    const latest = oncePerRevision(document, () =>
      compareScenarios(
        view.scenarios.map((_, at) => this.calculationAt(at)),
        view.measure.measure,
        base,
        [this.grouping()],
      ),
    );
    // The grid asks once more between the deletion of a scenario and the columns without it.
    let held: ScenarioComparison | null = null;
    this.comparison = () => {
      const isWhole = view.scenarios.every((id) => document.model.get('scenario', id) !== undefined);
      if (isWhole || held === null) held = latest();
      return held;
    };
  }

  /** Place of the base among the scenarios. */
  get base(): number {
    return this.view.scenarios.indexOf(this.view.base);
  }

  calculationAt(at: number): Calculation {
    return this.#document.calculationOf(this.view.scenarios[at] ?? this.view.base);
  }

  nameAt(at: number): string {
    return this.#document.model.get('scenario', this.view.scenarios[at] ?? 0)?.name ?? '';
  }
}
