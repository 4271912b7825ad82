import type { GridApi } from 'ag-grid-community';
import type { DocumentState } from '../state/DocumentState.ts';
import type { ColumnSummary } from '../state/Selection.ts';
import type { RefusedCell } from './clipboard/combineWrites.ts';
import { SheetEdits } from './clipboard/SheetEdits.ts';
import { fixedReason } from './columnDefs.ts';
import type { ColumnArrangement } from './columns/ColumnArrangement.ts';
import { type Fill, fillDownOf, fillRightOf } from './fill/planFill.ts';
import { FindBar } from './find/FindBar.ts';
import { formatCell, plainCell } from './formatCell.ts';
import { GridMenu } from './GridMenu.ts';
import { addLiveGrid, removeLiveGrid, touchLiveGrid } from './liveGrids.ts';
import type { PopupItem } from './PopupMenu.ts';
import { heightOf, widthOf } from './range/Block.ts';
import { disjoint } from './range/blocks.ts';
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
  /** `Ctrl+V` as this computer's keys are called. */
  readonly keys: (shortcut: string) => string;
  /** What the sheet itself offers for a row, for the menu. */
  readonly rowItems: (row: Row) => readonly PopupItem[];
  readonly openDerivation: () => void;
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
  readonly #menu: GridMenu<Row>;
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
      isReadOnly: () => this.#shown.columns.every(({ column }) => fixedReason(document, column) !== null),
      isSearching: () => this.#find !== null,
      changed: (isOtherCell) => {
        this.#speaker?.selectionLater();
        settings.selectionChanged(isOtherCell);
      },
      rowsChanged: () => this.#find?.renew(),
    });
    this.#speaker = new SelectionSpeaker(root, this.range, settings.rowTitle);
    this.#mouse = new RangeMouse(root, this.range, (fill, isSeries) => this.#fill([fill], isSeries));
    this.#menu = new GridMenu({ ...settings, manners: this });
    root.addEventListener('copy', this.#copy);
    root.addEventListener('cut', this.#cut);
    root.addEventListener('paste', this.#paste);
    root.addEventListener('focusin', this.#touch);
    addLiveGrid(this);
  }

  destroy(): void {
    removeLiveGrid(this);
    this.#mouse.destroy();
    this.#menu.destroy();
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
    this.#fill(this.range.blocks.map(fillDownOf), false);
  }

  fillRight(): void {
    this.#fill(this.range.blocks.map(fillRightOf), false);
  }

  /** Continues the first row of each block as a series; of three rows and more, the first two. */
  fillSeries(): void {
    const { blocks } = this.range;
    if (!blocks.some((block) => heightOf(block) > 1)) {
      this.#settings.say('Select the number a series begins with and the cells below it.');
      return;
    }
    const fills = blocks.map((block): Fill | null => {
      if (heightOf(block) < 2) return null;
      const seeds = heightOf(block) > 2 && this.#shown.isFilled({ row: block.top + 1, column: block.left }) ? 2 : 1;
      const bottom = block.top + seeds - 1;
      return { seed: { ...block, bottom }, target: { ...block, top: bottom + 1 }, direction: 'down' };
    });
    this.#fill(fills, true);
  }

  clear(): void {
    if (!this.range.block) return;
    this.#settings.finishStep();
    if (this.#edits.clear(this.range.blocks)) this.#speaker.done('Cleared');
  }

  fillText(text: string): boolean {
    return this.range.state.isMultiple && this.#edits.fillText(text, this.range.blocks);
  }

  copyWithHeadings(): void {
    this.copy(true);
  }

  /** As Ctrl+C, asked for from a menu. */
  copy(withHeadings = false): void {
    const { blocks } = this.range;
    if (blocks.length === 0 || !this.#writeClipboard((data) => this.#edits.copy(blocks, data, withHeadings))) return;
    this.range.markCopied(blocks);
    this.#speaker.done(withHeadings ? 'Copied with headings' : 'Copied');
  }

  /** As Ctrl+X, asked for from a menu. */
  cut(): void {
    const { blocks } = this.range;
    this.#settings.finishStep();
    if (blocks.length === 0 || !this.#writeClipboard((data) => this.#edits.copy(blocks, data, false))) return;
    if (this.#edits.clear(blocks, true)) this.#speaker.done('Cut');
  }

  /** As Ctrl+V, asked for from a menu. The browser may refuse to let a page read the clipboard; then the keys still do. */
  async paste(): Promise<void> {
    const { clipboard } = this.#root.ownerDocument.defaultView?.navigator ?? {};
    let text: string;
    try {
      if (!clipboard) throw new Error('no clipboard');
      text = await clipboard.readText();
    } catch {
      this.#settings.say(
        `Allot may not read the clipboard by itself here. Press ${this.#settings.keys('Ctrl+V')} to paste.`,
      );
      this.range.focusActive();
      return;
    }
    this.range.focusActive();
    this.#putText(text);
  }

  /** Whether `write` had something to write. The focus may be in a menu; it goes back to the active cell. */
  #writeClipboard(write: (data: DataTransfer) => boolean): boolean {
    const { ownerDocument: page } = this.#root;
    let isWritten = false;
    const take = (event: ClipboardEvent): void => {
      if (!event.clipboardData) return;
      isWritten = write(event.clipboardData);
      event.preventDefault();
      event.stopPropagation();
    };
    page.addEventListener('copy', take, { capture: true, once: true });
    page.execCommand('copy');
    page.removeEventListener('copy', take, { capture: true });
    this.range.focusActive();
    return isWritten;
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
    const { document } = this.#settings;
    if (!this.range.state.isMultiple || this.#settings.api.isDestroyed()) return null;
    const blocks = disjoint(this.range.blocks);
    const isLong = blocks.reduce((sum, block) => sum + heightOf(block) * widthOf(block), 0) > QUICK_CELLS;
    const places = blocks.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`);
    const shape = `${places.join(', ')} ${this.range.corners}`;
    const key = `${shape} ${document.revision} ${document.commitRevision}`;
    if (this.#summary?.key === key) return this.#summary.value;
    if (isLong && document.previewed && this.#summary?.key.startsWith(`${shape} `)) return this.#summary.value;
    const cells = blocks.map((block) => ({ columns: this.#shown.columnsOf(block), rows: this.#shown.rowsOf(block) }));
    const value = { of: 'cells' as const, ...summariseCells(cells) };
    this.#summary = { key, value };
    return value;
  }

  /** A change was made somewhere: what was copied is no longer marked, what was found may have moved. */
  changed(): void {
    this.range.markCopied([]);
    this.#find?.renew();
  }

  #fill(asked: readonly (Fill | null)[], isSeries: boolean): void {
    const fills = asked.filter((fill) => fill !== null);
    const [fill] = fills;
    if (!fill) return;
    this.#settings.finishStep();
    if (!this.#edits.fill(fills, isSeries)) return;
    const { seed, target } = fill;
    if (fills.length === 1)
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
    const { blocks } = this.range;
    if (isTyping(event) || blocks.length === 0 || !event.clipboardData) return;
    event.preventDefault();
    if (!this.#edits.copy(blocks, event.clipboardData, false)) return;
    this.range.markCopied(blocks);
    this.#speaker.done('Copied');
  };

  readonly #cut = (event: ClipboardEvent): void => {
    this.range.follow();
    const { blocks } = this.range;
    if (isTyping(event) || blocks.length === 0 || !event.clipboardData) return;
    event.preventDefault();
    this.#settings.finishStep();
    if (!this.#edits.copy(blocks, event.clipboardData, false)) return;
    if (this.#edits.clear(blocks, true)) this.#speaker.done('Cut');
  };

  readonly #paste = (event: ClipboardEvent): void => {
    this.range.follow();
    if (isTyping(event) || !this.range.block || !event.clipboardData) return;
    event.preventDefault();
    this.#putText(event.clipboardData.getData('text/plain'));
  };

  #putText(text: string): void {
    this.#settings.finishStep();
    const pasted = this.#edits.paste(text, this.range.blocks);
    if (!pasted) return;
    const [only] = pasted;
    if (only && pasted.length === 1 && this.range.state.whole === 'cells') this.range.selectBlock(only);
    this.#speaker.done('Pasted');
  }
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
