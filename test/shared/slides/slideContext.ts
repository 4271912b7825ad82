import { seeTogether } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import type { Model, RowOp } from '../../../src/shared/model/Model.ts';
import { type Audience, SEES_EVERYTHING } from '../../../src/shared/session/Audience.ts';
import type { SlideContext } from '../../../src/shared/slides/SlideContext.ts';

/** A what-if on the first scenario of a model, moved by `move`, as an audience sees it. */
export function slideContext(
  model: Model,
  move: (copy: Model) => readonly RowOp[] = () => [],
  audience: Partial<Audience> = {},
): SlideContext {
  const copy = model.derive({});
  const ops = move(copy);
  applyOps(copy, ops);
  const ids = [...model.table('scenario').values()].map(({ id }) => id);
  const first = ids[0]!;
  const calculations = [new Calculation(copy, first), ...ids.map((id) => new Calculation(model, id))];
  const [now, ...scenarios] = seeTogether(calculations, { ...SEES_EVERYTHING, ...audience });
  return {
    model,
    now: now!,
    start: scenarios[0]!,
    of: (id) => scenarios[ids.indexOf(id)] ?? null,
    moved: ops.length === 0 ? [] : [{ label: 'Poverty weight', from: '0.23', to: '0.30' }],
    footer: { scenario: 'What-if from Current plan', time: 'May 12, 2027, 7:42 PM', isDraft: true },
  };
}
