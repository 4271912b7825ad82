import type { GridApi } from 'ag-grid-community';
import { isEditable } from '../columnDefs.ts';
import { ROW_NUMBER } from '../columns/rowNumberColumn.ts';
import type { SheetColumn, SheetRow } from '../SheetColumn.ts';
import { whileThere } from '../whileThere.ts';
import type { Block, Place } from './Block.ts';
import { RangeOverlay } from './RangeOverlay.ts';
import { RangeState, type SelectedAs } from './RangeState.ts';
import { destination, isRangeKey, type KeyPress } from './rangeKeys.ts';
import type { ShownCells } from './ShownCells.ts';

export interface GridRangeSettings<Row extends SheetRow> {
  readonly api: GridApi<Row>;
  readonly root: HTMLElement;
  readonly shown: ShownCells<Row>;
  readonly isLarge: boolean;
  readonly isReadOnly: () => boolean;
  /** One selected cell has its frame drawn too, because the focus is elsewhere. */
  readonly isSearching: () => boolean;
  /** Another block is selected, or other rows stand in it. */
  readonly changed: (isOtherCell: boolean) => void;
  /** Rows were sorted, filtered or came and went. */
  readonly rowsChanged: () => void;
}

/** Keeps what is selected and what is drawn in step with the grid: its focus, its columns, the order of its rows. */
export class GridRange<Row extends SheetRow> {
  readonly state = new RangeState();
  readonly overlay: RangeOverlay<Row>;
  readonly shown: ShownCells<Row>;
  readonly #settings: GridRangeSettings<Row>;
  readonly #api: GridApi<Row>;
  readonly #root: HTMLElement;
  #copied: readonly Block[] = [];
  /** Keys of the rows at the corners, to see whether sorting has put others there. */
  #corners = '';
  #drawn = '';
  #drawnCell = '';

  constructor(settings: GridRangeSettings<Row>) {
    this.#settings = settings;
    this.#api = settings.api;
    this.#root = settings.root;
    this.shown = settings.shown;
    const container = this.#root.querySelector<HTMLElement>('.ag-grid-scrolling-container') as HTMLElement;
    this.overlay = new RangeOverlay(container, this.shown);
    this.#api.addEventListener('displayedColumnsChanged', whileThere(this.#columnsChanged));
    this.#api.addEventListener('columnResized', whileThere(this.#columnsChanged));
    this.#api.addEventListener('modelUpdated', whileThere(this.#rowsChanged));
    this.#api.addEventListener('bodyScroll', whileThere(this.#cutOverlay));
    this.#api.addEventListener('gridSizeChanged', whileThere(this.#cutOverlay));
    this.#columnsChanged();
  }

  destroy(): void {
    this.overlay.destroy();
  }

  get block(): Block | null {
    return this.state.block;
  }

  /** Every selected block; with Ctrl there are several, and they may overlap. */
  get blocks(): readonly Block[] {
    return this.state.blocks;
  }

  /** Changes with the rows that stand at the corners of the selection. */
  get corners(): string {
    return this.#corners;
  }

  hasFocus(): boolean {
    return this.#root.contains(this.#root.ownerDocument.activeElement);
  }

  /** The dashed frame around what was copied, until something is changed or Esc is pressed. */
  markCopied(blocks: readonly Block[]): void {
    if (blocks.length === 0 && this.#copied.length === 0) return;
    this.#copied = blocks;
    this.overlay.drawAll('copied', blocks);
  }

  /**
   * Looks where the grid's focus is now. A cell that is not the active one becomes the selection, the totals row ends
   * it. The grid tells of its focus a moment later, when it may be elsewhere again; so it is asked, and before each key.
   */
  follow(): void {
    const cell = this.#api.getFocusedCell();
    // While the search bar has the focus, the active cell is the one found.
    if (!cell || (this.#settings.isSearching() && !this.#hasCellFocus())) return;
    const column = this.shown.indexOfColumn(cell.column.getColId());
    const { active } = this.state;
    if (cell.rowPinned || column < 0) this.state.clear();
    else if (active?.row !== cell.rowIndex || active.column !== column) {
      this.state.collapse({ row: cell.rowIndex, column });
    }
    this.redraw();
  }

  #hasCellFocus(): boolean {
    const { activeElement } = this.#root.ownerDocument;
    return this.hasFocus() && activeElement?.closest('[role="gridcell"]') !== null;
  }

  ownsKey(press: KeyPress): boolean {
    return this.state.active !== null && isRangeKey(press, this.state.isMultiple);
  }

  /** Whether the key was answered here. */
  keyDown(event: KeyboardEvent): boolean {
    this.follow();
    if (event.key === 'Escape') {
      this.markCopied([]);
      this.state.stopAdding();
    }
    if (event.key === 'F8' && event.shiftKey) {
      event.preventDefault();
      this.state.startAdding();
      this.redraw();
      return true;
    }
    if (!this.ownsKey(event)) return false;
    const { active, head } = this.state;
    if (!active || !head) return false;
    if (event.key === ' ') return false;
    event.preventDefault();
    if (event.key === 'Enter' || event.key === 'Tab') {
      const by = event.shiftKey ? -1 : 1;
      this.step(event.key === 'Enter' ? by : 0, event.key === 'Enter' ? 0 : by);
      return true;
    }
    const terrain = {
      rows: this.shown.rowCount,
      columns: this.shown.columns.length,
      page: () => this.#rowsInView(),
      isFilled: (place: Place) => this.shown.isFilled(place),
    };
    const place = destination(event, event.shiftKey ? head : active, terrain);
    if (!place) return true;
    if (event.shiftKey) this.extendTo(place);
    else this.focus(place);
    return true;
  }

  /** Enter and Tab inside a selection. False where the selection is one cell. */
  step(rows: number, columns: number): boolean {
    const next = this.state.next(rows, columns);
    if (!next) return false;
    this.focus(next, true);
    return true;
  }

  /** Puts the focus on a cell; `keeps` leaves the selection around it as it is. */
  focus(place: Place, keeps = false): void {
    const column = this.shown.columnAt(place.column);
    if (!column) return;
    if (keeps) this.state.activate(place);
    else this.state.collapse(place);
    this.reveal(place);
    this.#api.setFocusedCell(place.row, column.id);
    this.redraw();
  }

  extendTo(place: Place): void {
    this.state.extendTo(place);
    this.reveal({
      row: this.state.whole === 'columns' || this.state.whole === 'all' ? -1 : place.row,
      column: this.state.whole === 'rows' || this.state.whole === 'all' ? -1 : place.column,
    });
    this.redraw();
  }

  reveal(place: Place): void {
    const column = this.shown.columns[place.column];
    if (place.row >= 0) this.#api.ensureIndexVisible(place.row);
    if (column?.region === 'center') this.#api.ensureColumnVisible(column.column.id);
  }

  selectBlock(block: Block): void {
    this.state.select({ row: block.top, column: block.left }, { row: block.bottom, column: block.right });
    this.focusActive();
  }

  /** Widens the selection to whole rows, whole columns or everything. */
  widen(whole: 'rows' | 'columns' | 'all'): void {
    this.startIfNone();
    this.state.widen(whole);
    this.focusActive();
  }

  /** Rows by their numbers, from one to another; the first becomes the active row. */
  selectRowsBetween(from: number, to: number, as: SelectedAs = 'alone'): void {
    const last = this.shown.columns.length - 1;
    const column = Math.min(this.state.active?.column ?? 0, last);
    this.state.select({ row: from, column }, { row: to, column }, 'rows', as);
    this.focusActive();
  }

  /** A column by its heading; with Shift everything from the active column to it, with Ctrl beside what is selected. */
  selectColumnById(id: string, extends_: boolean, adds = false): void {
    const column = this.shown.indexOfColumn(id);
    if (column < 0) return;
    const { active, whole } = this.state;
    const row = this.#firstRowInView();
    const from =
      extends_ && active ? { row: whole === 'columns' ? active.row : row, column: active.column } : { row, column };
    this.state.select(from, { row, column }, 'columns', adds && !extends_ ? 'further' : 'alone');
    this.focusActive();
  }

  activeCell(): { column: SheetColumn<Row>; row: Row } | null {
    const { active } = this.state;
    const row = active && this.shown.rowAt(active.row);
    const column = active && this.shown.columnAt(active.column);
    return row && column ? { column, row } : null;
  }

  /** The cell of the sheet that an element belongs to; null over row numbers, totals and headings. */
  placeOf(target: Element): Place | null {
    const cell = target.closest('.ag-cell');
    const row = Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
    const column = this.shown.indexOfColumn(cell?.getAttribute('col-id') ?? '');
    return Number.isInteger(row) && column >= 0 ? { row, column } : null;
  }

  redraw(): void {
    const { block, blocks, others, active, isMultiple } = this.state;
    const showsOne = this.#settings.isSearching();
    this.overlay.drawAll('other', others);
    this.overlay.draw('selection', isMultiple || showsOne ? block : null);
    this.overlay.draw('active', active && (isMultiple || showsOne) ? onePlace(active) : null);
    if (this.#copied.length > 0) this.overlay.drawAll('copied', this.#copied);
    this.overlay.drawRows(this.#settings.isLarge ? blocks : []);
    const isOne = others.length === 0;
    this.overlay.drawHandle(block && isOne && this.#canFill(block) ? { row: block.bottom, column: block.right } : null);
    const corners = this.#cornerKeys();
    const key = blocks.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).join(', ');
    if (corners === this.#corners && key === this.#drawn) return;
    this.#corners = corners;
    this.#drawn = key;
    this.#markHeadings(blocks);
    const cell = active ? `${active.row} ${active.column}` : '';
    const isOtherCell = cell !== this.#drawnCell;
    this.#drawnCell = cell;
    this.#settings.changed(isOtherCell);
  }

  #canFill(block: Block): boolean {
    if (this.#settings.isReadOnly()) return false;
    const row = this.shown.rowAt(block.bottom);
    const column = this.shown.columnAt(block.right);
    return Boolean(row && column && isEditable(column, row));
  }

  startIfNone(): void {
    if (!this.state.active && this.shown.rowCount > 0) this.state.collapse({ row: 0, column: 0 });
  }

  focusActive(): void {
    const { active } = this.state;
    if (active) {
      const column = this.shown.columnAt(active.column);
      if (column) this.#api.setFocusedCell(active.row, column.id);
    }
    this.redraw();
  }

  #rowsInView(): number {
    const { top, bottom } = this.#api.getVerticalPixelRange();
    const one = this.shown.rowSpan(0, 0).height || 25;
    return Math.max(1, Math.floor((bottom - top) / one) - 1);
  }

  #firstRowInView(): number {
    const { top } = this.#api.getVerticalPixelRange();
    const one = this.shown.rowSpan(0, 0).height || 25;
    return Math.max(0, Math.min(this.shown.rowCount - 1, Math.ceil(top / one)));
  }

  #cornerKeys(): string {
    // The block with the active cell first: it is the one that may stay with its rows.
    return [...this.state.blocks]
      .reverse()
      .map(({ top, bottom }) => `${this.shown.rowAt(top)?.key ?? ''}\n${this.shown.rowAt(bottom)?.key ?? ''}`)
      .join('\n');
  }

  readonly #columnsChanged = (): void => {
    const held = this.state.active && this.shown.columnAt(this.state.active.column)?.id;
    this.shown.forget();
    this.state.setBounds(this.shown.rowCount, this.shown.columns.length);
    if (held !== null && held !== undefined && this.state.active) {
      const column = this.shown.indexOfColumn(held);
      const isMoved = column >= 0 && column !== this.state.active.column;
      if (isMoved) this.state.collapse({ row: this.state.active.row, column });
    }
    this.overlay.layOut();
    this.#cutOverlay();
    this.redraw();
  };

  /** Sorted or filtered: whole columns stay, one cell goes with its row, and a block of other rows is let go. */
  readonly #rowsChanged = (): void => {
    if (this.#cornerKeys() !== this.#corners) this.state.keepOneBlock();
    const [first, last] = this.#corners.split('\n');
    const { block, active, whole } = this.state;
    this.state.setBounds(this.shown.rowCount, this.shown.columns.length);
    if (this.#settings.isLarge) this.#api.refreshCells({ columns: [ROW_NUMBER], suppressFlash: true });
    const isSame = block && this.shown.rowAt(block.top)?.key === first && this.shown.rowAt(block.bottom)?.key === last;
    if (active && block && !isSame && whole !== 'columns' && whole !== 'all') {
      const row = active.row === block.top && first ? this.shown.indexOfRow(first) : -1;
      this.state.collapse({ row: row >= 0 ? row : active.row, column: active.column });
      if (this.hasFocus() && this.state.active && row >= 0 && row !== active.row) this.focusActive();
    }
    this.#settings.rowsChanged();
    this.redraw();
  };

  readonly #cutOverlay = (): void => {
    this.overlay.cut(this.#api.getHorizontalPixelRange());
  };

  #markHeadings(blocks: readonly Block[]): void {
    const ids = new Set(blocks.flatMap((block) => this.shown.columnsOf(block).map(({ id }) => id)));
    for (const heading of this.#root.querySelectorAll<HTMLElement>('[role="columnheader"][col-id]')) {
      const isIn = ids.has(heading.getAttribute('col-id') ?? '');
      if (heading.dataset.selected !== String(isIn)) heading.dataset.selected = String(isIn);
    }
  }
}

const onePlace = ({ row, column }: Place): Block => ({ top: row, bottom: row, left: column, right: column });
