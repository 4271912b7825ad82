import {
  EVERYTHING,
  type HistoryEntry,
  type HistoryFilter,
  type HistoryPage,
} from '../../shared/history/HistoryEntry.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { Store } from '../state/Store.ts';
import type { WindowState } from '../state/WindowState.ts';

const PAGE = 500;

/**
 * The history as the sheet shows it: the filter, the entries read so far, and the entry that is looked at. It lives as
 * long as the document, so that going to a cell and back loses no place. Main filters; nothing is kept here but pages.
 */
export class HistoryWatch extends Store {
  readonly #document: DocumentState;
  readonly #window: WindowState;
  #filter: HistoryFilter = EVERYTHING;
  #page: HistoryPage | null = null;
  #entries: readonly HistoryEntry[] = [];
  #shownId: number | null = null;
  #asked = 0;
  #readAt = -1;

  constructor(document: DocumentState, window: WindowState) {
    super();
    this.#document = document;
    this.#window = window;
  }

  get filter(): HistoryFilter {
    return this.#filter;
  }

  get isNarrowed(): boolean {
    return (Object.keys(EVERYTHING) as (keyof HistoryFilter)[]).some((part) => this.#filter[part] !== EVERYTHING[part]);
  }

  /** Counts and choices of the last answer; null until the first has come. */
  get page(): HistoryPage | null {
    return this.#page;
  }

  /** The newest first. */
  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  get hasMore(): boolean {
    return this.#page !== null && this.#entries.length < this.#page.found;
  }

  /** The entry whose cells are shown; the newest one until another is chosen. */
  get shownId(): number | null {
    return this.#shownId ?? this.#entries[0]?.id ?? null;
  }

  show(id: number): void {
    if (id === this.#shownId) return;
    this.#shownId = id;
    this.notify();
  }

  /** Reads again when changes were made since the last answer. */
  follow(): void {
    if (this.#readAt !== this.#document.commitRevision) void this.#read();
  }

  narrow(part: Partial<HistoryFilter>): void {
    this.#filter = { ...this.#filter, ...part };
    this.notify();
    void this.#read();
  }

  async more(): Promise<void> {
    const last = this.#entries.at(-1);
    if (!last || !this.hasMore) return;
    const asked = ++this.#asked;
    const page = await this.#window.ask('history/list', { filter: this.#filter, before: last.id, limit: PAGE });
    if (!page || asked !== this.#asked) return;
    this.#page = page;
    this.#entries = [...this.#entries, ...page.entries];
    this.notify();
  }

  async #read(): Promise<void> {
    const asked = ++this.#asked;
    this.#readAt = this.#document.commitRevision;
    // An edit stands in the log once main has stored it.
    await this.#document.settled();
    if (asked !== this.#asked || this.#window.document !== this.#document) return;
    const limit = Math.min(1_000, Math.max(PAGE, this.#entries.length));
    const page = await this.#window.ask('history/list', { filter: this.#filter, before: null, limit });
    if (!page || asked !== this.#asked) return;
    this.#page = page;
    this.#entries = page.entries;
    if (!this.#isListed(this.#shownId)) this.#shownId = this.#selectedId();
    this.notify();
  }

  #isListed(wanted: number | null): boolean {
    return this.#entries.some(({ id }) => id === wanted);
  }

  /** The entry a person stands on, where it is listed. */
  #selectedId(): number | null {
    const { selection } = this.#document;
    const id = selection?.sheet === 'history' ? Number(selection.rowKey) : null;
    return this.#isListed(id) ? id : null;
  }
}

const watches = new WeakMap<DocumentState, HistoryWatch>();

/** The one watch of a document. */
export function historyOf(document: DocumentState, window: WindowState): HistoryWatch {
  let watch = watches.get(document);
  if (!watch) {
    watch = new HistoryWatch(document, window);
    watches.set(document, watch);
  }
  return watch;
}
