import { seeTogether } from '../../shared/audience/SeenDistrict.ts';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { audienceOf } from '../../shared/session/Audience.ts';
import { readSlideOptions } from '../../shared/session/SlideField.ts';
import { isSlideKind } from '../../shared/session/slideKinds.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { SLIDE_FIELDS } from '../../shared/slides/slideFields.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** A slide that compares scenarios takes no more than these where none was chosen. */
const FIRST = 3;

/** Scenarios that slides of a session name beside the one that is shown: baselines, and those held side by side. */
export function scenariosNamed(model: Model, session: number): ReadonlySet<number> {
  const named = new Set<number>();
  const add = (id: number): void => {
    if (model.get('scenario', id)) named.add(id);
  };
  for (const slide of orderedSlides(model, session)) {
    if (!isSlideKind(slide.kind)) continue;
    const fields = SLIDE_FIELDS[slide.kind];
    const options = readSlideOptions(fields, slide.options);
    for (const { key, type } of fields) {
      const value = options[key];
      if (type === 'baseline') add(Number(/^scenario:(\d+)$/.exec(String(value))?.[1] ?? 0));
      if (type !== 'scenarios' || !Array.isArray(value)) continue;
      // None chosen stands for the first ones.
      if (value.length === 0) for (const { id } of scenariosInOrder(model).slice(0, FIRST)) add(id);
      for (const id of value) add(Number(id));
    }
  }
  return named;
}

interface Held {
  readonly session: BoardSessionRow;
  readonly key: string;
  readonly scene: SlideContext | string;
}
const held = new WeakMap<DocumentState, Held>();

/**
 * What the slides of a session are drawn from, as its audience sees the document: the scenario that is shown, with no
 * lever moved. A sentence where what the session hides cannot be read; then nothing of it may be shown.
 */
export function sceneOf(document: DocumentState, session: BoardSessionRow): SlideContext | string {
  const key = `${document.scenarioId} ${document.revision} ${document.structureRevision} ${document.commitRevision}`;
  const last = held.get(document);
  if (last?.key === key && last.session === session) return last.scene;
  const scene = makeScene(document, session);
  held.set(document, { session, key, scene });
  return scene;
}

function makeScene(document: DocumentState, session: BoardSessionRow): SlideContext | string {
  const { model, scenarioId, calculation } = document;
  try {
    const others = [...scenariosNamed(model, session.id)].filter((id) => id !== scenarioId);
    const calculations: Calculation[] = [calculation, ...others.map((id) => document.calculationOf(id))];
    const [now, ...rest] = seeTogether(calculations, audienceOf(session));
    if (!now) return 'There is no scenario to show.';
    const byId = new Map([[scenarioId, now], ...others.map((id, at) => [id, rest[at] ?? now] as const)]);
    return {
      model,
      now,
      start: now,
      of: (scenario) => byId.get(scenario) ?? null,
      moved: [],
      footer: {
        scenario: now.scenarioName(scenarioId),
        time: new Date().toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' }),
        isDraft: calculation.plan.scenario.status === 'draft',
      },
    };
  } catch (error) {
    // A way of looking must not take the sheet with it; what cannot be read hides everything.
    if (error instanceof Error) return `${error.message} Nothing of this session is shown until it is chosen anew.`;
    throw error;
  }
}
