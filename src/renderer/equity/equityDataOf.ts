import type { Calculation } from '../../shared/calc/Calculation.ts';
import { type EquityData, equityData } from '../../shared/equity/EquityData.ts';

const held = new WeakMap<Calculation, EquityData>();

/** The rows of the board for a calculation: made once, then brought up to date, so that an edit makes no new arrays. */
export function equityDataOf(calculation: Calculation): EquityData {
  let data = held.get(calculation);
  if (!data || data.name !== calculation.plan.scenario.name) {
    data = equityData(calculation);
    held.set(calculation, data);
  } else data.refresh();
  return data;
}
