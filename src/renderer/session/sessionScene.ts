import { type SeenDistrict, seeTogether } from '../../shared/audience/SeenDistrict.ts';
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
  readonly calculations: readonly Calculation[];
  readonly seen: readonly SeenDistrict[];
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
  const made = makeScene(document, session, last);
  held.set(document, { session, key, ...made });
  return made.scene;
}

type Made = Pick<Held, 'calculations' | 'seen' | 'scene'>;

/** What is seen follows its calculation by itself, and slides remember by it: it is made anew only for another audience. */
function makeScene(document: DocumentState, session: BoardSessionRow, last: Held | undefined): Made {
  const { model, scenarioId, calculation } = document;
  try {
    const others = [...scenariosNamed(model, session.id)].filter((id) => id !== scenarioId);
    const calculations = [calculation, ...others.map((id) => document.calculationOf(id))];
    const isSame =
      last?.session === session &&
      last.calculations.length === calculations.length &&
      calculations.every((each, at) => each === last.calculations[at]);
    const seen = isSame ? last.seen : seeTogether(calculations, audienceOf(session));
    const now = seen[0];
    if (!now) return { calculations: [], seen: [], scene: 'There is no scenario to show.' };
    const byId = new Map(seen.map((each, at) => [at === 0 ? scenarioId : (others[at - 1] ?? 0), each]));
    const scene: SlideContext = {
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
    return { calculations, seen, scene };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A way of looking must not take the sheet with it; what cannot be read hides everything.
    const scene = `${error.message} Nothing of this session is shown until what may be seen is chosen anew.`;
    return { calculations: [], seen: [], scene };
  }
}
