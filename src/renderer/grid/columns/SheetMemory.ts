import type { ColumnResizedEvent, GridOptions, SortChangedEvent } from 'ag-grid-community';
import type { SessionPreferences } from '../../state/SessionPreferences.ts';

/** Widths and sorting of one sheet, kept with the document's session. */
export class SheetMemory {
  readonly #sheet: string;
  readonly #session: SessionPreferences;

  constructor(sheet: string, session: SessionPreferences) {
    this.#sheet = sheet;
    this.#session = session;
  }

  get widths(): Readonly<Record<string, number>> {
    return this.#session.getNumbers(`widths.${this.#sheet}`);
  }

  keepWidth({ finished, source, column }: ColumnResizedEvent): void {
    if (!finished || source !== 'uiColumnResized' || !column) return;
    const widths = { ...this.widths, [column.getColId()]: column.getActualWidth() };
    this.#session.set(`widths.${this.#sheet}`, JSON.stringify(widths));
  }

  /** As a person last sorted this sheet, or else as the sheet asks. */
  initialSort(
    own: { readonly columnId: string; readonly descending: boolean } | null,
  ): Pick<GridOptions, 'initialState'> {
    const held = this.#session.get(`sort.${this.#sheet}`);
    const [colId, direction] = held?.split(' ') ?? [own?.columnId, own?.descending ? 'desc' : 'asc'];
    if (!colId) return {};
    return { initialState: { sort: { sortModel: [{ colId, sort: direction === 'desc' ? 'desc' : 'asc' }] } } };
  }

  /** By a heading or by its menu; what the grid does by itself when columns change is nobody's wish. */
  keepSort({ source, api }: SortChangedEvent): void {
    if (source !== 'uiColumnSorted' && source !== 'api') return;
    const sorted = api.getColumnState().find((state) => state.sort);
    this.#session.set(`sort.${this.#sheet}`, sorted ? `${sorted.colId} ${sorted.sort}` : '');
  }
}
