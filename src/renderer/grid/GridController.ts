import {
  AllCommunityModule,
  type CellFocusedEvent,
  createGrid,
  type GridApi,
  type GridOptions,
  ModuleRegistry,
} from 'ag-grid-community';
import type { DocumentState } from '../state/DocumentState.ts';
import type { RefusedCell } from './clipboard/combineWrites.ts';
import { columnDefs, fixedReason, isEditable, isTotal, TOTAL_KEY, widthOf } from './columnDefs.ts';
import { ColumnArrangement } from './columns/ColumnArrangement.ts';
import { LiveColumns } from './columns/LiveColumns.ts';
import { SheetMemory } from './columns/SheetMemory.ts';
import { EntryBubble } from './EntryBubble.ts';
import { formatCell, isNumeric, plainCell } from './formatCell.ts';
import type { GridContext } from './GridContext.ts';
import { GridManners } from './GridManners.ts';
import { gridTheme, styleNonce } from './gridTheme.ts';
import { Baseline } from './marks/Baseline.ts';
import type { CellMarks } from './marks/CellMarks.ts';
import type { PopupItem } from './PopupMenu.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';
import { StepEntry } from './StepEntry.ts';
import { summariseColumn } from './summariseColumn.ts';
import { whileThere } from './whileThere.ts';

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
  readonly keys: (shortcut: string) => string;
  readonly rowItems: (row: Row) => readonly PopupItem[];
  readonly say: (sentence: string) => void;
  /** Cells that could not take what was to go into them; nothing of it was done. */
  readonly showRefused: (title: string, refused: readonly RefusedCell[]) => void;
  readonly marks: CellMarks | null;
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
  readonly #memory: SheetMemory;
  readonly #arrangement: ColumnArrangement<Row>;
  readonly #baseline: Baseline;
  readonly #manners: GridManners<Row>;
  #marks: CellMarks | null;
  #saved: number;
  readonly #live: LiveColumns<Row>;
  #columns: readonly SheetColumn<Row>[];
  #rows: readonly Row[];
  #revision: number;
  #commitRevision: number;
  #movement: string;

  constructor(root: HTMLElement, settings: GridSettings<Row>) {
    this.#root = root;
    this.#settings = settings;
    this.#columns = settings.columns;
    this.#live = new LiveColumns(settings.columns, widthOf);
    this.#rows = settings.rows;
    this.#marks = settings.marks;
    const { document } = settings;
    this.#memory = new SheetMemory(settings.sheet, document.session);
    this.#saved = document.savedRows.count;
    this.#baseline = new Baseline(document, () => this.#rows);
    this.#arrangement = new ColumnArrangement({
      sheet: settings.sheet,
      session: document.session,
      columns: () => this.#live.all,
      apply: () => this.#arrange(),
      widths: () => this.#memory.widths,
    });
    this.#revision = document.revision;
    this.#commitRevision = document.commitRevision;
    this.#movement = document.movement;
    this.#bubble = new EntryBubble(root);
    this.#step = new StepEntry(document);
    const mount = root.ownerDocument.createElement('div');
    mount.className = 'sheet-grid-mount';
    root.prepend(mount);
    this.#api = createGrid<Row>(mount, this.#options());
    this.#manners = new GridManners<Row>({
      api: this.#api,
      root,
      document,
      label: settings.label,
      isLarge: !settings.isAutoHeight,
      columnOf: (id) => this.#columnOf(id),
      rowTitle: settings.rowTitle,
      arrangement: this.#arrangement,
      say: settings.say,
      keys: settings.keys,
      rowItems: settings.rowItems,
      openDerivation: settings.openDerivation,
      showRefused: settings.showRefused,
      selectionChanged: (isOtherCell) => this.#selectionChanged(isOtherCell),
      finishStep: () => this.#step.finish(),
    });
    this.#unsubscribe = document.subscribe(() => this.#follow());
    root.addEventListener('copy', this.#copy);
    root.addEventListener('keydown', this.#keyDown);
    root.addEventListener('focusout', this.#focusOut);
  }

  setColumns(columns: readonly SheetColumn<Row>[]): void {
    if (columns === this.#columns) return;
    this.#columns = columns;
    if (this.#live.take(columns)) this.#repaint(true);
    else this.#arrange();
    this.#reselect();
  }

  /** Findings were looked for anew. */
  setMarks(marks: CellMarks | null): void {
    if (marks === this.#marks) return;
    const isOther = (marks === null) !== (this.#marks === null);
    this.#marks = marks;
    if (isOther) this.#arrange();
    else this.#api.refreshCells({ force: true, suppressFlash: true });
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
    const column = columnId ?? this.#live.all[0]?.id;
    if (!node || node.rowIndex === null || !column) return;
    this.#api.ensureIndexVisible(node.rowIndex, 'middle');
    this.#api.ensureColumnVisible(column);
    this.#api.setFocusedCell(node.rowIndex, column);
  }

  destroy(): void {
    this.#step.finish();
    this.#unsubscribe();
    this.#manners.destroy();
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
      ownsKey: (press) => this.#manners.range.ownsKey(press),
      leaveCell: (rows, columns) => this.#manners.range.step(rows, columns),
      fillSelection: (text) => this.#manners.fillText(text),
      kept: new Map(),
      headers: {
        selectAll: () => this.#manners.selectAll(),
        selectColumn: (id, extends_, adds) => this.#manners.range.selectColumnById(id, extends_, adds),
        openMenu: (id, heading) => this.#manners.openMenuOf(id, heading),
      },
      marks: () => this.#marks,
      baseline: this.#baseline,
    };
    return {
      theme: gridTheme,
      styleNonce: styleNonce(),
      context,
      columnDefs: this.#definitions(),
      rowData: [...this.#rows],
      getRowId: (params) => params.data.key,
      ...(settings.hasTotals ? { pinnedBottomRowData: [{ key: TOTAL_KEY, index: -1 } as Row] } : {}),
      ...(settings.isAutoHeight ? { domLayout: 'autoHeight' as const } : {}),
      ...this.#memory.initialSort(settings.initialSort),
      readOnlyEdit: true,
      rowHeight: settings.rowHeight,
      headerHeight: 28,
      rowBuffer: 4,
      groupHeaderHeight: 24,
      enterNavigatesVertically: true,
      suppressDragLeaveHidesColumns: true,
      suppressColumnVirtualisation: false,
      animateRows: false,
      tooltipShowDelay: 500,
      overlayNoRowsTemplate: `<span class="grid-empty">${escapeText(settings.emptySentence)}</span>`,
      onCellFocused: whileThere((event) => this.#select(event)),
      // Sum and average in the bottom bar follow the rows that are left.
      onFilterChanged: whileThere(() => {
        if (settings.document.selection?.sheet === settings.sheet) this.#selectFocused();
      }),
      onColumnResized: (event) => this.#memory.keepWidth(event),
      onColumnMoved: whileThere((event) => {
        if (event.finished && event.source === 'uiColumnMoved') this.#arrangement.remember(event.api);
      }),
      onSortChanged: whileThere((event) => this.#memory.keepSort(event)),
      onGridReady: whileThere((event) => event.api.setGridAriaProperty('label', settings.label)),
    };
  }

  #definitions(): ReturnType<typeof columnDefs<Row>> {
    const { columns, hidden, pinned } = this.#arrangement.arranged();
    const numbered = this.#settings.isAutoHeight ? null : this.#rows.length;
    const isMarked = this.#baseline.isOn || this.#marks !== null;
    return columnDefs(columns, { widths: this.#memory.widths, hidden, pinned, numbered, isMarked });
  }

  #arrange(): void {
    this.#api.setGridOption('columnDefs', this.#definitions());
    this.#api.refreshCells({ force: true, suppressFlash: true });
  }

  #follow(): void {
    const { document } = this.#settings;
    const { revision, commitRevision, movement } = document;
    if (this.#baseline.follow()) this.#arrange();
    else if (this.#baseline.isOn && this.#saved !== document.savedRows.count) {
      this.#api.refreshCells({ force: true, suppressFlash: true });
    }
    this.#saved = document.savedRows.count;
    if (revision === this.#revision && commitRevision === this.#commitRevision && movement === this.#movement) return;
    const wasMade = commitRevision !== this.#commitRevision;
    this.#revision = revision;
    this.#commitRevision = commitRevision;
    this.#movement = movement;
    this.#root.dataset.movement = movement;
    this.#repaint(wasMade);
    if (!wasMade) return;
    this.#manners.changed();
    // A sheet that is typed in keeps its order, as a spreadsheet does, until it is sorted again: no row moves away
    // under the cursor. One that shows what followed from an edit elsewhere is sorted anew.
    if (!this.#manners.hasFocus()) this.#sortAnew();
  }

  /** Only numbers move on a keystroke; texts are looked at again once an edit is made. */
  #repaint(everything: boolean): void {
    const plain: string[] = [];
    const besides: string[] = [];
    for (const column of this.#live.all) {
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
    return this.#live.find(id);
  }

  #focused(): { column: SheetColumn<Row>; row: Row } | null {
    const found = this.#manners.isSearching ? this.#manners.range.activeCell() : null;
    if (found) return found;
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
    if (event.rowIndex === null) return;
    this.#manners.range.follow();
    this.#selectFocused();
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
      summarise: () => this.#manners.summary() ?? summariseColumn(this.#api, column),
    });
  }

  /** The block grew or shrank around the same cell. A drag does so many times a frame; the bar follows once. */
  #selectionChanged(isOtherCell: boolean): void {
    if (isOtherCell && this.#manners.isSearching) this.#selectFocused();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { document, sheet } = this.#settings;
      // The same cell, looked at again: its sum is now that of another block.
      if (document.selection?.sheet === sheet) document.select(document.selection);
    });
  }

  #frame = 0;

  readonly #copy = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const at = this.#focused();
    if (event.defaultPrevented || !at || !event.clipboardData) return;
    const value = isTotal(at.row) ? (at.column.total?.() ?? null) : at.column.value(at.row);
    event.clipboardData.setData('text/plain', plainCell(at.column.kind, value));
    event.preventDefault();
  };

  readonly #focusOut = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !this.#root.contains(event.relatedTarget)) this.#step.finish();
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Element) || !event.target.closest('[role="gridcell"]')) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const at = this.#focused();
    if (!at || this.#manners.range.keyDown(event)) return;
    const { document, say, openDerivation } = this.#settings;
    const { column, row } = at;
    const isOpen = isEditable(column, row) && !fixedReason(document, column);
    if (event.key === 'Escape') {
      this.#step.cancel();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (!column.step) return;
      event.preventDefault();
      if (isOpen) this.#step.step(column, row, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    } else if (event.key === 'F2' && !isOpen) {
      openDerivation();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#manners.clear();
    } else if (
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isOpen &&
      !isTotal(row)
    ) {
      const sentence = fixedReason(document, column) ?? column.refusal?.(row);
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
