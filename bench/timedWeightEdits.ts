import { Calculation } from '../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../src/shared/changes/Change.ts';
import type { Model } from '../src/shared/model/Model.ts';

/** Edits one weight over and over through the model and the engine; milliseconds of each edit, all recalculated. */
export function timedWeightEdits(model: Model, edits: number): { calculation: Calculation; times: number[] } {
  const calculation = new Calculation(model, 1);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const weight = 3400 + ((edit * 13) % 997);
    const ops = setRow(model, 'weight', { scenario: 1, weightSet: 'W00', level: 'ES', need: 'POV', weight });
    const start = performance.now();
    applyOps(model, ops);
    calculation.apply(ops);
    times.push(performance.now() - start);
  }
  return { calculation, times };
}
