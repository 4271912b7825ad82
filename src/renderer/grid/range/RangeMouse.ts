import { ROW_NUMBER } from '../columns/rowNumberColumn.ts';
import type { Fill } from '../fill/planFill.ts';
import { fillTowards } from '../fill/planFill.ts';
import type { SheetRow } from '../SheetColumn.ts';
import { contains, type Place } from './Block.ts';
import type { GridRange } from './GridRange.ts';
import { RangePointer } from './RangePointer.ts';

/** What a press of the mouse begins: a cell range, whole rows by their numbers, or a pull at the fill handle. */
export class RangeMouse<Row extends SheetRow> {
  readonly #root: HTMLElement;
  readonly #range: GridRange<Row>;
  readonly #fill: (fill: Fill, isSeries: boolean) => void;
  readonly #pointer: RangePointer<Row>;

  constructor(root: HTMLElement, range: GridRange<Row>, fill: (fill: Fill, isSeries: boolean) => void) {
    this.#root = root;
    this.#range = range;
    this.#fill = fill;
    const viewport = root.querySelector<HTMLElement>('.ag-grid-viewport') as HTMLElement;
    this.#pointer = new RangePointer(viewport, root.querySelector<HTMLElement>('.ag-header'), range.shown);
    // Before the grid, so that Shift and the row numbers can keep it from moving the focus: it listens to the pointer.
    root.addEventListener('pointerdown', this.#shield, true);
    root.addEventListener('mousedown', this.#press, true);
    root.addEventListener('dblclick', this.#doubleClick, true);
  }

  destroy(): void {
    this.#pointer.stop();
    this.#root.removeEventListener('pointerdown', this.#shield, true);
    this.#root.removeEventListener('mousedown', this.#press, true);
    this.#root.removeEventListener('dblclick', this.#doubleClick, true);
  }

  readonly #shield = (event: PointerEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || isField(target)) return;
    if (event.button === 2) {
      this.#keepFromMenu(event);
      return;
    }
    if (event.button !== 0) return;
    const cell = target.closest('.ag-cell');
    const isNumber = cell?.getAttribute('col-id') === ROW_NUMBER;
    const isExtending = event.shiftKey && cell !== null && this.#range.state.active !== null;
    const place = this.#range.placeOf(target);
    const isTakingOut = isCtrl(event) && !event.shiftKey && place !== null && this.#range.state.isSelected(place);
    if (target === this.#range.overlay.handle || isNumber || isExtending || isTakingOut) event.stopPropagation();
  };

  readonly #press = (event: MouseEvent): void => {
    const { target } = event;
    if (event.button === 2) this.#keepFromMenu(event);
    if (event.button !== 0 || !(target instanceof HTMLElement)) return;
    if (target === this.#range.overlay.handle) {
      this.#takeOver(event);
      this.#pullHandle();
      return;
    }
    const cell = target.closest<HTMLElement>('.ag-cell');
    const row = Number(cell?.closest<HTMLElement>('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
    const id = cell?.getAttribute('col-id');
    if (!cell || id === null || id === undefined || !Number.isInteger(row)) return;
    if (isField(target)) return;
    if (id === ROW_NUMBER) {
      this.#takeOver(event);
      this.#dragRows(row, event);
      return;
    }
    const column = this.#range.shown.indexOfColumn(id);
    if (column < 0) return;
    if (isCtrl(event) && !event.shiftKey) {
      const { state } = this.#range;
      if (state.isSelected({ row, column })) {
        this.#takeOver(event);
        if (state.takeOut({ row, column })) this.#range.focusActive();
        return;
      }
      state.startAnother({ row, column });
      this.#range.redraw();
    } else if (event.shiftKey && this.#range.state.active) {
      this.#takeOver(event);
      this.#range.extendTo({ row, column });
    } else {
      this.#range.state.collapse({ row, column });
      this.#range.redraw();
    }
    this.#dragCells({ row, column });
  };

  /** A press of the right button on the selection leaves it as it is: the menu is about all of it. */
  #keepFromMenu(event: MouseEvent): void {
    const place = event.target instanceof Element ? this.#range.placeOf(event.target) : null;
    if (!place || !this.#range.state.isSelected(place)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The grid must not see this press. A cell that is typed in is finished first, as by any other press. */
  #takeOver(event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const { activeElement } = this.#root.ownerDocument;
    if (activeElement instanceof HTMLElement && isField(activeElement)) activeElement.blur();
  }

  #dragCells(from: Place): void {
    let last = from;
    this.#pointer.begin({
      to: (place) => {
        if (place.row === last.row && place.column === last.column) return;
        last = place;
        this.#range.state.extendTo(place);
        this.#range.redraw();
      },
      end: () => {},
    });
  }

  #dragRows(row: number, event: MouseEvent): void {
    const { active, others } = this.#range.state;
    const isFurther = isCtrl(event) && !event.shiftKey && active !== null;
    const anchor = event.shiftKey && active ? active.row : row;
    this.#range.selectRowsBetween(anchor, row, isFurther ? 'further' : event.shiftKey ? 'redrawn' : 'alone');
    const redrawn = isFurther || (event.shiftKey && others.length > 0) ? 'redrawn' : 'alone';
    this.#pointer.begin({
      to: (place) => this.#range.selectRowsBetween(anchor, place.row, redrawn),
      end: () => {},
    });
  }

  #pullHandle(): void {
    const { overlay, state } = this.#range;
    const { block } = state;
    if (!block) return;
    let fill: Fill | null = null;
    this.#pointer.begin({
      to: (place) => {
        fill = contains(block, place) ? null : fillTowards(block, place);
        overlay.draw('fill', fill?.target ?? null);
      },
      end: (event) => {
        overlay.draw('fill', null);
        if (fill) this.#fill(fill, event.ctrlKey || event.metaKey);
      },
    });
  }

  /** A double click on the handle fills down as far as the neighbouring column is filled. */
  readonly #doubleClick = (event: MouseEvent): void => {
    const { overlay, state, shown } = this.#range;
    const { block } = state;
    if (event.target !== overlay.handle || !block) return;
    event.preventDefault();
    event.stopPropagation();
    const beside = block.left > 0 ? block.left - 1 : block.right + 1;
    let bottom = block.bottom;
    while (bottom + 1 < shown.rowCount && shown.isFilled({ row: bottom + 1, column: beside })) bottom += 1;
    if (bottom === block.bottom) return;
    const fill: Fill = { seed: block, target: { ...block, top: block.bottom + 1, bottom }, direction: 'down' };
    this.#fill(fill, event.ctrlKey || event.metaKey);
  };
}

const isCtrl = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
