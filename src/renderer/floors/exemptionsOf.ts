import type { ExemptionRow } from '../../shared/model/rows.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** The exemptions of the shown scenario, by school code. */
export function exemptionsOf({ model, scenarioId }: DocumentState): ExemptionRow[] {
  return [...model.table('exemption').values()]
    .filter((row) => row.scenario === scenarioId)
    .sort((left, right) => compareCodes(left.school, right.school));
}
