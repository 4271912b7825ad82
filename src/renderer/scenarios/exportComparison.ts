import { settleToWrite } from '../commands/readyToWrite.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { ComparedView } from './ComparedView.ts';

/** Everything is stored first; a digest for each scenario lets main refuse to write numbers other than those on screen. */
export async function exportComparison(window: WindowState, view: ComparedView, as: 'csv' | 'xlsx'): Promise<void> {
  const document = await settleToWrite(window);
  if (!document) return;
  const { scenarios, base, measure, group } = view;
  const digests = scenarios.map((id) => document.calculationOf(id).digest());
  const params = { scenarios, digests, base, measure: measure.key, group, as };
  const written = await window.ask('scenario/exportComparison', params);
  if (written) window.say(`Exported ${written.fileName}.`);
}
