import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { GridContext } from '../GridContext.ts';

/** A pointer that moved farther than this was dragging the column and not clicking it. */
const CLICK_PIXELS = 4;

/**
 * A column's heading. As in a spreadsheet, a click on it selects the column. Sorting is by its sort mark, by double
 * click, or from its menu; the menu opens by its mark, and from the keyboard with Enter.
 */
export class SheetHeader implements IHeaderComp {
  #params!: IHeaderParams;
  readonly #root = document.createElement('div');
  readonly #text = document.createElement('span');
  readonly #sort = document.createElement('span');
  readonly #menu = document.createElement('span');
  #pressed: { x: number; y: number } | null = null;

  init(params: IHeaderParams): void {
    this.#root.className = 'sheet-header';
    this.#text.className = 'sheet-header-text';
    this.#sort.className = 'sheet-header-mark sheet-header-sort';
    this.#menu.className = 'sheet-header-mark sheet-header-menu';
    // The marks are for the mouse; the heading itself has the same from the keyboard, and says so.
    this.#sort.setAttribute('aria-hidden', 'true');
    this.#menu.setAttribute('aria-hidden', 'true');
    this.#menu.textContent = '▾';
    this.#menu.title = 'Sort, filter, pin, hide';
    this.#root.append(this.#text, this.#sort, this.#menu);
    const heading = params.eGridHeader;
    heading.setAttribute('aria-haspopup', 'menu');
    heading.addEventListener('mousedown', this.#press);
    heading.addEventListener('click', this.#click);
    heading.addEventListener('dblclick', this.#doubleClick);
    heading.addEventListener('keydown', this.#keyDown);
    params.column.addEventListener('sortChanged', this.#show);
    params.column.addEventListener('filterChanged', this.#show);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: IHeaderParams): boolean {
    this.#params = params;
    this.#text.textContent = params.displayName;
    this.#show();
    return true;
  }

  destroy(): void {
    const { eGridHeader, column } = this.#params;
    eGridHeader.removeEventListener('mousedown', this.#press);
    eGridHeader.removeEventListener('click', this.#click);
    eGridHeader.removeEventListener('dblclick', this.#doubleClick);
    eGridHeader.removeEventListener('keydown', this.#keyDown);
    column.removeEventListener('sortChanged', this.#show);
    column.removeEventListener('filterChanged', this.#show);
  }

  get #headers(): GridContext['headers'] {
    return (this.#params.context as GridContext).headers;
  }

  readonly #show = (): void => {
    const { column } = this.#params;
    const sort = column.getSort();
    this.#sort.textContent = sort === 'asc' ? '↑' : sort === 'desc' ? '↓' : '↕';
    this.#sort.title = sort ? 'Sort the other way' : 'Sort by this column';
    this.#root.classList.toggle('is-sorted', Boolean(sort));
    this.#root.classList.toggle('is-filtered', column.isFilterActive());
    this.#menu.textContent = column.isFilterActive() ? '⧩' : '▾';
  };

  readonly #press = (event: MouseEvent): void => {
    this.#pressed = { x: event.clientX, y: event.clientY };
  };

  readonly #click = (event: MouseEvent): void => {
    const { column, progressSort } = this.#params;
    const from = this.#pressed;
    const { target } = event;
    if (
      !(target instanceof Element) ||
      (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PIXELS)
    )
      return;
    if (this.#sort.contains(target)) progressSort(event.shiftKey);
    else if (this.#menu.contains(target)) this.#headers.openMenu(column.getColId(), this.#params.eGridHeader);
    else if (this.#root.contains(target) || target === this.#params.eGridHeader || target.contains(this.#root)) {
      this.#headers.selectColumn(column.getColId(), event.shiftKey, event.ctrlKey || event.metaKey);
    }
  };

  readonly #doubleClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && this.#text.contains(event.target)) this.#params.progressSort(event.shiftKey);
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const id = this.#params.column.getColId();
    const isMenu = event.key === 'Enter' || (event.key === 'ArrowDown' && event.altKey) || event.key === 'ContextMenu';
    if (isMenu) this.#headers.openMenu(id, this.#params.eGridHeader);
    else if (event.key === ' ') this.#headers.selectColumn(id, event.shiftKey, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
