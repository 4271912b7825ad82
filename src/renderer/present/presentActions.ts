import { copyNameOf, scenarioNameFault } from '../../shared/changes/scenarios.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { leverKey, leverLabel, leverText } from '../../shared/whatIf/leverTargets.ts';
import { applyWhatIf, markScenario } from '../../shared/whatIf/WhatIf.ts';
import { finishEditing } from '../commands/leaveSafely.ts';
import { exportPacket } from '../session/exportPacket.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { LiveSession } from './LiveSession.ts';
import { presentingOf } from './Presenting.ts';

/** `High Poverty weight 0.34`, and how many levers more; free among the names of scenarios. */
export function suggestedName(live: LiveSession): string {
  const { model } = live.document;
  const [first, ...more] = live.whatIf.moved;
  const base = model.get('scenario', live.scenarioId)?.name ?? 'Scenario';
  const lever = first && live.levers.find((row) => leverKey(row) === leverKey(first.target));
  const what = first
    ? `${lever?.label || leverLabel(model, first.target)} ${leverText(first.target, first.to)}${more.length > 0 ? ` and ${more.length} more` : ''}`
    : base;
  const name = what.slice(0, LIMITS.nameLength - 8);
  return scenarioNameFault(model, name, null) === null ? name : copyNameOf(model, name);
}

/**
 * Keeps what the levers show as a scenario of its own; the presentation goes on from the scenario it started from, with
 * the levers as they stand. A sentence where the name cannot be.
 */
export function mark(window: WindowState, live: LiveSession, name: string): string | null {
  live.arrive();
  finishEditing();
  const { document } = live;
  document.preview(null);
  const start = document.scenarioId;
  const made = markScenario(document.model, live.whatIf, name);
  if (typeof made === 'string') return made;
  live.withoutFollowing(() => {
    document.commit(made.change);
    document.showScenario(start);
  });
  live.keep();
  window.say(`Marked as “${name.trim()}”. It is a scenario of its own beside the others.`);
  return null;
}

/** Makes the levers' state the scenario's own, as one step that one undo takes back. Asks first. */
export async function apply(window: WindowState, live: LiveSession): Promise<void> {
  live.arrive();
  const { document } = live;
  const name = document.model.get('scenario', live.scenarioId)?.name ?? '';
  const words = live.whatIf.moved.map(
    ({ target, from, to }) =>
      `${leverLabel(document.model, target)} ${leverText(target, from)} → ${leverText(target, to)}`,
  );
  const answer = await window.confirm(
    `Apply to “${name}”?`,
    `${words.join('; ')}. The scenario itself is changed, in one step that Undo takes back.`,
    [
      { name: 'apply', label: 'Apply', isMain: true },
      { name: 'cancel', label: 'Cancel' },
    ],
  );
  if (answer !== 'apply' || presentingOf(window).live !== live) return;
  document.preview(null);
  const change = applyWhatIf(document.model, live.whatIf);
  if (typeof change === 'string') window.say(change, 'refusal');
  else document.commit(change);
}

/** Ends the presentation, and asks first where levers are moved that were not kept. */
export async function endPresenting(window: WindowState): Promise<void> {
  const presenting = presentingOf(window);
  const { live } = presenting;
  if (!live || window.dialog) return;
  live.arrive();
  if (live.hasUnkept) {
    const answer = await window.confirm(
      'End the presentation?',
      'The levers are moved and what they show is not marked as a scenario. It goes with the presentation.',
      [
        { name: 'stay', label: 'Go on', isMain: true },
        { name: 'end', label: 'End without marking' },
      ],
    );
    if (answer !== 'end' || presenting.live !== live) return;
  }
  presenting.end();
}

/** Esc: from the slide alone back to the controls, and from them to the end. */
export async function leave(window: WindowState): Promise<void> {
  const { live } = presentingOf(window);
  if (live?.view === 'oneScreen') live.show('console');
  else await endPresenting(window);
}

/** The session as it is shown now, levers as they stand, as a file for the board. */
export async function handOut(window: WindowState, live: LiveSession, as: 'pdf' | 'html'): Promise<void> {
  live.arrive();
  const { whatIf } = live;
  const moved = new Map(whatIf.moved.map(({ target, to }) => [leverKey(target), to]));
  await exportPacket(window, as, {
    session: live.sessionId,
    scenario: live.scenarioId,
    levers: live.levers.flatMap((row) => {
      const value = moved.get(leverKey(row));
      return value === undefined ? [] : [{ id: row.id, value }];
    }),
    ops: whatIf.opsFor(live.document.model),
    whatIfDigest: whatIf.calculation.digest(),
  });
}
