import { scenariosInOrder } from '../changes/scenarios.ts';
import type { Model } from '../model/Model.ts';
import type { SlideRow } from '../model/rows.ts';
import { readSlideOptions } from '../session/SlideField.ts';
import { isSlideKind } from '../session/slideKinds.ts';
import { SLIDE_FIELDS } from './slideFields.ts';

/** So many others are compared where none was chosen. */
export const SCENARIOS_UNCHOSEN = 3;

/**
 * Ids of the scenarios that slides ask for. Which schools are seen is decided for all of them together, so that nothing
 * can be had by laying one beside another.
 */
export function scenariosOfSlides(model: Model, slides: readonly Pick<SlideRow, 'kind' | 'options'>[]): number[] {
  const wanted = new Set<number>();
  for (const { kind, options } of slides) {
    if (!isSlideKind(kind)) continue;
    const fields = SLIDE_FIELDS[kind];
    const chosen = readSlideOptions(fields, options);
    for (const { key, type } of fields) {
      const value = chosen[key];
      if (type === 'baseline' && typeof value === 'string') {
        const id = /^scenario:(\d+)$/.exec(value)?.[1];
        if (id !== undefined) wanted.add(Number(id));
      }
      if (type !== 'scenarios' || !Array.isArray(value)) continue;
      // None chosen stands for the first ones beside the one that is shown.
      const first = scenariosInOrder(model).slice(0, SCENARIOS_UNCHOSEN + 1);
      for (const id of value.length > 0 ? value : first.map((row) => row.id)) wanted.add(Number(id));
    }
  }
  return [...wanted].filter((id) => model.get('scenario', id) !== undefined).sort((a, b) => a - b);
}
