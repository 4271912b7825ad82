import { AccountBook } from '../../shared/allocationFile/AccountBook.ts';
import { type AccountPlace, orderedSegments } from '../../shared/changes/accounts.ts';
import { keyOf } from '../../shared/model/tables.ts';
import type { CellMark } from '../grid/marks/CellMarks.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import { segmentColumnId } from './AccountsView.ts';
import { faceOf, lineKey } from './accountLines.ts';
import { type MissingAccounts, missingAccounts, type WrongLength, wrongLengths } from './missingAccounts.ts';

/** How long a person must have been still before missing accounts are looked for anew. */
const AFTER_MS = 120;

const NOTHING: MissingAccounts = { lines: [], posted: 0, incomplete: 0, needed: new Set() };

/**
 * The rules of a document looked up for the sheet: what a line falls back on, and which accounts are not whole. Looked
 * for after changes made, never on a keystroke, and only while the sheet is shown.
 */
export class AccountsWatch extends Store {
  readonly #document: DocumentState;
  #book: AccountBook | null = null;
  #bookAt = '';
  #missing: MissingAccounts = NOTHING;
  #wrong: readonly WrongLength[] = [];
  #marked: ReadonlyMap<string, string> = new Map();
  #lookedAt = '';
  #hasLooked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | null = null;

  constructor(document: DocumentState) {
    super();
    this.#document = document;
  }

  /** Rules as they stand, the edit under way included where it is one of rules. */
  get book(): AccountBook {
    const now = this.#rulesState();
    if (!this.#book || this.#bookAt !== now) {
      this.#book = new AccountBook(this.#document.model);
      this.#bookAt = now;
    }
    return this.#book;
  }

  get missing(): MissingAccounts {
    return this.#missing;
  }

  /** Values that are shorter or longer than their segment. */
  get wrongLengths(): readonly WrongLength[] {
    return this.#wrong;
  }

  /** False until the first look is over. */
  get hasLooked(): boolean {
    return this.#hasLooked;
  }

  /** While the sheet is on the page. */
  open(): void {
    this.#unsubscribe ??= this.#document.subscribe(() => this.#follow());
    this.#look();
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    clearTimeout(this.#timer);
  }

  /** What a line without a rule of its own holds, or which face decides it: `01`, `by school`. */
  inherited(place: AccountPlace, segment: string): string {
    const value = this.book.valueOf(segment, place);
    if (value !== null) return value;
    if (place.school === '' && this.#given.has(keyOf(segment, 'schools'))) return 'by school';
    return place.source === '' && this.#given.has(keyOf(segment, 'sources')) ? 'by source' : '';
  }

  /** A mark on cells in which a rule would mend accounts that are not whole, and on values of the wrong length. */
  readonly markOf = (rowKey: string, columnId: string): CellMark | null => {
    const sentence = this.#marked.get(keyOf(columnId, rowKey));
    return sentence === undefined ? null : { kind: 'warns', sentence };
  };

  #givenAt = '';
  #givenHeld: ReadonlySet<string> = new Set();

  /** Segment and face, where any single source or school has a rule. */
  get #given(): ReadonlySet<string> {
    const now = this.#rulesState();
    if (this.#givenAt === now) return this.#givenHeld;
    const given = new Set<string>();
    for (const rule of this.#document.model.table('accountRule').values()) {
      if (rule.source !== '' || rule.school !== '') given.add(keyOf(rule.segment, faceOf(rule)));
    }
    this.#givenAt = now;
    this.#givenHeld = given;
    return given;
  }

  #rulesState(): string {
    const { commitRevision, previewed } = this.#document;
    const isOfRules = previewed?.kind === 'accounts';
    return isOfRules ? `${commitRevision} ${previewed.label}` : String(commitRevision);
  }

  #follow(): void {
    if (this.#state() === this.#lookedAt || this.#document.previewed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), AFTER_MS);
  }

  #state(): string {
    return `${this.#document.commitRevision} ${this.#document.scenarioId}`;
  }

  #look(): void {
    const { model, calculation } = this.#document;
    if (this.#state() === this.#lookedAt) return;
    this.#lookedAt = this.#state();
    this.#missing = orderedSegments(model).length === 0 ? NOTHING : missingAccounts(model, calculation, this.book);
    this.#wrong = wrongLengths(model);
    this.#marked = new Map([
      ...this.#missing.lines.map(
        ({ place, segment, count }) => [cellOf(place, segment), missingSentence(count)] as const,
      ),
      ...this.#wrong.map(({ rule, sentence }) => [cellOf(rule, rule.segment), sentence] as const),
    ]);
    this.#hasLooked = true;
    this.notify();
  }
}

const cellOf = (place: AccountPlace, segment: string): string => keyOf(segmentColumnId(segment), lineKey(place));

const missingSentence = (count: number): string =>
  `${count === 1 ? 'One account has' : `${count.toLocaleString('en-US')} accounts have`} no value here. A rule in this cell mends that.`;

const watches = new WeakMap<DocumentState, AccountsWatch>();

export function accountsWatchOf(document: DocumentState): AccountsWatch {
  let watch = watches.get(document);
  if (!watch) {
    watch = new AccountsWatch(document);
    watches.set(document, watch);
  }
  return watch;
}
