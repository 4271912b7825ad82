import type { SheetRow } from '../SheetColumn.ts';
import type { Place } from './Block.ts';
import type { ShownCells } from './ShownCells.ts';

/** What a drag is doing, from the press to the release. */
export interface Drag {
  readonly to: (place: Place, event: MouseEvent) => void;
  readonly end: (event: MouseEvent) => void;
}

/** Pixels scrolled per frame for each pixel that the pointer is beyond the edge, and at most. */
const SCROLL_PART = 0.35;
const SCROLL_MOST = 40;

/** Follows a drag over the cells, and scrolls while the pointer is beyond their edge. */
export class RangePointer<Row extends SheetRow> {
  readonly #viewport: HTMLElement;
  readonly #header: HTMLElement | null;
  readonly #shown: ShownCells<Row>;
  #drag: Drag | null = null;
  #last: MouseEvent | null = null;
  #frame = 0;
  #measured: { rect: DOMRect; head: number; left: number; right: number } | null = null;

  constructor(viewport: HTMLElement, header: HTMLElement | null, shown: ShownCells<Row>) {
    this.#viewport = viewport;
    this.#header = header;
    this.#shown = shown;
  }

  begin(drag: Drag): void {
    this.stop();
    this.#drag = drag;
    const rect = this.#viewport.getBoundingClientRect();
    this.#measured = {
      rect,
      head: this.#header?.offsetHeight ?? 0,
      left: this.#shown.widthOfRegion('left'),
      right: this.#shown.widthOfRegion('right'),
    };
    window.addEventListener('mousemove', this.#move, true);
    window.addEventListener('mouseup', this.#release, true);
  }

  stop(): void {
    this.#drag = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    window.removeEventListener('mousemove', this.#move, true);
    window.removeEventListener('mouseup', this.#release, true);
  }

  /** The cell under the pointer, or the nearest one to it. */
  placeAt(event: MouseEvent): Place {
    const measured = this.#measured;
    if (!measured) return { row: 0, column: 0 };
    const { rect, head, left, right } = measured;
    const x = Math.max(0, Math.min(event.clientX - rect.left, this.#viewport.clientWidth - 1));
    const y = Math.max(head, Math.min(event.clientY - rect.top, this.#viewport.clientHeight - 1));
    const row = this.#shown.rowAtHeight(y - head + this.#viewport.scrollTop);
    const fromRight = x - (this.#viewport.clientWidth - right);
    let column = -1;
    if (x < left) column = this.#shown.columnAtPixel('left', x);
    else if (fromRight >= 0 && right > 0) column = this.#shown.columnAtPixel('right', fromRight);
    if (column < 0) column = this.#shown.columnAtPixel('center', x - left + this.#viewport.scrollLeft);
    return { row, column: Math.max(0, column) };
  }

  readonly #move = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0) {
      this.#release(event);
      return;
    }
    this.#last = event;
    // The grid and the browser would otherwise take the movement for a drag or a text selection of their own.
    event.preventDefault();
    event.stopPropagation();
    this.#drag?.to(this.placeAt(event), event);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#scroll);
  };

  readonly #scroll = (): void => {
    this.#frame = 0;
    const event = this.#last;
    const measured = this.#measured;
    if (!this.#drag || !event || !measured) return;
    const { rect, head, left, right } = measured;
    const beyond = (at: number, low: number, high: number): number => (at < low ? at - low : at > high ? at - high : 0);
    const by = (pixels: number): number =>
      Math.sign(pixels) * Math.min(SCROLL_MOST, Math.ceil(Math.abs(pixels) * SCROLL_PART));
    const x = by(beyond(event.clientX, rect.left + left, rect.right - right));
    const y = by(beyond(event.clientY, rect.top + head, rect.bottom - 30));
    if (x === 0 && y === 0) return;
    const isOverPinned = event.clientX >= rect.left && event.clientX <= rect.right;
    const before = [this.#viewport.scrollLeft, this.#viewport.scrollTop];
    this.#viewport.scrollBy(isOverPinned ? 0 : x, y);
    if (this.#viewport.scrollLeft === before[0] && this.#viewport.scrollTop === before[1]) return;
    this.#drag.to(this.placeAt(event), event);
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  readonly #release = (event: MouseEvent): void => {
    const drag = this.#drag;
    this.stop();
    drag?.end(event);
  };
}
