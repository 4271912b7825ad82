import type { InputKind } from '../../shared/model/rows.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** The input versions that the shown scenario is pinned to: what an edit of an input goes into. */
export function pinnedVersions(document: DocumentState): Readonly<Record<InputKind, number>> {
  const scenario = document.model.get('scenario', document.scenarioId);
  if (!scenario) throw new Error(`There is no scenario ${document.scenarioId}.`);
  return {
    enrollment: scenario.enrollmentVersion,
    revenues: scenario.revenuesVersion,
    current: scenario.currentVersion,
    measures: scenario.measuresVersion,
  };
}
