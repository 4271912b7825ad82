import { defaultFloorDecision } from '../../shared/changes/floors.ts';
import type { FloorDecisionRow } from '../../shared/model/rows.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** What the shown scenario decides about floors; the defaults where it has decided nothing. */
export const floorDecisionOf = ({ model, scenarioId }: DocumentState): FloorDecisionRow =>
  model.get('floorDecision', scenarioId) ?? defaultFloorDecision(scenarioId);

/** The small text beside the sheet's name: the hold-harmless percent, or that minimums are in use. */
export function floorBadge(document: DocumentState): string | null {
  const { holdHarmlessPercent, useMinimums } = floorDecisionOf(document);
  if (holdHarmlessPercent !== null) {
    return `${(holdHarmlessPercent / 10_000).toLocaleString('en-US', { maximumFractionDigits: 4 })}%`;
  }
  return useMinimums === 'yes' ? 'minimums' : null;
}
