import {
  AllCommunityModule,
  type CellFocusedEvent,
  type ColumnResizedEvent,
  createGrid,
  type GridApi,
  type GridOptions,
  ModuleRegistry,
} from 'ag-grid-community';
import type { DocumentState } from '../state/DocumentState.ts';
import { columnDefs, isEditable, isTotal, TOTAL_KEY } from './columnDefs.ts';
import { EntryBubble } from './EntryBubble.ts';
import { formatCell, isNumeric, plainCell } from './formatCell.ts';
import type { GridContext } from './GridContext.ts';
import { gridTheme, styleNonce } from './gridTheme.ts';
import { parseCell } from './parseCell.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';
import { StepEntry } from './StepEntry.ts';
import { summariseColumn } from './summariseColumn.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

export interface GridSettings<Row extends SheetRow> {
  readonly sheet: string;
  /** For screen readers: what the table holds. */
  readonly label: string;
  readonly document: DocumentState;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowTitle: (row: Row) => string;
  readonly hasTotals: boolean;
  readonly isAutoHeight: boolean;
  readonly rowHeight: number;
  readonly emptySentence: string;
  readonly initialSort: { readonly columnId: string; readonly descending: boolean } | null;
  readonly openDerivation: () => void;
  readonly say: (sentence: string) => void;
}

/**
 * One grid on the page. It follows the document by itself: at each revision it repaints the numbers in view, at each
 * commit it sorts anew, and it never gets new row data for a keystroke.
 */
export class GridController<Row extends SheetRow> {
  readonly #settings: GridSettings<Row>;
  readonly #root: HTMLElement;
  readonly #bubble: EntryBubble;
  readonly #step: StepEntry<Row>;
  readonly #api: GridApi<Row>;
  readonly #unsubscribe: () => void;
  #columns: readonly SheetColumn<Row>[];
  #rows: readonly Row[];
  #revision: number;
  #commitRevision: number;
  #movement: string;

  constructor(root: HTMLElement, settings: GridSettings<Row>) {
    this.#root = root;
    this.#settings = settings;
    this.#columns = settings.columns;
    this.#rows = settings.rows;
    const { document } = settings;
    this.#revision = document.revision;
    this.#commitRevision = document.commitRevision;
    this.#movement = document.movement;
    this.#bubble = new EntryBubble(root);
    this.#step = new StepEntry(document);
    const mount = root.ownerDocument.createElement('div');
    mount.className = 'sheet-grid-mount';
    root.prepend(mount);
    this.#api = createGrid<Row>(mount, this.#options());
    this.#unsubscribe = document.subscribe(() => this.#follow());
    root.addEventListener('copy', this.#copy);
    root.addEventListener('keydown', this.#keyDown);
    root.addEventListener('focusout', this.#focusOut);
  }

  setColumns(columns: readonly SheetColumn<Row>[]): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#api.setGridOption('columnDefs', columnDefs(columns, this.#widths()));
    this.#api.refreshCells({ force: true });
    this.#reselect();
  }

  /** Rows are compared one by one, so that a list built anew with the same rows leaves the grid alone. */
  setRows(rows: readonly Row[]): void {
    if (rows === this.#rows) return;
    const held = this.#rows;
    this.#rows = rows;
    const isSame = held.length === rows.length && rows.every((row, at) => sameFields(row, held[at] as Row));
    if (!isSame) this.#api.setGridOption('rowData', [...rows]);
  }

  setQuickFilter(text: string): void {
    this.#api.setGridOption('quickFilterText', text);
  }

  /** Selects a cell and brings it into view; without a column the row's first one. */
  selectCell(rowKey: string, columnId?: string): void {
    const node = this.#api.getRowNode(rowKey);
    const column = columnId ?? this.#columns[0]?.id;
    if (!node || node.rowIndex === null || !column) return;
    this.#api.ensureIndexVisible(node.rowIndex, 'middle');
    this.#api.ensureColumnVisible(column);
    this.#api.setFocusedCell(node.rowIndex, column);
  }

  destroy(): void {
    this.#step.finish();
    this.#unsubscribe();
    this.#root.removeEventListener('copy', this.#copy);
    this.#root.removeEventListener('keydown', this.#keyDown);
    this.#root.removeEventListener('focusout', this.#focusOut);
    this.#api.destroy();
    this.#bubble.destroy();
    this.#root.querySelector('.sheet-grid-mount')?.remove();
  }

  #options(): GridOptions<Row> {
    const settings = this.#settings;
    const context: GridContext = {
      document: settings.document,
      bubble: this.#bubble,
      openDerivation: settings.openDerivation,
      say: settings.say,
    };
    const columns = columnDefs(this.#columns, this.#widths());
    return {
      theme: gridTheme,
      styleNonce: styleNonce(),
      context,
      columnDefs: columns,
      rowData: [...this.#rows],
      getRowId: (params) => params.data.key,
      ...(settings.hasTotals ? { pinnedBottomRowData: [{ key: TOTAL_KEY, index: -1 } as Row] } : {}),
      ...(settings.isAutoHeight ? { domLayout: 'autoHeight' as const } : {}),
      ...this.#initialSort(),
      readOnlyEdit: true,
      rowHeight: settings.rowHeight,
      headerHeight: 28,
      rowBuffer: 4,
      groupHeaderHeight: 24,
      enterNavigatesVertically: true,
      suppressDragLeaveHidesColumns: true,
      suppressMovableColumns: true,
      suppressColumnVirtualisation: false,
      animateRows: false,
      tooltipShowDelay: 500,
      overlayNoRowsTemplate: `<span class="grid-empty">${escapeText(settings.emptySentence)}</span>`,
      onCellFocused: (event) => this.#select(event),
      // Sum and average in the bottom bar follow the rows that are left.
      onFilterChanged: () => {
        if (settings.document.selection?.sheet === settings.sheet) this.#selectFocused();
      },
      onColumnResized: (event) => this.#remember(event),
      onSortChanged: (event) => this.#rememberSort(event.source),
      onGridReady: (event) => event.api.setGridAriaProperty('label', settings.label),
    };
  }

  #widths(): Readonly<Record<string, number>> {
    return this.#settings.document.session.getNumbers(`widths.${this.#settings.sheet}`);
  }

  #remember(event: ColumnResizedEvent<Row>): void {
    if (!event.finished || event.source !== 'uiColumnResized' || !event.column) return;
    const widths = { ...this.#widths(), [event.column.getColId()]: event.column.getActualWidth() };
    this.#settings.document.session.set(`widths.${this.#settings.sheet}`, JSON.stringify(widths));
  }

  /** As a person last sorted this sheet, or else as the sheet asks. */
  #initialSort(): Pick<GridOptions<Row>, 'initialState'> {
    const { document, sheet, initialSort } = this.#settings;
    const held = document.session.get(`sort.${sheet}`);
    const [colId, direction] = held?.split(' ') ?? [initialSort?.columnId, initialSort?.descending ? 'desc' : 'asc'];
    if (!colId) return {};
    return { initialState: { sort: { sortModel: [{ colId, sort: direction === 'desc' ? 'desc' : 'asc' }] } } };
  }

  #rememberSort(source: string): void {
    if (source !== 'uiColumnSorted') return;
    const sorted = this.#api.getColumnState().find((state) => state.sort);
    const text = sorted ? `${sorted.colId} ${sorted.sort}` : '';
    this.#settings.document.session.set(`sort.${this.#settings.sheet}`, text);
  }

  #follow(): void {
    const { document } = this.#settings;
    const { revision, commitRevision, movement } = document;
    if (revision === this.#revision && commitRevision === this.#commitRevision && movement === this.#movement) return;
    const wasMade = commitRevision !== this.#commitRevision;
    this.#revision = revision;
    this.#commitRevision = commitRevision;
    this.#movement = movement;
    this.#root.dataset.movement = movement;
    this.#repaint(wasMade);
    if (wasMade) this.#sortAnew();
  }

  /** Only numbers move on a keystroke; texts are looked at again once an edit is made. */
  #repaint(everything: boolean): void {
    const plain: string[] = [];
    const besides: string[] = [];
    for (const column of this.#columns) {
      if (column.aside) besides.push(column.id);
      else if (everything || isNumeric(column.kind) || column.tint) plain.push(column.id);
    }
    if (plain.length > 0) this.#api.refreshCells({ columns: plain, suppressFlash: true });
    if (besides.length > 0) this.#api.refreshCells({ columns: besides, force: true, suppressFlash: true });
  }

  #sortAnew(): void {
    const isSorted = this.#api.getColumnState().some((state) => state.sort);
    if (this.#api.isAnyFilterPresent()) this.#api.refreshClientSideRowModel('filter');
    else if (isSorted) this.#api.refreshClientSideRowModel('sort');
  }

  #columnOf(id: string): SheetColumn<Row> | undefined {
    return this.#columns.find((column) => column.id === id);
  }

  #focused(): { column: SheetColumn<Row>; row: Row } | null {
    const cell = this.#api.getFocusedCell();
    if (!cell) return null;
    const column = this.#columnOf(cell.column.getColId());
    const node = cell.rowPinned
      ? this.#api.getPinnedBottomRow(cell.rowIndex)
      : this.#api.getDisplayedRowAtIndex(cell.rowIndex);
    return column && node?.data ? { column, row: node.data } : null;
  }

  #reselect(): void {
    if (this.#root.contains(this.#root.ownerDocument.activeElement)) this.#selectFocused();
  }

  #select(event: CellFocusedEvent<Row>): void {
    this.#step.finish();
    if (event.rowIndex !== null) this.#selectFocused();
  }

  #selectFocused(): void {
    const at = this.#focused();
    const { document, sheet, rowTitle } = this.#settings;
    if (!at) return;
    const { column, row } = at;
    const total = isTotal(row);
    const value = total ? (column.total?.() ?? null) : column.value(row);
    document.select({
      sheet,
      rowKey: row.key,
      columnId: column.id,
      title: `${total ? 'All rows' : rowTitle(row)} · ${column.group ? `${column.group}, ` : ''}${column.header}`,
      text: total
        ? formatCell({ ...column, kind: column.totalKind ?? column.kind }, value)
        : formatCell(column, value, row),
      target: (total ? column.explainTotal?.() : column.explain?.(row)) ?? null,
      summarise: () => summariseColumn(this.#api, column),
    });
  }

  readonly #copy = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const at = this.#focused();
    if (!at || !event.clipboardData) return;
    const value = isTotal(at.row) ? (at.column.total?.() ?? null) : at.column.value(at.row);
    event.clipboardData.setData('text/plain', plainCell(at.column.kind, value));
    event.preventDefault();
  };

  readonly #focusOut = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !this.#root.contains(event.relatedTarget)) this.#step.finish();
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const at = this.#focused();
    if (!at) return;
    const { document, say, openDerivation } = this.#settings;
    const { column, row } = at;
    const isOpen = isEditable(column, row) && !document.readOnlyReason;
    if (event.key === 'Escape') {
      this.#step.cancel();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (!column.step) return;
      event.preventDefault();
      if (isOpen) this.#step.step(column, row, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    } else if (event.key === 'F2' && !isOpen) {
      openDerivation();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && isOpen) {
      const parsed = parseCell(column, '', row);
      const edit = parsed.ok ? (column.edit?.(row, parsed.value) ?? null) : parsed.sentence;
      if (typeof edit === 'string') say(edit);
      else if (edit) document.commit(edit);
    } else if (
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isOpen &&
      !isTotal(row)
    ) {
      const sentence = document.readOnlyReason ?? column.refusal?.(row);
      if (sentence && event.key !== '?' && event.key !== ' ') say(sentence);
    }
  };
}

function sameFields(left: SheetRow, right: SheetRow): boolean {
  const a = left as unknown as Record<string, unknown>;
  const b = right as unknown as Record<string, unknown>;
  return Object.keys(a).every((name) => a[name] === b[name]);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
