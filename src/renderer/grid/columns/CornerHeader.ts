import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { GridContext } from '../GridContext.ts';

/** The corner above the row numbers: a click selects the whole sheet. */
export class CornerHeader implements IHeaderComp {
  readonly #root = document.createElement('div');

  init(params: IHeaderParams): void {
    this.#root.className = 'corner-header';
    this.#root.title = 'Select everything';
    const label = document.createElement('span');
    label.className = 'visually-hidden';
    label.textContent = 'Row';
    this.#root.append(label);
    this.#root.addEventListener('click', () => (params.context as GridContext).headers.selectAll());
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(): boolean {
    return true;
  }
}
