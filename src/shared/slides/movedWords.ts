import type { Model } from '../model/Model.ts';
import type { LeverRow } from '../model/rows.ts';
import { type LeverTarget, leverKey, leverLabel, leverText } from '../whatIf/leverTargets.ts';
import type { MovedLever } from '../whatIf/WhatIf.ts';
import type { Seen, SlideContext } from './SlideContext.ts';

type Words = SlideContext['moved'][number];

/** What a lever is called whose number the audience may not see. */
const HIDDEN_LEVER: Words = { label: 'A number that is not shown', from: '…', to: '…' };

/** Levers that were moved, in the words of their session. One of what the audience does not see is told without its number. */
export function movedWords(
  model: Model,
  moved: readonly MovedLever[],
  levers: readonly LeverRow[],
  seen: Seen,
): Words[] {
  return moved.map(({ target, from, to }) => {
    if (isLeverHidden(target, seen)) return HIDDEN_LEVER;
    const lever = levers.find((row) => leverKey(row) === leverKey(target));
    const label = lever?.label || leverLabel(model, target);
    return { label, from: leverText(target, from), to: leverText(target, to) };
  });
}

const FLOOR_KINDS: readonly LeverTarget['kind'][] = ['holdHarmless', 'minimum', 'cap', 'scaling'];

function isLeverHidden({ kind, source, need }: LeverTarget, seen: Seen): boolean {
  if (source !== '' && seen.isHidden(`source:${source}`)) return true;
  if (kind === 'central' && seen.isHidden('central')) return true;
  if (FLOOR_KINDS.includes(kind)) return seen.isHidden('topUps');
  return need !== '' && seen.isHidden(`need:${need}`);
}
