import type { AccountPlace } from '../../shared/changes/accounts.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import type { WindowState } from '../state/WindowState.ts';
import { type AccountFace, EVERY, faceOf, lineKey } from './accountLines.ts';

const FACE = 'accounts/face';
const FACES: readonly AccountFace[] = ['sources', 'schools', 'exceptions'];

export interface WantedCell {
  readonly rowKey: string;
  readonly columnId: string;
}

/** How the sheet Accounts is looked at: its face, whose account is shown, and the cell it was asked to go to. */
export class AccountsView extends Store {
  readonly #document: DocumentState;
  #posted: AccountPlace = EVERY;
  #wanted: WantedCell | null = null;

  constructor(document: DocumentState) {
    super();
    this.#document = document;
  }

  get face(): AccountFace {
    return FACES.find((face) => face === this.#document.session.get(FACE)) ?? 'sources';
  }

  /** Whose account “Where it posts” shows; what is empty is chosen there. */
  get posted(): AccountPlace {
    return this.#posted;
  }

  show(face: AccountFace): void {
    this.#document.session.set(FACE, face);
    this.notify();
  }

  showPosted(place: Partial<AccountPlace>): void {
    const next = { ...this.#posted, ...place };
    const names = ['source', 'school', 'level', 'need'] as const;
    if (names.every((name) => next[name] === this.#posted[name])) return;
    this.#posted = next;
    this.notify();
  }

  /** Asks for the cell of a rule; the face that has its line is shown. */
  want(place: AccountPlace, segment: string): void {
    this.#wanted = { rowKey: lineKey(place), columnId: segmentColumnId(segment) };
    this.show(faceOf(place));
  }

  /** The cell to go to, once. */
  takeWanted(): WantedCell | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }
}

export const segmentColumnId = (segment: string): string => `segment:${segment}`;

const views = new WeakMap<DocumentState, AccountsView>();

export function accountsViewOf(document: DocumentState): AccountsView {
  let view = views.get(document);
  if (!view) {
    view = new AccountsView(document);
    views.set(document, view);
  }
  return view;
}

/** From anywhere to the cell that a rule stands in, or would. */
export function goToAccount(window: WindowState, place: AccountPlace, segment: string): void {
  if (!window.document) return;
  accountsViewOf(window.document).want(place, segment);
  window.goTo('accounts');
}
