import { orderedSessions, orderedSlides } from '../../shared/changes/boardSessions.ts';
import type { BoardSessionRow, SlideRow } from '../../shared/model/rows.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';

const SESSION = 'boardSession/session';
const SLIDE = 'boardSession/slide';
const FACE = 'boardSession/face';

/** What stands at the right of the slide: its own options, the sliders, what may be seen, or the ways out. */
export type SessionFace = 'slide' | 'levers' | 'seen' | 'packet';
const FACES: readonly SessionFace[] = ['slide', 'levers', 'seen', 'packet'];

/** How the sheet Board session is looked at: which session, which slide of it, and what stands beside it. */
export class SessionView extends Store {
  readonly #document: DocumentState;
  #isTable = false;
  #isAdding = false;

  constructor(document: DocumentState) {
    super();
    this.#document = document;
  }

  /** The id of the session chosen; 0 where none was. */
  get sessionId(): number {
    return Number(this.#document.session.get(SESSION) ?? 0);
  }

  /** The id of the slide chosen; 0 where none was. */
  get slideId(): number {
    return Number(this.#document.session.get(SLIDE) ?? 0);
  }

  get face(): SessionFace {
    return FACES.find((face) => face === this.#document.session.get(FACE)) ?? 'slide';
  }

  /** Whether the numbers behind the slide are shown in its place. */
  get isTable(): boolean {
    return this.#isTable;
  }

  /** Whether the numbers that can become levers are offered. */
  get isAdding(): boolean {
    return this.#isAdding;
  }

  chooseSession(id: number): void {
    this.#document.session.set(SESSION, String(id));
    this.notify();
  }

  chooseSlide(id: number): void {
    if (id === this.slideId) return;
    this.#document.session.set(SLIDE, String(id));
    this.notify();
  }

  show(face: SessionFace): void {
    this.#document.session.set(FACE, face);
    this.notify();
  }

  showTable(isTable: boolean): void {
    this.#isTable = isTable;
    this.notify();
  }

  startAdding(isAdding: boolean): void {
    this.#isAdding = isAdding;
    this.notify();
  }
}

const views = new WeakMap<DocumentState, SessionView>();

export function sessionViewOf(document: DocumentState): SessionView {
  let view = views.get(document);
  if (!view) {
    view = new SessionView(document);
    views.set(document, view);
  }
  return view;
}

/** The session that is shown: the one chosen last, or else the first; null where there is none. */
export function shownSession(document: DocumentState): BoardSessionRow | null {
  const { sessionId } = sessionViewOf(document);
  const chosen = document.model.get('boardSession', sessionId);
  return chosen ?? orderedSessions(document.model)[0] ?? null;
}

/** The slide of the shown session that is in hand: the one chosen last, or else the first; null where it has none. */
export function shownSlide(document: DocumentState): SlideRow | null {
  const session = shownSession(document);
  if (!session) return null;
  const chosen = document.model.get('slide', sessionViewOf(document).slideId);
  return chosen?.session === session.id ? chosen : (orderedSlides(document.model, session.id)[0] ?? null);
}

/** How many slides the shown session has. */
export function slideCount(document: DocumentState): number {
  const session = shownSession(document);
  return session ? orderedSlides(document.model, session.id).length : 0;
}
