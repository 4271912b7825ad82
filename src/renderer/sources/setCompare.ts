import type { Change } from '../../shared/changes/Change.ts';
import { defaultDecision, setDecision } from '../../shared/changes/sources.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { Compare, DecisionRow, Status } from '../../shared/model/rows.ts';
import { COMPARE_WORDS } from '../sheets/words.ts';

const defaultCompare = (status: Status): Compare => (status === 'grant' ? 'out' : 'in');

/** Whether a source counts when a school's budget is compared with its floor. */
export const compareOf = ({ compare, status }: DecisionRow): Compare => compare ?? defaultCompare(status);

/** Takes a source into the comparison or out of it; the status's own default is kept as none. */
export function setCompare(model: Model, scenario: number, source: string, compare: Compare): Change {
  const { status } = model.get('decision', scenario, source) ?? defaultDecision(scenario, source);
  const fields = { compare: compare === defaultCompare(status) ? null : compare };
  return setDecision(model, scenario, source, fields, `compared → ${COMPARE_WORDS[compare].toLowerCase()}`);
}
