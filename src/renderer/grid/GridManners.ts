import type { GridApi } from 'ag-grid-community';
import type { DocumentState } from '../state/DocumentState.ts';
import type { ColumnSummary } from '../state/Selection.ts';
import type { RefusedCell } from './clipboard/combineWrites.ts';
import { SheetEdits } from './clipboard/SheetEdits.ts';
import type { ColumnArrangement } from './columns/ColumnArrangement.ts';
import { type Fill, fillDownOf, fillRightOf } from './fill/planFill.ts';
import { FindBar } from './find/FindBar.ts';
import { formatCell, plainCell } from './formatCell.ts';
import { addLiveGrid, removeLiveGrid, touchLiveGrid } from './liveGrids.ts';
import { heightOf, widthOf } from './range/Block.ts';
import { GridRange } from './range/GridRange.ts';
import { RangeMouse } from './range/RangeMouse.ts';
import { SelectionSpeaker } from './range/SelectionSpeaker.ts';
import { ShownCells } from './range/ShownCells.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';
import { summariseCells } from './summary/summariseCells.ts';

export interface GridMannersSettings<Row extends SheetRow> {
  readonly api: GridApi<Row>;
  readonly root: HTMLElement;
  readonly document: DocumentState;
  readonly label: string;
  readonly isLarge: boolean;
  readonly columnOf: (id: string) => SheetColumn<Row> | undefined;
  readonly rowTitle: (row: Row) => string;
  readonly arrangement: ColumnArrangement<Row>;
  readonly say: (sentence: string) => void;
  readonly showRefused: (title: string, refused: readonly RefusedCell[]) => void;
  /** Another block, so the bottom bar looks again; and with it maybe another active cell. */
  readonly selectionChanged: (isOtherCell: boolean) => void;
  /** Steps of a value under way become a change before anything else is done. */
  readonly finishStep: () => void;
}

/** A selection of more cells than this is added up when the typing pauses, not at each letter. */
const QUICK_CELLS = 20_000;

/**
 * The spreadsheet's manners of one grid: what is done with the selected cells. The grid keeps the focus and the plain
 * arrow keys; what is selected is kept by `GridRange`.
 */
export class GridManners<Row extends SheetRow> {
  readonly isLarge: boolean;
  readonly range: GridRange<Row>;
  readonly #settings: GridMannersSettings<Row>;
  readonly #edits: SheetEdits<Row>;
  readonly #shown: ShownCells<Row>;
  readonly #speaker: SelectionSpeaker<Row>;
  readonly #mouse: RangeMouse<Row>;
  readonly #root: HTMLElement;
  #find: FindBar | null = null;
  #summary: { readonly key: string; readonly value: ColumnSummary } | null = null;

  constructor(settings: GridMannersSettings<Row>) {
    const { api, root, document } = settings;
    this.#settings = settings;
    this.isLarge = settings.isLarge;
    this.#root = root;
    this.#shown = new ShownCells(api, settings.columnOf);
    this.#edits = new SheetEdits(settings, this.#shown);
    this.range = new GridRange({
      api,
      root,
      shown: this.#shown,
      isLarge: settings.isLarge,
      isReadOnly: () => document.readOnlyReason !== null,
      isSearching: () => this.#find !== null,
      changed: (isOtherCell) => {
        this.#speaker?.selectionLater();
        settings.selectionChanged(isOtherCell);
      },
      rowsChanged: () => this.#find?.renew(),
    });
    this.#speaker = new SelectionSpeaker(root, this.range, settings.rowTitle);
    this.#mouse = new RangeMouse(root, this.range, (fill, isSeries) => this.#fill(fill, isSeries));
    root.addEventListener('copy', this.#copy);
    root.addEventListener('cut', this.#cut);
    root.addEventListener('paste', this.#paste);
    root.addEventListener('focusin', this.#touch);
    addLiveGrid(this);
  }

  destroy(): void {
    removeLiveGrid(this);
    this.#mouse.destroy();
    this.#find?.remove();
    this.#root.removeEventListener('copy', this.#copy);
    this.#root.removeEventListener('cut', this.#cut);
    this.#root.removeEventListener('paste', this.#paste);
    this.#root.removeEventListener('focusin', this.#touch);
    this.range.destroy();
    this.#speaker.destroy();
  }

  /** The search bar is open: the active cell is the one found, while the focus stays in the bar. */
  get isSearching(): boolean {
    return this.#find !== null;
  }

  hasFocus(): boolean {
    return this.range.hasFocus();
  }

  selectAll(): void {
    this.range.widen('all');
  }

  selectRows(): void {
    this.range.widen('rows');
  }

  selectColumns(): void {
    this.range.widen('columns');
  }

  fillDown(): void {
    this.#fill(this.range.block && fillDownOf(this.range.block), false);
  }

  fillRight(): void {
    this.#fill(this.range.block && fillRightOf(this.range.block), false);
  }

  /** Continues the selection's first row as a series; of three rows and more, the first two. */
  fillSeries(): void {
    const { block } = this.range;
    if (!block || heightOf(block) < 2) {
      this.#settings.say('Select the number a series begins with and the cells below it.');
      return;
    }
    const seeds = heightOf(block) > 2 && this.#shown.isFilled({ row: block.top + 1, column: block.left }) ? 2 : 1;
    const bottom = block.top + seeds - 1;
    this.#fill({ seed: { ...block, bottom }, target: { ...block, top: bottom + 1 }, direction: 'down' }, true);
  }

  clear(): void {
    if (!this.range.block) return;
    this.#settings.finishStep();
    if (this.#edits.clear(this.range.block)) this.#speaker.done('Cleared');
  }

  fillText(text: string): boolean {
    const { block } = this.range;
    return block !== null && this.range.state.isMultiple && this.#edits.fillText(text, block);
  }

  copyWithHeadings(): void {
    const { ownerDocument: page } = this.#root;
    const { block } = this.range;
    // Asked for from a menu, so the focus may be elsewhere; the browser only has to let the clipboard be written.
    const write = (event: ClipboardEvent): void => {
      if (!block || !event.clipboardData) return;
      this.#edits.copy(block, event.clipboardData, true);
      event.preventDefault();
      event.stopPropagation();
    };
    page.addEventListener('copy', write, { capture: true, once: true });
    page.execCommand('copy');
    page.removeEventListener('copy', write, { capture: true });
    this.range.focusActive();
    this.range.markCopied(block);
    this.#speaker.done('Copied with headings');
  }

  openFind(): void {
    if (this.#find) {
      this.#find.focus();
      return;
    }
    this.#find = new FindBar(this.#root, {
      label: this.#settings.label,
      texts: () => ({
        rows: this.#shown.rowCount,
        columns: this.#shown.columns.length,
        at: (row, column) => this.#textAt(row, column, true),
        plainAt: (row, column) => this.#textAt(row, column, false),
      }),
      standing: () => this.range.state.active,
      show: (place) => {
        this.range.state.collapse(place);
        this.range.reveal(place);
        this.range.redraw();
      },
      closed: () => {
        this.#find = null;
        this.range.startIfNone();
        this.range.focusActive();
      },
    });
    this.range.redraw();
  }

  /** The menu of the active cell's column. */
  openColumnMenu(): void {
    const column = this.range.state.active && this.#shown.columnAt(this.range.state.active.column);
    if (column) this.openMenuOf(column.id);
  }

  openMenuOf(id: string, heading?: HTMLElement): void {
    const at = (heading ?? this.#heading(id) ?? this.#root).getBoundingClientRect();
    this.#settings.arrangement.openMenu(this.#settings.api, this.#root, id, at, () => this.#giveBack(heading));
  }

  openColumnList(): void {
    const at = this.#root.getBoundingClientRect();
    const below = new DOMRect(at.left + 40, at.top, 0, 30);
    this.#settings.arrangement.openList(this.#root, below, () => this.#giveBack());
  }

  /** Brings the row of a school or source into view, if this sheet has it. */
  showPlace(code: string): boolean {
    for (let at = 0; at < this.#shown.rowCount; at++) {
      const row = this.#shown.rowAt(at) as (Row & { readonly school?: unknown }) | undefined;
      if (row?.key !== code && row?.school !== code) continue;
      this.range.focus({ row: at, column: this.range.state.active?.column ?? 0 });
      return true;
    }
    return false;
  }

  /** Of the selected cells, or null where it is one cell. */
  summary(): ColumnSummary | null {
    const { block } = this.range;
    const { document } = this.#settings;
    if (!block || !this.range.state.isMultiple || this.#settings.api.isDestroyed()) return null;
    const isLong = heightOf(block) * widthOf(block) > QUICK_CELLS;
    const shape = `${block.top} ${block.left} ${block.bottom} ${block.right} ${this.range.corners}`;
    const key = `${shape} ${document.revision} ${document.commitRevision}`;
    if (this.#summary?.key === key) return this.#summary.value;
    if (isLong && document.previewed && this.#summary?.key.startsWith(`${shape} `)) return this.#summary.value;
    const value = { of: 'cells' as const, ...summariseCells(this.#shown.columnsOf(block), this.#shown.rowsOf(block)) };
    this.#summary = { key, value };
    return value;
  }

  /** A change was made somewhere: what was copied is no longer marked, what was found may have moved. */
  changed(): void {
    this.range.markCopied(null);
    this.#find?.renew();
  }

  #fill(fill: Fill | null, isSeries: boolean): void {
    if (!fill) return;
    this.#settings.finishStep();
    if (!this.#edits.fill(fill, isSeries)) return;
    const { seed, target } = fill;
    this.range.selectBlock({
      top: Math.min(seed.top, target.top),
      left: Math.min(seed.left, target.left),
      bottom: Math.max(seed.bottom, target.bottom),
      right: Math.max(seed.right, target.right),
    });
    this.#speaker.done('Filled');
  }

  #textAt(rowIndex: number, columnIndex: number, isShown: boolean): string {
    const row = this.#shown.rowAt(rowIndex);
    const column = this.#shown.columnAt(columnIndex);
    if (!row || !column) return '';
    const value = column.value(row);
    return isShown ? formatCell(column, value, row) : plainCell(column.kind, value);
  }

  #giveBack(heading?: HTMLElement): void {
    if (heading?.isConnected) heading.focus();
    else if (this.range.state.active) this.range.focusActive();
  }

  #heading(id: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[role="columnheader"][col-id="${CSS.escape(id)}"]`);
  }

  readonly #touch = (): void => touchLiveGrid(this);

  readonly #copy = (event: ClipboardEvent): void => {
    this.range.follow();
    const { block } = this.range;
    if (isTyping(event) || !block || !event.clipboardData) return;
    this.#edits.copy(block, event.clipboardData, false);
    event.preventDefault();
    this.range.markCopied(block);
    this.#speaker.done('Copied');
  };

  readonly #cut = (event: ClipboardEvent): void => {
    this.range.follow();
    const { block } = this.range;
    if (isTyping(event) || !block || !event.clipboardData) return;
    event.preventDefault();
    this.#settings.finishStep();
    this.#edits.copy(block, event.clipboardData, false);
    if (this.#edits.clear(block, true)) this.#speaker.done('Cut');
  };

  readonly #paste = (event: ClipboardEvent): void => {
    this.range.follow();
    const { block } = this.range;
    if (isTyping(event) || !block || !event.clipboardData) return;
    event.preventDefault();
    this.#settings.finishStep();
    const text = event.clipboardData.getData('text/plain');
    const pasted = this.#edits.paste(text, block);
    if (!pasted) return;
    if (this.range.state.whole === 'cells') this.range.selectBlock(pasted);
    this.#speaker.done('Pasted');
  };
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
