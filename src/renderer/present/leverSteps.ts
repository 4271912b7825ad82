import type { LeverRow } from '../../shared/model/rows.ts';

type Limits = Pick<LeverRow, 'minimum' | 'maximum' | 'step'>;

const within = ({ minimum, maximum }: Limits, value: number): number => Math.min(maximum, Math.max(minimum, value));

/**
 * The step nearest to where the slider is; its ends are steps as well. A number that stands between two steps is
 * reached by typing it, or by its reset.
 *
 * @example steppedTo({ minimum: 0, maximum: 10_000, step: 100 }, 3_449) // 3400
 */
export function steppedTo(limits: Limits, value: number): number {
  const { minimum, maximum, step } = limits;
  if (value <= minimum) return minimum;
  if (value >= maximum) return maximum;
  return within(limits, minimum + Math.round((value - minimum) / step) * step);
}

/** Where a key takes a lever: arrows by a step, Page keys by ten, Home and End to its ends; null for any other key. */
export function valueAfterKey(
  limits: Limits,
  value: number,
  press: { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean },
): number | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[press.key];
  if (by !== undefined) return within(limits, value + by * limits.step);
  if (press.key === 'Home') return limits.minimum;
  return press.key === 'End' ? limits.maximum : null;
}
