import type { Model } from '../model/Model.ts';
import type { ScenarioRow, WeightRow } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { grown, growthFactor, readGrowth } from './growth.ts';
import { weightOnPath } from './weightOnPath.ts';

/**
 * The weights of a scenario with `share` of the way to the goal gone. A cell without a goal stays where it is; one
 * with a goal but no weight yet starts from zero.
 */
export function weightsOnPath(model: Model, scenario: number, share: number): WeightRow[] {
  const rows = [...model.table('weight').values()].filter((row) => row.scenario === scenario);
  const weights = new Map(rows.map((row) => [keyOf(row.weightSet, row.level, row.need), row]));
  if (share === 0) return rows;
  for (const goal of model.table('goalWeight').values()) {
    if (goal.scenario !== scenario) continue;
    const key = keyOf(goal.weightSet, goal.level, goal.need);
    const weight = weightOnPath(weights.get(key)?.weight ?? 0, goal.weight, share);
    weights.set(key, { ...goal, weight });
  }
  return [...weights.values()];
}

/**
 * A district as one scenario sees it in a later year: weights with `share` of the way gone, enrollment and revenue
 * grown from this year's in one step and rounded half-up; what the scenario supposes then comes on top. Current
 * budgets, measures and every other decision stay this year's. The model itself is only read.
 */
export function yearModel(model: Model, scenario: ScenarioRow, year: number, share: number): Model {
  const growth = readGrowth(model, scenario.id);
  const factors = new Map(
    [...model.table('level').keys()].map((level) => [level, growthFactor(growth.enrollment(level), year)]),
  );
  const derived = model.derive({
    enrollment: (row) => {
      if (row.version !== scenario.enrollmentVersion) return null;
      const factor = factors.get(row.level);
      return factor ? { ...row, count: grown(row.count, factor, 'countHundredths') } : row;
    },
    revenue: (row) => {
      if (row.version !== scenario.revenuesVersion) return null;
      const factor = growthFactor(growth.revenue(row.source), year);
      return { ...row, amountCents: grown(row.amountCents, factor, 'moneyCents') };
    },
  });
  for (const row of weightsOnPath(model, scenario.id, share)) {
    derived.put({ table: 'weight', before: null, after: row });
  }
  return derived;
}
