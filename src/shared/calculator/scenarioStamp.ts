import type { Model } from '../model/Model.ts';

/** How a hand-out says what it is: a draft is marked as one, an adopted scenario carries its stamp. */
export interface ScenarioStamp {
  readonly isAdopted: boolean;
  /** `DRAFT`, `PROPOSED` or `Adopted`. */
  readonly mark: string;
  /** `Scenario “Current plan”: DRAFT, not adopted.` */
  readonly sentence: string;
}

/** The stamp of a scenario, with the first characters of the hash of its results, by which two papers are compared. */
export function scenarioStamp(model: Model, scenarioId: number): ScenarioStamp {
  const scenario = model.get('scenario', scenarioId);
  const name = `Scenario “${scenario?.name ?? ''}”`;
  const adoption = model.get('adoption', scenarioId);
  if (scenario?.status === 'adopted' && adoption) {
    const results = adoption.resultsSha256.slice(0, 12);
    return {
      isAdopted: true,
      mark: 'Adopted',
      sentence: `${name}: adopted ${adoption.at.slice(0, 10)} by ${adoption.by}; results ${results}.`,
    };
  }
  const mark = scenario?.status === 'proposed' ? 'PROPOSED' : 'DRAFT';
  return { isAdopted: false, mark, sentence: `${name}: ${mark}, not adopted.` };
}
