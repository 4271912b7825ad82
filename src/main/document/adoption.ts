import { createHash } from 'node:crypto';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { AdoptionCheck } from '../../shared/contract/requests.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import type { AdoptionRow, ScenarioRow } from '../../shared/model/rows.ts';
import { inputsText, resultsText } from '../../shared/scenarios/adoptionText.ts';

/** What exactly is adopted: hashes of everything the scenario is calculated from and of what came out. */
export type AdoptionHashes = Pick<AdoptionRow, 'inputsSha256' | 'resultsSha256'>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function hashScenario(model: Model, scenario: ScenarioRow): AdoptionHashes {
  return {
    inputsSha256: sha256(inputsText(model, scenario)),
    resultsSha256: sha256(resultsText(new Calculation(model, scenario.id))),
  };
}

/**
 * The adoptions that `ops`, which the model holds already, have made: each must carry the hashes of what is adopted,
 * so that no stamp in a document says something that was never so. Throws a sentence otherwise.
 */
export function checkAdoptions(model: Model, ops: readonly RowOp[]): void {
  const touched = new Set<number>();
  for (const op of ops) {
    if (op.table === 'adoption') touched.add((op.after ?? op.before)!.scenario);
    if (op.table === 'scenario' && op.after?.status === 'adopted' && op.before?.status !== 'adopted') {
      touched.add(op.after.id);
    }
  }
  for (const id of touched) {
    const scenario = model.get('scenario', id);
    const stamp = model.get('adoption', id);
    if (scenario?.status !== 'adopted' && !stamp) continue;
    if (scenario?.status !== 'adopted' || !stamp) throw invalid('A scenario is adopted with its stamp, or neither.');
    const { inputsSha256, resultsSha256 } = hashScenario(model, scenario);
    if (stamp.inputsSha256 !== inputsSha256 || stamp.resultsSha256 !== resultsSha256) {
      throw invalid(`The stamp of “${scenario.name}” is not of its inputs and results.`);
    }
  }
}

const invalid = (reason: string): AllotError => new AllotError('adoption-invalid', `${reason} Nothing was changed.`);

/** Whether an adopted scenario still has the inputs and results it was adopted with. */
export function checkAdoption(model: Model, id: number): AdoptionCheck | null {
  const scenario = model.get('scenario', id);
  const adoption = model.get('adoption', id);
  if (!scenario || !adoption) return null;
  const now = hashScenario(model, scenario);
  return {
    adoption,
    sameInputs: now.inputsSha256 === adoption.inputsSha256,
    sameResults: now.resultsSha256 === adoption.resultsSha256,
  };
}
