import { resolve } from 'node:path';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { ScenarioRow } from '../../shared/model/rows.ts';
import { openDocument } from '../document/openDocument.ts';
import { warnOfTampering } from './warnOfTampering.ts';
import { commandWorkplace } from './workplace.ts';

/** The scenario of `--scenario`, or the first one. An unknown name is refused with the names there are. */
export function findScenario(model: Model, name: string | undefined): ScenarioRow {
  const scenarios = model.ordered('scenario');
  const wanted = name?.trim().toLowerCase();
  const found =
    scenarios.find((scenario) => name === undefined || scenario.name === name) ??
    scenarios.find((scenario) => scenario.name.toLowerCase() === wanted);
  if (found) return found;
  const names = scenarios.map((scenario) => `“${scenario.name}”`).join(', ');
  throw new AllotError('scenario-unknown', `There is no scenario “${name}” in this model; it has ${names}.`);
}

/** Opens a model only to look: the file is copied, never locked or written, and nothing stays beside it. */
export async function withModel<Answer>(
  path: string,
  look: (model: Model) => Answer | Promise<Answer>,
): Promise<Answer> {
  const document = await openDocument(commandWorkplace(), resolve(path), { forReading: true });
  try {
    warnOfTampering(document);
    return await look(document.model);
  } finally {
    await document.close();
  }
}

/** As `withModel`, with one scenario calculated. */
export function withCalculation<Answer>(
  path: string,
  scenarioName: string | undefined,
  look: (calculation: Calculation) => Answer,
): Promise<Answer> {
  return withModel(path, (model) => look(new Calculation(model, findScenario(model, scenarioName).id)));
}
