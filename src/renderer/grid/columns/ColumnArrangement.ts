import type { GridApi } from 'ag-grid-community';
import type { SessionPreferences } from '../../state/SessionPreferences.ts';
import type { PopupItem } from '../PopupMenu.ts';
import { PopupMenu } from '../PopupMenu.ts';
import type { SheetColumn, SheetRow } from '../SheetColumn.ts';
import { type ColumnLayout, inOrder, OWN_LAYOUT, readLayout, reorder, withHidden, withPinned } from './ColumnLayout.ts';
import { ROW_NUMBER } from './rowNumberColumn.ts';

export interface ColumnArrangementSettings<Row extends SheetRow> {
  readonly sheet: string;
  readonly session: SessionPreferences;
  readonly columns: () => readonly SheetColumn<Row>[];
  /** Gives the grid its columns anew, arranged as they now are. */
  readonly apply: () => void;
  readonly widths: () => Readonly<Record<string, number>>;
}

/**
 * Which columns of a sheet are shown, in which order, and which are pinned: kept with the document's session, never in
 * its log. The sheet's own columns stay what they are; only how they are laid out differs.
 */
export class ColumnArrangement<Row extends SheetRow> {
  readonly #settings: ColumnArrangementSettings<Row>;
  readonly #key: string;

  constructor(settings: ColumnArrangementSettings<Row>) {
    this.#settings = settings;
    this.#key = `columns.${settings.sheet}`;
  }

  get layout(): ColumnLayout {
    return readLayout(this.#settings.session.get(this.#key));
  }

  /** The sheet's columns as a person arranged them. */
  arranged(): Pick<ColumnLayout, 'pinned'> & { readonly columns: SheetColumn<Row>[]; readonly hidden: Set<string> } {
    const { order, hidden, pinned } = this.layout;
    return { columns: inOrder(this.#settings.columns(), order), hidden: new Set(hidden), pinned };
  }

  /** A column was dragged to another place, or into or out of the pinned part. */
  remember(api: GridApi<Row>): void {
    const columns = api.getAllGridColumns().filter((column) => column.getColId() !== ROW_NUMBER);
    let { layout } = this;
    const shown = columns.map((column) => column.getColId());
    layout = { ...layout, order: reorder(layout.order, shown) };
    for (const column of columns) {
      const side = column.getPinned();
      const now = side === 'left' || side === 'right' ? side : null;
      const own = this.#settings.columns().find(({ id }) => id === column.getColId())?.pinned ?? null;
      const id = column.getColId();
      if (now !== own || layout.pinned[id] !== undefined) layout = withPinned(layout, id, now);
    }
    this.#keep(layout);
  }

  #keep(layout: ColumnLayout): void {
    this.#settings.session.set(this.#key, JSON.stringify(layout));
  }

  #change(layout: ColumnLayout): void {
    this.#keep(layout);
    this.#settings.apply();
  }

  #hide(id: string, isHidden: boolean): void {
    this.#change(withHidden(this.layout, id, isHidden));
  }

  /** Several at once; one of them at least stays. */
  hide(ids: readonly string[]): void {
    this.#change(ids.reduce((layout, id) => withHidden(layout, id, true), this.layout));
  }

  #move(id: string, by: 1 | -1): void {
    const { columns, hidden } = this.arranged();
    const ids = columns.map((column) => column.id);
    const shown = ids.filter((one) => !hidden.has(one));
    const neighbour = shown[shown.indexOf(id) + by];
    if (neighbour === undefined) return;
    const without = ids.filter((one) => one !== id);
    without.splice(without.indexOf(neighbour) + (by === 1 ? 1 : 0), 0, id);
    this.#change({ ...this.layout, order: reorder(this.layout.order, without) });
  }

  /** The menu of one column, below its heading or at the cell it was asked from. */
  openMenu(api: GridApi<Row>, parent: HTMLElement, id: string, at: DOMRect, giveBack: () => void): void {
    const column = this.#settings.columns().find((one) => one.id === id);
    const shown = api.getColumn(id);
    if (!column || !shown) return;
    const pinned = shown.getPinned();
    const sort = shown.getSort();
    const { hidden } = this.layout;
    const isLast = this.#settings.columns().filter((one) => !hidden.includes(one.id)).length <= 1;
    const sortAs = (direction: 'asc' | 'desc' | null): void => {
      api.applyColumnState({ state: direction ? [{ colId: id, sort: direction }] : [], defaultState: { sort: null } });
    };
    const pin = (side: 'left' | 'right' | null): void => this.#change(withPinned(this.layout, id, side));
    const items: (PopupItem | 'line')[] = [
      { label: 'Sort up (A to Z, small to large)', isEnabled: sort !== 'asc', act: () => sortAs('asc') },
      { label: 'Sort down (Z to A, large to small)', isEnabled: sort !== 'desc', act: () => sortAs('desc') },
      { label: 'Do not sort', isEnabled: Boolean(sort), act: () => sortAs(null) },
      { label: 'Filter…', act: () => api.showColumnFilter(id) },
      ...(shown.isFilterActive()
        ? [{ label: 'Take the filter off', act: () => void this.#takeFilterOff(api, id) }]
        : []),
      'line',
      { label: 'Pin to the left', isEnabled: pinned !== 'left', act: () => pin('left') },
      { label: 'Pin to the right', isEnabled: pinned !== 'right', act: () => pin('right') },
      { label: 'Do not pin', isEnabled: Boolean(pinned), act: () => pin(null) },
      { label: 'Move to the left', act: () => this.#move(id, -1) },
      { label: 'Move to the right', act: () => this.#move(id, 1) },
      { label: 'Width to fit', act: () => this.#fit(api, id) },
      'line',
      { label: 'Hide this column', isEnabled: !isLast, act: () => this.#hide(id, true) },
      { label: 'Columns…', act: () => this.openList(parent, at, giveBack) },
    ];
    new PopupMenu(parent, `Column ${column.header}`, items, { left: at.left, top: at.bottom }, giveBack);
  }

  /** Every column with a tick where it is shown; from here a hidden one comes back. */
  openList(parent: HTMLElement, at: DOMRect, giveBack: () => void): void {
    const { columns } = this.arranged();
    const isShown = (id: string): boolean => !this.layout.hidden.includes(id);
    const items: (PopupItem | 'line')[] = [
      ...columns.map((column) => ({
        label: column.group ? `${column.group}, ${column.header}` : column.header,
        checked: () => isShown(column.id),
        act: () => {
          const shown = columns.filter((one) => isShown(one.id));
          if (shown.length > 1 || !isShown(column.id)) this.#hide(column.id, isShown(column.id));
        },
      })),
      'line',
      { label: 'All columns as they were at first', act: () => this.#reset() },
    ];
    new PopupMenu(parent, 'Columns shown', items, { left: at.left, top: at.bottom }, giveBack);
  }

  async #takeFilterOff(api: GridApi<Row>, id: string): Promise<void> {
    await api.setColumnFilterModel(id, null);
    api.onFilterChanged();
  }

  #fit(api: GridApi<Row>, id: string): void {
    api.autoSizeColumns({ colIds: [id] });
    const width = api.getColumn(id)?.getActualWidth();
    if (width === undefined) return;
    const widths = { ...this.#settings.widths(), [id]: width };
    this.#settings.session.set(`widths.${this.#settings.sheet}`, JSON.stringify(widths));
  }

  #reset(): void {
    this.#settings.session.set(`widths.${this.#settings.sheet}`, '{}');
    this.#change(OWN_LAYOUT);
  }
}
