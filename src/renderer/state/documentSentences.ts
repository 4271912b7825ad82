import type { Model } from '../../shared/model/Model.ts';

/** Why nothing can be edited in a scenario, or null. */
export function adoptedSentence(model: Model, id: number): string | null {
  const scenario = model.get('scenario', id);
  if (scenario?.status !== 'adopted') return null;
  const stamp = model.get('adoption', id);
  const at = stamp ? new Date(stamp.at) : null;
  const day = at?.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' });
  return `${scenario.name} was adopted${day ? ` on ${day}` : ''}${stamp ? ` by ${stamp.by}` : ''}, so its decisions and inputs can no longer change.`;
}

export const disagreementSentence = (label: string): string =>
  `After “${label}” the window and the document calculated different budgets. Your entries are stored; exports are switched off. Save, open the document again, and compare before using these numbers.`;

export const noLongerFitsSentence = (label: string): string =>
  `“${label}” no longer fits the document, so nothing was changed. Please try again.`;

/** A row that a step touched was changed again from another scenario, whose undo list holds the later step. */
export const changedElsewhereSentence = (label: string, kind: 'undo' | 'redo'): string =>
  `“${label}” cannot be ${kind === 'undo' ? 'undone' : 'redone'} here, because what it changed was changed again in another scenario. Nothing was changed. Take that back there first.`;
