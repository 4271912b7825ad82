import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import type { DataFinding } from './DataFinding.ts';
import { FindingContext } from './FindingContext.ts';
import type { FindingRule } from './FindingRule.ts';
import { DEFAULT_FINDING_SETTINGS, type FindingSettings } from './FindingSettings.ts';
import { cellsOfCalculation, keyOfCalculation } from './ofCalculation.ts';
import { dollarsWithoutPupils } from './rules/dollarsWithoutPupils.ts';
import { indexMissing } from './rules/indexMissing.ts';
import { indexOutOfRange } from './rules/indexOutOfRange.ts';
import { needAboveEnrollment } from './rules/needAboveEnrollment.ts';
import { noCurrentBudget } from './rules/noCurrentBudget.ts';
import { noPupils } from './rules/noPupils.ts';
import { perPupilFarFromPeers } from './rules/perPupilFarFromPeers.ts';
import { pupilsChanged } from './rules/pupilsChanged.ts';
import { sameBudget } from './rules/sameBudget.ts';
import { sameFinanceUnit } from './rules/sameFinanceUnit.ts';
import { similarCodes } from './rules/similarCodes.ts';

/** Every rule about the data, in the order in which the sheet shows its groups. */
export const FINDING_RULES: readonly FindingRule[] = [
  similarCodes,
  sameBudget,
  sameFinanceUnit,
  noPupils,
  noCurrentBudget,
  needAboveEnrollment,
  indexMissing,
  indexOutOfRange,
  dollarsWithoutPupils,
  perPupilFarFromPeers,
  pupilsChanged,
];

/**
 * All doubts about a scenario's data and all findings of its calculation: first what stops a source, then the rest by
 * rule, accepted ones in their place with their note. `calculation` is of the same model and scenario.
 */
export function findings(
  model: Model,
  scenario: ScenarioRow,
  calculation: Calculation,
  settings: FindingSettings = DEFAULT_FINDING_SETTINGS,
): DataFinding[] {
  const steps = findingSteps(model, scenario, calculation, settings);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * The same, one rule at a time: a window looks between two keystrokes for as long as it is idle. Where the model or
 * the calculation changes between two steps, what was found so far is of no use and the steps begin anew.
 */
export function* findingSteps(
  model: Model,
  scenario: ScenarioRow,
  calculation: Calculation,
  settings: FindingSettings = DEFAULT_FINDING_SETTINGS,
): Generator<void, DataFinding[]> {
  const context = new FindingContext(model, scenario, calculation, settings);
  const accepted = (rule: string, key: string) => model.get('acceptedFinding', rule, key) ?? null;
  const found: DataFinding[] = calculation.results.findings.map((finding) => {
    const { rule, severity, sentence } = finding;
    const key = keyOfCalculation(finding);
    const acceptance = severity === 'stops' ? null : accepted(rule, key);
    return { rule, key, severity, sentence, cells: cellsOfCalculation(context, finding), accepted: acceptance };
  });
  for (const { rule, find } of FINDING_RULES) {
    yield;
    for (const { key, sentence, cells, stops } of find(context)) {
      const severity = stops ? 'stops' : 'warns';
      found.push({ rule, key, severity, sentence, cells, accepted: stops ? null : accepted(rule, key) });
    }
  }
  return [
    ...found.filter(({ severity }) => severity === 'stops'),
    ...found.filter(({ severity }) => severity === 'warns'),
  ];
}

/** How many are open, for the badge beside the sheet's name. */
export function countOpen(list: readonly DataFinding[]): { readonly stops: number; readonly warns: number } {
  let stops = 0;
  let warns = 0;
  for (const { severity, accepted } of list) {
    if (severity === 'stops') stops++;
    else if (!accepted) warns++;
  }
  return { stops, warns };
}
