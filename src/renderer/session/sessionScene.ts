import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import type { SlideContext } from '../../shared/slides/SlideContext.ts';
import { SlideScene } from '../../shared/slides/SlideScene.ts';
import { scenariosOfSlides } from '../../shared/slides/scenariosOfSlides.ts';
import type { DocumentState } from '../state/DocumentState.ts';

interface Held {
  readonly session: BoardSessionRow;
  readonly key: string;
  readonly maker: SlideScene;
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
  const maker = last?.maker ?? new SlideScene();
  const scene = makeScene(document, session, maker);
  held.set(document, { session, key, maker, scene });
  return scene;
}

function makeScene(document: DocumentState, session: BoardSessionRow, maker: SlideScene): SlideContext | string {
  const { model, scenarioId, calculation } = document;
  const others = scenariosOfSlides(model, orderedSlides(model, session.id)).filter((id) => id !== scenarioId);
  try {
    return maker.context({
      ...{ model, session, scenario: scenarioId, start: calculation, now: null, moved: [], levers: [] },
      others: others.map((id) => [id, document.calculationOf(id)]),
      time: new Date().toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' }),
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A way of looking must not take the sheet with it; what cannot be read hides everything.
    return `${error.message} Nothing of this session is shown until what may be seen is chosen anew.`;
  }
}
