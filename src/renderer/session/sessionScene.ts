import { type SeenDistrict, seeTogether } from '../../shared/audience/SeenDistrict.ts';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { audienceOf } from '../../shared/session/Audience.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { scenariosOfSlides } from '../../shared/slides/scenariosOfSlides.ts';
import type { DocumentState } from '../state/DocumentState.ts';

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
    const others = scenariosOfSlides(model, orderedSlides(model, session.id)).filter((id) => id !== scenarioId);
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
