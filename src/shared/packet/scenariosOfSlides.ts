import { scenariosInOrder } from '../changes/scenarios.ts';
import type { Model } from '../model/Model.ts';
import type { SlideRow } from '../model/rows.ts';
import { readSlideOptions } from '../session/SlideField.ts';
import { isSlideKind } from '../session/slideKinds.ts';
import { SLIDE_FIELDS } from '../slides/slideFields.ts';

/** A slide of scenarios that names none shows the first ones. */
const FIRST_SCENARIOS = 3;

/** Ids of the scenarios that slides ask for, besides the one that is shown. */
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
      const ids =
        value.length > 0
          ? value.map(Number)
          : scenariosInOrder(model)
              .slice(0, FIRST_SCENARIOS)
              .map(({ id }) => id);
      for (const id of ids) wanted.add(id);
    }
  }
  return [...wanted].filter((id) => model.get('scenario', id) !== undefined).sort((a, b) => a - b);
}
