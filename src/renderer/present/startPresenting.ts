import { addSession, freeSessionName } from '../../shared/changes/sessions.ts';
import { defaultLevers } from '../../shared/whatIf/defaultLevers.ts';
import { finishEditing } from '../commands/leaveSafely.ts';
import type { ProjectorKey } from '../projector/ShownFrame.ts';
import { newNameSeed } from '../session/newNameSeed.ts';
import { shownSession, shownSlide } from '../session/SessionView.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { WindowState } from '../state/WindowState.ts';
import { LiveSession, type PresentView } from './LiveSession.ts';
import { presentingOf } from './Presenting.ts';
import { ProjectorLink, projectorChannel } from './ProjectorLink.ts';
import { leave } from './presentActions.ts';

/** A projector that is open from before answers within this; else another is opened. */
const ANSWER_MS = 250;
/** A browser that lets nothing pop up says nothing; the person is told after this. */
const OPENED_MS = 4_000;

/** Presents the session that is chosen, from the slide that is chosen. Without one, one is made. */
export function startPresenting(window: WindowState, view: PresentView): void {
  const { document } = window;
  if (!document) return;
  // What is being typed is finished, as if the person had clicked elsewhere: its cell leaves the page.
  finishEditing();
  const presenting = presentingOf(window);
  if (presenting.live) {
    presenting.live.show(view);
    if (view === 'console') void openProjector(window);
    return;
  }
  document.preview(null);
  const session = shownSession(document) ?? makeSession(window, document);
  if (!session) return;
  const link = new ProjectorLink(projectorChannel(), {
    come: () => presenting.live?.postAgain(),
    press: (key) => pressed(window, key),
    changed: () => presenting.live?.frames.tell(),
  });
  const live = new LiveSession(document, session.id, shownSlide(document)?.id ?? null, view, {
    post: (frame) => link.post(frame),
    moves: () => !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  presenting.begin(live, link);
  if (view !== 'oneScreen') void openProjector(window);
}

function makeSession(window: WindowState, document: DocumentState): { readonly id: number } | null {
  const { model, scenarioId } = document;
  const levers = defaultLevers(model, scenarioId);
  const made = addSession(model, freeSessionName(model, 'Board session'), newNameSeed(), levers);
  if (typeof made === 'string') {
    window.say(made, 'refusal');
    return null;
  }
  document.commit(made.change);
  return made;
}

/** Keys of the projector mean what they mean here. */
function pressed(window: WindowState, key: ProjectorKey): void {
  const { live } = presentingOf(window);
  if (!live || window.dialog) return;
  if (key === 'escape') void leave(window);
  else live.press(key);
}

/** Brings a projector up, unless one follows already. */
export async function openProjector(window: WindowState): Promise<void> {
  const presenting = presentingOf(window);
  const { link } = presenting;
  if (!link) return;
  if (window.appInfo?.host === 'electron') {
    await window.ask('projector/open', { channel: link.id });
    return;
  }
  if (!link.isThere) await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  if (presenting.link !== link || link.isThere) return;
  // A process of its own, so that its painting takes nothing from this one; and nothing of this window in it.
  globalThis.open(`/projector.html#${link.id}`, '_blank', 'noopener,popup,width=1280,height=720');
  await new Promise((resolve) => setTimeout(resolve, OPENED_MS));
  if (presenting.link === link && !link.isThere) {
    window.say(
      'The projector did not open. Allow pop-ups for this address in your browser, then choose “Open projector”.',
      'refusal',
    );
  }
}
