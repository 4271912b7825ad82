import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { isTotal } from './columnDefs.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';

type Params = ICellRendererParams<SheetRow> & { column: SheetColumn };

/** A cell with a second, smaller number beside the first: the dollars a weight stands for. */
export class AsideRenderer implements ICellRendererComp<SheetRow> {
  readonly #root = document.createElement('span');
  readonly #value = document.createElement('span');
  readonly #aside = document.createElement('small');

  init(params: Params): void {
    this.#root.className = 'cell-with-aside';
    this.#aside.className = 'cell-aside';
    this.#root.append(this.#value, this.#aside);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    const value = params.valueFormatted ?? String(params.value ?? '');
    if (this.#value.textContent !== value) this.#value.textContent = value;
    const aside = params.data && !isTotal(params.data) ? (params.column.aside?.(params.data) ?? '') : '';
    if (this.#aside.textContent !== aside) this.#aside.textContent = aside;
    this.#aside.hidden = aside === '';
    return true;
  }
}
