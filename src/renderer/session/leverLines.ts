import type { Change } from '../../shared/changes/Change.ts';
import { editLever } from '../../shared/changes/sessions.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { LeverRow } from '../../shared/model/rows.ts';
import { leverLabel, leverText, leverValue, parseLeverText, targetOf } from '../../shared/whatIf/leverTargets.ts';

/** A lever as the list shows it. */
export interface LeverLine {
  readonly lever: LeverRow;
  readonly label: string;
  /** What it is called where nobody gives it a name. */
  readonly ownLabel: string;
  /** As the scenario has it, `0.34`; null where there is nothing to move. */
  readonly value: string | null;
  /** Why there is nothing to move, or that the value lies beyond the limits; null otherwise. */
  readonly fault: string | null;
  /** Where the value lies between the limits, from 0 to 1; null where there is none. */
  readonly place: number | null;
}

export function leverLine(model: Model, scenario: number, lever: LeverRow): LeverLine {
  const target = targetOf(lever);
  const ownLabel = leverLabel(model, target);
  const label = lever.label.trim() || ownLabel;
  const at = leverValue(model, scenario, target);
  if (typeof at === 'string') return { lever, label, ownLabel, value: null, fault: at, place: null };
  const { minimum, maximum } = lever;
  const value = leverText(target, at);
  const isInside = at >= minimum && at <= maximum;
  return {
    lever,
    label,
    ownLabel,
    value,
    fault: isInside ? null : `The scenario stands at ${value}, beyond these limits.`,
    place: maximum > minimum ? Math.min(1, Math.max(0, (at - minimum) / (maximum - minimum))) : null,
  };
}

export type Limit = 'minimum' | 'maximum' | 'step';

/** The change that a typed limit makes, in the number's own format; or a sentence why it cannot be. */
export function changeLimit(model: Model, lever: LeverRow, limit: Limit, text: string): Change | string {
  const read = parseLeverText(targetOf(lever), limit === 'step' ? text.replace(/^\s*[+±]/, '') : text);
  if (typeof read === 'string') return read;
  return editLever(model, lever.id, { [limit]: read });
}

/** A limit as it is written. A step is a difference, so a floor of nothing reads `0%` there and not `off`. */
export const limitText = (lever: LeverRow, limit: Limit): string =>
  leverText(targetOf(lever), lever[limit]).replace(/^\+/, limit === 'step' ? '' : '+');
