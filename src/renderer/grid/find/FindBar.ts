import type { Place } from '../range/Block.ts';
import { findMatches, nextMatch, type ShownTexts } from './findMatches.ts';

/** The sheet is searched this long after the last letter, so that typing never waits for ten thousand rows. */
const SEARCH_AFTER_MS = 120;

export interface FindBarSettings {
  readonly label: string;
  readonly texts: () => ShownTexts;
  readonly standing: () => Place | null;
  /** Selects a found cell and brings it into view, without taking the focus from the bar. */
  readonly show: (place: Place) => void;
  /** The bar is gone; the focus goes back to the cell. */
  readonly closed: () => void;
}

/** The narrow bar above a sheet: what is looked for, which match of how many, on and back. */
export class FindBar {
  readonly #settings: FindBarSettings;
  readonly #root: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #count: HTMLElement;
  #matches: readonly Place[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: HTMLElement, settings: FindBarSettings) {
    this.#settings = settings;
    const { ownerDocument: page } = parent;
    this.#root = page.createElement('div');
    this.#root.className = 'find-bar';
    this.#root.setAttribute('role', 'search');
    this.#root.setAttribute('aria-label', `Find in ${settings.label}`);
    this.#field = page.createElement('input');
    this.#field.type = 'search';
    this.#field.className = 'find-field';
    this.#field.placeholder = 'Find in this sheet';
    this.#field.setAttribute('aria-label', `Find in ${settings.label}`);
    this.#field.spellcheck = false;
    this.#count = page.createElement('span');
    this.#count.className = 'find-count';
    this.#count.setAttribute('role', 'status');
    this.#root.append(
      this.#field,
      this.#count,
      this.#button('Previous', '↑', 'Shift+Enter', () => this.#go(-1)),
      this.#button('Next', '↓', 'Enter', () => this.#go(1)),
      this.#button('Close', '✕', 'Esc', () => this.close()),
    );
    this.#field.addEventListener('input', this.#searchLater);
    this.#root.addEventListener('keydown', this.#keyDown);
    parent.prepend(this.#root);
    this.focus();
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** Rows were sorted or filtered, or numbers moved: the places found before may be others now. */
  renew(): void {
    if (this.#field.value.trim() !== '') this.#searchLater();
  }

  close(): void {
    this.remove();
    this.#settings.closed();
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#root.remove();
  }

  #button(label: string, sign: string, keys: string, act: () => void): HTMLButtonElement {
    const button = this.#field.ownerDocument.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet button-small';
    button.textContent = sign;
    button.title = `${label} (${keys})`;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    return button;
  }

  readonly #searchLater = (event?: Event): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#search();
      if (event) this.#goToNearest();
    }, SEARCH_AFTER_MS);
  };

  #search(): void {
    this.#matches = findMatches(this.#settings.texts(), this.#field.value);
    this.#tell();
  }

  /** The first match from where the person stands, that cell included. */
  #goToNearest(): void {
    const from = this.#settings.standing();
    const before = from ? { row: from.row, column: from.column - 1 } : null;
    const at = nextMatch(this.#matches, before, 1);
    const place = this.#matches[at];
    if (place) this.#settings.show(place);
    this.#tell();
  }

  #go(direction: 1 | -1): void {
    clearTimeout(this.#timer);
    this.#search();
    const place = this.#matches[nextMatch(this.#matches, this.#settings.standing(), direction)];
    if (place) this.#settings.show(place);
    this.#tell();
  }

  #tell(): void {
    const number = (value: number): string => value.toLocaleString('en-US');
    const from = this.#settings.standing();
    const at = this.#matches.findIndex(({ row, column }) => row === from?.row && column === from.column);
    const { length } = this.#matches;
    if (this.#field.value.trim() === '') this.#count.textContent = '';
    else if (length === 0) this.#count.textContent = 'Not found';
    else this.#count.textContent = at < 0 ? `${number(length)} found` : `${number(at + 1)} of ${number(length)}`;
    this.#field.setAttribute('aria-invalid', String(this.#field.value.trim() !== '' && length === 0));
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
    else if ((event.key === 'Enter' && event.target === this.#field) || event.key === 'F3')
      this.#go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
