import { Calculation } from '../calc/Calculation.ts';
import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { LIMITS, WHOLE_PERCENT } from '../model/units.ts';
import { type PathYear, pathOf } from './path.ts';
import { yearModel } from './yearModel.ts';

/** One year along the path: where it stands, and everything that follows, for showing and explaining. */
export interface CalculatedYear extends PathYear {
  readonly calculation: Calculation;
  /** total − the total of the year before, by school index; all NaN in the first year. In cents. */
  readonly changes: Float64Array;
}

function scenarioOf(model: Model, id: number): ScenarioRow {
  const scenario = model.get('scenario', id);
  if (!scenario) {
    throw new AllotError('scenario-unknown', 'This scenario is no longer in the document. Choose another one.');
  }
  return scenario;
}

/**
 * What each school gets along the path (domain text, section 3): this year and the `years` after it, each calculated in
 * full by the rules of the scenario, floors included. Schools have the same index in every year. Throws an AllotError
 * where growth leads beyond what can be calculated.
 */
export const multiYear = (model: Model, scenarioId: number, years: number): CalculatedYear[] => [
  ...yearByYear(model, scenarioId, years),
];

/** The same one year at a time, for a window that goes on between them. The model must stand still until the last. */
export function* yearByYear(model: Model, scenarioId: number, years: number): Generator<CalculatedYear> {
  const scenario = scenarioOf(model, scenarioId);
  let before: Float64Array | null = null;
  for (const path of pathOf(model, scenarioId, Math.max(0, Math.min(years, LIMITS.pathYears)))) {
    const calculation = new Calculation(yearModel(model, scenario, path.year, path.share), scenarioId);
    const { total } = calculation.results;
    const last = before;
    yield { ...path, calculation, changes: total.map((cents, school) => cents - (last?.[school] ?? Number.NaN)) };
    before = total;
  }
}

/** What each school would have received with the goal weights turned on, beside what it does receive. In cents. */
export interface ShadowStatement {
  /** As decided: this year's weights. */
  readonly actual: Calculation;
  /** The same pupils, revenue and decisions with the goal weights in full. */
  readonly shadow: Calculation;
  /** shadow − actual total by school index. */
  readonly differences: Float64Array;
  readonly gainers: number;
  readonly losers: number;
  /** Σ of the differences above zero, and of those below. */
  readonly gainedCents: number;
  readonly lostCents: number;
}

/**
 * The shadow statement (domain text, section 3): nothing is paid by it; it tells each school early where the way leads.
 * Lincoln receives $5,210,000.00 this year; with weights turned on it would have received $5,330,000.00.
 */
export function shadowStatement(model: Model, scenarioId: number): ShadowStatement {
  const scenario = scenarioOf(model, scenarioId);
  const actual = new Calculation(model, scenarioId);
  const shadow = new Calculation(yearModel(model, scenario, 0, WHOLE_PERCENT), scenarioId);
  const differences = shadow.results.total.map((cents, school) => cents - actual.results.total[school]!);
  let [gainers, losers, gainedCents, lostCents] = [0, 0, 0, 0];
  for (const cents of differences) {
    if (cents > 0) {
      gainers++;
      gainedCents += cents;
    } else if (cents < 0) {
      losers++;
      lostCents += cents;
    }
  }
  return { actual, shadow, differences, gainers, losers, gainedCents, lostCents };
}
