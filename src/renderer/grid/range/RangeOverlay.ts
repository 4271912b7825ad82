import type { SheetRow } from '../SheetColumn.ts';
import type { Block, Place } from './Block.ts';
import type { Region, ShownCells } from './ShownCells.ts';

const REGIONS: readonly Region[] = ['left', 'center', 'right'];

/**
 * What can be drawn: the block with the active cell, that cell, the other selected blocks, what is being filled, and
 * what was copied. Of others and of what was copied there may be several.
 */
export type Drawing = 'selection' | 'active' | 'fill' | 'other' | 'copied';

/**
 * The frames over the cells. They lie inside the grid's own moving layer, in three parts like a row, so that scrolling
 * moves them with the cells and nothing is drawn again; only the part that scrolls is cut where pinned columns begin.
 */
export class RangeOverlay<Row extends SheetRow> {
  readonly #shown: ShownCells<Row>;
  readonly #layer: HTMLElement;
  readonly #parts: Readonly<Record<Region, HTMLElement>>;
  readonly #frames = new Map<string, HTMLElement>();
  readonly handle: HTMLElement;
  readonly #rows: HTMLElement[] = [];
  readonly #drawn = new Map<Drawing, number>();
  #cut = '';

  constructor(container: HTMLElement, shown: ShownCells<Row>) {
    this.#shown = shown;
    const make = (name: string): HTMLElement => {
      const element = container.ownerDocument.createElement('div');
      element.className = name;
      return element;
    };
    this.#layer = make('range-layer');
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#parts = {
      left: make('range-part range-part-left'),
      center: make('range-part range-part-center'),
      right: make('range-part range-part-right'),
    };
    this.handle = make('range-handle');
    this.handle.hidden = true;
    this.handle.title = 'Drag to copy; with Ctrl, to continue a series';
    for (const region of REGIONS) this.#layer.append(this.#parts[region]);
    container.append(this.#layer);
  }

  destroy(): void {
    this.#layer.remove();
  }

  /** After columns came, went, moved or were resized. */
  layOut(): void {
    for (const side of ['left', 'right'] as const) {
      this.#parts[side].style.width = `${this.#shown.widthOfRegion(side)}px`;
    }
  }

  /** Cuts the scrolling part at the pinned columns; `range` is the stretch of it that is in view, in pixels. */
  cut(range: { readonly left: number; readonly right: number }): void {
    const end = Math.max(0, this.#shown.widthOfRegion('center') - range.right);
    const cut = `inset(0 ${end}px 0 ${range.left}px)`;
    if (cut === this.#cut) return;
    this.#cut = cut;
    this.#parts.center.style.clipPath = cut;
  }

  /** As many of a kind as there are blocks; frames that are left over are hidden. */
  drawAll(drawing: Drawing, blocks: readonly Block[]): void {
    const held = this.#drawn.get(drawing) ?? 0;
    for (let at = 0; at < Math.max(held, blocks.length); at++) this.draw(drawing, blocks[at] ?? null, at);
    this.#drawn.set(drawing, blocks.length);
  }

  draw(drawing: Drawing, block: Block | null, at = 0): void {
    const rows = block && this.#shown.rowSpan(block.top, block.bottom);
    for (const region of REGIONS) {
      const name = `${drawing} ${at} ${region}`;
      const span = block && this.#spanIn(region, block);
      let frame = this.#frames.get(name);
      if (!span || !rows) {
        if (frame) frame.hidden = true;
        continue;
      }
      if (!frame) {
        frame = this.#layer.ownerDocument.createElement('div');
        frame.className = `range-frame range-${drawing}`;
        this.#parts[region].append(frame);
        this.#frames.set(name, frame);
      }
      frame.hidden = false;
      const { style } = frame;
      style.transform = `translate(${span.left}px, ${rows.top}px)`;
      style.width = `${span.width}px`;
      style.height = `${rows.height}px`;
      style.borderLeftWidth = span.begins ? '' : '0';
      style.borderRightWidth = span.ends ? '' : '0';
    }
  }

  /** Tints the numbers of the selected rows. */
  drawRows(blocks: readonly Block[]): void {
    for (let at = 0; at < Math.max(this.#rows.length, blocks.length); at++) {
      const block = blocks[at];
      const tint = this.#rows[at] ?? this.#addRows();
      tint.hidden = !block;
      if (!block) continue;
      const rows = this.#shown.rowSpan(block.top, block.bottom);
      tint.style.transform = `translateY(${rows.top}px)`;
      tint.style.width = `${this.#shown.widthOfNumbers}px`;
      tint.style.height = `${rows.height}px`;
    }
  }

  #addRows(): HTMLElement {
    const tint = this.#layer.ownerDocument.createElement('div');
    tint.className = 'range-rows';
    this.#parts.left.prepend(tint);
    this.#rows.push(tint);
    return tint;
  }

  /** The little square at the lower right corner, or none. */
  drawHandle(at: Place | null): void {
    const shown = at && this.#shown.columns[at.column];
    this.handle.hidden = !shown;
    if (!at || !shown) return;
    const part = this.#parts[shown.region];
    if (this.handle.parentElement !== part) part.append(this.handle);
    const rows = this.#shown.rowSpan(at.row, at.row);
    this.handle.style.transform = `translate(${shown.left + shown.width - 5}px, ${rows.top + rows.height - 5}px)`;
  }

  #spanIn(region: Region, block: Block): { left: number; width: number; begins: boolean; ends: boolean } | null {
    const { columns } = this.#shown;
    let first = -1;
    let last = -1;
    for (let at = block.left; at <= block.right; at++) {
      if (columns[at]?.region !== region) continue;
      if (first < 0) first = at;
      last = at;
    }
    const from = columns[first];
    const to = columns[last];
    if (!from || !to) return null;
    return {
      left: from.left,
      width: to.left + to.width - from.left,
      begins: first === block.left,
      ends: last === block.right,
    };
  }
}
